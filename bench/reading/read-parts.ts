import { isUtf8 } from 'node:buffer'
import { type Amount, openFile, parseDocument } from '../../src/index.ts'
import { squeeze } from '../../test/support/reading/plain-text.ts'
import { indicatorsIn, projectsIn, textOf } from '../../test/support/reading/tree-view.ts'

/** What is read of a file, each part as one string that can be compared. */
interface ReadParts {
  readonly indicators: readonly string[]
  /** Names, amounts and goals of projects. */
  readonly fields: readonly string[]
}

/** The text of a file without blanks, and what is read of it. */
export const readParts = async (
  bytes: Uint8Array,
): Promise<{ readonly text: string; readonly parts: ReadParts }> => {
  const [opened] = await openFile(bytes, { isUtf8 })
  if (opened?.kind !== 'document') return { text: '', parts: { indicators: [], fields: [] } }
  const projects = projectsIn(parseDocument(opened.document).disclosure)
  return {
    text: squeeze(opened.document.source.text),
    parts: {
      indicators: projects.flatMap((project, k) =>
        indicatorsIn(project, k).map((indicator) => JSON.stringify({ ...indicator, project: 0 })),
      ),
      fields: projects.flatMap(({ name, amount, goals }) => [
        `name ${textOf(name)}`,
        `amount ${wordsOfAmount(amount)}`,
        ...goals.map(({ text }) => `goal ${textOf(text)}`),
      ]),
    },
  }
}

const wordsOfAmount = (amount: Amount): string =>
  amount.kind === 'amount' ? amount.money.toFixed() : amount.kind
