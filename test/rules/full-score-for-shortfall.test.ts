import { fullScoreForShortfall } from '../../src/rules/full-score-for-shortfall.ts'
import { evaluationExample } from '../../src/rules/shared/example.ts'
import { rowsFiling, testRule } from '../support/test-rule.ts'

const row = (
  name: string,
  target: string,
  actual: string,
  points = '50',
  score = '50',
  category: readonly [string, string] = ['产出', '数量'],
): string => evaluationExample({ row: [name, target, actual, points, score, '受雨季影响'], category })

const OF_QUALITY = ['产出', '质量'] as const
const OF_TIME = ['产出', '时效'] as const

/** Scores without points, of which the last may vary. */
const withoutPoints = (reached: string, score: string): string =>
  rowsFiling(
    ['指标值', '实际完成值', '得分'],
    [
      ['产出/数量', '维修路灯数量', '≥60盏', '60盏', '50'],
      ['效益/社会效益', '夜间出行安全', '改善', '改善', '30'],
      ['满意度/服务对象满意度', '居民满意度', '≥90%', reached, score],
    ],
  )

/** Headings with points, as their indicators have none. */
const withPointsOfHeadings = (score: string, note = ''): string =>
  rowsFiling(
    ['指标值', '实际完成值', '得分', '评价标准'],
    [
      ['产出/数量', '维修路灯数量', '≥60盏', '60盏', '20', ''],
      ['产出/质量', '热线接听率', '95%', '⟦77.6%⟧', score, note],
      ['产出/质量', '亮灯率', '≥95%', '97%', '20', ''],
    ],
  )
    .replace('数量指标', '数量指标(20分)')
    .replaceAll('质量指标', '质量指标(40分)')

testRule(fullScoreForShortfall, {
  valid: [
    { name: 'points of the heading taken off', table: withPointsOfHeadings('18').replace(/[⟦⟧]/g, '') },
    {
      name: 'a standard beside the points of the heading',
      table: withPointsOfHeadings('20', '满分20分,75%以上得满分').replace(/[⟦⟧]/g, ''),
    },
    { name: 'a target that is met', table: row('维修路灯数量', '≥60盏', '60盏') },
    { name: 'more than planned', table: row('维修路灯数量', '60盏', '75盏') },
    {
      name: 'no points, where a score is less than it may be',
      table: withoutPoints('83%', '18'),
    },
    {
      name: 'nothing of what is the better the higher, as damage prints it',
      table: row('任务完成率', '0%', '100%', '50', '50', OF_QUALITY),
    },
    { name: 'points taken off', table: row('维修路灯数量', '≥60盏', '48盏', '50', '40') },
    {
      name: 'a bare number of a benefit, which may be no count of work',
      table: row('受益居民', '300人', '280人', '50', '50', ['效益', '社会效益']),
    },
    {
      name: 'money of a bare number that may be spent',
      table: row('补助发放金额', '40万元', '36万元'),
    },
    { name: 'a target that is met with less', table: row('投诉件数', '≤5件', '3件') },
    { name: 'a result without a unit', table: row('维修路灯数量', '≥60盏', '62') },
    { name: 'a share of 1 for a percentage', table: row('亮灯率', '≥95%', '0.98', '50', '50', OF_QUALITY) },
    { name: 'money without its 万', table: row('维修成本', '≤5万元', '48000', '50', '50', ['产出', '成本']) },
    {
      name: 'a bare rate that may be a limit',
      table: row('公用经费控制率', '100%', '97%', '50', '50', OF_QUALITY),
    },
    { name: 'a range', table: row('成本偏离', '±10%', '3%', '50', '50', OF_QUALITY) },
    { name: 'another unit', table: row('亮灯率', '≥95%', '60盏', '50', '50', OF_QUALITY) },
    { name: 'the target said again', table: row('维修路灯数量', '≥60盏', '≥60盏') },
    { name: 'time saved', table: row('维修工期', '30天', '25天', '50', '50', OF_TIME) },
    { name: 'a target above the whole', table: row('亮灯率', '≥950%', '97%', '50', '50', OF_QUALITY) },
    {
      name: 'a target of another year',
      table: `2022年度自评\n${row('完工时间', '2020年12月底前', '2022年11月', '50', '50', OF_TIME)}`,
    },
    { name: 'money saved', table: row('维修成本', '5万元', '4.6万元', '50', '50', ['产出', '成本']) },
    { name: 'reached in words', table: row('亮灯情况', '良好', '达成预期指标', '50', '50', OF_QUALITY) },
    {
      name: 'done within its month',
      table: row('完成时间', '2023年11月底前', '2023年11月', '50', '50', OF_TIME),
    },
    {
      name: 'a standard of scoring in the row',
      table: rowsFiling(
        ['指标值', '实际完成值', '分值', '得分', '评分标准'],
        [
          [
            '满意度/服务对象满意度',
            '农民满意度',
            '≥90%',
            '88%',
            '10',
            '10',
            '85%以上得10分，每低1个百分点扣1分',
          ],
        ],
      ),
    },
  ],
  invalid: [
    {
      name: 'points that the row takes off below the target',
      table: withPointsOfHeadings('20', '低于目标值按比例扣分。'),
      problems: [/却得满分 20 分/],
    },
    {
      name: 'no points, where those of the heading are all given, and a rate too high to be a limit',
      table: withPointsOfHeadings('20'),
      problems: [/“77.6%”，低于指标值“95%”，却得满分 20 分/],
    },
    {
      name: 'points in proportion, as the row says',
      table: withPointsOfHeadings('20', '满分20分，按完成程度计分'),
      problems: [/却得满分 20 分/],
    },
    {
      name: 'no points, where all scores come to 100',
      table: withoutPoints('⟦83%⟧', '20'),
      problems: [/“83%”，低于指标值“≥90%”，却得满分 20 分/],
    },
    {
      name: 'a result with the sign of its target',
      table: row('亮灯率', '≥95%', '⟦≥80%⟧', '50', '50', OF_QUALITY),
      problems: [/“≥80%”，低于指标值“≥95%”/],
    },
    {
      name: 'bare money far above its limit, in the unit of that',
      table: row('维修成本', '≤5万元', '⟦7.5⟧', '50', '50', ['产出', '成本']),
      problems: [/“7.5”，高于指标值“≤5万元”/],
    },
    {
      name: 'a standard of scoring that is the target',
      table: rowsFiling(
        ['指标值', '实际完成值', '分值', '得分', '评分标准'],
        [['满意度/服务对象满意度', '农民满意度', '≥90%', '⟦81%⟧', '10', '10', '完成值达到指标值，记满分']],
      ),
      problems: [/“81%”，低于指标值“≥90%”/],
    },
    {
      name: 'what each step away from the target costs',
      table: rowsFiling(
        ['指标值', '实际完成值', '分值', '得分', '评分标准'],
        [['产出/时效', '到场时间', '≤30分钟', '⟦45分钟⟧', '10', '10', '每超5分钟扣2分，扣完为止']],
      ),
      problems: [/“45分钟”，高于指标值“≤30分钟”/],
    },
    {
      name: 'a count below its target',
      table: row('维修路灯数量', '⟨≥60盏⟩', '⟦48盏⟧', '⟨50⟩', '⟨50⟩'),
      problems: [
        {
          message: '指标“维修路灯数量”实际完成“48盏”，低于指标值“≥60盏”，却得满分 50 分',
          severity: 'warning',
          working: ['50 × 48 ÷ 60 = 40 < 50'],
        },
      ],
    },
    {
      name: 'a share of which all was asked for',
      table: row('足额保障率', '=100%', '⟦98%⟧', '50', '50', OF_QUALITY),
      problems: [/低于指标值“=100%”/],
    },
    {
      name: 'a unit in the name',
      table: row('敷设电缆（公里）', '≥12', '⟦10.5⟧'),
      problems: [/低于指标值“≥12”/],
    },
    { name: 'a bare count', table: row('维修路灯数量', '60盏', '⟦48盏⟧'), problems: [/低于指标值“60盏”/] },
    {
      name: 'a bare sum of money of others, which is no cost',
      table: row('对外承包签约额(万美元)', '300', '⟦275.5⟧'),
      problems: [/低于指标值“300”/],
    },
    {
      name: 'a bare income',
      table: row('门票收入', '80万元', '⟦64万元⟧', '50', '50', ['效益', '经济效益']),
      problems: [/低于指标值“80万元”/],
    },
    {
      name: 'more than there may be',
      table: row('投诉件数', '≤5件', '⟦8件⟧'),
      problems: [{ message: /高于指标值“≤5件”/, working: ['50 × 5 ÷ 8 = 31.25 < 50'] }],
    },
    {
      name: 'any at all where there were to be none',
      table: row('安全事故', '0起', '⟦2起⟧', '50', '50', OF_QUALITY),
      problems: [/高于指标值“0起”/],
    },
    {
      name: 'costs above their limit',
      table: row('维修成本', '5万元', '⟦5.6万元⟧', '50', '50', ['产出', '成本']),
      problems: [/高于指标值“5万元”/],
    },
    {
      name: 'so little that it may have been rounded away',
      table: row('亮灯率', '≥95%', '⟦94.95%⟧', '10', '10', OF_QUALITY),
      problems: [{ message: /低于/, severity: 'info' }],
    },
    {
      name: 'later than planned, and reached in part',
      table: `${row('完成时间', '2023年11月底前', '⟦2024年3月⟧', '50', '50', OF_TIME)}\n${row('亮灯情况', '良好', '⟦部分达成预期指标并具有一定效果⟧', '50', '50', OF_QUALITY).replace('路灯维修', '路灯更换')}`,
      problems: [/晚于指标值“2023年11月底前”/, /未达到指标值“良好”/],
    },
  ],
})
