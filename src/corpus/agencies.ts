import type { Disclosure } from '../model/disclosure.ts'
import { ownersOf } from '../model/owners.ts'
import type { CheckedRecord, FiledAgency } from '../model/record.ts'
import { rememberText } from '../remember.ts'
import { meaning } from '../source/fold.ts'

/** A name as its words mean it: folded, without any blanks. */
export const compactName = (text: string): string => meaning(text).replace(/\s+/g, '')

/**
 * What of an agency's name tells it from others: without 本级, 汇总 and the like, which come and go
 * between tables of one agency.
 */
export const agencyNameKey = rememberText((name: string): string =>
  compactName(name)
    .replace(/\([^()]*\)|〔[^〔〕]*〕|\[[^[\]]*\]/g, '')
    .replace(/^\d+[-_]?/, '')
    .replace(/(?:本级|机关|汇总|部门|本部){1,4}$/, ''),
)

/**
 * Whose table it is, as its title says: 某县教育局 of 某县教育局2022年部门预算项目支出绩效目标公开表; empty
 * where the title names nobody.
 */
export const issuerOf = (title: string): string => {
  const words = compactName(title)
    .replace(/^[#*]+/, '')
    .replace(/20\d\d年?度?/g, '')
  const end = /部门预算|部门|预算|项目|绩效|单位|公开/.exec(words)?.index ?? words.length
  return words.slice(0, end).replace(/^(?:附件|表)\d*[:.、]?/, '')
}

/** Names of places that end in a word of everyday use: 城市管理, 社区, 市场监管. */
const PLACE =
  /[\u4e00-\u9fff]{2,9}?(?:自治区|自治州|自治县|自治旗|省|州|市(?![场政容民])|盟|地区|县(?!级)|旗|(?<![社园校小景库林牧灌矿片辖地])区(?![域划]))/y

/**
 * The smallest place that a name begins with: 门源县 of 海北州门源县人社局; empty where it begins with
 * none. Agency codes are given out place by place, so that equal codes mean one agency only there.
 */
export const regionOf = (name: string): string => {
  let region = ''
  PLACE.lastIndex = 0
  for (let found = PLACE.exec(name); found !== null; found = PLACE.exec(name)) region = found[0]
  return region
}

/**
 * Whether two rows of different filings stand for one agency: of one name, or of one code in one
 * place. A code alone says nothing, for every county has a 501.
 */
export const isSameAgency = (a: FiledAgency, b: FiledAgency): boolean => {
  const places = a.region === '' || b.region === '' ? 'unknown' : a.region === b.region ? 'one' : 'two'
  if (places === 'two') return false
  const hasOneCode = a.code !== undefined && a.code === b.code
  if (places === 'one') return hasOneCode || haveOneName(a, b)
  return haveOneName(a, b) && (hasOneCode || a.code === undefined || b.code === undefined)
}

const haveOneName = (a: FiledAgency, b: FiledAgency): boolean =>
  agencyNameKey(a.name) === agencyNameKey(b.name)

/** Whose a filing is, and what it holds, as its record says it. */
export const filedIn = (disclosure: Disclosure): Pick<CheckedRecord, 'agencies' | 'projects'> => {
  const { agencies, projects } = ownersOf(disclosure)
  const issuer = issuerOf(disclosure.title?.text ?? '')
  const region = regionOf(issuer)
  const named = agencies.map((agency): FiledAgency => {
    const name = compactName(agency.name.text)
    return {
      ...(agency.code === undefined ? {} : { code: compactName(agency.code.text) }),
      name,
      region: regionOf(name) || region,
    }
  })
  const isIssuerAlone = named.length === 0 && issuer !== ''
  return {
    agencies: isIssuerAlone ? [{ name: issuer, region }] : named,
    projects: projects.map(({ project, agency, isUnsure }) => ({
      name: project.name.meaning,
      agency: isIssuerAlone ? 0 : agency,
      ...(isUnsure ? { isUnsure } : {}),
    })),
  }
}
