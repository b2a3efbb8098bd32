import { Lexer } from '../../lexicon/lexer.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { endsAsValue } from '../../vocabulary/qualities.ts'

/**
 * The lines of a form as one text; without the line ends that only the width of the page made, where it divides headings, and
 * rows begin wherever the one before ends.
 */
export const joinLines = (lines: readonly SpannedText[]): SpannedText => {
  const text = SpannedText.join(lines, '\n')
  if (lines.length < FEWEST_LINES || !isDividedByPage(text.folded)) return text
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0)
  const paragraphs: SpannedText[][] = []
  let isOpen = false
  for (const line of lines) {
    if (isOpen) paragraphs.at(-1)?.push(line)
    else paragraphs.push([line])
    isOpen = line.length >= longest * FULL
  }
  return SpannedText.join(
    paragraphs.map((paragraph) => SpannedText.join(paragraph)),
    '\n',
  )
}

const FEWEST_LINES = 6
/** Digits are narrower than words, and a page has more of them in a line. */
const FULL = 0.6

/** Whether a line end stands inside a heading, and more headings stand behind values than at the start of lines. */
const isDividedByPage = (folded: string): boolean => {
  const lexer = new Lexer(folded)
  if (!dividesHeading(lexer)) return false
  let behindValue = 0
  let first = 0
  for (let at = 0; at < folded.length; at += 1) {
    const heading = lexer.categories(at).find(({ isFull, isDamaged }) => isFull && !isDamaged)
    if (heading === undefined) continue
    if (folded[at - 1] === '\n') first += 1
    else if (endsAsValue(folded.slice(Math.max(0, at - LONGEST_VALUE), at))) behindValue += 1
    at = heading.end - 1
  }
  return behindValue >= FEW && behindValue > first
}

const FEW = 3
const LONGEST_VALUE = 24
const LONGEST_HEADING = 10

const dividesHeading = (lexer: Lexer): boolean => {
  const { folded } = lexer
  for (let end = folded.indexOf('\n'); end >= 0; end = folded.indexOf('\n', end + 1))
    for (let at = Math.max(0, end - LONGEST_HEADING); at < end; at += 1)
      if (
        lexer.categories(at).some((heading) => heading.isFull && !heading.isDamaged && heading.end > end + 1)
      )
        return true
  return false
}
