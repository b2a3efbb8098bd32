/** The input formats, as they are named in reports. */
export type Format =
  | 'text'
  | 'csv'
  | 'markdown'
  | 'html'
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'docx'
  | 'doc'
  | 'pdf'
  | 'ofd'
  | 'image'
