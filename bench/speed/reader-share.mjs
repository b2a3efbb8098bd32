// How much of reading a filing is the work of the libraries that know the format, by a sampling profile of a
// cold process. Run by readers.mjs:
//
//   node bench/speed/reader-share.mjs FILE
import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { LIBRARY, loadLibrary } from './library.mjs'
import { sampleProfile } from './sample.mjs'

const { openFile } = await loadLibrary()
const bytes = readFileSync(process.argv[2])
const LIBRARY_URL = pathToFileURL(LIBRARY).href
const isPackage = (url) => url !== LIBRARY_URL && url.includes('/node_modules/')

const profile = await sampleProfile(100, () => openFile(bytes, { isUtf8 }))

/** The share of what wasn't idle that was done by a library, or by Node for it. */
const shareOfLibraries = ({ nodes, samples, timeDeltas }) => {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  let all = 0
  let theirs = 0
  for (const [i, id] of samples.entries()) {
    if (NOBODY.includes(frames.get(id).functionName)) continue
    const stack = []
    for (let at = id; at !== undefined; at = parents.get(at)) stack.push(frames.get(at).url)
    // Node's own work belongs to whom it is done for; loading a library is part of using it.
    const nearest = stack.find((url) => url !== '' && !url.startsWith('node:'))
    all += timeDeltas[i]
    if (nearest !== LIBRARY_URL || stack.some(isPackage)) theirs += timeDeltas[i]
  }
  return theirs / all
}

const NOBODY = ['(idle)', '(program)', '(root)', '(garbage collector)']

process.stdout.write(JSON.stringify({ reading: shareOfLibraries(profile) }))
