import { type Scan, SURE_CHARACTER } from '../source/scan.ts'
import type { Finding, Message } from './finding.ts'

/** No more doubtful texts are quoted, and none at greater length. */
const MOST_QUOTED = 3
const LONGEST = 24

/**
 * A finding of a scan as it may be told: where it stands on characters that were not read surely, it says so, and is no
 * error, since the paper may say something else.
 */
export const withDoubt = (finding: Finding, scan: Scan): Finding => {
  const places = [finding.at, ...(finding.related ?? []).map(({ at }) => at)]
  const doubtful = places.flatMap((at) => {
    const certainty = scan.certaintyOf(at)
    return certainty === undefined || certainty >= SURE_CHARACTER
      ? []
      : [{ certainty, text: scan.textOf(at) }]
  })
  if (doubtful.length === 0) return finding
  const least = Math.min(...doubtful.map(({ certainty }) => certainty))
  const readings = wordsOf(doubtful.slice(0, MOST_QUOTED))
  const { because } = finding
  return {
    ...finding,
    severity: finding.severity === 'error' ? 'warning' : finding.severity,
    because:
      because === undefined
        ? readings
        : { zh: `${because.zh}；${readings.zh}`, en: `${because.en}; ${readings.en}` },
    data: { ...finding.data, ocrCertainty: String(least) },
  }
}

interface DoubtfulText {
  readonly certainty: number
  readonly text: string
}

const wordsOf = (doubtful: readonly DoubtfulText[]): Message => {
  const quoted = doubtful.map(({ certainty, text }) => {
    const line = text.replace(/\s+/g, ' ')
    return { certainty, text: line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line }
  })
  return {
    zh: `由扫描识别，请核对原件：${quoted.map(({ certainty, text }) => `“${text}”（把握 ${certainty}%）`).join('、')}`,
    en: `read by OCR, compare with the paper: ${quoted.map(({ certainty, text }) => `'${text}' (${certainty}% sure)`).join(', ')}`,
  }
}
