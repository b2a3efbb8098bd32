import * as z from 'zod'

/**
 * The shape of `pbo check --format json`. `npm run docs` writes it to `schema/report.schema.json`, and
 * saved reports are read by it. Loads slowly: only what reads them imports it.
 */

const count = z.int().nonnegative()

const position = z
  .strictObject({
    line: z.int().positive().describe('From 1.'),
    column: z.int().positive().describe('From 1, in UTF-16 code units.'),
    offset: count.describe('UTF-16 code units from the start of the text, without the byte-order mark.'),
    byte: count.optional().describe('Bytes from the start of the file, with the byte-order mark.'),
  })
  .meta({ id: 'position' })

const place = {
  start: position,
  end: position.describe('Exclusive.'),
  address: z.string().optional().describe('In formats without lines, such as Sheet1!E9.'),
}

const owner = z
  .union([
    z.strictObject({ project: count.describe('Its place in `projects`, from 0.') }),
    z.strictObject({ agency: count.describe('Its place in `agencies`, from 0.') }),
  ])
  .optional()
  .describe('Whose the place is; missing where it belongs to the filing as a whole.')

const severity = z.enum(['error', 'warning', 'info']).meta({ id: 'severity' })

const counts = z
  .strictObject({ error: count, warning: count, info: count })
  .describe('All findings, listed or not.')
  .meta({ id: 'counts' })

const messages = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'messages' })

const translatedPlaces = z.array(z.strictObject({ message: z.string(), address: z.string().optional() }))

const translated = z
  .strictObject({
    path: z.array(z.string()),
    address: z.string(),
    because: z.string(),
    fix: z.string(),
    related: translatedPlaces,
    elsewhere: translatedPlaces,
  })
  .partial()
  .describe('What reads otherwise in the other of the two languages.')

const finding = z
  .strictObject({
    rule: z.string(),
    severity,
    category: z.enum(['arithmetic', 'structure', 'consistency', 'wording']),
    message: z.string().describe('In the language of the run.'),
    messages,
    data: z.record(z.string(), z.string()).describe('The values compared; numbers as decimal strings.'),
    ...place,
    owner,
    path: z.array(z.string()).describe('From the project inwards.'),
    related: z.array(z.strictObject({ ...place, owner, message: z.string() })),
    elsewhere: z
      .array(
        z.strictObject({
          file: z.string().describe('Its path, which need not be among the files.'),
          start: position,
          end: position.describe('Exclusive.'),
          address: z.string().optional(),
          message: z.string(),
        }),
      )
      .optional()
      .describe('Related places in other files.'),
    working: z.array(z.string()).describe('The arithmetic, line by line.'),
    because: z.string().optional().describe('Why a heuristic believes it.'),
    fix: z.string(),
    edits: z
      .array(
        z.strictObject({
          start: position,
          end: position.describe('Exclusive.'),
          text: z.string().describe('What is to stand there.'),
        }),
      )
      .optional()
      .describe(
        'Changes that together mend it, as `--fix` makes them; only in plain text, CSV and Markdown.',
      ),
    translated: translated.optional(),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{16}(:\d+)?$/)
      .describe('Stays the same while other parts of the file change.'),
    suppressed: z
      .strictObject({
        reason: z.string().describe('Why it may stay; empty where nobody said.'),
        expires: z.string().optional().describe('The last day that the baseline holds, such as 2026-12-31.'),
      })
      .optional()
      .describe('A baseline knows the finding: it is not counted.'),
  })
  .meta({ id: 'finding' })

export const checkedFileSchema = z
  .strictObject({
    path: z.string(),
    status: z.literal('checked'),
    encoding: z
      .enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'])
      .optional()
      .describe('Of text; missing for formats that are none.'),
    format: z.enum([
      'text',
      'csv',
      'markdown',
      'html',
      'xlsx',
      'xls',
      'ods',
      'docx',
      'doc',
      'pdf',
      'ofd',
      'image',
    ]),
    layouts: z.array(z.string()).describe('The table layouts, in the order they begin.'),
    scheme: z
      .strictObject({ name: z.enum(['old', 'new', 'unknown']), source: z.enum(['found', 'set']) })
      .describe(
        'Whether cost stands under output (old) or is a level-1 category (new), in the table or by --scheme.',
      ),
    notes: z.array(z.string()).describe('What was assumed while reading.'),
    translated: z
      .strictObject({ notes: z.array(z.string()) })
      .optional()
      .describe('What reads otherwise in the other of the two languages.'),
    size: z.strictObject({ projects: count, goals: count, indicators: count }),
    agencies: z
      .array(
        z.strictObject({
          code: z.string().optional(),
          name: z.string(),
          region: z.string().describe('The place that its name, or else the title, names; may be empty.'),
        }),
      )
      .optional()
      .describe('Whose the filing is. Missing in reports of older versions.'),
    projects: z
      .array(
        z.strictObject({
          name: z.string(),
          agency: count.optional().describe('Its place in `agencies`, from 0.'),
          unsure: z.literal(true).optional().describe('It may have been read wrongly, or was cut off.'),
        }),
      )
      .optional(),
    counts,
    omitted: counts.optional().describe('Findings that --max-findings kept out, of any level.'),
    findings: z.array(finding).describe('At or above --level, in the order of the text.'),
  })
  .meta({ id: 'checkedFile' })

export const failedFileSchema = z
  .strictObject({ path: z.string(), status: z.literal('failed'), error: z.string(), errors: messages })
  .describe('An input that could not be checked; the command exits with 2.')
  .meta({ id: 'failedFile' })

export const skippedFileSchema = z.strictObject({
  path: z.string(),
  reason: z.string(),
  reasons: messages,
  unread: z
    .literal(true)
    .optional()
    .describe('Not looked into: its name says that it is no filing, or a pattern leaves it out.'),
})

const complete = z
  .boolean()
  .describe(
    'Whether every file was read and every rule ran to its end; false also where a signal cut the run short.',
  )

const head = {
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('pbo'), version: z.string() }),
  configHash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional()
    .describe('A digest of the settings: levels and options of rules, scheme, overrides.'),
  language: z.enum(['zh', 'en']).describe('Of the messages.'),
}

export const headSchema = z.strictObject(head)

const rollCall = z
  .strictObject({
    agencies: z
      .array(
        z.strictObject({
          code: z.string().optional(),
          name: z.string().optional(),
          status: z
            .enum(['filed', 'twice', 'missing', 'unread'])
            .describe(
              'twice: the same projects in several files. unread: a file that names it could not be read.',
            ),
          files: z.array(z.string()),
        }),
      )
      .describe('In the order of the list that --expect names.'),
    strangers: z.array(z.string()).describe('Files that nobody on the list handed in.'),
  })
  .optional()
  .describe('Who filed, of those that were expected to.')

/** The last of the lines of a report. */
export const endSchema = z.strictObject({
  complete,
  counts,
  files: count,
  failed: count,
  skipped: count,
  rules: z.array(z.string()).optional(),
  rollCall,
})

export type SavedFile = z.infer<typeof checkedFileSchema>

export const reportSchema = z
  .strictObject({
    ...head,
    complete,
    counts,
    rules: z.array(z.string()).optional().describe('The rules that ran.'),
    rollCall,
    files: z
      .array(z.discriminatedUnion('status', [checkedFileSchema, failedFileSchema]))
      .describe('Sorted by path.'),
    skipped: z
      .array(skippedFileSchema)
      .describe('Files of searched folders and archives that hold no performance-goal table.'),
  })
  .meta({ title: 'Report of pbo check --format json' })
