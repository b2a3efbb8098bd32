import * as z from 'zod'
import type { Rule, RuleOption } from '../rules/rule.ts'
import { isModestPattern } from './path-patterns.ts'

/** What the words of a config may be; it depends on what there is. */
export interface Vocabulary {
  readonly rules: readonly Rule[]
  readonly formats: readonly string[]
}

/** Why a value is refused that has the right type; goes with the issue as its `params`. */
export type Refusal = 'path' | 'pattern' | 'digits'

/**
 * The shape of `pbo.config.json`. The command checks config files by it, and `npm run docs` writes it as
 * JSON Schema for editors. Unknown keys are refused everywhere.
 */
export const createConfigSchema = ({ rules, formats }: Vocabulary) => {
  const rulesSchema = z
    .strictObject(Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule).optional()])))
    .meta({ id: 'rules', description: '各规则的级别和选项。Levels and options of the rules.' })
  const format = z.enum(formats as [string, ...string[]])
  return z
    .strictObject({
      $schema: z
        .string()
        .optional()
        .describe('此模式文件的地址，供编辑器使用。Where this schema is, for editors.'),
      extends: z
        .union([extended, z.array(extended).max(100)])
        .optional()
        .describe(
          '以这些配置为基础，路径相对于本文件。Configs that this one builds on, relative to this file.',
        ),
      lang: z.enum(['zh', 'en']).optional().describe('输出语言。Language of the output.'),
      scheme: scheme.optional(),
      level: severity.optional().describe('列出此级别及以上的问题。The lowest severity that is listed.'),
      failOn: z
        .enum(['error', 'warning', 'info', 'never'])
        .optional()
        .describe('发现此级别及以上的问题时退出码为 1。From which severity on the exit code is 1.'),
      maxWarnings: z
        .int()
        .nonnegative()
        .max(999_999_999)
        .optional()
        .describe('警告多于此数时退出码为 1。Exit with 1 if there are more warnings.'),
      ocr: z
        .boolean()
        .optional()
        .describe('是否识别扫描件（需要 pbo-ocr）。Whether scans are read, which needs pbo-ocr.'),
      format: format.optional().describe('终端输出的格式。The format on standard output.'),
      output: z
        .strictObject(Object.fromEntries(formats.map((name) => [name, innerPath().optional()])))
        .optional()
        .describe('另外写出的报告：格式和文件。Reports written beside it: paths by format.'),
      rules: z
        .union([rulesSchema, z.array(z.union([z.string().min(1).max(1000), rulesSchema])).max(1000)])
        .optional()
        .describe(
          '各规则的级别和选项；或一个列表，另含自编规则的模块（路径相对于本文件）。Levels and options of rules, or a list of them and of modules with rules of your own.',
        ),
      ignore: patterns
        .optional()
        .describe(
          '搜索文件夹时略过的文件，写法同 .gitignore。Files that a search leaves out, as in .gitignore.',
        ),
      overrides: z
        .array(
          z.strictObject({
            files: patterns
              .min(1)
              .describe('适用的文件，写法同 .gitignore。The files meant, as in .gitignore.'),
            scheme: scheme.optional(),
            rules: rulesSchema.optional(),
          }),
        )
        .max(1000)
        .optional()
        .describe('部分文件的设置，后面的优先。Settings for some files; later ones go first.'),
      baseline: innerPath()
        .optional()
        .describe('基线文件：其中记录的问题不再报告。The baseline file, whose findings are not reported.'),
    })
    .meta({ title: 'pbo.config.json' })
}

const extended = z.string().min(1).max(1000)

const severity = z.enum(['error', 'warning', 'info'])

const level = z.enum(['off', 'info', 'warning', 'error']).meta({ id: 'level' })

const scheme = z
  .enum(['auto', 'old', 'new'])
  .describe(
    '指标框架：old 成本在产出下，new 成本为一级指标，auto 看表格本身。Where cost stands: old under output, new at level 1, auto as the table has it.',
  )

const refuse = (refusal: Refusal) => ({ params: { refusal } })

const patterns = z.array(z.string().min(1).refine(isModestPattern, refuse('pattern'))).max(1000)

/** A config may lie in a folder that came from elsewhere: what it names must lie there too. */
const innerPath = () => z.string().min(1).max(1000).refine(isInner, refuse('path'))

const isInner = (path: string): boolean =>
  !/^[/\\]|^[A-Za-z]:|\0/.test(path) && path.split(/[/\\]/).every((part) => part !== '..')

const ruleSchema = ({ docs: { summary }, options = [] }: Rule) => {
  const full =
    options.length === 0
      ? z.strictObject({ severity: level.optional() })
      : z.strictObject({
          severity: level.optional(),
          options: z
            .strictObject(
              Object.fromEntries(options.map((option) => [option.name, optionSchema(option).optional()])),
            )
            .optional(),
        })
  return z.union([level, full]).describe(`${summary.zh}${summary.en}`)
}

const optionSchema = (option: RuleOption) => {
  const words = `${option.docs.zh}${option.docs.en}`
  return option.kind === 'flag'
    ? z.boolean().describe(words)
    : z
        .number()
        .min(Number(option.least))
        .max(Number(option.most))
        .refine(hasFewDigits, refuse('digits'))
        .describe(words)
}

/** As settings take numbers: exact, without an exponent. */
const hasFewDigits = (value: number): boolean => /^-?\d{1,12}(?:\.\d{1,12})?$/.test(String(value))
