import { ENGINE_FILES, type EngineFiles } from './built-in.ts'
import { byId } from './dom.ts'

/** The program for reading scans that the page has; empty in the page that reads none. */
export const ocrProgram = (): string => byId('ocr').textContent ?? ''

let files: Promise<EngineFiles<Blob>> | undefined

/** The files of the engine that the page has, packed, in base64. They stand at its end, which may not have come yet. */
export const engineFiles = (): Promise<EngineFiles<Blob>> => {
  files ??= takeFiles()
  return files
}

const takeFiles = async (): Promise<EngineFiles<Blob>> => {
  if (document.readyState === 'loading')
    await new Promise((resolve) => addEventListener('DOMContentLoaded', resolve, { once: true }))
  return Object.fromEntries(ENGINE_FILES.map((name) => [name, takeFile(name)])) as EngineFiles<Blob>
}

/** What was a text of the page is no longer there twice. */
const takeFile = (name: string): Blob => {
  const element = byId(`ocr-${name}`)
  const blob = new Blob([element.textContent ?? ''])
  element.remove()
  return blob
}
