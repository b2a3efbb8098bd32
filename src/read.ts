/** Files of any format as documents: bytes in, cells with their places out. */

export type { Document, PdfData, ReadNote, UnreadableReason } from './read/document.ts'
export type * from './read/grid.ts'
export { type Opened, type OpenedDocument, type OpenOptions, openFile, type Unopened } from './read/open.ts'
export type { Box as PageBox, Matrix as PageMatrix } from './read/page/geometry.ts'
export type { Rule as PageRule } from './read/page/page-content.ts'
export type {
  OpenPictureReader,
  Picture,
  PictureFault,
  PicturePage,
  PictureReader,
  PlacedPicture,
  ScannedPage,
} from './read/page/picture-reader.ts'
export { unopened as describeUnopened } from './records/file-messages.ts'
export { type Decoded, type DecodeNote, type DecodeOptions, decode } from './source/decode.ts'
