// What scripts/build-page.mjs puts in.

declare const PBO_VERSION: string
declare const PBO_PDF_DATA: Readonly<Record<string, string>>

export const VERSION: string = PBO_VERSION

/** Data files for reading PDF by name, in base64. */
export const PDF_DATA: Readonly<Record<string, string>> = PBO_PDF_DATA
