import { type ExpectedAgency, readAgencyList } from '../corpus/roll-call.ts'
import type { Message } from '../model/finding.ts'
import { cellsOf } from '../read/grid.ts'
import type { Core } from './core.ts'
import { unopened } from './file-messages.ts'

/** Why a file is no list of agencies. */
export class AgencyListError extends Error {
  readonly reason: Message

  constructor(reason: Message) {
    super(reason.en)
    this.name = 'AgencyListError'
    this.reason = reason
  }
}

/**
 * The agencies of a list: text, CSV, XLSX or any other table that can be read.
 *
 * @throws AgencyListError if it can't be read, or names nobody
 */
export const openAgencyList = async (
  bytes: Uint8Array,
  { open }: Core,
  terms: Parameters<Core['open']>[1],
): Promise<readonly ExpectedAgency[]> => {
  const rows: string[][] = []
  for (const opened of await open(bytes, terms)) {
    if (opened.kind !== 'document') throw new AgencyListError(unopened(opened))
    const { format, source, grid } = opened.document
    // Lines of a text have a code in front or behind, apart by a blank, a tab or a comma.
    if (format === 'text' || format === 'markdown') {
      rows.push(...source.text.split(/\r?\n/).map((line) => line.split(/[\s,，;；|]/)))
    } else rows.push(...grid.blocks.map((block) => cellsOf(block).map(({ text }) => text.text)))
  }
  const expected = readAgencyList(rows)
  if (expected.length > 0) return expected
  throw new AgencyListError({ zh: '名单中没有单位', en: 'names no agency' })
}
