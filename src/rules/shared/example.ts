const HEADER = '单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标'

/** A small filing for the documentation of a rule: `rows` under the usual header. */
export const example = (...rows: readonly string[]): string => [HEADER, ...rows].join('\n')

/** What a whole set of indicators has behind its 产出, so that an example shows one thing only. */
export const REST = ' 二、效益指标 (一)社会效益指标 1.群众生活质量 提高 三、满意度指标 1.群众满意度 ≥90%'

/** The row of a project of 5万元; what its indicators lack of a whole set is added. */
export const projectRow = (name: string, goals: string, indicators: string): string =>
  `\t${name}\t5.00\t${goals}\t${indicators}${indicators.includes('二、') ? '' : REST}`

/** What a small self-evaluation says, with what is usual where nothing is given. */
interface Evaluation {
  /** 年初预算数, 全年预算数, 全年执行数, 分值, 执行率 and 得分 of all the money. */
  readonly money?: readonly string[]
  /** The rows below it: 其中：财政拨款, with the same columns. */
  readonly sources?: readonly (readonly string[])[]
  readonly goal?: string
  readonly result?: string
  /** Name, target, actual value, points, score and reason of its first indicator. */
  readonly row?: readonly string[]
  /** 一级指标 and 二级指标 of that, without 指标. */
  readonly category?: readonly [levelOne: string, levelTwo: string]
  readonly total?: readonly [points: string, score: string]
}

/** A self-evaluation for the documentation of a rule, as the form prints it. */
export const evaluationExample = ({
  money = ['5.00', '5.00', '5.00', '10', '100%', '10'],
  sources = [],
  goal = '维修路灯。',
  result = '路灯维修完毕。',
  row = ['维修路灯数量', '≥60盏', '62盏', '50', '50', ''],
  category = ['产出', '数量'],
  total = ['100', '100'],
}: Evaluation): string =>
  [
    ['项目名称', '路灯维修'],
    ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['', '年度资金总额', ...money],
    ...sources.map((cells) => ['', ...cells]),
    ['年度总体目标', '预期目标', '', '', '实际完成情况'],
    ['', goal, '', '', result],
    [
      '一级指标',
      '二级指标',
      '三级指标',
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因分析及改进措施',
    ],
    [...category.map((name) => `${name}指标`), ...row],
    ['效益指标', '社会效益指标', '夜间出行安全', '改善', '改善', '30', '30', ''],
    ['满意度指标', '服务对象满意度指标', '居民满意度', '≥90%', '95%', '10', '10', ''],
    ['总分', '', '', '', '', ...total, ''],
  ]
    .map((cells) => cells.join('\t'))
    .join('\n')
