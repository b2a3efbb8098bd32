/** What is read without asking. */
export const DEFAULT_LIMITS = {
  maxFileSize: 20 * 1024 ** 2,
  maxLine: 1024 ** 2,
  maxCell: 256 * 1024,
  maxFiles: 100_000,
  maxDepth: 64,
  maxFindings: 100,
  fileTimeout: 12,
  fileMemory: 300 * 1024 ** 2,
} as const

/** An honest file of a megabyte takes no longer. */
const SECONDS_PER_MEGABYTE = 3

/** How long a file of so many bytes may take to be read and checked. */
export const secondsFor = (bytes: number, fileTimeout: number): number =>
  fileTimeout + SECONDS_PER_MEGABYTE * Math.floor(bytes / 1024 ** 2)

/** What reads a page of a scan gives up by itself, but later than a file may take. */
export const SCANNED_PAGE_SECONDS = 240
