import type { ReadNote } from '../document.ts'

/** What was left out of a document, as the user should know. */
export const notesOf = ({
  deletions,
  hidden,
}: {
  readonly deletions: number
  readonly hidden: number
}): readonly ReadNote[] => {
  const notes: ReadNote[] = []
  if (deletions > 0) notes.push({ kind: 'tracked-changes', detail: `${deletions}` })
  if (hidden > 0) notes.push({ kind: 'hidden-text', detail: `${hidden}` })
  return notes
}
