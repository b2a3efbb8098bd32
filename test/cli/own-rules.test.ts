import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { core } from '../../src/records/core.ts'
import type { Entry } from '../support/fake-io.ts'
import { runPbo } from '../support/run.ts'
import { HEADER } from '../support/test-rule.ts'
import { openSession } from './session.ts'

const same = (text: string): string => JSON.stringify({ zh: text, en: text })

/** A module with a rule that finds short names of projects. */
const ruleModule = (id: string, more = ''): string => `
export default {
  id: '${id}',
  category: 'wording',
  severity: 'warning',
  docs: {
    summary: ${same('names say what is done')}, finds: ${same('short names')}, why: ${same('why')},
    fix: ${same('write more')}, basis: ${same('house rule')}, invalid: '', valid: '',
  },
  ${more}
  *checkProject({ project: { name } }, { settingOf }) {
    const least = this?.options?.[0] ? settingOf(this.options[0]).toNumber() : 4
    if (name.text.length < least) yield { at: name.span, message: ${same('short')} }
  },
}
`
const FILING = `${HEADER}\n\t路灯\t4.00\t目标1:维护。\t一、产出指标 (一)数量指标 1.路灯数 ≥20盏`

const world = (files: Readonly<Record<string, Entry>>) => ({ env: { LANG: 'en_US.UTF-8' }, files })

const run = (line: string, files: Readonly<Record<string, Entry>>) => runPbo(line, world(files), core)

const CHECK = 'check --format compact --only short-name'
const LISTED = JSON.stringify({ rules: ['./rules/short.mjs'] })
const FILES = { 'rules/short.mjs': ruleModule('short-name'), 'f/a.txt': FILING }

describe('rules of one’s own', () => {
  test('run where the config that is named lists their module', async () => {
    const { code, out } = await run(`${CHECK} --config c.json f`, { ...FILES, 'c.json': LISTED })
    expect(out).toBe('f/a.txt:2:2: warning short-name short\n')
    expect(code).toBe(0)
  })

  test('run beside the others, at their own level or at a given one', async () => {
    const config = JSON.stringify({ rules: ['./rules/short.mjs', { 'short-name': 'error' }] })
    const { code, out } = await run('check --format compact --config c.json f', {
      ...FILES,
      'c.json': config,
    })
    expect(out).toContain('error short-name short')
    expect(out).toContain(' warning ')
    expect(code).toBe(1)
  })

  test('are refused in a config that was only found, wherever it is', async () => {
    for (const path of ['pbo.config.json', 'f/pbo.config.json', 'package.json']) {
      const text = path === 'package.json' ? JSON.stringify({ pbo: JSON.parse(LISTED) }) : LISTED
      const { code, out, err } = await run('check f', { ...FILES, [path]: text })
      expect(code).toBe(2)
      expect(out).toBe('')
      expect(err).toContain(`${path}: './rules/short.mjs' in rules is code that would be run`)
    }
  })

  test('are allowed by --allow-code in the config of the current folder and what it extends, and in no other', async () => {
    const here = { ...FILES, 'pbo.config.json': LISTED }
    expect((await run(`${CHECK} --allow-code f`, here)).out).toContain('short-name short')
    const base = {
      ...FILES,
      'base.json': LISTED,
      'pbo.config.json': JSON.stringify({ extends: './base.json' }),
    }
    expect((await run('check --allow-code --format compact f', base)).out).toContain('short-name short')
    const below = await run('check --allow-code f', {
      ...FILES,
      'f/pbo.config.json': JSON.stringify({ rules: ['../rules/short.mjs', './other.mjs'] }),
      'f/other.mjs': ruleModule('other-name'),
    })
    expect(below.code).toBe(2)
    expect(below.err).toContain('f/pbo.config.json')
  })

  test('run on the files whose config lists or names them, and on no others', async () => {
    const files = {
      ...FILES,
      'pbo.config.json': LISTED,
      'g/a.txt': FILING,
      'g/pbo.config.json': '{}',
      'h/a.txt': FILING,
      'h/pbo.config.json': JSON.stringify({ rules: { 'short-name': 'error' } }),
      'i/a.txt': FILING,
      'i/pbo.config.json': JSON.stringify({ extends: '../pbo.config.json' }),
    }
    const { out } = await run('check --allow-code --format compact --no-corpus f g h i', files)
    expect(out.split('\n').filter((line) => line.includes('short-name'))).toEqual([
      'f/a.txt:2:2: warning short-name short',
      'h/a.txt:2:2: error short-name short',
      'i/a.txt:2:2: warning short-name short',
    ])
  })

  test('have options, with plain numbers too', async () => {
    const option = `{ kind: 'number', name: 'least', initial: 2, least: 0, most: 9, unit: '', docs: ${same('length')} }`
    const files = {
      ...FILES,
      'rules/short.mjs': ruleModule('short-name', `options: [${option}],`),
      'c.json': JSON.stringify({ rules: ['./rules/short.mjs'] }),
    }
    const line = `${CHECK} --config c.json f`
    expect((await run(line, files)).out).not.toContain('short')
    expect((await run(`${line} --rule-option short-name.least=3`, files)).out).toContain('short-name short')
    expect((await run(`${line} --rule-option short-name.least=10`, files)).code).toBe(2)
  })

  test('are listed, explained and told of by “config print”', async () => {
    const files = { ...FILES, 'c.json': LISTED }
    expect((await run('rules --config c.json', files)).out).toContain('short-name')
    expect((await run('explain short-name --config c.json', files)).out).toContain('names say what is done')
    const { out } = await run('config print --config c.json f/a.txt', files)
    expect(JSON.parse(out).rules['short-name']).toBe('warning')
    expect((await run('rules', { ...files, 'pbo.config.json': LISTED })).out).not.toContain('short-name')
  })

  test('that can’t be loaded or are none are refused', async () => {
    const modules: readonly [string, RegExp][] = [
      ['export default {', /can't be loaded: /],
      ['export const rule = 1', /id of the rule is missing or wrong/],
      [ruleModule('Short Name'), /id of the rule Short Name is missing/],
      [ruleModule('total-mismatch'), /there is another rule 'total-mismatch'/],
      [ruleModule('short-name').replace('fix:', 'fixed:'), /docs\.fix \(zh, en\) of the rule short-name/],
      [ruleModule('short-name').replace('*checkProject', '*checkAll'), /check, checkProject/],
    ]
    for (const [text, said] of modules) {
      const files = { ...FILES, 'rules/short.mjs': text, 'c.json': LISTED }
      const { code, err } = await run('check --config c.json f', files)
      expect(err).toMatch(said)
      expect(code).toBe(2)
    }
    const gone = await run('check --config c.json f', { 'f/a.txt': FILING, 'c.json': LISTED })
    expect(gone.err).toMatch(/short\.mjs: can't be loaded/)
    expect(gone.code).toBe(2)
  })

  test('are not what a cache keeps: they may have changed', async () => {
    const session = openSession(world({ ...FILES, 'c.json': LISTED }))
    await session.run(`${CHECK} --config c.json --cache .c f`)
    expect(Object.keys(session.io.written())).toEqual([])
  })

  test('in a list: what is wrong in it is told where it stands', async () => {
    const faults: readonly [unknown, RegExp][] = [
      [['./rules/short.mjs', { 'total-mismtach': 'off' }], /Did you mean 'total-mismatch'/],
      [['./rules/short.mjs', { 'total-mismatch': 'of' }], /Did you mean 'off'/],
      [['./rules/short.mjs', 5], /c\.json:1:/],
      [5, /c\.json:1:/],
    ]
    for (const [rules, said] of faults) {
      const { code, err } = await run('check --config c.json f', {
        ...FILES,
        'c.json': JSON.stringify({ rules }),
      })
      expect(err).toMatch(said)
      expect(code).toBe(2)
    }
  })
})

describe('the built command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pbo-own-rules-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('runs them, in threads too', () => {
    mkdirSync(join(folder, 'rules'))
    mkdirSync(join(folder, 'f'))
    for (const [path, text] of Object.entries({ ...FILES, 'pbo.config.json': LISTED })) {
      writeFileSync(join(folder, path), text)
    }
    for (let i = 0; i < 40; i += 1) writeFileSync(join(folder, `f/${i}.txt`), FILING)
    for (const jobs of ['1', '2']) {
      const words = [
        resolve('bin/pbo.js'),
        ...CHECK.split(' '),
        '--no-corpus',
        '--jobs',
        jobs,
        '--allow-code',
        'f',
      ]
      const out = execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8' })
      expect(out.split('\n').filter((line) => line.endsWith('warning short-name short'))).toHaveLength(41)
    }
  })
})
