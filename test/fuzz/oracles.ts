import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { check } from '../../src/check.ts'
import { RULE_CRASH } from '../../src/model/finding.ts'
import { parseDocument } from '../../src/parse.ts'
import { type Opened, openFile } from '../../src/read/open.ts'
import { markupOf, uncoveredBy } from '../support/coverage.ts'
import { brokenLaws } from '../support/laws.ts'

/** What came of reading a file, and what must not have. */
export interface Outcome {
  /** `document`, or why there is none; of each file in an archive. */
  readonly fates: readonly string[]
  readonly faults: readonly string[]
  /** Of the texts that were read and the findings. */
  readonly digest: string
}

/** Reads a file as the command does, and looks whether any promise is broken. */
export const tryFile = async (bytes: Uint8Array): Promise<Outcome> => {
  const hash = createHash('sha256')
  const faults: string[] = []
  const fates: string[] = []
  let opened: readonly Opened[] = []
  try {
    opened = await openFile(bytes, { isUtf8 })
  } catch (error) {
    faults.push(`thrown by the reader: ${stackOf(error)}`)
  }
  for (const one of opened) {
    fates.push(one.kind === 'unreadable' ? `${one.reason} ${one.detail}`.trim() : one.kind)
    if (one.kind === 'unreadable' && /[\n\r]|Error|undefined|\bat\b.*:\d+/.test(one.detail))
      faults.push(`unclear message: ${one.detail}`)
    if (one.kind !== 'document') continue
    try {
      for (const fault of faultsOf(one.document, hash)) faults.push(fault)
    } catch (error) {
      faults.push(`thrown behind the reader: ${stackOf(error)}`)
    }
  }
  return { fates, faults, digest: hash.update(fates.join()).digest('hex') }
}

type Hash = ReturnType<typeof createHash>

function* faultsOf(document: Parameters<typeof parseDocument>[0], hash: Hash): Generator<string> {
  const { source, grid } = document
  const { disclosure } = parseDocument(document)
  hash.update(source.text)
  const laws = brokenLaws(disclosure, source.text.length)
  if (laws.length > 0) yield `broken laws: ${laws.slice(0, 3).join('; ')}`
  const missed = uncoveredBy(disclosure, source.text, markupOf(grid))
  if (missed.length > 0)
    yield `nowhere: ${missed
      .slice(0, 5)
      .map((text) => JSON.stringify(text.slice(0, 40)))
      .join(' ')}`
  const findings = check(disclosure)
  for (const finding of findings) {
    hash.update(JSON.stringify(finding))
    if (finding.rule === RULE_CRASH) yield `a rule crashed: ${finding.message.en}`
  }
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 6).join(' | ') : String(error)
