// Makes scans of printed pages: pictures of them, put aslant, blurred, noisy, stamped and packed as JPEG, by a seed.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const require = createRequire(resolve('packages/ocr/package.json'))

/** How a page is spoiled: degrees, the deviation of noise (of 256 levels), times it is blurred, JPEG's quality, a seal. */
export const CLEAN = { skew: 0, noise: 0, blur: 0, quality: 90, stamp: false }

/** The pages of a PDF as pictures of `dpi`: width, height, RGB. */
export const printPages = (pdf, dpi) => {
  const folder = mkdtempSync(join(tmpdir(), 'scan-'))
  try {
    execFileSync('pdftoppm', ['-r', String(dpi), pdf, join(folder, 'page')])
    return readdirSync(folder)
      .sort()
      .map((name) => readPpm(readFileSync(join(folder, name))))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const readPpm = (bytes) => {
  const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'))
  return { width: Number(width), height: Number(height), data: bytes.subarray(head.length) }
}

/** Numbers from 0 to 1, the same for the same seed. */
export const randomBy = (seed) => {
  let state = (seed + 1) * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A page as a scanner would give it. */
export const degrade = ({ width, height, data }, { skew, noise, blur, stamp }, random) => {
  let pixels = Uint8Array.from(data)
  const page = () => ({ width, height, data: pixels })
  if (stamp) drawSeal(page(), random)
  if (skew !== 0) pixels = rotated(page(), (skew * Math.PI) / 180)
  for (let times = 0; times < blur; times += 1) pixels = blurred(page())
  if (noise > 0)
    for (let i = 0; i < pixels.length; i += 3) {
      const add = noise * (random() + random() + random() + random() - 2) * 1.7
      for (let k = 0; k < 3; k += 1) pixels[i + k] = Math.max(0, Math.min(255, pixels[i + k] + add))
    }
  return page()
}

const rotated = ({ width, height, data }, angle) => {
  const to = new Uint8Array(data.length).fill(255)
  const [cos, sin, cx, cy] = [Math.cos(angle), Math.sin(angle), width / 2, height / 2]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const fx = cx + (x - cx) * cos + (y - cy) * sin
      const fy = cy - (x - cx) * sin + (y - cy) * cos
      const [left, top] = [Math.floor(fx), Math.floor(fy)]
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const [dx, dy] = [fx - left, fy - top]
      for (let k = 0; k < 3; k += 1) {
        const at = (top * width + left) * 3 + k
        const upper = data[at] * (1 - dx) + data[at + 3] * dx
        const lower = data[at + width * 3] * (1 - dx) + data[at + width * 3 + 3] * dx
        to[(y * width + x) * 3 + k] = upper * (1 - dy) + lower * dy
      }
    }
  return to
}

const blurred = ({ width, height, data }) => {
  const to = Uint8Array.from(data)
  const row = 3 * width
  for (let at = row + 3; at < data.length - row - 3; at += 1)
    if (Math.floor(at / row) < height - 1)
      to[at] = (4 * data[at] + data[at - 3] + data[at + 3] + data[at - row] + data[at + row]) / 8
  return to
}

/** A round red seal: a ring with a star in its middle, over whatever is there. */
const drawSeal = ({ width, height, data }, random) => {
  const radius = Math.min(width, height) * 0.09
  const cx = width * (0.3 + 0.4 * random())
  const cy = height * (0.3 + 0.4 * random())
  for (let y = Math.max(0, Math.floor(cy - radius)); y < Math.min(height, cy + radius); y += 1)
    for (let x = Math.max(0, Math.floor(cx - radius)); x < Math.min(width, cx + radius); x += 1) {
      const [dx, dy] = [x - cx, y - cy]
      const far = Math.sqrt(dx * dx + dy * dy) / radius
      const star = far < 0.3 && Math.cos(5 * Math.atan2(dx, -dy)) > far * 2 - 0.6
      if (!star && !(far > 0.93 && far < 1)) continue
      const at = (y * width + x) * 3
      // Ink that lets through what is below it.
      data[at] = Math.min(255, data[at] * 0.9)
      data[at + 1] *= 0.25
      data[at + 2] *= 0.25
    }
}

/** A page as JPEG. */
export const jpegOf = ({ width, height, data }, quality) => {
  const rgba = Buffer.alloc(width * height * 4, 255)
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4)
    rgba.set(data.subarray(from, from + 3), to)
  return require('jpeg-js').encode({ width, height, data: rgba }, quality).data
}

/** A PDF with one picture a page and no text. */
export const scanPdf = (pages, dpi, { quality }) => {
  const parts = []
  const offsets = []
  let length = 0
  const write = (...some) => {
    for (const part of some) {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
      parts.push(bytes)
      length += bytes.length
    }
  }
  const object = (...body) => {
    offsets.push(length)
    write(`${offsets.length} 0 obj\n`, ...body, '\nendobj\n')
  }
  write('%PDF-1.7\n')
  object('<</Type/Catalog/Pages 2 0 R>>')
  const kids = pages.map((_, i) => `${3 + 3 * i} 0 R`).join(' ')
  object(`<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`)
  for (const [i, page] of pages.entries()) {
    const [w, h] = [(page.width * 72) / dpi, (page.height * 72) / dpi].map((side) => side.toFixed(2))
    const data = jpegOf(page, quality)
    const drawing = `q ${w} 0 0 ${h} 0 0 cm /P Do Q`
    const resources = `<</XObject<</P ${5 + 3 * i} 0 R>>>>`
    object(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Contents ${4 + 3 * i} 0 R/Resources${resources}>>`,
    )
    object(`<</Length ${drawing.length}>>stream\n${drawing}\nendstream`)
    const size = `/Width ${page.width}/Height ${page.height}/BitsPerComponent 8/ColorSpace/DeviceRGB`
    object(
      `<</Type/XObject/Subtype/Image${size}/Filter/DCTDecode/Length ${data.length}>>stream\n`,
      data,
      '\nendstream',
    )
  }
  const start = length
  write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`)
  for (const offset of offsets) write(`${String(offset).padStart(10, '0')} 00000 n \n`)
  write(`trailer<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.concat(parts)
}
