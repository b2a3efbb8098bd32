import { type ExpectedAgency, readAgencyList } from '../corpus/roll-call.ts'
import { cellsOf } from '../read/grid.ts'
import type { Core } from '../records/core.ts'
import { tooLarge, unopened } from '../records/file-messages.ts'
import { DEFAULT_LIMITS } from '../records/limits.ts'
import { describe } from './inputs.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

/**
 * The agencies of a list: text, CSV, XLSX or any other table that can be read.
 *
 * @throws UsageError if it can't be read, or names nobody
 */
export const readExpected = async (path: string, io: Io, core: Core): Promise<readonly ExpectedAgency[]> => {
  const fail = ({ zh, en }: UsageError['words']): UsageError =>
    new UsageError({ zh: `--expect ${path}：${zh}`, en: `--expect ${path}: ${en}` })
  let bytes: Uint8Array | undefined
  try {
    bytes = io.files.read(path, DEFAULT_LIMITS.maxFileSize)
  } catch (error) {
    throw fail(describe(error))
  }
  if (bytes === undefined) throw fail(tooLarge(DEFAULT_LIMITS.maxFileSize))
  const rows: string[][] = []
  for (const opened of await core.open(bytes, { isUtf8: io.isUtf8 })) {
    if (opened.kind !== 'document') throw fail(unopened(opened))
    const { format, source, grid } = opened.document
    // Lines of a text have a code in front or behind, apart by a blank, a tab or a comma.
    if (format === 'text' || format === 'markdown') {
      rows.push(...source.text.split(/\r?\n/).map((line) => line.split(/[\s,，;；|]/)))
    } else rows.push(...grid.blocks.map((block) => cellsOf(block).map(({ text }) => text.text)))
  }
  const expected = readAgencyList(rows)
  if (expected.length > 0) return expected
  throw fail({ zh: '名单中没有单位', en: 'names no agency' })
}
