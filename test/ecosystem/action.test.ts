import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ActionOutcome, readAction, runAction } from './action-steps.ts'

const FILING = 'fixtures/text/single-cell/menyuan-2022/input.txt'
const folder = mkdtempSync(join(tmpdir(), 'pbo-action-'))
const programs = join(folder, 'programs')
/** An action whose command prints its arguments, as JSON, and ends with the code in `END_WITH`. */
const echoing = join(folder, 'echoing')

beforeAll(() => {
  mkdirSync(programs)
  // npm is not asked for anything here: it notes where and how it was called, and what it installs is the action's own.
  writeFileSync(
    join(programs, 'npm'),
    `#!/bin/sh
printf '%s ' "$PWD" "$@" >> "$PBO_HOME.npm"
echo >> "$PBO_HOME.npm"
echo noise
if [ "$1" = pack ]; then touch "$PBO_HOME/pbo-0.1.0.tgz"; fi
if [ "$1" = install ]; then mkdir -p "$PBO_HOME/node_modules" && ln -s "$(cat ${folder}/installs)" "$PBO_HOME/node_modules/pbo"; fi
`,
  )
  chmodSync(join(programs, 'npm'), 0o755)
  for (const name of ['bin', 'src', 'scripts']) mkdirSync(join(echoing, name), { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) writeFileSync(join(echoing, name), '{}')
  writeFileSync(
    join(echoing, 'bin/pbo.js'),
    'console.log(JSON.stringify(process.argv.slice(2)))\nprocess.exitCode = Number(process.env.END_WITH ?? 0)\n',
  )
  mkdirSync(join(folder, '公开表'))
  cpSync(FILING, join(folder, '公开表', 'one filing.txt'))
})

afterAll(() => rmSync(folder, { recursive: true }))

const run = (
  inputs: Record<string, string> = {},
  actionPath = echoing,
  { isCached = false } = {},
): ActionOutcome => {
  if (!isCached)
    for (const name of ['pbo', 'pbo.npm']) rmSync(join(folder, name), { recursive: true, force: true })
  writeFileSync(join(folder, 'installs'), actionPath)
  return runAction({ inputs, folder, actionPath, programs })
}

/** The arguments that `pbo` is called with. */
const argumentsFor = (inputs: Record<string, string>): readonly string[] => JSON.parse(run(inputs).out)

describe('action.yml', () => {
  test('describes every input and output, and takes them into scripts by the environment alone', () => {
    const { inputs, outputs, runs } = readAction()
    expect(runs.using).toBe('composite')
    for (const [name, { description }] of Object.entries({ ...inputs, ...outputs })) {
      expect(description, name).toMatch(/^\S.{10,}/)
    }
    for (const { uses, run: script, shell } of runs.steps) {
      expect(uses ?? shell).toMatch(/^(?:bash|actions\/(?:setup-node|cache)@v\d+)$/)
      expect(script ?? '').not.toContain('${{')
    }
  })

  test('has no input without an effect', () => {
    const { inputs, runs } = readAction()
    const used = runs.steps.flatMap((step) =>
      [...Object.values(step.env ?? {}), ...Object.values(step.with ?? {}), step['working-directory'] ?? '']
        .flatMap((text) => [...text.matchAll(/\$\{\{ inputs\.([\w-]+) \}\}/g)])
        .map((match) => match[1]),
    )
    expect([...new Set(used)].sort()).toEqual(Object.keys(inputs).sort())
  })
})

describe('the arguments', () => {
  const ALWAYS = ['check', '--format=github']

  test.each<[string, Record<string, string>, string[]]>([
    ['by default', {}, [...ALWAYS, '--lang=zh', '--', '.']],
    ['paths, one a line', { paths: 'a b\n*.txt\r\n\n' }, [...ALWAYS, '--lang=zh', '--', 'a b', '*.txt']],
    ['a path like a flag', { paths: '--help' }, [...ALWAYS, '--lang=zh', '--', '--help']],
    ['no path', { paths: '' }, [...ALWAYS, '--lang=zh', '--']],
    ['format', { format: 'compact' }, ['check', '--format=compact', '--lang=zh', '--', '.']],
    [
      'outputs, one a line',
      { output: 'sarif=a b.sarif\njunit=c.xml\n' },
      [...ALWAYS, '--lang=zh', '--output=sarif=a b.sarif', '--output=junit=c.xml', '--', '.'],
    ],
    [
      'the rest',
      {
        config: 'c.json',
        baseline: 'b.json',
        level: 'info',
        'fail-on': 'warning',
        'max-warnings': '0',
        lang: 'en',
        args: '--shard=1/4\n--rule=missing-unit=off',
      },
      [
        ...ALWAYS,
        '--config=c.json',
        '--baseline=b.json',
        '--level=info',
        '--fail-on=warning',
        '--max-warnings=0',
        '--lang=en',
        '--shard=1/4',
        '--rule=missing-unit=off',
        '--',
        '.',
      ],
    ],
    [
      'that a shell could run',
      { paths: '$(touch ran)\n`touch ran`\n"; touch ran #', config: '$(touch ran)' },
      [
        ...ALWAYS,
        '--config=$(touch ran)',
        '--lang=zh',
        '--',
        '$(touch ran)',
        '`touch ran`',
        '"; touch ran #',
      ],
    ],
  ])('%s', (_, inputs, expected) => {
    expect(argumentsFor(inputs)).toEqual(expected)
    expect(() => readFileSync(join(folder, 'ran'))).toThrow('ENOENT')
  })
})

describe('what is installed', () => {
  const npmCalls = (): string[] =>
    readFileSync(join(folder, 'pbo.npm'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.trimEnd())
  const home = join(folder, 'pbo')
  const INSTALL = `install --prefix ${home} --no-save --ignore-scripts --no-audit --no-fund`

  test("the action's own checkout, packed in its own folder, and npm's output is no part of the report", () => {
    const { out, err } = run()
    expect(npmCalls().slice(0, 2)).toEqual([
      `${echoing} ci --no-audit --no-fund`,
      `${echoing} pack --ignore-scripts --pack-destination ${home}`,
    ])
    expect(npmCalls()[2]).toContain(`${INSTALL} ${home}/pbo-0.1.0.tgz`)
    expect(out).not.toContain('noise')
    expect(err).toContain('noise')
  })

  test('a version from the registry, without scripts', () => {
    expect(run({ version: '1.2.3-rc.1' }).code).toBe(0)
    expect(npmCalls().join()).toContain(`${INSTALL} pbo@1.2.3-rc.1`)
  })

  test('nothing where the cache has it, and the cache is another for other sources, versions and Nodes', () => {
    run()
    const calls = npmCalls()
    expect(run({}, echoing, { isCached: true }).code).toBe(0)
    expect(npmCalls()).toEqual(calls)
    const keyOf = (inputs: Record<string, string>): string | undefined =>
      run(inputs).known['steps.source.outputs.key']
    const own = keyOf({})
    expect(own).toMatch(/^[0-9a-f]{16}$/)
    writeFileSync(join(echoing, 'src/a.ts'), '')
    expect(keyOf({})).not.toBe(own)
    expect(keyOf({ version: '1.2.3' })).toMatch(/^1\.2\.3$/)
  })

  test.each(['latest', '1.2', '1.2.3 && touch ran', 'https://example.org/x.tgz', '1.2.3\n--global'])(
    'nothing for the version %j',
    (version) => {
      const { code, out } = run({ version })
      expect(code).toBe(2)
      expect(out).toBe(
        '::error title=pbo::The input "version" must be a full version number, such as 0.1.0\n',
      )
    },
  )
})

describe('with the real command', () => {
  const check = (inputs: Record<string, string>) => run(inputs, process.cwd())

  test('a filing with an error fails the step with 1 and names its place', () => {
    const { code, out, outputs } = check({ paths: '公开表', format: 'compact', level: 'error' })
    expect(code).toBe(1)
    expect(outputs).toEqual({ 'exit-code': '1' })
    expect(out).toContain('公开表/one filing.txt:10:129: error goal-indicator-mismatch')
  })

  test('what fails the step is a choice', () => {
    const inputs = { paths: '公开表', format: 'compact', 'fail-on': 'never' }
    expect(check(inputs)).toMatchObject({ code: 0, outputs: { 'exit-code': '0' } })
    expect(check({ ...inputs, 'max-warnings': '0' })).toMatchObject({ code: 1 })
  })

  test('annotations name files from the root of the repository, whatever the working directory', () => {
    const { out } = check({ paths: '.', level: 'error', 'working-directory': '公开表' })
    expect(out).toMatch(/^::error file=公开表\/one filing\.txt,line=10,/m)
  })

  test('paths begin in the working directory, and a missing one fails with 2', () => {
    const inputs = { format: 'compact', level: 'error', 'working-directory': '公开表' }
    expect(check({ ...inputs, paths: 'one filing.txt' }).out).toMatch(/^one filing\.txt:10:129: error/m)
    expect(check({ ...inputs, paths: 'gone.txt' })).toMatchObject({ code: 2, outputs: { 'exit-code': '2' } })
  })
})
