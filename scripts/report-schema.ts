import * as z from 'zod'
import { reportSchema } from '../src/report/report-schema.ts'

/** The JSON Schema of `pbo check --format json`, which `npm run docs` writes to `schema/report.schema.json`. */
export const reportJsonSchema = (): object => z.toJSONSchema(reportSchema, { target: 'draft-2020-12' })
