import { rememberAlways } from '../remember.ts'
import { RULE_CRASH } from '../rules/rule.ts'
import type { CheckOrder, CheckTerms } from './check-content.ts'
import { type CheckResult, type FileRecord, recordOf, resultOf } from './file-record.ts'
import type { Io } from './world.ts'

/** Grows by one when records change their shape. */
const RECORD_VERSION = 3

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

  /** The results for a file with this content; undefined where there are none, or none that can be read. */
  find(order: CheckOrder): readonly CheckResult[] | undefined {
    const text = this.#store.get(this.#keyOf(order))
    try {
      const records = text === undefined ? undefined : this.#read(text)
      return records?.map((record) => resultOf(record, order.path, order.content.bytes))
    } catch {
      return undefined
    }
  }

  /**
   * Keeps results, unless they are of an archive, whose parts have bytes of their own, or tell of a fault
   * in pbo, which may be gone another time.
   */
  keep(order: CheckOrder, results: readonly CheckResult[]): void {
    if (results.some(isFault)) return
    const records = results.map((result) => recordOf(result, order.path))
    if (records.includes(undefined)) return
    const json = JSON.stringify(records)
    this.#store.set(this.#keyOf(order), `${this.#hash(json)}\n${json}\n`)
  }

  /** Known as long as the order is there: to keep results, it is asked for once more when the bytes are gone. */
  readonly #keyOf = rememberAlways(({ content, isSearched, isCompared, settings }: CheckOrder): string =>
    this.#hash(JSON.stringify([this.#terms, settings, isSearched, isCompared, this.#hash(content.bytes)])),
  )

  /** A record that was cut short or changed has another digest in front than its own. */
  #read(text: string): readonly FileRecord[] | undefined {
    const end = text.indexOf('\n')
    const json = text.slice(end + 1, -1)
    if (end < 1 || text.slice(0, end) !== this.#hash(json)) return undefined
    const records = JSON.parse(json) as readonly FileRecord[]
    return records.length > 0 ? records : undefined
  }
}

const isFault = (result: CheckResult): boolean =>
  'isCrash' in result ||
  (result.kind === 'checked' && result.findings.some(({ rule }) => rule === RULE_CRASH))

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
