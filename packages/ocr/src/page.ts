// The same for pages in a browser, which are given what this package has in files.
export { decode } from './decode.ts'
export { pageReader } from './page-reader.ts'
