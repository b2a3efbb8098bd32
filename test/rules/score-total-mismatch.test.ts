import { scoreTotalMismatch } from '../../src/rules/score-total-mismatch.ts'
import { evaluationExample } from '../../src/rules/shared/example.ts'
import { testRule } from '../support/test-rule.ts'

const MONEY = ['5.00', '5.00', '5.00', '10', '100%', '10']

const table = (score: string, points: string, total: string, money: readonly string[] = MONEY): string =>
  evaluationExample({
    money,
    row: ['维修路灯数量', '≥60盏', '58盏', '50', score, '两盏待更换'],
    total: [points, total],
  })

testRule(scoreTotalMismatch, {
  valid: [
    { name: 'the sum with the execution', table: table('48', '100', '98') },
    { name: 'the sum without the execution', table: table('48', '90', '88') },
    {
      name: 'points for the execution that are printed elsewhere',
      table: table('48', '100', '98', ['5.00', '5.00', '5.00', '', '100%', '']),
    },
    { name: 'a score missing', table: table('', '100', '98') },
    { name: 'decimals', table: table('47.55', '100', '97.55') },
    { name: 'no total', table: table('48', '', '') },
    {
      name: 'a number that belongs to nothing',
      table: table('48', '100', '95').replace('总分\t', '效益指标\t\t\t≥3%\t\t\t7\t\n总分\t'),
    },
  ],
  invalid: [
    {
      name: 'points without those for the execution, whose score is in the total',
      table: evaluationExample({
        money: ['5.00', '5.00', '5.00', '⟨10⟩', '100%', '10'],
        row: ['维修路灯数量', '≥60盏', '58盏', '⟨60⟩', '48', '两盏待更换'],
        total: ['⟦100⟧', '98'],
      })
        .replace('改善\t30', '改善\t⟨30⟩')
        .replace('95%\t10', '95%\t⟨10⟩'),
      problems: ['“总分”一行的分值为 100 分，各项分值合计 110 分，少 10 分'],
    },
    {
      name: 'a score too much',
      table: evaluationExample({
        money: ['5.00', '5.00', '5.00', '10', '100%', '⟨10⟩'],
        row: ['维修路灯数量', '≥60盏', '58盏', '50', '⟨48⟩', '两盏待更换'],
        total: ['100', '⟦99⟧'],
      })
        .replace('改善\t30\t30', '改善\t30\t⟨30⟩')
        .replace('95%\t10\t10', '95%\t10\t⟨10⟩'),
      problems: [
        {
          message: '“总分”一行的得分为 99 分，各项得分合计 98 分，多 1 分',
          severity: 'error',
          working: ['10 + 48 + 30 + 10 = 98 ≠ 99'],
        },
      ],
    },
    {
      name: 'points and score',
      table: table('48', '⟦110⟧', '⟦97⟧', MONEY),
      problems: [
        /分值为 110 分，各项分值合计 100 分，多 10 分$/,
        /得分为 97 分，各项得分合计 98 分，少 1 分$/,
      ],
    },
    {
      name: 'what rounding can explain',
      table: table('47.55', '100', '⟦98⟧'),
      problems: [{ message: /少|多 0.45 分$/, severity: 'info', because: /四舍五入/ }],
    },
    {
      name: 'less than the indicators alone, where the execution prints no score',
      table: table('48', '100', '⟦87⟧', ['5.00', '5.00', '5.00', '', '100%', '']),
      problems: [/各项得分合计 88 分，少 1 分$/],
    },
    {
      name: 'more than the points leave for the execution',
      table: table('48', '100', '⟦98.5⟧', ['5.00', '5.00', '5.00', '', '100%', '']),
      problems: [/各项得分合计 98 分，多 0.5 分$/],
    },
  ],
})
