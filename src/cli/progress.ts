import type { Language } from '../model/finding.ts'
import type { Io } from './world.ts'

/** Work that is done sooner says nothing of itself. */
const PATIENCE_MS = 1000
const INTERVAL_MS = 100

/** How far the work is, on one line of a terminal's stderr that is gone afterwards. */
export class Progress {
  readonly #io: Io
  readonly #total: number
  readonly #language: Language
  readonly #start: number
  #done = 0
  #shown: number | undefined

  constructor(io: Io, total: number, language: Language) {
    this.#io = io
    this.#total = total
    this.#language = language
    this.#start = io.now()
  }

  step(): void {
    this.#done += 1
    if (!this.#io.stderr.isTTY || this.#io.env['TERM'] === 'dumb') return
    const now = this.#io.now()
    if (now - this.#start < PATIENCE_MS || now - (this.#shown ?? 0) < INTERVAL_MS) return
    this.#shown = now
    this.#io.stderr.write(`\r${this.#words()}\x1b[K`)
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown !== undefined) this.#io.stderr.write('\r\x1b[K')
  }

  #words(): string {
    const share = `${this.#done}/${this.#total} (${Math.floor((100 * this.#done) / this.#total)}%)`
    return this.#language === 'zh' ? `已检查 ${share}` : `checked ${share}`
  }
}
