import { createHash } from 'node:crypto'
import type { Paint, ReportOptions } from '../../src/report/report.ts'

const plain = (text: string): string => text

const PLAIN: Paint = {
  error: plain,
  warning: plain,
  info: plain,
  strong: plain,
  faint: plain,
  good: plain,
}

/** Colours as visible marks, to test what is coloured. */
export const MARKED: Paint = {
  error: (text) => `<e>${text}</e>`,
  warning: (text) => `<w>${text}</w>`,
  info: (text) => `<i>${text}</i>`,
  strong: (text) => `<b>${text}</b>`,
  faint: plain,
  good: (text) => `<g>${text}</g>`,
}

/** Colours as terminals know them. */
export const COLOURED: Paint = {
  error: (text) => `\x1b[31m${text}\x1b[0m`,
  warning: (text) => `\x1b[33m${text}\x1b[0m`,
  info: (text) => `\x1b[36m${text}\x1b[0m`,
  strong: (text) => `\x1b[1m${text}\x1b[0m`,
  faint: (text) => `\x1b[2m${text}\x1b[0m`,
  good: (text) => `\x1b[32m${text}\x1b[0m`,
}

export const reportOptions = (part: Partial<ReportOptions> = {}): ReportOptions => ({
  language: 'zh',
  level: 'warning',
  width: 80,
  ambiguousWidth: 1,
  paint: PLAIN,
  wrap: undefined,
  hash: (text) => createHash('sha256').update(text).digest('hex').slice(0, 16),
  ...part,
})
