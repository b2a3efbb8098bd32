import type { PlaceName } from '../../source/source.ts'
import type { Document } from '../document.ts'
import { cellName, DocumentWriter, paragraphName } from '../document-writer.ts'
import type { Trace } from '../trace.ts'
import type { XmlElement } from '../xml-tree.ts'
import type { DocxBlock, DocxCell, DocxTrace } from './blocks.ts'

/** Counts paragraphs and tables to name places. */
export class PlaceWriter {
  readonly #writer = new DocumentWriter<XmlElement>()
  #paragraphs = 0
  #tables = 0
  isBlank = true

  write(blocks: readonly DocxBlock[]): void {
    for (const block of blocks) {
      if (block.kind === 'table') this.#table(block.rows)
      else if (block.kind === 'paragraph') this.#paragraph(block.text, block.trace)
      else this.#paragraph('')
    }
  }

  /** Notes stand in a part of their own: what they are made of is not kept. */
  writeNote(blocks: readonly DocxBlock[], number: number): void {
    const name = { zh: `脚注${number}`, en: `footnote ${number}` }
    for (const block of blocks) {
      if (block.kind === 'table')
        this.#table(block.rows.map((row) => row.map(({ trace: _, ...cell }) => cell)))
      else if (block.kind === 'paragraph') this.#line(block.text, name)
    }
  }

  get traces(): readonly Trace<XmlElement>[] {
    return this.#writer.traces
  }

  finish(): Pick<Document, 'source' | 'grid'> {
    return this.#writer.finish()
  }

  /** Blank paragraphs are not counted: nobody sees them. */
  #paragraph(text: string, trace?: DocxTrace): void {
    if (text.trim() !== '') this.#paragraphs += 1
    this.#line(text, paragraphName(this.#paragraphs), trace)
  }

  #line(text: string, name: PlaceName, trace?: DocxTrace): void {
    this.isBlank &&= text.trim() === ''
    this.#writer.line(text, name, trace)
  }

  #table(rows: readonly (readonly DocxCell[])[]): void {
    this.#tables += 1
    const named = rows.map((row, i) =>
      row.map((cell) => ({ ...cell, name: cellName(this.#tables, i + 1, cell.column + 1) })),
    )
    this.isBlank &&= rows.every((row) => row.every(({ text }) => text === ''))
    this.#writer.table(named)
  }
}
