import type { Language } from '../model/finding.ts'
import type { Document } from '../read/document.ts'
import type { Core } from '../records/core.ts'
import { interrupted, unopened } from '../records/file-messages.ts'
import { printable } from '../report/printable.ts'
import { gatherInputs } from './gather-inputs.ts'
import type { Stage } from './options.ts'
import { type FileOptions, readContent, readOptionsOf, Trial } from './read-files.ts'
import { renderStage } from './stage/index.ts'
import { tell } from './terminal.ts'
import type { Io } from './world.ts'

/**
 * Prints what one stage makes of each file, also of a file in which no table is recognised: that is
 * what one wants to look into. False if one could not be read, which stderr is told.
 */
export const showStage = async (
  stage: Stage,
  paths: readonly string[],
  options: FileOptions,
  io: Io,
  core: Core,
  language: Language,
): Promise<boolean> => {
  const { found, failed } = await gatherInputs(paths, options, io)
  const complaints = failed.map(({ path, error }) => `${path}: ${error[language]}`)
  const trial = new Trial({ ...options, ...readOptionsOf(options) }, io)
  const openOptions = {
    isUtf8: io.isUtf8,
    encoding: options.encoding,
    pictureReader: options.ocr === false ? undefined : io.openPictureReader,
  }
  for (const [i, input] of found.entries()) {
    await io.turn()
    const content = await readContent(input, io, options.maxFileSize)
    const fault = 'kind' in content ? content : await trial.faultOf(input, content)
    if (io.interruption() !== undefined) {
      complaints.push(`${input.path}: ${interrupted(found.length - i - 1)[language]}`)
      break
    }
    if (fault !== undefined || 'kind' in content) {
      complaints.push(`${input.path}: ${fault?.error[language]}`)
      continue
    }
    for (const part of await core.open(content.bytes, openOptions)) {
      const path = part.name === undefined ? input.path : `${input.path}/${part.name}`
      if (part.kind === 'document') io.stdout.write(page(path, stage, part.document, language))
      else complaints.push(`${path}: ${unopened(part)[language]}`)
    }
  }
  await trial.close()
  for (const complaint of complaints) tell(io, complaint)
  return complaints.length === 0
}

const page = (path: string, stage: Stage, document: Document, language: Language): string =>
  `${printable(path)}  ${document.format} · ${stage}\n${renderStage(stage, document, language)}\n`
