import { core } from '../src/cli/core.ts'
import { configJsonSchema } from '../src/config/config-schema.ts'
import { reporterLoaders } from '../src/report/index.ts'

/** The JSON Schema of `pbo.config.json`, which `npm run docs` writes to `schema/config.schema.json`. */
export const createConfigJsonSchema = (): object =>
  configJsonSchema({ rules: core.rules, formats: Object.keys(reporterLoaders) })
