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
    z.strictObject({ project: count.describe('Index in `projects`, from 0.') }),
    z.strictObject({ agency: count.describe('Index in `agencies`, from 0.') }),
  ])
  .optional()
  .describe(
    'The project or agency that the place belongs to; missing if it belongs to the filing as a whole.',
  )

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
  .describe('Texts that differ in the other of the two languages.')

const finding = z
  .strictObject({
    rule: z.string(),
    severity,
    category: z.enum(['arithmetic', 'structure', 'consistency', 'wording']),
    message: z.string().describe('In the language of the report.'),
    messages,
    data: z.record(z.string(), z.string()).describe('The values compared; numbers as decimal strings.'),
    ...place,
    owner,
    path: z.array(z.string()).describe('From the project inwards.'),
    related: z.array(z.strictObject({ ...place, owner, message: z.string() })),
    elsewhere: z
      .array(
        z.strictObject({
          file: z.string().describe('Its path; the file need not be in this report.'),
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
          text: z.string().describe('The replacement text.'),
        }),
      )
      .optional()
      .describe(
        'Changes that together fix the problem, as made by `--fix`; only in plain text, CSV and Markdown.',
      ),
    translated: translated.optional(),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{16}(:\d+)?$/)
      .describe('Stays the same while other parts of the file change.'),
    suppressed: z
      .strictObject({
        reason: z.string().describe('Why the problem may stay; empty if no reason was given.'),
        expires: z
          .string()
          .optional()
          .describe('The last day on which the baseline entry applies, such as 2026-12-31.'),
      })
      .optional()
      .describe('Present if the finding is in a baseline; it is then not counted.'),
  })
  .meta({ id: 'finding' })

export const checkedFileSchema = z
  .strictObject({
    path: z.string(),
    status: z.literal('checked'),
    encoding: z
      .enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'])
      .optional()
      .describe('The encoding of the text; missing for formats that are not text.'),
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
    layouts: z.array(z.string()).describe('The table layouts, in the order in which they first occur.'),
    scheme: z
      .strictObject({ name: z.enum(['old', 'new', 'unknown']), source: z.enum(['found', 'set']) })
      .describe(
        'Whether cost is under output (old) or a level-1 category (new), as found in the table or set by --scheme.',
      ),
    notes: z.array(z.string()).describe('What was assumed while reading.'),
    translated: z
      .strictObject({ notes: z.array(z.string()) })
      .optional()
      .describe('Texts that differ in the other of the two languages.'),
    size: z.strictObject({ projects: count, goals: count, indicators: count }),
    agencies: z
      .array(
        z.strictObject({
          code: z.string().optional(),
          name: z.string(),
          region: z
            .string()
            .describe('The place named in its name or, failing that, in the title; may be empty.'),
        }),
      )
      .optional()
      .describe('The agencies that the filing belongs to. Missing in reports from older versions.'),
    projects: z
      .array(
        z.strictObject({
          name: z.string(),
          agency: count.optional().describe('Index in `agencies`, from 0.'),
          unsure: z.literal(true).optional().describe('It may have been misread or cut off.'),
        }),
      )
      .optional(),
    counts,
    omitted: counts.optional().describe('Findings omitted because of --max-findings, at any level.'),
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
    .describe('Not opened: its name shows that it is not a filing, or a pattern excludes it.'),
})

const complete = z
  .boolean()
  .describe(
    'Whether every file was read and every rule ran to completion; also false if a signal cut the run short.',
  )

const head = {
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('pbo'), version: z.string() }),
  configHash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional()
    .describe('A digest of the settings: levels and options of rules, scheme, overrides.'),
  language: z.enum(['zh', 'en']).describe('The language of the messages.'),
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
              'twice: the same projects are in several files. unread: a file that names the agency could not be read.',
            ),
          files: z.array(z.string()),
        }),
      )
      .describe('In the order of the list that --expect names.'),
    strangers: z.array(z.string()).describe('Files from agencies not on the list.'),
  })
  .optional()
  .describe('Which of the expected agencies filed.')

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
