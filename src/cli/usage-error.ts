import type { Message } from '../model/finding.ts'

/** The command line can't be understood; the message says what is wrong and what was meant. */
export class UsageError extends Error {
  readonly words: Message

  constructor(words: Message) {
    super(words.en)
    this.name = 'UsageError'
    this.words = words
  }
}
