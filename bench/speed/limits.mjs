// Why a goal that is not met is not, by its name in the table of page.mjs.
export const LIMITS = {
  'one large filing: memory':
    'One large filing is read whole: its tree, in which every word knows its place, takes some forty times the file. Memory that stays small would need readers and layouts that hand on one project after another.',
  "docx: the library's own share of reading":
    'DOCX is read by own code over a zip and an XML library, since the library that reads DOCX takes ten times as long.',
}
