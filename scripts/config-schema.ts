import * as z from 'zod'
import { createConfigSchema } from '../src/config/config-schema.ts'
import { core } from '../src/records/core.ts'
import { REPORT_FORMATS } from '../src/report/index.ts'

/** The JSON Schema of `pbo.config.json`, which `npm run docs` writes to `schema/config.schema.json`. */
export const createConfigJsonSchema = (): object =>
  z.toJSONSchema(createConfigSchema({ rules: core.rules, formats: REPORT_FORMATS }), {
    target: 'draft-2020-12',
    io: 'input',
  })
