import { type FileRecord, RECORD_VERSION } from '../model/record.ts'
import type { CheckOrder, CheckTerms } from '../records/check-content.ts'
import { rememberAlways } from '../remember.ts'
import type { Io } from './world.ts'

/** Where records are kept, by key. Losing one costs time and nothing else. */
interface RecordStore {
  readonly get: (key: string) => string | undefined
  readonly set: (key: string, text: string) => void
}

/** Results of earlier runs, by the content of a file, the version of the tool and the settings. */
export class ResultCache {
  readonly #store: RecordStore
  readonly #hash: Io['hash']
  readonly #terms: string

  constructor(
    store: RecordStore,
    { hash, toolVersion }: Pick<Io, 'hash' | 'toolVersion'>,
    terms: CheckTerms,
  ) {
    this.#store = store
    this.#hash = hash
    this.#terms = JSON.stringify([RECORD_VERSION, toolVersion(), terms])
  }

  /** Known as long as the order is there: it is asked for once more when the bytes are gone. */
  readonly keyOf = rememberAlways(({ content, isSearched, isCompared, settings }: CheckOrder): string =>
    this.#hash(JSON.stringify([this.#terms, settings, isSearched, isCompared, this.#hash(content.bytes)])),
  )

  /** The records of a file with this content; undefined where there are none, or none that can be read. */
  async find(order: CheckOrder): Promise<readonly FileRecord[] | undefined> {
    const text = this.#store.get(this.keyOf(order))
    const records = text === undefined ? undefined : await this.#read(text)
    return records?.map((record) => movedTo(order.path + record.path, record))
  }

  /**
   * Keeps records, unless they tell of a fault in pbo, which may be gone another time.
   *
   * @param path Of the file: what is kept holds for the same content anywhere.
   */
  keep(key: string, records: readonly FileRecord[], path: string): void {
    if (records.some(isFault)) return
    const json = JSON.stringify(records.map((record) => movedTo(record.path.slice(path.length), record)))
    this.#store.set(key, `${this.#hash(json)}\n${json}\n`)
  }

  /** A record that was cut short or changed has another digest in front than its own. */
  async #read(text: string): Promise<readonly FileRecord[] | undefined> {
    const end = text.indexOf('\n')
    const json = text.slice(end + 1, -1)
    if (end < 1 || text.slice(0, end) !== this.#hash(json)) return undefined
    const { parseRecords } = await import('../model/record-schema.ts')
    return parseRecords(json)
  }
}

const movedTo = (path: string, record: FileRecord): FileRecord =>
  record.kind === 'checked' && record.extract !== undefined
    ? { ...record, path, extract: { ...record.extract, path } }
    : { ...record, path }

const isFault = (record: FileRecord): boolean =>
  record.kind === 'failed' ? record.isFault === true : record.kind === 'checked' && !record.isComplete

/** Keeps records while the command runs. */
export const memoryStore = (): RecordStore => {
  const records = new Map<string, string>()
  return { get: (key) => records.get(key), set: (key, text) => records.set(key, text) }
}

/** A record larger than this isn't worth reading. */
const MOST_BYTES = 64 * 1024 ** 2

/**
 * Keeps records as files in a folder, which is made when the first is written. What can't be read is
 * not there; what can't be written isn't kept, since the check itself is done.
 */
export const folderStore = (folder: string, files: Io['files']): RecordStore => {
  let isMade = false
  return {
    get: (key) => {
      try {
        const bytes = files.read(`${folder}/${key}.json`, MOST_BYTES)
        return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
      } catch {
        return undefined
      }
    },
    set: (key, text) => {
      try {
        if (!isMade) {
          files.makeFolder(folder)
          // Tools that look for files to keep leave the folder alone.
          files.write(`${folder}/.gitignore`, '*\n')
        }
        isMade = true
        files.write(`${folder}/${key}.json`, text)
      } catch {
        isMade = true
      }
    },
  }
}
