/**
 * Gives a data file of pdfjs-dist: `cmaps/GBK-EUC-H.bcmap`, `wasm/jbig2.wasm`. Where there is no file system, without
 * CMaps no Chinese text can be read that refers to them.
 */
export type PdfData = (name: string) => Promise<Uint8Array>
