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
    .describe('unknown: what it is of was not handed in again, can’t be read or was not checked.'),
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']).describe('Now; of what is gone, as it was.'),
  agency: count.describe('Its place in `agencies`, from 0.'),
  project: z.string().describe('Empty for what is of an agency or of a filing as a whole.'),
  message: z.string(),
  values: z
    .array(z.strictObject({ name: z.string(), old: z.string(), new: z.string() }))
    .describe('Of the `data` of both findings what is another value now.'),
  why: z.string().optional().describe('Why nobody can tell, or why it may be no news that it is new.'),
  whys: messagesSchema.optional(),
  answer: z
    .strictObject({ text: z.string(), accepted: z.boolean().describe('A baseline has it as its reason.') })
    .optional()
    .describe('What the agency says about a problem that stays.'),
  old: filed.optional(),
  new: filed.optional(),
  parts: z.array(filed).describe('Further findings of the new round that it was divided into.'),
})

export const recheckSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.strictObject({ name: z.literal('pbo'), version: z.string() }),
    language: z.enum(['zh', 'en']),
    complete: z.boolean().describe('Whether every file of both rounds was read.'),
    counts,
    agencies: z.array(z.strictObject({ code: z.string().optional(), name: z.string(), counts })),
    findings: z.array(row).describe('By agency; what is left first.'),
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
