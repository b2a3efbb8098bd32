import { describe, expect, test } from 'vitest'
import { composePage } from '../../packages/ocr/src/compose.ts'
import { matrixOfRotation, matrixOfTurn } from '../../packages/ocr/src/matrix.ts'
import { missedText, thinMarks } from '../../packages/ocr/src/missed-text.ts'
import { greyOf } from '../../packages/ocr/src/picture.ts'
import { type Gray, inkOf, resize, rotate, turn } from '../../packages/ocr/src/raster.ts'
import { rulesOf, withoutRules } from '../../packages/ocr/src/rules.ts'
import { skewOf } from '../../packages/ocr/src/skew.ts'
import { wholeBoxes } from '../../packages/ocr/src/whole-boxes.ts'

const blank = (width: number, height: number): Gray => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(255),
})

const fill = ({ width, data }: Gray, left: number, top: number, right: number, bottom: number): void => {
  for (let y = top; y < bottom; y += 1) data.fill(20, y * width + left, y * width + right)
}

/** A table of 3 × 4 cells at 150 dots an inch, with blocks for letters in each. */
const table = (): Gray => {
  const page = blank(900, 700)
  for (const y of [100, 200, 300, 400]) fill(page, 100, y, 802, y + 2)
  for (const x of [100, 275, 450, 625, 800]) fill(page, x, 100, x + 2, 402)
  for (const y of [130, 230, 330])
    for (const x of [120, 295, 470, 645])
      for (let i = 0; i < 6; i += 1) fill(page, x + i * 20, y, x + i * 20 + 3, y + 18)
  return page
}

const placesOf = (page: Gray, isVertical: boolean): number[] =>
  rulesOf(page, 150)
    .filter((rule) => rule.isVertical === isVertical)
    .map(({ at }) => Math.round(at))
    .sort((a, b) => a - b)

describe('rules of a picture', () => {
  test('are found where they are drawn, and letters are none', () => {
    expect(placesOf(table(), false)).toEqual([101, 201, 301, 401])
    expect(placesOf(table(), true)).toEqual([101, 276, 451, 626, 801])
  })

  test('are found through noise and gaps', () => {
    const page = table()
    let state = 7
    for (let i = 0; i < page.data.length; i += 1) {
      state = (state * 1103515245 + 12345) & 0x7fffffff
      page.data[i] = Math.max(0, Math.min(255, (page.data[i] as number) + (state % 41) - 20))
    }
    for (const y of [100, 300])
      for (let x = 130; x < 800; x += 90) page.data.fill(255, y * 900 + x, y * 900 + x + 3)
    expect(placesOf(page, false)).toEqual([101, 201, 301, 401])
  })

  test('are taken out, and nothing else', () => {
    const page = table()
    const clean = withoutRules(page, rulesOf(page, 150))
    expect(rulesOf(clean, 150)).toEqual([])
    expect(clean.data[140 * 900 + 121]).toBe(20)
  })

  test.each([-4.6, -1.5, 0, 0.4, 3])('a page %f degrees aslant is put level', (degrees) => {
    const angle = (degrees * Math.PI) / 180
    const aslant = rotate(table(), angle)
    const found = skewOf(aslant)
    expect((found * 180) / Math.PI).toBeCloseTo(-degrees, 0.7)
    expect(placesOf(rotate(aslant, found), false)).toHaveLength(4)
  })
})

test('ink inside a table that the detector took for nothing is found, dust and what stands outside are not', () => {
  const page = table()
  const rules = rulesOf(page, 150)
  fill(page, 180, 250, 182, 251)
  fill(page, 850, 250, 870, 270)
  const boxes = [120, 295, 470].flatMap((x) =>
    [130, 230, 330].map((y) => ({ left: x - 4, right: x + 110, top: y - 4, bottom: y + 22 })),
  )
  const picture = withoutRules(page, rules)
  const missed = missedText(picture, inkOf(picture, 19), boxes, rules, 150)
  expect([...new Set(missed.map(({ core: { top } }) => top))]).toEqual([130, 230, 330])
  expect([...new Set(missed.map(({ core: { left } }) => left))]).toEqual([645, 665, 685, 705, 725, 745])
})

describe('places', () => {
  const apply = ([a, b, c, d, e, f]: readonly number[], x: number, y: number): number[] =>
    [(a ?? 0) * x + (c ?? 0) * y + (e ?? 0), (b ?? 0) * x + (d ?? 0) * y + (f ?? 0)].map(Math.round)

  const darkest = ({ width, data }: Gray): number[] => {
    const at = data.indexOf(Math.min(...data))
    return [at % width, Math.floor(at / width)]
  }

  test.each([0, 1, 2, 3])('are known after %i quarter turns', (quarters) => {
    const page = blank(40, 30)
    fill(page, 7, 5, 8, 6)
    const [x = 0, y = 0] = darkest(turn(page, quarters))
    const [left = 0, top = 0] = apply(matrixOfTurn(quarters, page), 7.5, 5.5).map((value) => value)
    expect(Math.abs(left - 0.5 - x) <= 1 && Math.abs(top - 0.5 - y) <= 1).toBe(true)
  })

  test('are known after a small turn', () => {
    const page = blank(400, 300)
    fill(page, 70, 50, 73, 53)
    const [x = 0, y = 0] = darkest(rotate(page, 0.05))
    const [left = 0, top = 0] = apply(matrixOfRotation(0.05, page), 71.5, 51.5)
    expect(Math.hypot(left - x, top - y)).toBeLessThan(3)
  })
})

describe('a page of pictures', () => {
  const half = { width: 2, height: 1, kind: 'grey', data: Uint8Array.of(10, 200) } as const

  test('that is one picture is taken as it is', () => {
    const { picture, dpi } = composePage({
      width: 0.48,
      height: 0.24,
      pictures: [{ picture: half, matrix: [0.24, 0, 0, 0.24, 0, 0] }],
    })
    expect([picture.width, picture.height, [...picture.data], dpi]).toEqual([2, 1, [10, 200], 300])
  })

  test('is put together of strips and of what is turned', () => {
    const { picture } = composePage({
      width: 2,
      height: 2,
      pictures: [
        { picture: half, matrix: [1, 0, 0, 1, 0, 0] },
        { picture: half, matrix: [-1, 0, 0, -1, 2, 2] },
      ],
    })
    expect([...picture.data]).toEqual([10, 200, 200, 10])
  })

  test('leaves out the red of seals', () => {
    const data = Uint8Array.of(0, 0, 0, 220, 40, 40, 120, 120, 125)
    expect([...greyOf({ width: 3, height: 1, kind: 'rgb', data }).data]).toEqual([0, 220, 120])
  })

  test('of bits is read as bits, rows filled up to bytes', () => {
    const data = Uint8Array.of(0b10100000, 0b01000000)
    expect([...greyOf({ width: 3, height: 2, kind: 'bits', data }).data]).toEqual([255, 0, 255, 0, 255, 0])
  })

  test('is shrunk by averaging', () => {
    const page = blank(4, 4)
    fill(page, 0, 0, 4, 2)
    const [dark = 0, , light = 0] = resize(page, 2, 2).data
    expect(dark).toBeLessThan(100)
    expect(light).toBeGreaterThan(180)
  })
})

describe('thin ink', () => {
  const marksOf = (draw: (page: Gray) => void) => {
    const page = blank(200, 60)
    draw(page)
    const box = { left: 50, right: 78, top: 30, bottom: 33 }
    return thinMarks(inkOf(page, 19), page, box).map(({ text }) => text)
  }

  test('is a dash where it is a bar', () => {
    expect(marksOf((page) => fill(page, 50, 30, 78, 33))).toEqual(['—'])
  })

  test('is dots where they are even', () => {
    const dots = (page: Gray) => {
      for (const x of [50, 58, 66, 74]) fill(page, x, 30, x + 4, 33)
    }
    expect(marksOf(dots)).toEqual(['.', '.', '.', '.'])
  })

  test('is nothing else: a seal leaves specks', () => {
    const specks = (page: Gray) => {
      for (const x of [50, 57, 61, 70]) fill(page, x, 31, x + 1, 33)
    }
    expect(marksOf(specks)).toEqual([])
  })
})

describe('boxes of lines', () => {
  const boxAt = (left: number, right: number, top = 40, bottom = 70) => ({
    left,
    right,
    top,
    bottom,
    core: { left: left + 6, right: right - 6, top: top + 6, bottom: bottom - 6 },
  })
  const wholeOn = (
    draw: readonly (readonly [number, number, number, number])[],
    ...boxes: readonly ReturnType<typeof boxAt>[]
  ) => {
    const picture = blank(400, 120)
    for (const [left, top, right, bottom] of draw) fill(picture, left, top, right, bottom)
    const rule = { isVertical: true, at: 300, from: 0, to: 120, thickness: 2 }
    return wholeBoxes(boxes, { picture, ink: inkOf(picture, 25), rules: [rule] })
  }

  test('reach over a character that they cut, and no further', () => {
    const [whole] = wholeOn(
      [
        [110, 45, 118, 65],
        [190, 45, 212, 65],
        [230, 45, 250, 65],
      ],
      boxAt(100, 200),
    )
    expect(whole?.right).toBeGreaterThan(211)
    expect(whole?.right).toBeLessThan(216)
    expect(whole?.left).toBe(100)
  })

  test('end at a rule', () => {
    const [whole] = wholeOn([[110, 45, 310, 65]], boxAt(100, 295))
    expect(whole?.right).toBeLessThan(300)
  })

  test('end where a cell is blank', () => {
    const [whole] = wholeOn([[120, 45, 140, 65]], boxAt(100, 220))
    expect(whole?.core).toMatchObject({ right: 140 })
    expect(whole?.right).toBeLessThan(150)
  })

  test('without ink, or in another one, are none', () => {
    const drawn = [
      [110, 45, 210, 65],
      [214, 45, 226, 65],
    ] as const
    expect(wholeOn(drawn, boxAt(100, 216), boxAt(208, 230), boxAt(310, 340))).toHaveLength(1)
  })
})
