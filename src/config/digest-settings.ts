import type { Settings } from '../settings.ts'
import { type Config, mergeSettings } from './config.ts'

/** The same for the same settings, however they are written: their keys sorted, a level alone as the severity that it is. */
export const digestSettings = (
  { scheme = 'auto', ...settings }: Settings,
  overrides: Config['overrides'] = [],
  hash: (text: string) => string,
): string => hash(JSON.stringify({ ...mergeSettings({}, settings), scheme, overrides }, sortKeys))

const sortKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
