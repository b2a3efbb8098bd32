import type { Finding, Language } from '../model/finding.ts'
import type { Place } from '../model/record.ts'
import { say } from './words.ts'

/** What a finding says in one language, beside its message. */
export interface FindingWords {
  readonly path: readonly string[]
  readonly address: string | undefined
  readonly because: string | undefined
  readonly fix: string
  readonly related: readonly PlaceWords[]
  readonly elsewhere: readonly PlaceWords[] | undefined
}

/** What is said of a place. */
export interface PlaceWords {
  readonly message: string
  readonly address: string | undefined
}

/** The words of a finding in one language. */
export const wordsOf = (finding: Finding<Place>, language: Language): FindingWords => ({
  path: finding.path.map((step) => say(step, language)),
  address: finding.at.address?.[language],
  because: finding.because === undefined ? undefined : say(finding.because, language),
  fix: say(finding.fix, language),
  related: (finding.related ?? []).map(({ at, note }) => ({
    message: say(note, language),
    address: at.address?.[language],
  })),
  elsewhere: finding.elsewhere?.map(({ note, address }) => ({
    message: say(note, language),
    address: address?.[language],
  })),
})

/** Of `words` in another language what differs from `own`; undefined if nothing does. */
export const translationOf = <Words extends object>(own: Words, words: Words): Partial<Words> | undefined => {
  const differing = Object.entries(words).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(own[key as keyof Words]),
  )
  return differing.length === 0 ? undefined : (Object.fromEntries(differing) as Partial<Words>)
}

/** The other of the two. */
export const otherLanguage = (language: Language): Language => (language === 'zh' ? 'en' : 'zh')
