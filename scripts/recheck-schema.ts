import * as z from 'zod'
import { checkedFileSchema, failedFileSchema } from '../src/report/report-schema.ts'

/** The shape of `pbo recheck --format json`. */

const findingSchema = checkedFileSchema.shape.findings.element
const messagesSchema = failedFileSchema.shape.errors

const count = z.int().nonnegative()

const counts = z.strictObject({ mended: count, remaining: count, added: count, unknown: count })

const filed = z.strictObject({ path: z.string(), finding: findingSchema })

const row = z.strictObject({
  status: z
    .enum(['mended', 'remaining', 'added', 'unknown'])
    .describe('unknown: its filing was not submitted again, cannot be read or was not checked.'),
  rule: z.string(),
  severity: z
    .enum(['error', 'warning', 'info'])
    .describe('The current severity; for findings that are gone, the former one.'),
  agency: count.describe('Index in `agencies`, from 0.'),
  project: z.string().describe('Empty for findings on an agency or on a filing as a whole.'),
  message: z.string(),
  values: z
    .array(z.strictObject({ name: z.string(), old: z.string(), new: z.string() }))
    .describe('The values in the `data` of the two findings that have changed.'),
  why: z
    .string()
    .optional()
    .describe('Why the status is unknown, or why a new finding may not be a new problem.'),
  whys: messagesSchema.optional(),
  answer: z
    .strictObject({
      text: z.string(),
      accepted: z.boolean().describe('Whether a baseline gives it as the reason.'),
    })
    .optional()
    .describe('The explanation of the agency for a problem that remains.'),
  old: filed.optional(),
  new: filed.optional(),
  parts: z.array(filed).describe('Further findings of the new round that it was split into.'),
})

export const recheckSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.strictObject({ name: z.literal('pbo'), version: z.string() }),
    language: z.enum(['zh', 'en']),
    complete: z.boolean().describe('Whether every file of both rounds was read.'),
    counts,
    agencies: z.array(z.strictObject({ code: z.string().optional(), name: z.string(), counts })),
    findings: z.array(row).describe('By agency; remaining findings first.'),
    unread: z.array(
      z.strictObject({
        side: z.enum(['old', 'new']),
        path: z.string(),
        error: z.string(),
        errors: messagesSchema,
      }),
    ),
  })
  .meta({ title: 'Report of pbo recheck --format json' })

/** Its JSON Schema, which `npm run docs` writes to `schema/recheck.schema.json`. */
export const recheckJsonSchema = (): object => z.toJSONSchema(recheckSchema, { target: 'draft-2020-12' })
