import type { AgencyExtract, FilingExtract } from '../model/filing-extract.ts'
import { quoted } from '../rules/shared/quoted.ts'
import { agencyNameKey } from './agencies.ts'
import { type CorpusProblem, type CorpusRule, folderOf } from './corpus-rule.ts'
import { exampleFilings, exampleTable } from './example.ts'
import { recurring } from './key-set.ts'
import { otherPlace } from './place.ts'

export const agencyRenamed: CorpusRule = {
  id: 'agency-renamed',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '同一地区、同一年度，一个单位编码只有一个单位名称。',
      en: 'In one place and year, an agency code has only one agency name.',
    },
    finds: {
      zh: '同一年度的几份公开表中，同一地区的同一单位编码用了不同名称。“本级”“汇总”等字样和括号内的说明不计。各表都没有写明地区的，只比较同一文件夹，并作为提示。',
      en: 'Filings for the same year that give different names to the same agency code of the same place. Words such as 本级 and 汇总 and notes in brackets are ignored. If no filing names a place, only filings in the same folder are compared, and the finding is only a notice.',
    },
    why: {
      zh: '编码相同而名称不同，或者编码填错，或者名称未更新，按编码汇总会把两个单位算在一起。',
      en: 'Either the code is wrong or a name is out of date. Totals by code would combine two agencies.',
    },
    fix: {
      zh: '核对单位编码，或统一单位名称。',
      en: 'Check the code, or use the same name in all tables.',
    },
    basis: {
      zh: '单位编码由财政系统统一编制，一码一单位（SYS）。',
      en: 'The fiscal system assigns agency codes centrally, one per agency (SYS).',
    },
    invalid: exampleFilings(
      ['first.txt', exampleTable('清河县2023年部门预算项目支出绩效目标公开表', '301\t清河县农业农村局')],
      [
        'invalid.txt',
        exampleTable('清河县2023年部门预算项目支出绩效目标公开表（二）', '301\t清河县畜牧兽医站'),
      ],
    ),
    valid: exampleFilings(
      ['first.txt', exampleTable('清河县2023年部门预算项目支出绩效目标公开表', '301\t清河县农业农村局')],
      [
        'valid.txt',
        exampleTable('清河县2023年部门预算项目支出绩效目标公开表（二）', '301\t清河县农业农村局（本级）'),
      ],
    ),
  },

  *checkCorpus({ filings }) {
    const usual = usualNames(filings)
    if (usual.size > 0) yield* renamed(filings, usual)
  },
}

/** An agency with a code, and what tells it: year, code and place. */
interface CodedAgency {
  readonly filing: FilingExtract
  readonly agency: AgencyExtract
  readonly code: string
  readonly name: string
  readonly key: string
}

function* codedAgencies(filings: readonly FilingExtract[]): Generator<CodedAgency> {
  for (const filing of filings) {
    const { year } = filing
    if (year === undefined) continue
    for (const agency of filing.agencies) {
      const { code, region } = agency
      const name = agencyNameKey(agency.name)
      if (code === undefined || name === '') continue
      const key = [year, code, region || `/${folderOf(filing.path)}`].join('\n')
      yield { filing, agency, code, name, key }
    }
  }
}

function* keysOf(filings: readonly FilingExtract[]): Generator<string> {
  for (const { key } of codedAgencies(filings)) yield key
}

/** Of agencies that have several names, by their keys, the first with the name that most filings have. */
const usualNames = (filings: readonly FilingExtract[]): ReadonlyMap<string, CodedAgency> => {
  const twice = recurring(keysOf(filings))
  const byKey = new Map<string, Map<string, { readonly first: CodedAgency; count: number }>>()
  for (const coded of codedAgencies(filings)) {
    const { key, name } = coded
    if (!twice.has(key)) continue
    const byName = byKey.get(key) ?? new Map()
    if (byName.size === 0) byKey.set(key, byName)
    const named = byName.get(name)
    if (named === undefined) byName.set(name, { first: coded, count: 1 })
    else named.count += 1
  }
  const usual = new Map<string, CodedAgency>()
  for (const [key, byName] of byKey) {
    if (byName.size < 2) continue
    const names = [...byName.values()]
    const most = Math.max(...names.map(({ count }) => count))
    const found = names.find(({ count }) => count === most)
    if (found !== undefined) usual.set(key, found.first)
  }
  return usual
}

function* renamed(
  filings: readonly FilingExtract[],
  usualNamed: ReadonlyMap<string, CodedAgency>,
): Generator<CorpusProblem> {
  const reported = new Set<string>()
  for (const { filing, agency, code, name, key } of codedAgencies(filings)) {
    const usual = usualNamed.get(key)
    // Within one filing, that is another rule's business.
    if (usual === undefined || name === usual.name || filing === usual.filing) continue
    const once = `${filing.path}\n${key}`
    if (reported.has(once)) continue
    reported.add(once)
    const [here, there] = [quoted(agency.name), quoted(usual.agency.name)]
    yield {
      file: filing.path,
      at: agency.at,
      path: [],
      message: {
        zh: `单位编码 ${code} 在这里是${here}，在 ${filing.year} 年的另一份公开表中是${there}`,
        en: `the agency code ${code} is ${here} here, and ${there} in another filing of ${filing.year}`,
      },
      elsewhere: [otherPlace(usual.filing.path, usual.agency.at, { zh: '同一编码', en: 'the same code' })],
      data: { code, name: agency.name, other: usual.agency.name, year: String(filing.year) },
      ...(agency.region === '' ? { severity: 'info' as const } : {}),
    }
  }
}
