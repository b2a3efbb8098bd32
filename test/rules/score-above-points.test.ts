import { scoreAbovePoints } from '../../src/rules/score-above-points.ts'
import { evaluationExample } from '../../src/rules/shared/example.ts'
import { rowsFiling, testRule } from '../support/test-rule.ts'

const row = (points: string, score: string): string =>
  evaluationExample({ row: ['维修路灯数量', '≥60盏', '62盏', points, score, ''] })

const byCategory = (first: string, second: string, points = '(15分)'): string =>
  [
    '项目名称\t农技推广',
    '年度资金总额(万元)\t50',
    '年度目标\t推广农业技术。',
    '一级指标\t二级指标\t三级指标\t年初指标值\t年终完成值\t自评分',
    `产出指标(40分)\t数量指标${first.includes('⟦') ? points.replace('15分', '⟨15分⟩') : points}\t推广品种\t3种\t3种\t${first}`,
    `\t\t推广面积\t30亩\t30亩\t${second}`,
    '\t质量指标(25分)\t合格率\t90%\t90%\t23',
  ].join('\n')

testRule(scoreAbovePoints, {
  valid: [
    {
      name: 'points that do not add up because of it',
      table: evaluationExample({ row: ['维修路灯数量', '≥60盏', '62盏', '45', '50', ''] }),
    },
    { name: 'all the points', table: row('50', '50') },
    { name: 'decimals', table: row('50', '49.95') },
    { name: 'a score within a range of points', table: row('0-50', '35') },
    { name: 'no score', table: row('50', '') },
    {
      name: 'shares of 1 beside scores',
      table: rowsFiling(
        ['指标值', '实际完成值', '权重', '得分'],
        [
          ['产出/数量', '推广品种', '≥3种', '3种', '0.5', '100'],
          ['效益/社会效益', '良种普及', '提高', '提高', '0.4', '95'],
          ['满意度/服务对象满意度', '农民满意度', '≥90%', '92%', '0.1', '100'],
        ],
      ),
    },
    {
      name: 'scores out of 100 for each indicator',
      table: rowsFiling(
        ['指标值', '实际完成值', '分值', '得分'],
        [
          ['产出/数量', '推广品种', '≥3种', '3种', '50', '100'],
          ['效益/社会效益', '良种普及', '提高', '提高', '40', '95'],
          ['满意度/服务对象满意度', '农民满意度', '≥90%', '92%', '10', '100'],
        ],
      ),
    },
    {
      name: 'scores of a category that alone has points',
      table: byCategory('6', '9'),
    },
  ],
  invalid: [
    {
      name: 'a score above its points in a text that blanks divide into cells',
      table:
        '项目支出绩效自评表 （2021年度） 项目名称 水库巡查 主管部门 某县水利局 年度资金总额： 20万元 年度总体目标 巡查水库。 绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施 产出指标 数量指标 巡查水库次数 ≥10次 12次 40 40 质量指标 隐患上报率 100% 100% 30 30 满意度指标 服务对象满意度指标 库区群众满意度 ≥90% 95% ⟨10⟩ ⟦12⟧ 总分 80 82',
      problems: [/“库区群众满意度”/],
    },
    {
      name: 'scores of a category that alone has points, above those together',
      table: byCategory('⟦9⟧', '8'),
      problems: [{ message: '“数量指标”下各指标合计得分 17 分，高于其分值 15 分', severity: 'error' }],
    },
    {
      name: 'points of a category that no bracket sets off',
      table: byCategory('⟦9⟧', '8', '15分'),
      problems: [/17 分，高于其分值 15 分$/],
    },
    {
      name: 'a score above its points',
      table: row('⟨50⟩', '⟦55⟧'),
      problems: [
        {
          message: '指标“维修路灯数量”得分 55 分，高于其分值 50 分',
          severity: 'error',
          working: ['55 > 50'],
        },
      ],
    },
    {
      name: 'of the execution and of an indicator',
      table: evaluationExample({
        money: ['5.00', '5.00', '5.00', '⟨10⟩', '100%', '⟦12⟧'],
        row: ['维修路灯数量', '≥60盏', '62盏', '⟨50⟩', '⟦50.5⟧', ''],
      }),
      problems: [/^预算执行得分 12 分，高于其分值 10 分$/, /得分 50.5 分，高于其分值 50 分$/],
    },
    {
      name: 'above the upper end of a range',
      table: row('⟨0-50⟩', '⟦51⟧'),
      problems: [/得分 51 分，高于其分值 50 分$/],
    },
  ],
})
