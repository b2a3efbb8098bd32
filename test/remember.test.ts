import { describe, expect, test } from 'vitest'
import { rememberText } from '../src/remember.ts'

describe('rememberText', () => {
  test('computes once for a text, however it was made', () => {
    const seen: string[] = []
    const lengthOf = rememberText((text) => {
      seen.push(text)
      return { length: text.length }
    })
    const name = '“三支一扶”人员新增岗位数量'
    const [first = '', second = ''] = `${name}|${name}`.split('|')
    expect(lengthOf(first)).toBe(lengthOf(second))
    expect(lengthOf('')).toEqual({ length: 0 })
    expect(seen).toEqual([name, ''])
  })

  test('forgets what nobody asked for in a long time, and only that', () => {
    let computed = 0
    const idOf = rememberText((text) => {
      computed += 1
      return `${text}!`
    })
    for (let i = 0; i < 20_000; i += 1) {
      expect(idOf(`text ${i}`)).toBe(`text ${i}!`)
      idOf('asked for all the time')
    }
    expect(computed).toBe(20_001)
    idOf('text 0')
    expect(computed).toBe(20_002)
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
})
