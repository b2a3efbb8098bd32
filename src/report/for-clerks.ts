import type { Language } from '../model/finding.ts'

/** A text in one language without the clauses that speak to whoever runs the command: of its flags, of pbo itself. */
export const forClerks = (text: string, language: Language = 'zh'): string => {
  const clauses = language === 'zh' ? (text.match(/[^；。]+[；。]?/g) ?? []) : text.split(/(?<=[;.]) /)
  const kept = clauses.filter((clause) => !/--[a-z]|pbo/.test(clause))
  return language === 'zh' ? kept.join('').replace(/；$/, '。') : kept.join(' ').replace(/;$/, '.')
}
