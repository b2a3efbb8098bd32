// The only file that knows pdfjs-dist, and what it wants of its surroundings.
// biome-ignore lint/correctness/noNodejsModules: the library reads its own data files from its package
import nodeModule from 'node:module'
import { UnreadableError } from '../document.ts'
import { tooMany } from '../limits.ts'
import type { PageContent } from '../page/page-content.ts'
import type { PagedFile } from '../page/read-pages.ts'
import { harmlessPdf, LARGEST_PICTURE } from './harmless.ts'
import { readPage } from './read-page.ts'
import type { FontMetrics } from './text-state.ts'

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** The numbers of the library's drawing operations by name. */
export type Operations = Library['OPS']

export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly (readonly unknown[] | null)[]
}

/** An open PDF. */
export interface PdfFile extends PagedFile {
  close(): Promise<void>
}

/** Drawing operations of one file, and characters that they show. */
const MOST_OPERATIONS = 5_000_000

/** Opens a PDF. Throws `UnreadableError` for one that is encrypted, damaged or too large. */
export const openPdf = async (bytes: Uint8Array): Promise<PdfFile> => {
  const data = harmlessPdf(bytes)
  const library = await loadLibrary()
  const folder = packageFolder()
  const task = library.getDocument({
    // The library takes the buffer it is given away from its owner, and refuses Node's own kind.
    data,
    cMapUrl: `${folder}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}standard_fonts/`,
    disableFontFace: true,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    maxImageSize: LARGEST_PICTURE,
    // What it says is overheard.
    verbosity: library.VerbosityLevel.WARNINGS,
  })
  try {
    const { value: file } = await overhear(() => task.promise)
    // The first file brought in the other half of the library.
    keepPush()
    const budget = { left: MOST_OPERATIONS }
    return {
      pageCount: file.numPages,
      page: (number) => contentOf(library, file, number, budget),
      close: async () => {
        // What was still being read says that it was ended.
        await overhear(() => task.destroy())
      },
    }
  } catch (error) {
    await task.destroy()
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new UnreadableError(isLocked ? 'encrypted' : 'damaged')
  }
}

type OpenFile = Awaited<ReturnType<Library['getDocument']>['promise']>

/** Operations that are left, for all pages of a file. */
interface OperationBudget {
  left: number
}

const contentOf = async (
  library: Library,
  file: OpenFile,
  number: number,
  budget: OperationBudget,
): Promise<PageContent> => {
  try {
    const page = await file.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const [a, b, c, d, e, f] = viewport.transform as [number, number, number, number, number, number]
    const { value: list, isDamaged } = await overhear(() => operationsOf(library, page, budget))
    const fontOf = (name: string): FontMetrics =>
      page.commonObjs.has(name) ? (page.commonObjs.get(name) as FontMetrics) : {}
    const content = readPage(list, library.OPS, [a, b, c, d, e, f], viewport, fontOf)
    page.cleanup()
    return isDamaged ? { ...content, isDamaged } : content
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    throw new UnreadableError('damaged', `page ${number}`)
  }
}

type Page = Awaited<ReturnType<OpenFile['getPage']>>

/** Where the library takes what its other half has read, a thousand operations at a time. */
interface ChunkTaker {
  _renderPageChunk(chunk: OperatorList, state: unknown): void
}

/**
 * A form may hold ten others, and each of these ten more: operations are counted while they come, since
 * the whole list may never end.
 *
 * @throws UnreadableError `too-large`
 */
const operationsOf = async (library: Library, page: Page, budget: OperationBudget): Promise<OperatorList> => {
  const taker = page as unknown as ChunkTaker
  const take = taker._renderPageChunk
  return await new Promise((resolve, reject) => {
    taker._renderPageChunk = (chunk, state) => {
      budget.left -= costOf(chunk, library.OPS)
      if (budget.left >= 0) take.call(page, chunk, state)
      else reject(tooMany(MOST_OPERATIONS, 'operations'))
    }
    page.getOperatorList().then(resolve, reject)
  })
}

/** A form is parsed anew each time that it is drawn: it costs as much as so many operations. */
const FORM_COST = 50

const costOf = ({ fnArray, argsArray }: OperatorList, operations: Operations): number => {
  let cost = fnArray.length
  for (const [i, operation] of fnArray.entries())
    if (operation === operations.paintFormXObjectBegin) cost += FORM_COST
    else if (operation === operations.showText)
      cost += (argsArray[i]?.[0] as ArrayLike<unknown> | undefined)?.length ?? 0
  return cost
}

/** What the library says where it leaves out what it can't read. */
const DAMAGE =
  /^Warning: (?:Unknown command|Invalid stream|Invalid cMap data|Empty "|readToUnicode - |getContentStream - |getOperatorList - ignoring (?:errors|XObject))/

/** The library tells of damage on the terminal and nowhere else: its warnings are taken, not printed. */
const overhear = async <Value>(
  run: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly isDamaged: boolean }> => {
  const terminal = globalThis.console
  const { warn } = terminal
  let isDamaged = false
  terminal.warn = (...words: unknown[]) => {
    const said = String(words[0])
    if (!said.startsWith('Warning: ')) warn.apply(terminal, words)
    else if (DAMAGE.test(said)) isDamaged = true
  }
  try {
    return { value: await run(), isDamaged }
  } finally {
    terminal.warn = warn
  }
}

let loading: Promise<Library> | undefined

const loadLibrary = (): Promise<Library> => {
  loading ??= importLibrary()
  return loading
}

/**
 * Nothing is drawn here, so the library gets empty classes for drawing, and an empty canvas package:
 * it would load the native one, which takes as long as all the rest, or print a warning without it.
 */
const importLibrary = async (): Promise<Library> => {
  const scope = globalThis as Record<string, unknown>
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) scope[name] ??= class {}
  const { createRequire } = nodeModule
  nodeModule.createRequire = (from) =>
    String(from).includes('pdfjs-dist') ? ((() => ({})) as unknown as NodeJS.Require) : createRequire(from)
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    nodeModule.createRequire = createRequire
    keepPush()
  }
}

const { push } = Array.prototype

/**
 * The library replaces `push` of all arrays by its own, for the sake of arrays with 2³² elements and
 * of errors that nobody meets. It takes a quarter of the time to read a file; the engine's own is put back.
 */
const keepPush = (): void => {
  Array.prototype.push = push
}

/** With a slash at the end, as the library wants it. */
const packageFolder = (): string =>
  nodeModule
    .createRequire(import.meta.url)
    .resolve('pdfjs-dist/package.json')
    .replace(/package\.json$/, '')
