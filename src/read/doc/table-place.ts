import { modifiersOf } from './properties.ts'
import type { WordFile } from './word-file.ts'

/** A cell of a row as it is defined at the row's end. */
export interface CellDefinition {
  /** In twentieths of a point. */
  readonly left: number
  readonly right: number
  readonly goesOnFromAbove: boolean
  readonly isMergedAcross: boolean
}

/** Modifiers of paragraphs and tables (MS-DOC 2.6.2, 2.6.3). */
const IN_TABLE = 0x2416
const ROW_END = 0x2417
const DEPTH = 0x6649
/** The list that a paragraph is an item of; 0 for none. */
const LIST = 0x460b
/** In a table in a table, paragraph marks end cells and rows. */
const INNER_CELL_END = 0x244b
const INNER_ROW_END = 0x244c
const LONG_LIST = [0x6645, 0x6646]
const TABLE_DEFINITION = 0xd608
const VERTICAL_MERGE = 0xd62b

/** What the modifiers of a paragraph say of the table around it. */
export class TablePlace {
  row: readonly CellDefinition[] = []
  /** Word puts a number or a mark before the paragraph. */
  isListed = false
  #isLong = false
  readonly #on = new Set<number>()
  #depth = 0

  get depth(): number {
    if (this.#depth > 0) return Math.min(this.#depth, DEEPEST)
    return this.#has(IN_TABLE) ? 1 : 0
  }

  get isInner(): boolean {
    return this.depth > 1
  }

  get endsInnerCell(): boolean {
    return this.#has(INNER_CELL_END)
  }

  get endsInnerRow(): boolean {
    return this.#has(INNER_ROW_END)
  }

  get endsRow(): boolean {
    return this.#has(ROW_END)
  }

  /** Follows a list of modifiers, and the longer one that it may name; no longer one names another. */
  read(list: DataView, file: WordFile): void {
    for (const [code, operand] of modifiersOf(list)) {
      if (LONG_LIST.includes(code) && !this.#isLong) {
        this.#isLong = true
        this.read(file.longProperties(operand.getUint32(0, true)), file)
      } else {
        this.#set(code, operand)
      }
    }
  }

  #has(code: number): boolean {
    return this.#on.has(code)
  }

  #set(code: number, operand: DataView): void {
    if (code === LIST) this.isListed = operand.getUint16(0, true) !== 0
    else if (code === DEPTH) this.#depth = operand.getInt32(0, true)
    else if (code === TABLE_DEFINITION) this.row = cellsOf(operand)
    else if (code === VERTICAL_MERGE) this.row = mergedAt(this.row, operand.getUint8(0), operand.getUint8(1))
    else if (operand.byteLength === 1 && operand.getUint8(0) !== 0) this.#on.add(code)
    else this.#on.delete(code)
  }
}

/** Tables further inside each other are text of this one. */
const DEEPEST = 16

const CELL_SIZE = 20

/** The edges of cells, and of each cell how it is merged. */
const cellsOf = (operand: DataView): CellDefinition[] => {
  const count = operand.getUint8(0)
  return Array.from({ length: count }, (_, i): CellDefinition => {
    const at = 1 + 2 * (count + 1) + CELL_SIZE * i
    const flags = at + 2 <= operand.byteLength ? operand.getUint16(at, true) : 0
    return {
      left: operand.getInt16(1 + 2 * i, true),
      right: operand.getInt16(3 + 2 * i, true),
      goesOnFromAbove: ((flags >> 5) & 3) === 1,
      isMergedAcross: (flags & 3) !== 0,
    }
  })
}

const mergedAt = (row: readonly CellDefinition[], index: number, merge: number): CellDefinition[] =>
  row.map((cell, i) => (i === index ? { ...cell, goesOnFromAbove: merge === 1 } : cell))
