import type { ConfigFault } from '../config/config-faults.ts'
import type { JsonStep } from '../config/json-places.ts'
import type { PlacedFault } from '../config/read-config.ts'
import type { Message } from '../model/finding.ts'
import { faultAt, shorten, suggest, type UsageError } from './usage-error.ts'

/** The first of the faults in a config file, where it stands, what was expected, and how many more there are. */
export const invalidConfig = (file: string, faults: readonly PlacedFault[]): UsageError => {
  const [first, ...others] = faults
  if (first === undefined) throw new RangeError('a config without faults is valid')
  const place = first.at === undefined ? file : `${file}:${first.at.line}:${first.at.column}`
  const { zh, en } = describeFault(first.fault)
  const more = others.length
  return faultAt(place, {
    zh: `${zh}${more === 0 ? '' : `（另有 ${more} 处错误）`}`,
    en: `${en}${more === 0 ? '' : ` (and ${more} more)`}`,
  })
}

const describeFault = (fault: ConfigFault): Message => {
  const name = nameOf(fault.path)
  switch (fault.kind) {
    case 'no-json':
      return {
        zh: '从这里起不是有效的 JSON（JSON 没有注释，} 和 ] 前没有逗号）',
        en: 'not valid JSON from here on (JSON has no comments and no comma before } or ])',
      }
    case 'double-key':
      return {
        zh: `“${shorten(fault.key)}”在这里第二次出现`,
        en: `'${shorten(fault.key)}' appears here a second time`,
      }
    case 'unknown-key':
      return describeUnknown(fault.key, fault.known, {
        zh: name === '' ? '没有名为' : `${name} 中没有名为`,
        en: name === '' ? 'there is no key' : `${name} has no key`,
      })
    case 'unknown-word':
      return describeUnknown(fault.word, fault.known, { zh: `${name} 不能是`, en: `${name} can't be` })
    case 'missing-key':
      return {
        zh: `${name === '' ? '' : `${name} 中`}缺少“${fault.key}”`,
        en: `${name === '' ? '' : `${name} `}is missing '${fault.key}'`,
      }
    case 'wrong-type': {
      const { zh, en } = TYPES[fault.expected]
      const value = shorten(JSON.stringify(fault.value) ?? 'undefined')
      return {
        zh: `${name === '' ? '配置' : name} 应为${zh}，得到的是 ${value}`,
        en: `${name === '' ? 'the config' : name} should be ${en}, got ${value}`,
      }
    }
    case 'out-of-range': {
      const range = describeRange(fault)
      return {
        zh: `${name} 应${range.zh}，得到的是 ${String(fault.value)}`,
        en: `${name} should be ${range.en}, got ${String(fault.value)}`,
      }
    }
    case 'wrong-length':
      return fault.least === undefined
        ? { zh: `${name} 太长，最多 ${fault.most}`, en: `${name} is too long, at most ${fault.most}` }
        : { zh: `${name} 不能为空`, en: `${name} is empty` }
    default:
      return describeRefusal(fault, name)
  }
}

const TYPES: Readonly<Record<(ConfigFault & { kind: 'wrong-type' })['expected'], Message>> = {
  string: { zh: '文字', en: 'a string' },
  number: { zh: '数', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  object: { zh: '对象 {…}', en: 'an object {…}' },
  array: { zh: '数组 […]', en: 'an array […]' },
  level: {
    zh: '级别（off info warning error）或对象 {…}',
    en: 'a level (off, info, warning, error) or an object {…}',
  },
}

const describeRefusal = ({ kind, value }: ConfigFault & { value: unknown }, name: string): Message => {
  const shown = shorten(String(value))
  switch (kind) {
    case 'path':
      return {
        zh: `${name} 应为配置文件所在文件夹内的相对路径，得到的是“${shown}”`,
        en: `${name} should be a path inside the folder of the config, got '${shown}'`,
      }
    case 'pattern':
      return {
        zh: `${name} 的模式过于复杂（每一级名称最多 4 个 *，** 最多 4 个，共 500 字）：“${shown}”`,
        en: `${name} is too complex a pattern (at most 4 * in a name, 4 ** and 500 characters in all): '${shown}'`,
      }
    default:
      return {
        zh: `${name} 的数字过长，小数点前后最多各 12 位：${shown}`,
        en: `${name} has too many digits, at most 12 on each side of the point: ${shown}`,
      }
  }
}

const describeRange = ({ least, most }: { readonly least?: number; readonly most?: number }): Message =>
  least === undefined
    ? { zh: `不大于 ${most}`, en: `at most ${most}` }
    : { zh: `不小于 ${least}`, en: `at least ${least}` }

/** More than this are not listed. */
const MOST_LISTED = 16

const describeUnknown = (word: string, known: readonly string[], lead: Message): Message => {
  const shown = shorten(word)
  const meant = suggest(word, known)
  const isListed = known.length > 0 && known.length <= MOST_LISTED
  return {
    zh: [
      `${lead.zh}“${shown}”`,
      ...(meant === undefined ? [] : [`是不是“${meant}”？`]),
      ...(isListed
        ? [`可用的有：${known.join(' ')}`]
        : meant === undefined && known.length > 0
          ? ['pbo rules 列出全部规则']
          : []),
    ]
      .join('。')
      .replace('？。', '？'),
    en: [
      `${lead.en} '${shown}'.`,
      ...(meant === undefined ? [] : [`Did you mean '${meant}'?`]),
      ...(isListed
        ? [`Choose from: ${known.join(', ')}`]
        : meant === undefined && known.length > 0
          ? ['pbo rules lists the rules']
          : []),
    ].join(' '),
  }
}

/** `rules.missing-unit`, `overrides[0].files`. */
const nameOf = (path: readonly JsonStep[]): string =>
  path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${shorten(step)}`))
    .join('')
