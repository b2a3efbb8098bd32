/** Tags that begin a new paragraph. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  'p div br li ul ol tr td th table tbody thead h1 h2 h3 h4 h5 h6 hr section article'.split(' '),
)

/** Other tags of HTML that occur in cells. Whatever else stands in `<>` is text: `<甲级>`, `<O&M>`. */
export const INLINE_TAGS: ReadonlySet<string> = new Set(
  'b strong i em u s span font a sub sup small big strike del ins center label mark code o:p img colgroup col caption'.split(
    ' ',
  ),
)
