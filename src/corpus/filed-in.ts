import type { Disclosure } from '../model/disclosure.ts'
import { ownersOf } from '../model/owners.ts'
import type { CheckedRecord, FiledAgency } from '../model/record.ts'
import { compactName, issuerOf } from './agency-name.ts'
import { regionOf } from './region.ts'

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
