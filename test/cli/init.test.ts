import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { CHECK_FORMATS } from '../../src/cli/options.ts'
import { readConfig } from '../../src/config/read-config.ts'
import { core } from '../../src/records/core.ts'
import { fakeIo, type World } from '../support/fake-io.ts'

const init = async (line: string, world: World = {}) => {
  const io = fakeIo(world)
  const code = await main(['init', ...line.split(' ').filter((word) => word !== '')], io, core)
  return { code, out: io.out(), err: io.err(), written: io.written() }
}

describe('pbo init', () => {
  test('writes a config that changes nothing but the language', async () => {
    const { code, out, written } = await init('--lang en')
    expect(code).toBe(0)
    expect(out).toContain('pbo.config.json written')
    expect(Object.keys(written)).toEqual(['pbo.config.json'])
    const text = String(written['pbo.config.json'])
    expect(text).toMatch(/^\{\n {2}"\$schema": "\.\/node_modules\/pbo\/schema\/config\.schema\.json",\n/)
    expect(readConfig(text, { rules: core.rules, formats: CHECK_FORMATS })).toEqual({
      lang: 'en',
      scheme: 'auto',
      level: 'warning',
      failOn: 'error',
      rules: {},
      ignore: [],
      overrides: [],
    })
  })

  test('speaks the language of the user', async () => {
    const { out, written } = await init('')
    expect(out).toContain('已写入 pbo.config.json')
    expect(String(written['pbo.config.json'])).toContain('"lang": "zh"')
  })

  test('never goes over a config that is there, unless by --force', async () => {
    for (const entry of ['{"lang": "en"}', 'fifo', { error: 'EACCES' }] as const) {
      const { code, err, written } = await init('--lang en', { files: { 'pbo.config.json': entry } })
      expect({ code, written }).toEqual({ code: 2, written: {} })
      expect(err).toContain('already exists and was not changed; use --force to overwrite it')
    }
    const forced = await init('--force', { files: { 'pbo.config.json': '{"lang": "en"}' } })
    expect(forced.code).toBe(0)
    expect(String(forced.written['pbo.config.json'])).toContain('"lang": "zh"')
  })

  test('says why it can not write', async () => {
    const { code, err } = await init('--lang en', { unwritable: { 'pbo.config.json': 'EROFS' } })
    expect(code).toBe(2)
    expect(err).toBe("pbo: can't write pbo.config.json (EROFS)\n")
  })
})
