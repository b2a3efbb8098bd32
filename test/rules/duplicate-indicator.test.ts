import { duplicateIndicator } from '../../src/rules/duplicate-indicator.ts'
import { filing, projectFiling, projectRow, rowsFiling, testRule } from '../support/test-rule.ts'

const twoTables = (goal: string, other: string): string =>
  [
    '项目名称\t老旧小区改造',
    '年度资金总额(万元)\t50',
    ...[goal, other].flatMap((own, i) => [
      own,
      '一级指标\t二级指标\t三级指标\t指标值',
      `产出指标\t数量指标\t改造小区数量\t≥${i === 0 ? 45 : 15}个`,
      '效益指标\t社会效益指标\t居住环境\t显著改善',
      '满意度指标\t服务对象满意度指标\t居民满意度\t≥90%',
    ]),
  ].join('\n')

testRule(duplicateIndicator, {
  valid: [
    {
      name: 'a table of the whole term above one of the year',
      table: twoTables('实施期总目标\t改造老旧小区45个。', '年度目标\t改造老旧小区15个。'),
    },
    {
      name: 'a second table behind a header of its own, with all its categories',
      table: twoTables('年度目标\t改造老旧小区。', '').replace('\n\n', '\n'),
    },
    {
      name: 'one indicator with a target for each half of the year',
      table: rowsFiling(['半年指标值', '全年指标值'], [['产出/数量', '义诊场次', '≥3场', '≥6场']]),
    },
    {
      name: 'the same name in two categories',
      table: projectFiling({ indicators: { 数量: ['义诊场次 ≥6场'], 社会效益: ['义诊场次 ≥6场'] } }),
    },
    {
      name: 'the same name in two projects',
      table: filing(projectRow({ name: '甲' }), projectRow({ name: '乙' })),
    },
    {
      name: 'names told apart in brackets',
      table: projectFiling({ indicators: { 数量: ['义诊场次(城区) ≥6场', '义诊场次(乡村) ≥9场'] } }),
    },
    {
      name: 'names that share their beginning',
      table: projectFiling({ indicators: { 数量: ['义诊场次 ≥6场', '义诊场次覆盖村 ≥9个'] } }),
    },
    {
      name: 'long-term and annual indicators in one cell',
      table: projectFiling({
        indicators:
          '一、产出指标 (一)数量指标 1.义诊场次 ≥18场 二、满意度指标 1.居民满意度 ≥95% 一、产出指标 (一)数量指标 1.义诊场次 ≥6场 二、满意度指标 1.居民满意度 ≥90%',
      }),
    },
  ],
  invalid: [
    {
      name: 'one under a heading that comes again behind another, and goes on counting',
      table: projectFiling({
        indicators:
          '一、产出指标 (一)数量指标 ⟨1.维修路灯 ≥60盏⟩ 二、效益指标 (一)社会效益指标 1.出行 改善 三、产出指标 (一)数量指标 ⟦1.维修路灯 ≥60盏⟧',
      }),
      problems: [{ message: /“维修路灯”重复/, severity: 'warning' }],
    },
    {
      name: 'one value with a unit and one without, and two of another comparator',
      table: projectFiling({
        indicators:
          '一、产出指标 (一)数量指标 ⟨1.维修路灯 ≥60盏⟩ ⟦2.维修路灯 ≥60⟧ ⟨3.更换灯杆 8根⟩ ⟦4.更换灯杆 ≥8根⟧ ⟨5.巡查 3-5次⟩ ⟦6.巡查 3-6次⟧',
      }),
      problems: [
        { message: /“≥60盏”和“≥60”$/, severity: 'error' },
        { message: /“8根”和“≥8根”$/, severity: 'error' },
        { message: /“3-5次”和“3-6次”$/, severity: 'error' },
      ],
    },
    {
      name: 'one value in two units, and without any',
      table: projectFiling({
        indicators:
          '一、产出指标 (一)数量指标 ⟨1.维修里程 ≥2公里⟩ ⟦2.维修里程 ≥2000米⟧ ⟨3.更换灯杆 ≥8⟩ ⟦4.更换灯杆 ≥8⟧',
      }),
      problems: [
        { message: /“维修里程”重复/, severity: 'warning' },
        { message: /“更换灯杆”重复/, severity: 'warning' },
      ],
    },
    {
      name: 'two values',
      table: projectFiling({
        indicators: { 数量: ['⟨义诊场次 ≥6场⟩', '⟦义诊场次 ≥9场⟧'] },
      })
        .replace('1.⟨', '⟨1.')
        .replace('2.⟦', '⟦2.'),
      problems: [{ message: '指标“义诊场次”出现两次，指标值分别为“≥6场”和“≥9场”', severity: 'error' }],
    },
    {
      name: 'the same value',
      table: projectFiling({ indicators: { 数量: ['义诊场次 ≥6场', '义诊场次 ≥6场'] } }).replace(
        '2.义诊场次 ≥6场',
        '⟦2.义诊场次 ≥6场⟧',
      ),
      problems: [{ message: '指标“义诊场次”重复，指标值都是“≥6场”', severity: 'warning' }],
    },
    {
      name: 'other blanks, widths and words for one value',
      table: projectFiling({
        indicators: '一、产出指标 (一)数量指标 1.义诊（场次） ≥6场 ⟦2.义诊(场次)不少于６场⟧',
      }),
      problems: [{ message: /重复/, severity: 'warning' }],
    },
    {
      name: 'the same value in another unit',
      table: projectFiling({
        indicators: '一、产出指标 (一)数量指标 1.修建水渠长度 ≥3公里 ⟦2.修建水渠长度 ≥3000米⟧',
      }),
      problems: [{ message: /重复/, severity: 'warning' }],
    },
    {
      name: 'three times',
      table: projectFiling({
        indicators: '一、产出指标 (一)数量指标 1.义诊场次 ≥6场 ⟦2.义诊场次 ≥9场⟧ ⟦3.义诊场次 ≥6场⟧',
      }),
      problems: [
        { message: /分别为/, severity: 'error' },
        { message: /重复/, severity: 'warning' },
      ],
    },
    {
      name: 'indicators without categories',
      table: projectFiling({ indicators: '1.义诊场次 ≥6场 ⟦2.义诊场次 ≥9场⟧' }),
      problems: [/“≥6场”和“≥9场”$/],
    },
    {
      name: 'behind a header that a page repeats in the middle of a category',
      table: [
        '项目名称\t老旧小区改造',
        '年度资金总额(万元)\t50',
        '年度目标\t改造老旧小区。',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t改造小区数量\t≥45个',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t⟦改造小区数量\t≥15个⟧',
        '效益指标\t社会效益指标\t居住环境\t改善',
      ].join('\n'),
      problems: [/“改造小区数量”出现两次/],
    },
  ],
})
