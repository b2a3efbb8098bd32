import type { Language } from '../model/finding.ts'
import type { Io } from './world.ts'

/**
 * The language to speak: the flag, else the first locale variable that is set, else the system's.
 * `argv` is looked through by hand since complaints about the other flags need the language too.
 */
export const detectLanguage = (
  argv: readonly string[],
  { env, locale }: Pick<Io, 'env' | 'locale'>,
): Language => {
  const flag = argv.findLast((_, i) => argv[i - 1] === '--lang' || argv[i]?.startsWith('--lang='))
  const asked = flag?.replace(/^--lang=/, '')
  if (asked === 'zh' || asked === 'en') return asked
  const set = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  )
  return /^zh\b|^zh[_-]/i.test(set ?? locale()) ? 'zh' : 'en'
}
