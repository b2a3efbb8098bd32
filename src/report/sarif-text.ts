import { printable } from './printable.ts'

/** Text of a filing in a message, where `[…](…)` is a link: a blank keeps one from being made. */
export const plainText = (text: string): string => printable(text).replace(/\](?=\()/g, '] ')

/** The same for the words of a link. */
export const linkText = (text: string): string => printable(text).replace(/[\\[\]]/g, '\\$&')
