const HEADER = '单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标'

/** A small filing for the documentation of a rule: `rows` under the usual header. */
export const example = (...rows: readonly string[]): string => [HEADER, ...rows].join('\n')

/** What a whole set of indicators has behind its 产出, so that an example shows one thing only. */
export const REST = ' 二、效益指标 (一)社会效益指标 1.群众生活质量 提高 三、满意度指标 1.群众满意度 ≥90%'

/** The row of a project of 5万元; what its indicators lack of a whole set is added. */
export const projectRow = (name: string, goals: string, indicators: string): string =>
  `\t${name}\t5.00\t${goals}\t${indicators}${indicators.includes('二、') ? '' : REST}`
