import type { Agency, Disclosure, Project } from '../model/disclosure.ts'
import { contains, type Span } from '../source/span.ts'
import type { CheckedFile, Finding } from './report.ts'

/**
 * Names for findings that survive other edits: digests of the rule, the agency's code, the
 * project's name, the path in the tree and the text without digits and blanks. Twins are told
 * apart by `:2`, `:3` in the order of the text.
 */
const fingerprintsOf = (
  findings: readonly Finding[],
  disclosure: Disclosure,
  text: string,
  hash: (text: string) => string,
): string[] => {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const owner = ownerOf(disclosure, finding.at)
    const print = hash(
      [
        finding.rule,
        owner.code ?? '',
        owner.project ?? '',
        ...finding.path.map(({ zh }) => withoutBlanks(zh)),
        withoutBlanks(text.slice(finding.at.start, finding.at.end)).replace(/\p{Nd}/gu, ''),
      ].join('\n'),
    )
    const count = (seen.get(print) ?? 0) + 1
    seen.set(print, count)
    return count === 1 ? print : `${print}:${count}`
  })
}

/** The name of every finding of a file, listed or not, so that twins are numbered alike in any report. */
export const fingerprintsByFinding = (
  { findings, disclosure, source, fingerprints }: CheckedFile,
  hash: (text: string) => string,
): ReadonlyMap<Finding, string> => {
  if (fingerprints !== undefined) return fingerprints
  const prints = fingerprintsOf(findings, disclosure, source.text, hash)
  return new Map(findings.map((finding, i) => [finding, prints[i] as string]))
}

interface Owner {
  readonly code: string | undefined
  readonly project: string | undefined
}

/** The agency with the longest code and the project that a place belongs to. */
const ownerOf = ({ agencies, projects }: Disclosure, at: Span): Owner => {
  const project = projects.find(({ span }) => contains(span, at))
  if (project !== undefined) return { code: codeOf(project), project: nameOf(project) }
  for (const agency of agencies) {
    const owner = ownerInAgency(agency, at)
    if (owner !== undefined) return owner
  }
  return { code: undefined, project: undefined }
}

/** An agency's own span may be its row alone, so that all below it are asked. */
const ownerInAgency = (agency: Agency, at: Span): Owner | undefined => {
  const code = codeOf(agency)
  const project = agency.projects.find(({ span }) => contains(span, at))
  if (project !== undefined) return { code: codeOf(project) ?? code, project: nameOf(project) }
  for (const child of agency.agencies) {
    const owner = ownerInAgency(child, at)
    if (owner !== undefined) return { code: owner.code ?? code, project: owner.project }
  }
  return contains(agency.span, at) ? { code, project: undefined } : undefined
}

const codeOf = ({ code }: Agency | Project): string | undefined =>
  code === undefined ? undefined : withoutBlanks(code.text)

const nameOf = ({ name }: Project): string => withoutBlanks(name.text)

const withoutBlanks = (text: string): string => text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '')
