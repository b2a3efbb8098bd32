// The same for pages in a browser, which are given what this package has in files.
export { decode } from './decode.ts'
export { pageReader } from './page-reader.ts'

// What scripts/build-page.mjs puts in.
declare const PBO_PDF_DECODERS: Readonly<Record<string, string>>

/** What reading PDF needs for the pictures of scanners, by its name, in base64. */
export const pdfData: Readonly<Record<string, string>> = PBO_PDF_DECODERS
