import type { Language } from '../model/finding.ts'
import { CONFIG_NAME } from './config-file.ts'
import type { ExitCode } from './exit-code.ts'
import { codeOf, writeSettings } from './named-files.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

interface InitOptions {
  /** Also over a config that stands there already. */
  readonly force?: boolean
}

/**
 * `pbo init`: writes a config to start from into the current folder. It changes nothing yet; its schema
 * tells editors, and so people, what may stand there.
 *
 * @throws UsageError if one stands there already, or it can't be written
 */
export const runInit = async (options: InitOptions, io: Io, language: Language): Promise<ExitCode> => {
  if (options.force !== true && isThere(io)) {
    throw new UsageError({
      zh: `${CONFIG_NAME} 已存在，没有改动。要覆盖请加 --force`,
      en: `${CONFIG_NAME} already exists and was not changed; use --force to overwrite it`,
    })
  }
  writeSettings(CONFIG_NAME, starterConfig(language), io)
  io.stdout.write(
    language === 'zh'
      ? `已写入 ${CONFIG_NAME}。各项含义见编辑器提示或 docs/configuration.md\n`
      : `${CONFIG_NAME} written; your editor or docs/configuration.md says what each part means\n`,
  )
  return 0
}

const isThere = (io: Io): boolean => {
  try {
    io.files.inspect(CONFIG_NAME)
    return true
  } catch (error) {
    // A broken link, or one that may not be followed, is there too.
    return codeOf(error) !== 'ENOENT'
  }
}

/** Where the schema is when pbo is a dependency of the project; editors that don't find it do without. */
const SCHEMA = './node_modules/pbo/schema/config.schema.json'

/** Everything is as it would be without it. */
const starterConfig = (language: Language): string =>
  `${JSON.stringify(
    {
      $schema: SCHEMA,
      lang: language,
      scheme: 'auto',
      level: 'warning',
      failOn: 'error',
      rules: {},
      ignore: [],
      overrides: [],
    },
    undefined,
    2,
  )}\n`
