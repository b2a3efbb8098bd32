// The licences of packages that are bundled, as they ask for.
import { readdirSync, readFileSync } from 'node:fs'

const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/

/**
 * Names and licences of all packages of which something is in what esbuild made, and `others`: what is let in as data,
 * each with its title and its licence.
 */
export const noticesOf = (metafiles, others = []) => {
  const inputs = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap((output) => Object.entries(output.inputs))
  const folders = inputs.flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (PACKAGE.exec(path) ?? []) : [],
  )
  const packages = new Map([...new Set(folders)].sort().map((folder) => noticeOf(folder)))
  const notices = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice)
  return [HEAD, ...notices, ...others.map(({ title, text }) => `${title}\n\n${text.trim()}\n`)].join(
    `\n${'-'.repeat(80)}\n\n`,
  )
}

const HEAD = `pbo contains these packages, wholly or in part.\n`

const noticeOf = (folder) => {
  const { name, version, license, author, homepage } = JSON.parse(
    readFileSync(`${folder}/package.json`, 'utf8'),
  )
  if (typeof license !== 'string') throw new Error(`${folder} names no licence`)
  const files = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file))
    .sort()
  const texts = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r', '').trim())
  const by = typeof author === 'object' ? author.name : author
  const title = [`${name} ${version} (${license})`, by, homepage].filter((line) => line !== undefined)
  const words = texts.length > 0 ? texts : [usualWords(license, folder)]
  return [`${name} ${version}`, `${[...title, '', ...words].join('\n').trim()}\n`]
}

/** The words of a licence that a package names and doesn't bring. */
const usualWords = (license, folder) => {
  // Those of MIT are our own, too.
  if (license === 'MIT') return /^Permission is hereby[\s\S]*/m.exec(readFileSync('LICENSE', 'utf8'))[0]
  if (license === 'ISC') return ISC
  throw new Error(`${folder} brings no text of its licence, ${license}`)
}

const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`
