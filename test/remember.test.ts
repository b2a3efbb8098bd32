import { describe, expect, test } from 'vitest'
import {
  beginFiling,
  dropContent,
  rememberAlways,
  rememberFor,
  rememberForContent,
  rememberText,
} from '../src/remember.ts'

describe('rememberText', () => {
  test('keeps what it computed for a text that comes back, however it was made', () => {
    const seen: string[] = []
    const lengthOf = rememberText((text) => {
      seen.push(text)
      return { length: text.length }
    })
    const name = '“三支一扶”人员新增岗位数量'
    const [first = '', second = '', third = ''] = `${name}|${name}|${name}`.split('|')
    expect(lengthOf(first)).toEqual({ length: name.length })
    expect(lengthOf(second)).toBe(lengthOf(third))
    expect(lengthOf('')).toEqual({ length: 0 })
    expect(seen).toEqual([name, name, ''])
  })

  test('keeps results that are undefined', () => {
    let computed = 0
    const nothing = rememberText((): undefined => {
      computed += 1
    })
    for (let i = 0; i < 10; i += 1) expect(nothing('数量指标')).toBeUndefined()
    expect(computed).toBe(2)
  })

  test('forgets what nobody asked for in a long time, and only that', () => {
    let computed = 0
    const idOf = rememberText((text) => {
      computed += 1
      return `${text}!`
    })
    for (let i = 0; i < 10_000; i += 1) {
      for (let k = 0; k < 3; k += 1) expect(idOf(`text ${i}`)).toBe(`text ${i}!`)
      idOf('asked for all the time')
    }
    // What is asked for all the time is computed again only when all else was forgotten.
    const mostForgotten = 20_000 / 4096
    expect(computed).toBeGreaterThanOrEqual(20_002)
    expect(computed).toBeLessThanOrEqual(20_002 + mostForgotten)
    const before = computed
    idOf('text 0')
    expect(computed).toBe(before + 1)
  })

  test('keeps no long texts', () => {
    let computed = 0
    const count = rememberText(() => {
      computed += 1
      return computed
    })
    count('长'.repeat(1000))
    count('长'.repeat(1000))
    expect(computed).toBe(2)
  })

  test('is kept for texts that come in turns, however many there are', () => {
    let computed = 0
    const lengthOf = rememberText((text) => {
      computed += 1
      return text.length
    })
    const texts = Array.from({ length: 300 }, (_, i) => `第${i}项工作完成率`)
    for (let round = 0; round < 4; round += 1) for (const text of texts) lengthOf(text)
    // What came only once is not kept.
    expect(computed).toBe(2 * texts.length)
  })
})

describe('what depends on an object', () => {
  const counting = (remember: typeof rememberAlways) => {
    const seen: object[] = []
    const nameOf = remember((subject: object) => {
      seen.push(subject)
      return undefined
    })
    return { nameOf, seen }
  }
  const [a, b] = [{ name: '甲' }, { name: '乙' }]

  test('is computed once', () => {
    for (const remember of [rememberAlways, rememberFor]) {
      const { nameOf, seen } = counting(remember)
      for (const subject of [a, b, a, b]) expect(nameOf(subject)).toBeUndefined()
      expect(seen).toEqual([a, b])
    }
  })

  test('is let go when another filing begins, unless it is no part of one', () => {
    const [always, part] = [counting(rememberAlways), counting(rememberFor)]
    for (let i = 0; i < 3; i += 1) {
      beginFiling()
      for (const { nameOf } of [always, part]) for (const subject of [a, b, a]) nameOf(subject)
    }
    expect(always.seen).toEqual([a, b])
    expect(part.seen).toEqual([a, b, a, b, a, b])
  })

  test('may be told by its content, and lasts until that is dropped or another filing begins', () => {
    const { seen } = counting(rememberFor)
    const goals: object = []
    const countOf = rememberForContent(
      (project: { readonly goals: object; readonly name: string }) => seen.push(project),
      (project) => project.goals,
    )
    expect(countOf({ goals, name: '甲' })).toBe(1)
    expect(countOf({ goals, name: '乙' })).toBe(1)
    dropContent()
    expect(countOf({ goals, name: '丙' })).toBe(2)
    beginFiling()
    expect(countOf({ goals, name: '丁' })).toBe(3)
  })
})
