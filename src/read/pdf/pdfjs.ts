// The only file that knows pdfjs-dist, and what it wants of its surroundings.
import { type PdfData, UnreadableError } from '../document.ts'
import { tooMany } from '../limits.ts'
import type { Matrix } from '../page/geometry.ts'
import type { PageContent } from '../page/page-content.ts'
import type { PicturePage } from '../page/picture-reader.ts'
import type { PagedFile } from '../page/read-pages.ts'
import { harmlessPdf, LARGEST_PICTURE, LARGEST_SCAN } from './harmless.ts'
import { nodeModule, readDataFile } from './read-data-file.ts'
import { type LibraryPicture, picturesPainted, placedPicture, readPage } from './read-page.ts'
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

/**
 * Opens a PDF.
 *
 * @param give Data files; by default they are read from the disk.
 * @throws UnreadableError for one that is encrypted, damaged or too large
 */
export const openPdf = async (bytes: Uint8Array, give?: PdfData): Promise<PdfFile> => {
  const text = await openFile(harmlessPdf(bytes), give, LARGEST_PICTURE)
  let scan: ReturnType<typeof openFile> | undefined
  return {
    pageCount: text.file.numPages,
    page: (number) => contentOf(text, number),
    pictures: async (number) => {
      // Pictures are decoded with all else on their pages: pages with text are spared that.
      scan ??= openFile(harmlessPdf(bytes, true), give, LARGEST_SCAN)
      return await picturesOf(await scan, number)
    },
    close: async () => {
      await text.close()
      await (await scan?.catch(() => undefined))?.close()
    },
  }
}

interface OpenedFile {
  readonly library: Library
  readonly file: OpenFile
  readonly budget: OperationBudget
  readonly close: () => Promise<void>
}

/** `largest`: pictures with more pixels are left out. */
const openFile = async (
  data: Uint8Array,
  give: PdfData | undefined,
  largest: number,
): Promise<OpenedFile> => {
  const { library, openWorker } = await loadLibrary()
  const { value: worker } = await overhear(async () => openWorker())
  hearStrays()
  const task = library.getDocument({
    // The library takes the buffer it is given away from its owner, and refuses Node's own kind.
    data,
    worker,
    ...FOLDERS,
    BinaryDataFactory: giverOf(give ?? readDataFile),
    cMapPacked: true,
    disableFontFace: true,
    isEvalSupported: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    useSystemFonts: false,
    // Only pictures need it, of kinds that scanners write.
    useWasm: largest === LARGEST_SCAN,
    useWorkerFetch: false,
    maxImageSize: largest,
    // What it says is overheard.
    verbosity: library.VerbosityLevel.WARNINGS,
  })
  const close = async (): Promise<void> => {
    // What was still being read says that it was ended.
    await overhear(() => task.destroy())
    worker.destroy()
    setTimeout(ignoreStrays)
  }
  try {
    const { value: file } = await overhear(() => task.promise)
    // The first file brought in the other half of the library.
    keepPush()
    return { library, file, budget: { left: MOST_OPERATIONS }, close }
  } catch (error) {
    await close()
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new UnreadableError(isLocked ? 'encrypted' : 'damaged')
  }
}

/** Files that are open. */
let open = 0

/** The library asks for pages ahead, and waits for none of them where one before is damaged: Node would end the run. */
const hearStrays = (): void => {
  open += 1
  if (open === 1) globalThis.process?.on('unhandledRejection', onStray)
}

const ignoreStrays = (): void => {
  open -= 1
  if (open === 0) globalThis.process?.off('unhandledRejection', onStray)
}

const onStray = (reason: unknown): void => {
  if (!(reason instanceof Error && OF_LIBRARY.test(reason.name))) throw reason
}

const OF_LIBRARY =
  /^(?:XRef(?:Entry|Parse)|MissingData|ParserEOF|InvalidPDF|UnknownError|Abort)Exception$|^FormatError$/

/** Outlines of fonts that a file doesn't hold are not among them: nothing is drawn. */
const FOLDERS = { cMapUrl: 'cmaps/', wasmUrl: 'wasm/' } as const

/** What the library asks for a data file by. */
interface DataRequest {
  readonly kind: keyof typeof FOLDERS
  readonly filename: string
}

/** By what name the library asks. Nothing is fetched from anywhere. */
const ASK = 'fetch'

const giverOf = (give: PdfData) =>
  class {
    [ASK]({ kind, filename }: DataRequest): Promise<Uint8Array> {
      return give(FOLDERS[kind] + filename)
    }
  }

type OpenFile = Awaited<ReturnType<Library['getDocument']>['promise']>

/** Operations that are left, for all pages of a file. */
interface OperationBudget {
  left: number
}

const contentOf = async ({ library, file, budget }: OpenedFile, number: number): Promise<PageContent> => {
  try {
    const page = await file.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const { value: list, isDamaged } = await overhear(() => operationsOf(library, page, budget))
    const fontOf = (name: string): FontMetrics =>
      page.commonObjs.has(name) ? (page.commonObjs.get(name) as FontMetrics) : {}
    const content = readPage(list, library.OPS, viewport.transform as unknown as Matrix, viewport, fontOf)
    page.cleanup()
    return isDamaged ? { ...content, isDamaged } : content
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    throw new UnreadableError('damaged', `page ${number}`)
  }
}

/** What is painted on a page that is nothing but pictures; undefined where the library decodes none of it. */
const picturesOf = async (
  { library, file, budget }: OpenedFile,
  number: number,
): Promise<PicturePage | undefined> => {
  const page = await file.getPage(number)
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const { value: list } = await overhear(() => operationsOf(library, page, budget))
  const painted = picturesPainted(list, library.OPS, transform as unknown as Matrix)
  const { value: pictures } = await overhear(() =>
    Promise.all(
      painted.map(async (picture) => placedPicture(picture, await decodedPicture(page, picture.of))),
    ),
  )
  page.cleanup()
  const known = pictures.flatMap((picture) => picture ?? [])
  return known.length === 0 ? undefined : { width, height, pictures: known }
}

/** Pictures come by their names, when they are decoded; small ones stand in the operations. */
const decodedPicture = (page: Page, of: unknown): Promise<LibraryPicture | null> => {
  const name = typeof of === 'string' ? of : (of as LibraryPicture).data
  if (typeof name !== 'string') return Promise.resolve(of as LibraryPicture)
  const shelf = name.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    shelf.get(name, resolve)
  })
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

interface Loaded {
  readonly library: Library
  /** Its other half, which reads: in this thread, beside the one that asks. */
  readonly openWorker: () => InstanceType<Library['PDFWorker']>
}

let loading: Promise<Loaded> | undefined

const loadLibrary = (): Promise<Loaded> => {
  loading ??= importLibrary()
  return loading
}

/**
 * The library puts itself and names that it misses into the global scope, and takes its other half from there.
 * All that is taken out again, and put in only while it is needed.
 */
const importLibrary = async (): Promise<Loaded> => {
  const scope = globalThis as Record<string, unknown>
  const names = new Set(Object.getOwnPropertyNames(scope))
  for (const name of DRAWING) scope[name] ??= class {}
  const restore = withoutCanvas()
  try {
    const library = await import('pdfjs-dist/legacy/build/pdf.mjs')
    // In a worker it would listen to the worker's own messages, unless it takes it for a window.
    if ('WorkerGlobalScope' in scope) scope['window'] = scope
    const otherHalf = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    const openWorker = (): InstanceType<Library['PDFWorker']> => {
      scope[OTHER_HALF] = otherHalf
      try {
        return new library.PDFWorker()
      } finally {
        delete scope[OTHER_HALF]
      }
    }
    return { library, openWorker }
  } finally {
    restore()
    keepPush()
    for (const name of Object.getOwnPropertyNames(scope)) if (!names.has(name)) delete scope[name]
  }
}

/** What the library draws with: nothing is drawn here, and it wants no more than that there is something. */
const DRAWING = ['DOMMatrix', 'Path2D', 'ImageData']

/** Where the library looks for its other half before it starts a worker. */
const OTHER_HALF = 'pdfjsWorker'

/**
 * On Node the library would load a package for drawing, which takes as long as all the rest, or print a warning
 * without it: it gets an empty one until what this returns is called.
 */
const withoutCanvas = (): (() => void) => {
  const loader = nodeModule('module')
  if (loader === undefined) return () => {}
  const { createRequire } = loader
  loader.createRequire = (from) =>
    String(from).includes('pdfjs-dist') ? ((() => ({})) as unknown as NodeJS.Require) : createRequire(from)
  return () => {
    loader.createRequire = createRequire
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
