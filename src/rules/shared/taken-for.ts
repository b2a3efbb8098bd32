import type { ColumnRole, Heading, Misreading } from '../../model/disclosure.ts'
import type { Message, Problem, Related } from '../rule.ts'
import { ROLE_WORDS } from './phrases.ts'
import { quoted } from './quoted.ts'

/** So many places are listed, and so many columns named; more help nobody. */
export const MOST_PLACES = 20
export const MOST_NAMED = 3

/** A table whose own contents show that it was read wrongly. */
export const misread = ({ span, contradictions }: Misreading): Problem => {
  const [first, ...related] = takenFor(contradictions).slice(0, MOST_PLACES)
  const columns = takenWords(contradictions, ' among its ')
  const count = contradictions.length
  return {
    message: {
      zh: `本表可能读错：${columns.zh}${count > MOST_NAMED ? `，共 ${count} 处` : ''}；有关内容未予核对`,
      en: `this table was probably read wrongly: it would have ${columns.en}${count > MOST_NAMED ? `, ${count} such places in all` : ''}; what depends on that was not checked`,
    },
    at: first?.at ?? { start: span.start, end: span.start },
    ...(related.length === 0 ? {} : { related }),
    because: CONTRADICTORY,
    data: { contradictions: String(count) },
  }
}

const CONTRADICTORY: Message = {
  zh: '没有表会这样填写，应是各格没有对齐，或文字粘连在一起。',
  en: 'no table is filled in like that: cells were probably shifted, or texts run together.',
}

/** Where the texts stand that were taken for something, and for what. */
export const takenFor = (headings: readonly Heading[]): readonly Related[] =>
  headings.flatMap(({ text, role }) => (role === undefined ? [] : [{ at: text.span, note: takenAs(role) }]))

/** What a text was understood as. */
const takenAs = (role: ColumnRole): Message => ({
  zh: `理解为${ROLE_WORDS[role].zh}`,
  en: `taken for ${ROLE_WORDS[role].en}`,
})

/** `“预期”理解为指标值、“事项”理解为三级指标`. */
export const takenWords = (headings: readonly Heading[], join = ' for '): Message => {
  const known = headings.flatMap(({ text, role }) =>
    role === undefined ? [] : [{ name: quoted(shortened(text.meaning)), words: ROLE_WORDS[role] }],
  )
  const named = known.slice(0, MOST_NAMED)
  return {
    zh: named.map(({ name, words }) => `${name}理解为${words.zh}`).join('、'),
    en: named.map(({ name, words }) => `${name}${join}${words.en}`).join(', '),
  }
}

/** The beginning of a long text. */
export const shortened = (words: string): string => (words.length > 20 ? `${words.slice(0, 19)}…` : words)
