import { projectRow } from '../rules/shared/example.ts'

/** What stands before the path of each filing in an example. */
const MARK = '=== '

/** Several filings in one text, each under its path: how the examples of corpus rules are written. */
export const exampleFilings = (...filings: readonly (readonly [path: string, text: string])[]): string =>
  filings.map(([path, text]) => `${MARK}${path}\n${text}`).join('\n\n')

/** The filings of an example, as they were put in. */
export const readExampleFilings = (example: string): readonly (readonly [path: string, text: string])[] =>
  example
    .split(/(?:^|\n\n)=== /)
    .filter((part) => part !== '')
    .map((part) => {
      const end = part.indexOf('\n')
      return [part.slice(0, end), part.slice(end + 1)] as const
    })

const INDICATORS = '一、产出指标 (一)数量指标 1.推广良种数量 ≥3种'

export const COPIED_GOAL = '目标1:组织开展农村实用技术培训，提高群众生产技能，带动产业发展和群众增收致富。'
export const OTHER_GOAL = '目标1:完成荒山造林任务，抓好林木管护，提高成活率，改善全县的生态环境。'

/** A filing of one agency (`301\t清河县农业农村局`) with one project. */
export const exampleTable = (
  title: string,
  agency: string,
  goal = '目标1:推广水稻良种。',
  indicators = INDICATORS,
): string =>
  [
    title,
    '单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标',
    `${agency}\t5.00`,
    projectRow('农业技术推广', goal, indicators),
  ].join('\n')
