import type { FiledAgency } from '../model/record.ts'
import { agencyNameKey } from './agency-name.ts'

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
