import type { Templates } from '../handout/handout.ts'
import type { HandoutFormat } from '../handout/index.ts'
import type { FieldNames } from '../handout/template.ts'
import type { Message } from '../model/finding.ts'
import { describe } from './inputs.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

/** A document of the bureau's own that an output is written with. */
export interface TemplateFlag {
  readonly format: TemplateFormat
  readonly path: string
}

type TemplateFormat = keyof Templates & HandoutFormat

const FORMATS: readonly TemplateFormat[] = ['notice', 'review']

/** `--template notice.docx`, or with the output that it is for: `--template notice=letter.docx`. */
export const readTemplateFlag = (
  text: string,
  before: readonly TemplateFlag[] = [],
): readonly TemplateFlag[] => {
  const format = FORMATS.find((one) => text.startsWith(`${one}=`))
  const flag = {
    format: format ?? 'notice',
    path: format === undefined ? text : text.slice(format.length + 1),
  }
  if (flag.path !== '' && before.every((other) => other.format !== flag.format)) return [...before, flag]
  throw new UsageError({
    zh: `--template 每种文书只能给一个文件，例如 --template 通知.docx，得到的是“${text}”`,
    en: `--template takes one file per kind of document, for example --template letter.docx; got '${text}'`,
  })
}

const FIELDS: Readonly<Record<TemplateFormat, () => Promise<FieldNames>>> = {
  notice: async () => (await import('../handout/notice.ts')).NOTICE_FIELDS,
  review: async () => (await import('../handout/review/review.ts')).REVIEW_FIELDS,
}

/** A template with its pictures and letterhead is no larger. */
const MOST_BYTES = 20 * 1024 ** 2

/**
 * The templates that flags name, read before any work is done.
 *
 * @throws UsageError where one can't be used, or no output asks for it
 */
export const readTemplates = async (
  {
    template = [],
    output = [],
  }: {
    readonly template?: readonly TemplateFlag[]
    readonly output?: readonly { readonly format: string }[]
  },
  io: Io,
): Promise<Templates> => {
  const templates: { -readonly [Format in keyof Templates]: Templates[Format] } = {}
  for (const { format, path } of template) {
    if (output.every((one) => one.format !== format)) throw unused(path, format)
    const { readTemplate, TemplateError } = await import('../handout/template.ts')
    try {
      templates[format] = await readTemplate(readBytes(path, io), await FIELDS[format]())
    } catch (error) {
      if (error instanceof TemplateError) throw unusable(path, error.reason)
      throw error
    }
  }
  return templates
}

const readBytes = (path: string, io: Io): Uint8Array => {
  let bytes: Uint8Array | undefined
  try {
    bytes = io.files.read(path, MOST_BYTES)
  } catch (error) {
    throw unusable(path, describe(error))
  }
  if (bytes === undefined) throw unusable(path, { zh: '文件过大', en: 'it is too large' })
  return bytes
}

const unusable = (path: string, { zh, en }: Message): UsageError =>
  new UsageError({ zh: `--template ${path}：${zh}`, en: `--template ${path}: ${en}` })

const unused = (path: string, format: string): UsageError =>
  new UsageError({
    zh: `--template ${path} 要与 --output ${format}=文件夹 一起使用`,
    en: `--template ${path} goes with --output ${format}=FOLDER`,
  })
