import type { CheckedFile, PrintedFile } from '../report/report.ts'
import { omittedIn } from './cap-findings.ts'
import { type ExtractedFile, extractIn } from './corpus-step.ts'
import { ExtractShelf } from './extract-shelf.ts'
import type { CheckResult } from './file-record.ts'
import { printedFile } from './print-file.ts'
import type { Spool } from './spool.ts'

/** Puts away what is looked at much later, or never again, of results. */
export class Shelf {
  readonly #spool: Spool
  readonly extracts: ExtractShelf
  /** Thousands of filings have as many findings as another. */
  readonly #counts = new Map<string, PrintedFile['counts']>()

  constructor(spool: Spool) {
    this.#spool = spool
    this.extracts = new ExtractShelf(spool)
  }

  take(result: CheckResult): CheckResult {
    return result.kind === 'checked' ? this.takeFile(result) : result
  }

  takeFile(file: CheckedFile): ExtractedFile {
    const whole = extractIn(file)
    const extract = whole && this.extracts.take(whole)
    if (file.printed === undefined) return { ...file, extract }
    const at = this.#spool.keep(file.printed.text())
    const printed = new ShelvedPrint(this.#spool, at, this.#sharedCounts(file.printed.counts))
    return printedFile(file.path, printed, omittedIn(file), extract)
  }

  #sharedCounts(counts: PrintedFile['counts']): PrintedFile['counts'] {
    const key = JSON.stringify(counts)
    const known = this.#counts.get(key)
    if (known === undefined) this.#counts.set(key, counts)
    return known ?? counts
  }
}

class ShelvedPrint implements PrintedFile {
  readonly #spool: Spool
  readonly #at: number
  readonly counts: PrintedFile['counts']

  constructor(spool: Spool, at: number, counts: PrintedFile['counts']) {
    this.#spool = spool
    this.#at = at
    this.counts = counts
  }

  text(): string {
    return this.#spool.read(this.#at)
  }
}
