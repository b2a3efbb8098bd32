import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Source } from '../../src/source/source.ts'

describe('positions', () => {
  test('lines end with \\n, \\r\\n or \\r, and columns count code units from 1', () => {
    const source = new Source('甲\r\n乙丙\r丁\n😀戊')
    expect(source.lineStarts).toEqual([0, 3, 6, 8])
    expect(source.position(0)).toEqual({ line: 1, column: 1 })
    expect(source.position(4)).toEqual({ line: 2, column: 2 })
    expect(source.position(6)).toEqual({ line: 3, column: 1 })
    expect(source.position(10)).toEqual({ line: 4, column: 3 })
  })

  test('an offset outside the text is held to its bounds', () => {
    const source = new Source('甲\n乙')
    expect(source.position(-1)).toEqual({ line: 1, column: 1 })
    expect(source.position(99)).toEqual({ line: 2, column: 2 })
    expect(new Source('').position(0)).toEqual({ line: 1, column: 1 })
  })

  test('line start and column give the offset back, in any text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '甲', '\n', '\r', '\r\n', '😀'), maxLength: 50 })
    fc.assert(
      fc.property(text, fc.nat(100), (sample, wish) => {
        const source = new Source(sample)
        const offset = Math.min(wish, sample.length)
        const { line, column } = source.position(offset)
        expect((source.lineStarts[line - 1] as number) + column - 1).toBe(offset)
        const lines = sample.slice(0, offset).replace(/\r$/, sample[offset] === '\n' ? '' : '\r')
        expect(line).toBe(lines.split(/\r\n|\r|\n/).length)
      }),
    )
  })
})

describe('addresses', () => {
  const source = new Source('甲 乙 丙', [
    { span: { start: 0, end: 1 }, name: { zh: 'Sheet1!A1', en: 'Sheet1!A1' } },
    { span: { start: 2, end: 3 }, name: { zh: 'Sheet1!B1', en: 'Sheet1!B1' } },
  ])

  test('the one whose range holds the start', () => {
    expect(source.address({ start: 0, end: 1 })?.en).toBe('Sheet1!A1')
    expect(source.address({ start: 2, end: 5 })?.en).toBe('Sheet1!B1')
    expect(source.address({ start: 3, end: 3 })?.en).toBe('Sheet1!B1')
  })

  test('none between, none in formats with lines', () => {
    expect(source.address({ start: 4, end: 5 })).toBeUndefined()
    expect(new Source('甲').address({ start: 0, end: 1 })).toBeUndefined()
  })
})
