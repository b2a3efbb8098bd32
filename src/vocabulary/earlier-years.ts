/** What filings call the year before and those before it (TEXT, FORM), as a part of a pattern: 上年, 上一年度, 以前年度. */
export const EARLIER_YEAR = '上一?年度?|去年|前年|往年|以前年度'
