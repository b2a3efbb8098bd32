import ignore from 'ignore'

/** Whether a path is meant: relative, with `/`; one of a folder ends with `/`. */
export type PathMatcher = (path: string) => boolean

/**
 * What patterns in the manner of `.gitignore` mean: a bare name is meant at any depth, `/` in front or in
 * the middle ties it to the folder of the file that it stands in, a folder means all below it, and a
 * later `!pattern` takes back. Letters count as they are on every system.
 */
export const compilePatterns = (patterns: readonly string[]): PathMatcher => {
  const matcher = ignore({ ignorecase: false }).add(patterns)
  return (path) => ignore.isPathValid(path) && matcher.ignores(path)
}

/**
 * Whether a pattern can be matched in sensible time: each star of one name multiplies what has to be tried.
 */
export const isModestPattern = (pattern: string): boolean =>
  pattern.length <= 500 &&
  pattern.split('/').every((name) => name.split(/\*+/).length <= 5) &&
  pattern.split('**').length <= 5
