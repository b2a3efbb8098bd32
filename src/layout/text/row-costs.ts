/**
 * What each step costs. Roughly the surprise of it: a blank cell that the header announces, a digit in a name, a sign that
 * only scanning can have made. Words of the lexicon are below zero, since nothing else explains them so well.
 */
export const COST = {
  skipLevel: 0.15,
  category: -2,
  bareCategory: -0.8,
  shortBareCategory: 0.8,
  bareBehindHeading: -1.4,
  onlyBare: -2,
  bareBehindPoints: -0.9,
  unknownCategory: 1.2,
  /** 准确性指标 at the start of a line, with a name right behind it. */
  gluedCategory: 0,
  /** Words that no list has, in a text whose full lines begin with two of them. */
  ownLevelOne: 1,
  ownLevelTwo: 0.4,
  ownPoints: 0,
  damagedCategory: -1,
  emptyRow: 1.2,
  name: 1,
  nameLength: 0.02,
  nameEnding: -1.2,
  nameDigits: 0.8,
  nameMeasure: 1.7,
  nameNumber: 0.4,
  /** Behind 指标2: */
  nameNumbered: -1,
  /** 指标2: with nothing behind it. */
  unusedItem: -1.5,
  nameDate: 1.2,
  /** A blank in brackets: ( ≥**个 ). */
  bracketGap: 0.1,
  /** Digits behind what looks like the end of a name. */
  nameEndsBeforeDigits: 2.2,
  placeholder: 0.3,
  nameIsCategory: 2.5,
  nameSign: 3.5,
  nameComma: 0.4,
  nameStop: 2.5,
  nameCategory: 4,
  /** Printed once more behind the value of the left half. */
  nameAgain: -3,
  nameBareCategory: 1.6,
  nameUnclosed: 4,
  /** 反映 in a name, where a column may hold what begins so. */
  nameExplains: 1.5,
  nameShort: 1,
  badStart: 2,
  cutNumber: 4,
  endsWithDigit: 1,
  keepsSign: 2,
  skipTarget: 3,
  /** Behind 定性. */
  skipQualitative: 0.4,
  target: -0.5,
  otherValue: 1.8,
  otherValueLength: 0.06,
  otherValueDigit: 0.9,
  several: { alike: -1.4, unlike: 0.8, bare: -1, cut: 2 },
  /** Digits that only one division explains as the targets of all columns, or that several do. */
  run: 0,
  undividedRun: 1.5,
  /** Words that stand there again as the result. */
  printedTwice: 0.4,
  skipLost: 0.1,
  lostBonus: -1,
  skipActual: 1.1,
  skipWeight: 1,
  skipScore: 0.8,
  weight: -0.3,
  splitPoints: 0.4,
  pointsInBrackets: -1,
  /** Behind a name that ends with points. */
  pointsAgain: 2,
  scoreLikeWeight: -1.2,
  scoreAbove: 2.4,
  scoreAboveInCell: 1,
  scoreFarBelow: 0.9,
  skipNote: 0,
  note: 2,
  noteLength: 0.08,
  noteIsNumber: 1.5,
  /** 得10分,每减少1%扣1分. */
  scoring: -1.5,
  skipExplanation: 0.8,
  explanation: 0.9,
  explanationSign: 2.5,
  /** 达标率 alone is rather the end of a name. */
  shortExplanation: 0.6,
  /** Words that begin with 反映 or 考察. */
  saysWhat: -1.3,
  skipStandard: 0.6,
  word: -0.8,
  /** -定量 */
  closingKind: -2.5,
  unitSaidInName: -0.6,
  otherUnit: 2,
  skipUnit: 1,
  skipUnitSaid: 0.2,
  leftCharacter: 1.3,
  /** Behind another that is left. */
  leftMore: 0.9,
  leftLine: 3.4,
  leftLineLength: 0.012,
  leftValue: 1.5,
  footer: 0.6,
  head: 0.6,
  headLength: 0.02,
  header: 0.4,
  rowNumber: 0,
} as const

/** A way this much dearer than the best at its place is not followed. */
export const MARGIN = 13
