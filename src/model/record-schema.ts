import * as z from 'zod'
import type { FileRecord } from './record.ts'

/** The schema of `FileRecord`, for records that were written down. Loads slowly: only what reads them imports it. */

const count = z.int().nonnegative()
const message = z.strictObject({ zh: z.string(), en: z.string() })
const span = { start: count, end: count }
const position = z.strictObject({ line: z.int().positive(), column: z.int().positive() })
const severity = z.enum(['error', 'warning', 'info'])
const counts = z.strictObject({ error: count, warning: count, info: count })

const place = z.strictObject({
  ...span,
  from: position,
  to: position,
  bytes: z.strictObject(span).optional(),
  address: message.optional(),
  owner: z.union([z.strictObject({ project: count }), z.strictObject({ agency: count })]).optional(),
  quote: z
    .strictObject({ before: z.string(), marked: z.string(), after: z.string(), goesOn: z.boolean() })
    .optional(),
})

const otherPosition = z.strictObject({ ...position.shape, offset: count })

const finding = z.strictObject({
  rule: z.string(),
  category: z.enum(['arithmetic', 'structure', 'consistency', 'wording']),
  severity,
  message,
  at: place,
  related: z.array(z.strictObject({ at: place, note: message })).optional(),
  edits: z.array(z.strictObject({ at: place, text: z.string() })).optional(),
  working: z.array(z.string()).optional(),
  because: message.optional(),
  fix: message,
  data: z.record(z.string(), z.string()).optional(),
  path: z.array(message),
  elsewhere: z
    .array(
      z.strictObject({
        file: z.string(),
        start: otherPosition,
        end: otherPosition,
        address: message.optional(),
        note: message,
      }),
    )
    .optional(),
  fingerprint: z.string(),
  suppressed: z.strictObject({ reason: z.string(), expires: z.string().optional() }).optional(),
})

const extract = z.strictObject({
  path: z.string(),
  format: z.string(),
  year: z.int().optional(),
  content: z.string(),
  at: z.string(),
  agencies: z.array(
    z.strictObject({ code: z.string().optional(), name: z.string(), region: z.string(), at: z.string() }),
  ),
  projects: z.array(
    z.strictObject({
      name: z.string(),
      agency: z.int().min(-1),
      at: z.string(),
      goals: z.string(),
      indicators: z.string(),
    }),
  ),
  baselines: z.array(
    z.strictObject({
      project: count,
      name: z.string(),
      printed: z.string(),
      year: z.int(),
      key: z.string(),
      at: z.string(),
    }),
  ),
  plan: z.strictObject({ keys: z.string(), targets: z.string(), places: z.string() }),
})

const checked = z.strictObject({
  kind: z.literal('checked'),
  path: z.string(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional(),
  format: z.string(),
  hasLines: z.boolean(),
  layouts: z.array(z.string()),
  confidence: z.number().min(0).max(1),
  scheme: z.strictObject({ name: z.enum(['old', 'new']).optional(), source: z.enum(['found', 'set']) }),
  notes: z.array(message),
  size: z.strictObject({ projects: count, goals: count, indicators: count }),
  agencies: z.array(z.strictObject({ code: z.string().optional(), name: z.string(), region: z.string() })),
  projects: z.array(
    z.strictObject({ name: z.string(), agency: z.int().min(-1), isUnsure: z.literal(true).optional() }),
  ),
  isComplete: z.boolean(),
  counts,
  findings: z.array(finding),
  omitted: counts.optional(),
  extract: extract.optional(),
})

const recordSchema = z.discriminatedUnion('kind', [
  checked,
  z.strictObject({
    kind: z.literal('failed'),
    path: z.string(),
    error: message,
    isFault: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('skipped'),
    path: z.string(),
    reason: message,
    isUnread: z.literal(true).optional(),
  }),
])

const records = z.array(recordSchema).min(1)

/** The records in a JSON text; undefined where it is anything else. */
export const parseRecords = (json: string): readonly FileRecord[] | undefined => {
  try {
    return records.parse(JSON.parse(json)) as readonly FileRecord[]
  } catch {
    return undefined
  }
}
