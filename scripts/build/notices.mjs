// The licences of packages that are bundled, as they ask for.
import { readdirSync, readFileSync } from 'node:fs'

const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/

/** Names and licences of all packages of which something is in what esbuild made. */
export const noticesOf = (metafiles) => {
  const inputs = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap((output) => Object.entries(output.inputs))
  const folders = inputs.flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (PACKAGE.exec(path) ?? []) : [],
  )
  const packages = new Map([...new Set(folders)].sort().map((folder) => noticeOf(folder)))
  return [HEAD, ...[...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice)].join(
    `\n${'-'.repeat(80)}\n\n`,
  )
}

const HEAD = `pbo contains these packages, wholly or in part.\n`

const noticeOf = (folder) => {
  const { name, version, license, author, homepage } = JSON.parse(
    readFileSync(`${folder}/package.json`, 'utf8'),
  )
  const files = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice)/i.test(file))
    .sort()
  const texts = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r', '').trim())
  if (typeof license !== 'string') throw new Error(`${folder} names no licence`)
  const by = typeof author === 'object' ? author.name : author
  const title = [`${name} ${version} (${license})`, by, homepage].filter((line) => line !== undefined)
  return [`${name} ${version}`, `${[...title, '', ...texts].join('\n').trim()}\n`]
}
