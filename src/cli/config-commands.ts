import type { Language } from '../model/finding.ts'
import type { Core } from '../records/core.ts'
import type { OptionValue } from '../rules/rule.ts'
import { planCheck } from '../settings.ts'
import { CONFIG_NAME, type ConfigFlags } from './config-file.ts'
import type { ExitCode } from './exit-code.ts'
import { codeOf, writeSettings } from './named-files.ts'
import { settleTerms } from './terms.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

/**
 * `pbo config print FILE`: what the file is checked by, and which configs say so. It need not exist.
 *
 * @throws UsageError if a config can't be read or says what can't be meant
 */
export const runConfigPrint = async (
  path: string,
  flags: ConfigFlags,
  io: Io,
  core: Core,
  language: Language,
): Promise<ExitCode> => {
  const asked = { paths: [path], flags, isGiven: () => false, language }
  const terms = await settleTerms<object>(asked, {}, io, core)
  await terms.prepare([path])
  const settings = terms.settingsFor(path)
  const plan = planCheck(settings, core.rules)
  const rules = core.rules.map(({ id, options = [] }) => {
    const planned = plan.rules.find(({ rule }) => rule.id === id)
    if (planned === undefined) return [id, 'off']
    const values = options.map((option) => [option.name, plainly(planned.settingOf(option))])
    return [
      id,
      values.length === 0
        ? planned.severity
        : { severity: planned.severity, options: Object.fromEntries(values) },
    ]
  })
  const { config: _, ...said } = terms.flags as ConfigFlags
  const printed = {
    file: path,
    configs: terms.configOf(path)?.layers.map(({ name }) => name) ?? [],
    ignored: await terms.isIgnored(path, 'file'),
    ...said,
    lang: terms.language,
    scheme: plan.scheme,
    rules: Object.fromEntries(rules),
  }
  io.stdout.write(`${JSON.stringify(printed, undefined, 2)}\n`)
  return 0
}

/** Numbers as a config has them. */
const plainly = (value: OptionValue): boolean | number =>
  typeof value === 'boolean' ? value : value.toNumber()

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
