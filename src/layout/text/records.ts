import { type Block, plainCell, type Row, type TextBlock } from '../../read/grid.ts'
import { rememberFor } from '../../remember.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { serialNumber } from '../../vocabulary/serial-numbers.ts'
import { labelIn } from '../labels.ts'
import { kindOf } from '../words-of.ts'
import { rowOfTokens } from './tokens.ts'

/**
 * Puts a table in place of records: 一级指标：… 二级指标：… 三级指标：… 指标值：… once for each indicator, each field in its line or all in
 * one. Their labels, whatever the words, are its header; `rest` is what repeats them, and the lines between the records.
 */
export const rowsOfRecords = (
  blocks: readonly Block[],
): { readonly blocks: readonly Block[]; readonly rest: readonly Block[] } => {
  const found: Block[] = []
  const rest: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block
    const list = isNothing(block) ? undefined : listFrom(blocks, at)
    if (list === undefined) found.push(block)
    else if (list.areRecords) {
      for (const row of rowsOf(list)) found.push(row)
      const rules = blocks.slice(at, list.end).filter(isRule)
      for (const one of [...labelsOf(list), ...rules]) rest.push(one)
    } else for (const one of blocks.slice(at, list.end)) found.push(one)
    at = list?.end ?? at + 1
  }
  return { blocks: found, rest }
}

/** The labels of all records but the first. */
const labelsOf = ({ records }: RecordList): readonly Block[] =>
  records
    .slice(1)
    .flatMap(({ fields }) =>
      Array.from(fields.values(), ({ label }) => ({ kind: 'text', cell: plainCell(label) }) as const),
    )

/** A label with what stands behind its colon. */
interface Field {
  /** The words of the label: 指标名称1 is 指标名称. */
  readonly key: string
  readonly label: SpannedText
  readonly value: SpannedText
  readonly line: TextBlock
}

/** The fields of an indicator by their labels, and its number, in front of them or in a line above. */
interface FieldsOfOne {
  readonly number: SpannedText | undefined
  readonly fields: Map<string, Field>
}

interface RecordList {
  readonly records: readonly FieldsOfOne[]
  /** The block behind the last record. */
  readonly end: number
  /** Whether they are records as a whole, for all that the first of them look like it. */
  readonly areRecords: boolean
}

/** Fewer could be the fields of two forms. */
const FEWEST = 3
const MOST_FIELDS = 10
/** So many tell whether they all are. */
const TELLING = 8

/** What looks like records from a block on; `undefined` where a few lines tell that none begin there. */
const listFrom = (blocks: readonly Block[], from: number): RecordList | undefined => {
  const records: FieldsOfOne[] = []
  let end = from
  let number: SpannedText | undefined
  for (let at = from; at < Math.min(blocks.length, end + FURTHEST); at += 1) {
    const block = blocks[at] as Block
    if (isNothing(block)) continue
    const { mark, fields } = block.kind === 'text' ? fieldsIn(block) : NONE
    number = mark ?? number
    if (fields.length === 0 && mark !== undefined) continue
    if (!mayFollow(records, fields)) break
    for (const field of fields) if (add(records, field, number)) number = undefined
    if (areNone(records)) return undefined
    end = at + 1
  }
  const are = areRecords(records)
  return are || records.length > TELLING ? { records, end, areRecords: are } : undefined
}

/** More blank lines and numbers than these stand between no two fields. */
const FURTHEST = 6

/** Whether fields can be told to be no records before all are seen: a text of labels isn't looked through from each of its lines. */
const areNone = (records: readonly FieldsOfOne[]): boolean =>
  (records.at(-1)?.fields.size ?? 0) > MOST_FIELDS || (records.length === TELLING && !areRecords(records))

/** A blank line, or one of dashes between two records. */
const isNothing = (block: Block): boolean => (block.kind === 'gap' ? block.endsTable !== true : isRule(block))

const isRule = (block: Block): boolean =>
  block.kind === 'text' && /^[-—=_*·.\s]*$/.test(block.cell.text.folded)

/** What the first record doesn't have is a field of the form below them all. */
const mayFollow = (records: readonly FieldsOfOne[], fields: readonly Field[]): boolean =>
  fields.length > 0 && (records.length < 2 || fields.every(({ key }) => records[0]?.fields.has(key) === true))

/** Adds a field to the last record, or to a new one with the number above it; whether it did the latter. */
const add = (records: FieldsOfOne[], field: Field, number: SpannedText | undefined): boolean => {
  const [first] = records
  const begins = first === undefined || isNext(first, records.at(-1) as FieldsOfOne, field)
  if (begins) records.push({ number, fields: new Map() })
  records.at(-1)?.fields.set(field.key, field)
  return begins
}

/** Whether a field is of another record: the last one has it, or has fields that stand behind it in the first. */
const isNext = (first: FieldsOfOne, own: FieldsOfOne, { key }: Field): boolean => {
  const order = [...first.fields.keys()]
  const last = [...own.fields.keys()].at(-1) ?? ''
  return order.includes(key) && order.indexOf(key) <= order.indexOf(last)
}

/** (1), 1. in front of fields in one line. */
const MARK = /^\s*[([【]?\d{1,3}[)\]】.、]\s?/
const FIELD = /^([^\s\d:,;。、]{2,10}?)\d{0,2}:\s*(\S.*)$/s

/** The number in front of a line, or all of it, and its fields, each set off by a semicolon, a comma, a bar or a blank; none where some part of it is no field. */
const fieldsIn = rememberFor((line: TextBlock): MarkedFields => {
  const { text } = line.cell
  if (serialNumber(text.meaning) !== undefined) return { mark: text.trim(), fields: [] }
  const behind = MARK.exec(text.folded)?.[0].length ?? 0
  const mark = behind === 0 ? undefined : text.trimmed(0, behind)
  const fields: Field[] = []
  for (const [start, end] of partsOf(text.folded, behind)) {
    const part = text.trimmed(start, end)
    const [, key, value] = FIELD.exec(part.folded) ?? []
    if (key === undefined || value === undefined) return { mark: undefined, fields: [] }
    const label = part.slice(0, part.folded.indexOf(':'))
    fields.push({ key, label, value: part.trimmed(part.length - value.length), line })
  }
  return { mark, fields }
})

const NONE = { mark: undefined, fields: [] }

interface MarkedFields {
  readonly mark: SpannedText | undefined
  readonly fields: readonly Field[]
}

/** Where the fields of a line begin: behind its number, and labels with a colon behind a mark or a blank. */
const partsOf = (folded: string, from: number): readonly (readonly [number, number])[] => {
  const marks = Array.from(folded.matchAll(NEXT_FIELD)).filter(({ index }) => index >= from)
  const starts = [from, ...marks.map(({ index, 0: mark }) => index + mark.length)]
  return starts.map((start, i) => [start, marks[i]?.index ?? folded.length])
}

const NEXT_FIELD = /[;,|\s]\s?(?=[^\s\d:,;。、|]{2,10}\d{0,2}:)/g

const areRecords = (records: readonly FieldsOfOne[]): boolean => {
  const labels = Array.from(records[0]?.fields.values() ?? [], ({ label }) => label)
  if (records.length < FEWEST || labels.length < 2) return false
  const keys = Array.from((records[0] as FieldsOfOne).fields.keys())
  // 项目名称:… 数量指标:… 质量指标:… once for each project are forms, and no indicators.
  if (labels.some((label) => isLevel(kindOf(label)) || OF_PROJECTS.has(labelIn(label)?.role ?? ''))) {
    const areCategories = keys.some((key) => areMostly(records, key, (value) => isLevel(kindOf(value))))
    if (!areCategories) return false
  }
  const isWhole = records.filter(({ fields }) => fields.size === labels.length).length * 2 > records.length
  return isWhole && keys.some((key) => areMostly(records, key, (value) => isTyped(kindOf(value))))
}

const OF_PROJECTS: ReadonlySet<string> = new Set(['name', 'goal', 'amount', 'agency', 'code'])

const areMostly = (
  records: readonly FieldsOfOne[],
  key: string,
  test: (value: SpannedText) => boolean,
): boolean => {
  const values = records.flatMap(({ fields }) => fields.get(key)?.value ?? [])
  return values.filter(test).length * 2 > records.length
}

/** The records as rows, their numbers and what they are indicators of in front. */
const rowsOf = ({ records }: RecordList): readonly Row[] => {
  const all = Array.from((records[0] as FieldsOfOne).fields.values())
  const isCategory = ({ key }: Field): boolean => areMostly(records, key, (value) => isLevel(kindOf(value)))
  const heads = [...all.filter(isCategory), ...all.filter((head) => !isCategory(head))]
  const isNumbered = records.some(({ number }) => number !== undefined)
  return [
    rowOfTokens([
      ...(isNumbered ? [undefined] : []),
      ...heads.map(({ label, line }) => ({ text: label, line })),
    ]),
    ...records.map(({ number, fields }) =>
      rowOfTokens([
        ...(isNumbered ? [number && { text: number, line: undefined }] : []),
        ...heads.map(({ key }) => {
          const field = fields.get(key)
          return field && { text: field.value, line: undefined }
        }),
      ]),
    ),
  ]
}
