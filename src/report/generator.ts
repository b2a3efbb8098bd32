/** What the page says made it, by which a page of an earlier run is known. */
export const GENERATOR = '<meta name="generator" content="pbo">'
