import { describe, expect, test } from 'vitest'
import { type Config, mergeSettings } from '../../src/config/config.ts'
import { createSettingsFor } from '../../src/config/settings-for.ts'
import type { Settings } from '../../src/settings.ts'

describe('mergeSettings', () => {
  test.each<[string, Settings, Settings, Settings]>([
    ['nothing', {}, {}, { rules: {} }],
    ['what only one says', { scheme: 'old' }, { only: ['a'] }, { scheme: 'old', only: ['a'], rules: {} }],
    ['what both say', { scheme: 'old' }, { scheme: 'auto' }, { scheme: 'auto', rules: {} }],
    [
      'a severity',
      { rules: { a: 'off', b: 'info' } },
      { rules: { a: 'error' } },
      { rules: { a: { severity: 'error' }, b: 'info' } },
    ],
    [
      'a severity under options',
      { rules: { a: 'off' } },
      { rules: { a: { options: { x: 1 } } } },
      { rules: { a: { severity: 'off', options: { x: 1 } } } },
    ],
    [
      'options one by one',
      { rules: { a: { severity: 'info', options: { x: 1, y: 2 } } } },
      { rules: { a: { options: { y: 3 } } } },
      { rules: { a: { severity: 'info', options: { x: 1, y: 3 } } } },
    ],
  ])('%s', (_, base, over, merged) => {
    expect(mergeSettings(base, over)).toEqual(merged)
  })
})

describe('createSettingsFor', () => {
  const config: Config = {
    scheme: 'new',
    rules: { a: 'warning', b: { options: { x: 1 } } },
    overrides: [
      { files: ['2021/', '*.old.txt'], scheme: 'old', rules: { a: 'off' } },
      { files: ['/2021/某县/'], rules: { a: 'error', b: 'off' } },
    ],
  }
  const layersOf = (...configs: readonly Config[]) =>
    configs.map((one) => ({
      config: one,
      within: (path: string) => (path.startsWith('../') ? undefined : path),
    }))
  const severities = ({ rules = {} }: Settings) =>
    Object.entries(rules).map(([id, one]) => `${id} ${typeof one === 'string' ? one : one.severity}`)

  test.each<[string | undefined, string, readonly string[]]>([
    ['2022/a.txt', 'new', ['a warning', 'b undefined']],
    ['2021/a.txt', 'old', ['a off', 'b undefined']],
    ['2022/a.old.txt', 'old', ['a off', 'b undefined']],
    ['2021/某县/a.txt', 'old', ['a error', 'b off']],
    ['省/2021/某县/a.txt', 'old', ['a off', 'b undefined']],
    [undefined, 'new', ['a warning', 'b undefined']],
  ])('%s', (path, scheme, rules) => {
    const settings = createSettingsFor(layersOf(config), {})(path ?? '../other')
    expect(settings.scheme).toBe(scheme)
    expect(severities(settings)).toEqual(rules)
  })

  test('a config goes before those that it extends, with all their overrides', () => {
    const settingsFor = createSettingsFor(layersOf(config, { rules: { a: 'info' } }), {})
    expect(severities(settingsFor('2021/a.txt'))).toEqual(['a info', 'b undefined'])
    expect(settingsFor('2021/a.txt').scheme).toBe('old')
  })

  test('flags go before all', () => {
    const settingsFor = createSettingsFor(layersOf(config), {
      rules: { a: 'info' },
      scheme: 'auto',
      only: ['a'],
    })
    for (const path of ['2022/a.txt', '2021/某县/a.txt']) {
      expect(settingsFor(path)).toMatchObject({
        scheme: 'auto',
        only: ['a'],
        rules: { a: { severity: 'info' } },
      })
    }
  })

  test('files with the same overrides share their settings', () => {
    const settingsFor = createSettingsFor(layersOf(config), {})
    expect(settingsFor('2021/a.txt')).toBe(settingsFor('2021/b.txt'))
    expect(settingsFor('2021/a.txt')).not.toBe(settingsFor('2022/a.txt'))
  })
})
