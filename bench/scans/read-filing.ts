import { isUtf8 } from 'node:buffer'
import {
  check,
  indicatorsOf,
  type OpenPictureReader,
  openFile,
  parseDocument,
  projectsOf,
  type SpannedText,
} from '../../src/index.ts'
import { settleScan } from '../../src/records/settle-scan.ts'

/** What there is to compare of a filing. */
export interface ReadFiling {
  readonly text: string
  /** Names with their values. */
  readonly indicators: readonly string[]
  readonly amounts: readonly string[]
  readonly errors: readonly string[]
}

/** Reads and checks a file as the command does. */
export const readFiling = async (
  bytes: Uint8Array,
  pictureReader?: OpenPictureReader,
): Promise<ReadFiling> => {
  const [opened] = await openFile(bytes, { isUtf8, pictureReader })
  if (opened?.kind !== 'document') return { text: '', indicators: [], amounts: [], errors: [] }
  const document = settleScan(opened.document)
  const { disclosure } = parseDocument(document)
  const projects = [...projectsOf(disclosure)]
  const meaning = (text: SpannedText | undefined): string => text?.meaning ?? ''
  return {
    // Nobody sees whether a bracket is of full width.
    text: document.source.text.normalize('NFKC').replace(/\s+/g, ''),
    indicators: projects.flatMap((project) =>
      indicatorsOf(project).map(({ indicator: { text, actual } }) =>
        [text, actual?.text].map(meaning).join(' '),
      ),
    ),
    amounts: projects.map(({ amount }) => meaning('text' in amount ? amount.text : undefined)),
    errors: check(disclosure)
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, message }) => `${rule} ${message.en}`),
  }
}
