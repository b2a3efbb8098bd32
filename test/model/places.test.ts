import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Places } from '../../src/model/places.ts'

const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }))

describe('places', () => {
  test('finds what looking at all would find, in their order', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), fc.nat(90), (spans, offset) => {
        const places = new Places(spans, (own) => own)
        expect(places.around(offset)).toEqual(
          spans.filter(({ start, end }) => start <= offset && offset <= end),
        )
      }),
    )
  })
})
