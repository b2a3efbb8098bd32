/** How the names of files begin that are written for agencies and reviewers; what lies in a folder under such a name is no filing. */
export const HANDED_OUT = {
  worklist: '整改清单',
  notice: '整改通知',
  review: '绩效目标审核',
  annotated: '批注情况',
  annotatedInEnglish: 'pbo-annotations',
} as const

export const isHandedOut = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return Object.values(HANDED_OUT).some((beginning) => name.startsWith(beginning))
}

/** What the page says made it, by which a page of an earlier run is known. */
export const GENERATOR = '<meta name="generator" content="pbo">'
