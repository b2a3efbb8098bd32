import type { Box } from '../../../src/read/page/geometry.ts'

/** A picture in shades of grey, 0 black, row by row from the top. */
export interface Gray {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

const WHITE = 255

/** Shrunk by averaging, or enlarged by interpolation, to the given size; only what stands in `box`, if there is one. */
export const resize = (from: Gray, width: number, height: number, box?: Box): Gray => {
  const { left, top, right, bottom } = box ?? { left: 0, top: 0, right: from.width, bottom: from.height }
  const across = weightsOf(left, right, width, from.width)
  const down = weightsOf(top, bottom, height, from.height)
  const data = new Uint8Array(width * height)
  const row = new Float32Array(from.width)
  const [begin, end] = [Math.max(0, Math.floor(left) - 2), Math.min(from.width, Math.ceil(right) + 2)]
  for (let y = 0; y < height; y += 1) {
    row.fill(0)
    const first = down.first[y] as number
    for (let k = 0; k < down.taps; k += 1) {
      const weight = down.weights[y * down.taps + k] as number
      if (weight === 0) continue
      const base = (first + k) * from.width
      for (let x = begin; x < end; x += 1)
        row[x] = (row[x] as number) + weight * (from.data[base + x] as number)
    }
    for (let x = 0; x < width; x += 1) {
      const start = across.first[x] as number
      let sum = 0
      for (let k = 0; k < across.taps; k += 1)
        sum += (across.weights[x * across.taps + k] as number) * (row[start + k] ?? 0)
      data[y * width + x] = sum + 0.5
    }
  }
  return { width, height, data }
}

/** What each new pixel takes of which old ones: a triangle as wide as two of the coarser pixels. */
const weightsOf = (from: number, to: number, count: number, limit: number) => {
  const step = (to - from) / count
  const reach = Math.max(1, step)
  const taps = Math.ceil(reach * 2) + 1
  const first = new Int32Array(count)
  const weights = new Float32Array(count * taps)
  for (let i = 0; i < count; i += 1) {
    const centre = from + (i + 0.5) * step
    const start = Math.max(0, Math.min(limit - 1, Math.ceil(centre - reach - 0.5)))
    first[i] = start
    let sum = 0
    for (let k = 0; k < taps; k += 1) {
      const distance = Math.abs(start + k + 0.5 - centre) / reach
      if (distance >= 1 || start + k >= limit) continue
      weights[i * taps + k] = 1 - distance
      sum += 1 - distance
    }
    if (sum === 0) {
      weights[i * taps] = 1
      sum = 1
    }
    for (let k = 0; k < taps; k += 1) weights[i * taps + k] = (weights[i * taps + k] as number) / sum
  }
  return { first, weights, taps }
}

/** Turned clockwise by quarter turns. */
export const turn = (from: Gray, quarters: number): Gray => {
  const times = ((quarters % 4) + 4) % 4
  if (times === 0) return from
  const { width, height, data } = from
  const [newWidth, newHeight] = times === 2 ? [width, height] : [height, width]
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at =
        times === 1
          ? x * newWidth + (height - 1 - y)
          : times === 2
            ? (height - 1 - y) * newWidth + (width - 1 - x)
            : (width - 1 - x) * newWidth + y
      turned[at] = data[y * width + x] as number
    }
  return { width: newWidth, height: newHeight, data: turned }
}

/** Turned about its middle by a small angle (radians, counter-clockwise as it is seen), on paper of the same size. */
export const rotate = (from: Gray, angle: number): Gray => {
  const { width, height, data } = from
  const rotated = new Uint8Array(data.length).fill(WHITE)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = middleX + (x - middleX) * cos - (y - middleY) * sin
      const fromY = middleY + (x - middleX) * sin + (y - middleY) * cos
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * width + left
      const [dx, dy] = [fromX - left, fromY - top]
      const upper = (data[at] as number) * (1 - dx) + (data[at + 1] as number) * dx
      const lower = (data[at + width] as number) * (1 - dx) + (data[at + width + 1] as number) * dx
      rotated[y * width + x] = upper * (1 - dy) + lower * dy + 0.5
    }
  }
  return { width, height, data: rotated }
}

/** How much darker than its surroundings (grey levels) a pixel of ink is. */
const CONTRAST = 28

/** 1 where a pixel is darker than the paper around it, within `reach` pixels. */
export const inkOf = ({ width, height, data }: Gray, reach: number): Uint8Array => {
  const ink = new Uint8Array(width * height)
  const columns = new Float64Array(width)
  const add = (y: number, sign: number): void => {
    const base = y * width
    for (let x = 0; x < width; x += 1) columns[x] = (columns[x] as number) + sign * (data[base + x] as number)
  }
  for (let y = 0; y < Math.min(reach, height); y += 1) add(y, 1)
  for (let y = 0; y < height; y += 1) {
    if (y + reach < height) add(y + reach, 1)
    if (y - reach - 1 >= 0) add(y - reach - 1, -1)
    const rows = Math.min(height - 1, y + reach) - Math.max(0, y - reach) + 1
    let sum = 0
    for (let x = 0; x < Math.min(reach, width); x += 1) sum += columns[x] as number
    for (let x = 0; x < width; x += 1) {
      if (x + reach < width) sum += columns[x + reach] as number
      if (x - reach - 1 >= 0) sum -= columns[x - reach - 1] as number
      const count = rows * (Math.min(width - 1, x + reach) - Math.max(0, x - reach) + 1)
      if ((data[y * width + x] as number) < sum / count - CONTRAST) ink[y * width + x] = 1
    }
  }
  return ink
}
