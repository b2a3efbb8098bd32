/** The part of linebreak 1.1 (UAX 14) that is used here; the package has no types. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    /** The next place at which a line may or must end, and at last the end of the text. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}
