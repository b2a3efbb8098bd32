import type { FilingExtract } from '../corpus/extract.ts'
import type { CheckedFile } from '../report/report.ts'
import { type ExtractedFile, extractIn } from './corpus-step.ts'
import type { CheckResult } from './file-record.ts'
import { ShelvedExtract } from './shelved-extract.ts'
import type { Spool } from './spool.ts'

/** Puts away what is rarely or never looked at again of results that were printed. */
export class Shelf {
  readonly #spool: Spool
  /** Names come again and again: of agencies in all their filings, of projects in all counties. */
  readonly #words = new Map<string, string>()

  constructor(spool: Spool) {
    this.#spool = spool
  }

  take(result: CheckResult): CheckResult {
    return result.kind === 'checked' ? this.takeFile(result) : result
  }

  takeFile(file: CheckedFile): CheckedFile | ExtractedFile {
    if (file.printed === undefined) return file
    const { text, counts } = file.printed
    const printed = { text: this.#spool.keep(text()), counts }
    const extract = extractIn(file)
    return extract === undefined ? { ...file, printed } : { ...file, printed, extract: this.#shrink(extract) }
  }

  #shrink({ plan, ...extract }: FilingExtract): FilingExtract {
    const readPlan = this.#spool.keep(JSON.stringify(plan))
    // Texts put together from others hold on to all of them; a copy does not.
    const copy = JSON.parse(JSON.stringify(extract)) as typeof extract
    for (const part of [...copy.agencies, ...copy.projects, ...copy.baselines]) this.#shareWords(part)
    return new ShelvedExtract(copy, readPlan)
  }

  #shareWords(part: object): void {
    const fields = part as Record<string, unknown>
    for (const [key, value] of Object.entries(fields)) {
      if (typeof value !== 'string' || key === 'at') continue
      const known = this.#words.get(value)
      if (known === undefined) this.#words.set(value, value)
      else fields[key] = known
    }
  }
}
