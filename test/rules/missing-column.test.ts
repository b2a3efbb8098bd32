import { missingColumn } from '../../src/rules/missing-column.ts'
import { filing, HEADER, projectRow, testRule } from '../support/test-rule.ts'

testRule(missingColumn, {
  valid: [
    { name: 'all columns', table: filing(projectRow({})) },
    {
      name: 'other names for them',
      table: `项目名称\t预算数\t年度目标\t三级指标\n甲\t6.00\t推广农业技术。\t推广品种 ≥3种`,
    },
    {
      name: 'a header repeated on the next page',
      table: `${filing(projectRow({}))}\n\n${filing(projectRow({ name: '乙' }))}`,
    },
  ],
  invalid: [
    {
      name: 'no column of indicators',
      table: '⟦单位编码\t单位及项目名称\t金额(万元)\t绩效目标⟧\n\t路灯维修\t5.00\t目标1:修复损坏的路灯。',
      problems: ['表头缺少“绩效指标”列'],
    },
    {
      name: 'neither goals nor indicators',
      table: '⟦单位编码\t单位及项目名称\t金额(万元)⟧\n\t路灯维修\t5.00',
      problems: ['表头缺少“绩效目标”“绩效指标”列'],
    },
    {
      name: 'a table of indicators, which can do without amounts and not without goals',
      table:
        '⟦⟦单位及项目名称\t一级指标\t二级指标\t三级指标\t指标值⟧⟧\n路灯维修\t产出指标\t数量指标\t维修路灯数量\t≥60盏\n桥梁养护\t产出指标\t数量指标\t养护桥梁数量\t≥6座',
      problems: [
        { message: '表头缺少“金额”列', severity: 'info' },
        { message: '表头缺少“绩效目标”列', severity: 'error' },
      ],
    },
    {
      name: 'a form without goals',
      table:
        '⟦项目名称⟧\t路灯维修\n资金总额(万元)\t5\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t维修路灯数量\t≥60盏',
      problems: [{ message: '表中没有“绩效目标”一栏', severity: 'info' }],
    },
    {
      name: 'districts over their targets, which have no goals of their own',
      table:
        '⟦⟦一级指标\t二级指标\t三级指标\t全市\t甲区\t乙区⟧⟧\n产出指标\t数量指标\t新建文化广场数量\t3个\t2个\t1个\n\t质量指标\t工程验收合格率\t100%\t100%\t100%',
      problems: [
        { message: '表头缺少“金额”“绩效目标”列', severity: 'info' },
        { message: '表头缺少“项目名称”列', severity: 'error' },
      ],
    },
    {
      name: 'no header at all',
      table: '⟦⟧关于做好预算公开工作的通知\n各单位:',
      problems: [/^没有找到绩效目标公开表/],
    },
    { name: 'an empty file', table: '⟦⟧', problems: [/^没有找到绩效目标公开表/] },
    {
      name: 'the pages of a table only once',
      table: `⟦${HEADER.replace('\t绩效目标', '')}⟧\n\t甲\t6.00\t推广品种 ≥3种\n\n${HEADER.replace('\t绩效目标', '')}\n\t乙\t6.00\t推广品种 ≥3种`,
      problems: ['表头缺少“绩效目标”列'],
    },
  ],
})
