/**
 * How names carry the unit of their value: in brackets at the end (FORM: 营造林面积(亩)), or as the
 * counter before 数 (参训人数, 培训期数, 巡查次数).
 */
const BRACKETED = /[([〔](?:单位:?)?([^()[\]〔〕\d]{1,8})[)\]〕]$/
const COUNTED =
  /(?:人|人次|户|个|家|名|位|次|场|场次|期|件|份|册|套|台|辆|间|座|栋|株|亩|吨|天|月|年|项|篇|条|例|宗|起|门|批|班|张|只|头|处|点|站|村)数(?:量)?$/

/** What has no unit: 利用系数, 空气质量指数, 投入产出比, 生师比. */
const PURE_NUMBER = /(?:系数|指数|[^占]比|比值|倍数|容积率|pH值?|名次|排名|位次)$/i

/** Whether a name, widths and blanks folded, says in which unit its value is, or that it has none. */
export const carriesUnit = (name: string): boolean =>
  BRACKETED.test(name) || COUNTED.test(name) || PURE_NUMBER.test(name)

/** Where the word in the brackets at the end of a folded name stands. */
export const bracketedUnitPlace = (
  name: string,
): { readonly start: number; readonly end: number } | undefined => {
  const match = BRACKETED.exec(name)
  const word = match?.[1]
  return word === undefined ? undefined : { start: name.length - 1 - word.length, end: name.length - 1 }
}

/** What stands in the brackets at the end of a name: 亩, 单位:元/人; it may be a remark as well. */
export const bracketedUnit = (name: string): string | undefined => BRACKETED.exec(name)?.[1]
