import type { Message } from '../rule.ts'

/** A name in quotes; one that has quotes itself (“三支一扶”慰问金) gets corner ones. */
export const quoted = (name: string): string => (/[“”]/.test(name) ? `「${name}」` : `“${name}”`)

/** A project by its name, where it has one: a table of one project may print none. */
export const projectWords = (name: string): Message =>
  name === ''
    ? { zh: '该项目', en: 'the project' }
    : { zh: `项目${quoted(name)}`, en: `the project ${quoted(name)}` }
