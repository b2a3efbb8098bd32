import type { Format } from '../source/format.ts'

/**
 * What is kept of a filing to compare it with others: a few kilobytes of names and digests, no tree
 * and no text.
 */
export interface FilingExtract {
  readonly path: string
  readonly format: Format
  /** The budget year. */
  readonly year?: number | undefined
  /** Digest of all that it says; empty where it has no projects. */
  readonly content: string
  /** Its title, or what it begins with. */
  readonly at: PackedPlace
  /** The issuer first, where the title names one and no row does. */
  readonly agencies: readonly AgencyExtract[]
  readonly projects: readonly ProjectExtract[]
  readonly baselines: readonly BaselineExtract[]
  readonly plan: Plan
}

export interface AgencyExtract {
  readonly code?: string
  /** As printed, broken words joined. */
  readonly name: string
  /** The smallest place that its name, or else the filing's title, names; may be empty. */
  readonly region: string
  readonly at: PackedPlace
}

export interface ProjectExtract {
  readonly name: string
  /** Its place in `agencies`; -1 where nothing tells whose it is. */
  readonly agency: number
  readonly at: PackedPlace
  /** Digests of its goals and its set of indicators; empty where they are too short to tell anything. */
  readonly goals: string
  readonly indicators: string
}

/** An indicator that is measured against an earlier year. */
export interface BaselineExtract {
  /** Its place in `projects`. */
  readonly project: number
  readonly name: string
  readonly printed: string
  /** The year that it is measured against. */
  readonly year: number
  /** Where it stands in a plan. */
  readonly key: string
  readonly at: PackedPlace
}

/**
 * What a filing planned, indicator by indicator, so that a later year can be compared with it. Three
 * texts of as many lines each: a line costs a tenth of what an object would.
 */
export interface Plan {
  readonly keys: string
  readonly targets: string
  readonly places: string
}

/**
 * A place whose text is no longer at hand, as one short string (`corpus/place.ts`): 20,000 filings are compared
 * with each other, and objects would take five times the memory.
 */
export type PackedPlace = string
