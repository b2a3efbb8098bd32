import type { Handout, HandoutFile, HandoutTerms } from './handout.ts'

/** What can be handed out; each is loaded when it is asked for. */
const handouts = {
  annotated: async () => (await import('./annotated.ts')).annotatedFiles,
  worklist: async () => (await import('./worklist.ts')).worklistFiles,
  review: async () => (await import('./review/review.ts')).reviewFiles,
  notice: async () => (await import('./notice.ts')).noticeFiles,
} as const satisfies Record<string, () => Promise<Handout>>

/** By its name on the command line. */
export type HandoutFormat = keyof typeof handouts

export const HANDOUT_FORMATS = Object.keys(handouts) as readonly HandoutFormat[]

export const isHandout = (format: string): format is HandoutFormat => Object.hasOwn(handouts, format)

/** The files of a handout, made as they are asked for. */
export const makeHandout = async (
  format: HandoutFormat,
  terms: HandoutTerms,
): Promise<AsyncIterable<HandoutFile>> => (await handouts[format]())(terms)
