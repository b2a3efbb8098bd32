import { unopened } from '../../src/records/file-messages.ts'

const SCANS = [
  { kind: 'no-text', is: 'image' },
  { kind: 'unreadable', reason: 'no-text-layer', detail: '' },
] as const

/** What the command says, as the page does: what reads scans is to be had for it in another way. */
export const asPageSays = (said: string): string => {
  let text = said
  for (const why of SCANS)
    for (const language of ['zh', 'en'] as const)
      text = text.replaceAll(unopened(why)[language], unopened(why, 'page')[language])
  return text
}
