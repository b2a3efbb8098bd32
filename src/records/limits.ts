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
