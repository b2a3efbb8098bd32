import { Decimal } from '../model/decimal.ts'
import type { Core } from '../records/core.ts'
import { CATEGORY_WORDS } from '../report/words.ts'
import type { Rule, RuleOption } from '../rules/rule.ts'
import { type ConfigFlags, trustedModules } from './config-file.ts'
import { LEVELS } from './options.ts'
import { faultAt } from './usage-error.ts'
import type { Io } from './world.ts'

/**
 * The core with the rules of one's own that flags allow: those of the config that is named, or with `--allow-code` of
 * the one that counts for the current folder. Without such a flag nothing is looked for, and no code is run.
 *
 * @throws UsageError if a module can't be loaded, or gives something that is no rule
 */
export const withAllowedRules = async (flags: ConfigFlags, io: Io, core: Core): Promise<Core> =>
  typeof flags.config === 'string' || flags.allowCode === true
    ? withOwnRules(core, trustedModules(flags, io), io)
    : core

/** The core with the rules of modules, which only run where a config lists the module, or settings name them. */
export const withOwnRules = async (
  core: Core,
  paths: readonly string[],
  { importModule }: Pick<Io, 'importModule'>,
): Promise<Core> => {
  if (paths.length === 0) return core
  const modules = new Map<string, readonly Rule[]>()
  const ids = new Set(core.rules.map(({ id }) => id))
  for (const path of paths) {
    const rules = rulesIn(await load(path, importModule), path)
    for (const { id } of rules) {
      if (ids.has(id))
        throw faultAt(path, { zh: `“${id}”已是另一条规则的名字`, en: `there is another rule '${id}'` })
      ids.add(id)
    }
    modules.set(path, rules)
  }
  const own = [...modules.values()].flat().map((rule): Rule => ({ url: '', ...rule, offByDefault: true }))
  const rules = [...core.rules, ...own].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    ...core,
    rules,
    modules,
    check: (disclosure, settings, asked = rules) => core.check(disclosure, settings, asked),
  }
}

const load = async (path: string, importModule: Io['importModule']): Promise<unknown> => {
  try {
    return ((await importModule(path)) as { readonly default?: unknown }).default
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw faultAt(path, { zh: `无法加载：${reason}`, en: `can't be loaded: ${reason}` })
  }
}

const rulesIn = (exported: unknown, path: string): readonly Rule[] => {
  const list: readonly unknown[] = Array.isArray(exported) ? exported : [exported]
  return list.map((value) => {
    const rule = { ...(typeof value === 'object' ? value : {}) } as Rule
    const fault = faultOf(rule)
    if (fault === undefined) return rule
    const name = typeof rule.id === 'string' ? ` ${rule.id}` : ''
    throw faultAt(path, {
      zh: `规则${name}的 ${fault} 不对或缺少`,
      en: `${fault} of the rule${name} is missing or wrong`,
    })
  })
}

/** Which part of a rule isn't as the type `Rule` has it. */
const faultOf = (rule: Rule): string | undefined => {
  const isMessage = (value: unknown): boolean =>
    ['zh', 'en'].every((key) => typeof (value as Record<string, unknown> | undefined)?.[key] === 'string')
  const { docs } = rule
  const parts: readonly (readonly [string, boolean])[] = [
    ['id', typeof rule.id === 'string' && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(rule.id)],
    ['category', Object.hasOwn(CATEGORY_WORDS, String(rule.category))],
    ['severity', LEVELS.some((level) => level === rule.severity)],
    ...(['summary', 'finds', 'why', 'fix', 'basis'] as const).map(
      (name) => [`docs.${name} (zh, en)`, isMessage(docs?.[name])] as const,
    ),
    ...(['invalid', 'valid'] as const).map(
      (name) => [`docs.${name}`, typeof docs?.[name] === 'string'] as const,
    ),
    ['options', rule.options === undefined || (Array.isArray(rule.options) && rule.options.every(isOption))],
    ['check, checkProject', [rule.check, rule.checkProject].some((one) => typeof one === 'function')],
  ]
  return parts.find(([, isRight]) => !isRight)?.[0]
}

const isOption = (option: RuleOption): boolean =>
  /^[a-z][a-z-]*$/.test(String(option.name)) &&
  (option.kind === 'flag'
    ? typeof option.initial === 'boolean'
    : [option.initial, option.least, option.most].every(
        (value) => Number.isFinite(value) || Decimal.isDecimal(value),
      ))
