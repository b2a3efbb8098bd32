import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What a filing says, field by field, and what is to be found in it: `NAME.truth.json` beside `NAME.EXT`. */
export interface Truth {
  readonly layout: string
  readonly format: string
  /** `undefined` and null: none printed. */
  readonly amountUnit?: AmountUnit | null
  readonly projects: readonly TruthProject[]
  readonly mustFind?: readonly MustFind[]
  readonly mustNotFind?: readonly MustNotFind[]
  readonly mayFind?: readonly { readonly rule: string }[]
}

export type AmountUnit = '元' | '千元' | '万元' | '亿元'

export interface TruthProject {
  readonly name: string
  readonly alsoName?: readonly string[]
  readonly amount: string | null
  readonly alsoAmount?: readonly string[]
  readonly goals?: readonly (string | { readonly text: string })[]
  /** What became of the goals. */
  readonly results?: readonly string[]
  /** The parts of the amount: label and sum, in the amount unit. */
  readonly moneyParts?: readonly (readonly [label: string, amount: string])[]
  /** What a money table prints beside the planned amounts: label of the row, stage, number. */
  readonly moneyCells?: readonly (readonly [source: string, stage: string, amount: string])[]
  /** What the money is for, where a whole department is the project; may be read as projects or not. */
  readonly tasks?: readonly string[]
  readonly indicators: readonly TruthIndicator[]
}

export type TruthKind =
  | 'number'
  | 'percent'
  | 'money'
  | 'rate'
  | 'range'
  | 'date'
  | 'baseline'
  | 'qualitative'
  | 'placeholder'
  | 'unparsed'

export interface TruthIndicator {
  readonly l1: string | null
  readonly l2: string | null
  readonly name: string
  readonly comparator: string | null
  readonly value: string | null
  readonly unit: string | null
  readonly kind: TruthKind
  readonly weight?: string | null
  readonly column?: string | null
  readonly term?: string | null
  readonly unitFrom?: string
  readonly unitColumn?: string
  readonly printed?: string
  readonly likely?: string
  readonly equals?: string
  /** 实际完成值 as printed. */
  readonly actual?: string | null
  readonly score?: string | null
  readonly reason?: string | null
  /** Other readings that are as right: the fields that differ. */
  readonly also?: readonly Partial<TruthIndicator>[]
}

export interface MustFind {
  readonly rule: string
  readonly severity: string
  readonly about: string
  /** A finding that names one of these is at its place. */
  readonly match?: readonly string[]
  /** Other rules that count. */
  readonly acceptable?: readonly string[]
}

export interface MustNotFind {
  readonly rule: string
  readonly why: string
  readonly match?: readonly string[]
}

/** A filing with its truth. */
export interface Case {
  readonly name: string
  readonly file: string
  readonly bytes: Uint8Array
  readonly truth: Truth
}

const TRUTH = '.truth.json'

/** The cases of a folder, by name. */
export const readCases = (folder: string): readonly Case[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(TRUTH))
    .sort()
    .map((name) => {
      const stem = name.slice(0, -TRUTH.length)
      const truth = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Truth
      const file = `${stem}.${truth.format}`
      return { name: stem, file, bytes: new Uint8Array(readFileSync(path.join(folder, file))), truth }
    })
