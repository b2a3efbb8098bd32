import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** `action.yml`, as far as it is used here. */
export interface Action {
  readonly name: string
  readonly description: string
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

interface Step {
  readonly id?: string
  readonly name?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, string>>
  readonly shell?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly 'working-directory'?: string
}

export const readAction = (): Action => parse(readFileSync('action.yml', 'utf8'))

/** What the steps left behind. */
export interface ActionOutcome {
  /** Of the step that failed, or 0. */
  readonly code: number
  readonly out: string
  readonly err: string
  readonly outputs: Readonly<Record<string, string>>
  /** What expressions in the action stand for at its end. */
  readonly known: Readonly<Record<string, string>>
}

interface Surroundings {
  readonly inputs?: Readonly<Record<string, string>>
  /** Where the steps run, and their runner keeps its files. */
  readonly folder: string
  readonly actionPath: string
  /** In front of `PATH`: programs that stand for others. */
  readonly programs: string
}

/** Runs the scripts of the action as a runner does: one after the other, up to the first that fails. */
export const runAction = ({ inputs = {}, folder, actionPath, programs }: Surroundings): ActionOutcome => {
  const action = readAction()
  const given: Record<string, string> = {}
  for (const [name, { default: initial }] of Object.entries(action.inputs)) {
    given[`inputs.${name}`] = inputs[name] ?? initial
  }
  const known = new Map(
    Object.entries({
      ...given,
      'github.action_path': actionPath,
      'runner.temp': folder,
      'runner.os': 'Linux',
    }),
  )
  const fill = (text: string): string =>
    text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => {
      const value = known.get(name)
      if (value === undefined) throw new Error(`action.yml asks for ${name}, which nothing gives`)
      return value
    })
  let out = ''
  let err = ''
  let code = 0
  for (const { id = '', run, env = {}, ...step } of action.runs.steps) {
    if (run === undefined || code !== 0) continue
    const outputFile = join(folder, `output-${id}`)
    writeFileSync(outputFile, '')
    const filled = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, fill(text)]))
    const result = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: join(folder, fill(step['working-directory'] ?? '.')),
      encoding: 'utf8',
      env: {
        PATH: `${programs}:${process.env['PATH']}`,
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: folder,
        GITHUB_OUTPUT: outputFile,
        GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
        ...filled,
      },
    })
    out += result.stdout
    err += result.stderr
    code = result.status ?? -1
    for (const line of readFileSync(outputFile, 'utf8').split('\n').filter(Boolean)) {
      const at = line.indexOf('=')
      known.set(`steps.${id}.outputs.${line.slice(0, at)}`, line.slice(at + 1))
    }
  }
  const outputs = Object.entries(action.outputs).flatMap(([name, { value }]) =>
    known.has(value.slice(4, -3)) ? [[name, fill(value)] as const] : [],
  )
  return { code, out, err, outputs: Object.fromEntries(outputs), known: Object.fromEntries(known) }
}
