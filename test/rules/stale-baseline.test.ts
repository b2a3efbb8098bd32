import { staleBaseline } from '../../src/rules/stale-baseline.ts'
import { projectFiling, rowsFiling, testRule } from '../support/test-rule.ts'

const of = (title: string, ...indicators: readonly string[]): string =>
  `${title}\n\n${projectFiling({ indicators: { 社会效益: indicators } })}`

const TITLE = '某县2023年部门预算项目支出绩效目标公开表'
const UNDATED = '某县部门预算项目支出绩效目标公开表'

testRule(staleBaseline, {
  valid: [
    { name: 'the year before', table: of(TITLE, '良种普及率 ≥2022年实际值') },
    {
      name: 'the year before, unnamed',
      table: of(TITLE, '良种普及率 不低于上年水平', '农民收入 较上年提高5%'),
    },
    { name: 'deadlines and years in names', table: of(TITLE, '2020年欠款支付 2023年12月底前') },
    {
      name: 'no year in the title and one base year',
      table: of(UNDATED, '良种普及率 ≥2019年实际值', '农民收入 ≥2019年实际值'),
    },
    {
      name: 'no year in the title and two that are as common',
      table: of(UNDATED, '良种普及率 ≥2019年实际值', '农民收入 ≥2020年实际值'),
    },
  ],
  invalid: [
    {
      name: 'the year before the last one, everywhere',
      table: of(TITLE, '良种普及率 ⟦≥2021年实际值⟧', '农民收入 ⟦≥2021年实际值⟧'),
      problems: [
        { message: /以 2022 年为基准$/, severity: 'info', because: /编制预算时/ },
        { message: /农民收入/, severity: 'info' },
      ],
    },
    {
      name: 'the year before the last one, where others have the last',
      table: of(
        TITLE.replace('2023年', '⟨2023年⟩'),
        '良种普及率 ⟦≥2021年实际值⟧',
        '农民收入 ⟨≥2022年实际值⟩',
      ),
      problems: [{ message: /良种普及率/, severity: 'warning' }],
    },
    {
      name: 'an older year',
      table: of(TITLE.replace('2023年', '⟨2023年⟩'), '良种普及率 ⟦≥2020年实际值⟧'),
      problems: ['指标“良种普及率”的基准为“≥2020年实际值”，2023 年预算应以 2022 年为基准'],
    },
    {
      name: 'the budget year itself',
      table: of(TITLE, '良种普及率 ⟦≥2023年实际值⟧'),
      problems: [/以 2022 年为基准$/],
    },
    {
      name: 'two in one filing',
      table: of(TITLE, '良种普及率 ⟦≥2020年实际值⟧', '农民收入 ≥2022年实际值', '客流 ⟦≥2021年实际值⟧')
        .replace('2023年', '⟨2023年⟩')
        .replace('≥2022年实际值', '⟨≥2022年实际值⟩'),
      problems: [/2020年/, /2021年/],
    },
    {
      name: 'one that differs from most, where the title has no year',
      table: of(UNDATED, '良种普及率 ≥2021年实际值', '农民收入 ≥2021年实际值', '客流 ⟦≥2019年实际值⟧'),
      problems: ['指标“客流”的基准为“≥2019年实际值”，其他指标多以 2021 年为基准'],
    },
    {
      name: 'the year before the last one, in a table with the results of the last',
      table: `${TITLE.replace('2023年', '⟨2023年⟩')}\n\n${rowsFiling(
        ['指标值', '2022年实际完成值'],
        [['效益/社会效益', '良种普及率', '⟦≥2021年实际值⟧', '62%']],
      )}`,
      problems: [{ message: /以 2022 年为基准$/, severity: 'warning' }],
    },
  ],
})
