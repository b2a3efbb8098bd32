import { isUtf8 } from 'node:buffer'
import { check, type Disclosure, type Finding, openFile, parseDocument } from '../../../src/index.ts'

/** What the product makes of a file; `undefined` where it recognises no table. */
export const readBytes = async (bytes: Uint8Array): Promise<Disclosure | undefined> => {
  const [opened] = await openFile(bytes, { isUtf8 })
  if (opened?.kind !== 'document') return undefined
  const { disclosure } = parseDocument(opened.document)
  return isEmpty(disclosure) ? undefined : disclosure
}

/** The command fails here, and checks nothing. */
const isEmpty = ({ headings, totals, agencies, projects }: Disclosure): boolean =>
  [headings, totals, agencies, projects].every(({ length }) => length === 0)

export const findingsOf = (disclosure: Disclosure | undefined): readonly Finding[] =>
  disclosure === undefined ? [] : check(disclosure)
