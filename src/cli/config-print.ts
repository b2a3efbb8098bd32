import type { Language } from '../model/finding.ts'
import type { Core } from '../records/core.ts'
import type { OptionValue } from '../rules/rule.ts'
import { planCheck } from '../settings.ts'
import type { ConfigFlags } from './config-file.ts'
import { settleTerms } from './config-terms.ts'
import type { ExitCode } from './exit-code.ts'
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
  const given = { paths: [path], flags, isGiven: () => false, language, settings: {} }
  const terms = await settleTerms<object>(given, io, core)
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
