import { dateOutsideYear } from '../../src/rules/date-outside-year.ts'
import { filing, projectFiling, projectRow, testRule } from '../support/test-rule.ts'

const TITLE = '某县2022年部门预算项目支出绩效目标公开表\n\n'
const RELATED_TITLE = '某县⟨2022年⟩部门预算项目支出绩效目标公开表\n\n'
const deadline = (...values: readonly string[]): string =>
  projectFiling({ indicators: { 时效: values.map((value, i) => `第${'一二三'[i]}批支付时间 ${value}`) } })

const form = (name: string, field: string, indicator: string): readonly string[] => [
  `项目名称\t${name}`,
  field,
  '资金总额(万元)\t5',
  '年度目标\t维修路灯。',
  '一级指标\t二级指标\t三级指标\t指标值',
  `产出指标\t时效指标\t${indicator}`,
]

const longTermForm = (goal: string): string =>
  [
    '某县2022年项目支出绩效目标表',
    '项目名称\t路灯维修',
    '起止时间\t⟨2022.1-2023.12⟩',
    goal,
    '年度目标\t维修路灯,2022年12月底前全部完成。',
    '一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t时效指标\t完成时间\t2022年10月底前',
  ].join('\n')

/** A form with indicators of both terms, of which the label of the first goal prints the years. */
const twoTerms = (date: string): string =>
  [
    '某县⟨2019年⟩项目支出绩效目标申报表',
    '项目名称\t植被恢复绿化',
    '项目资金(万元)\t中期资金总额:\t\t199.88\t年度资金总额:\t\t151.12',
    '总体目标\t中期目标(⟨2019年—2020年⟩)\t\t\t年度目标',
    '\t绿化500亩,并连续管护两年。\t\t\t完成整地、栽植。',
    '一级指标\t二级指标\t三级指标\t指标值\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t绿化面积\t500亩\t数量指标\t绿化面积\t500亩',
    `\t时效指标\t管护期结束时间\t${date}\t时效指标\t栽植完成时间\t2019年11月底前`,
    '效益指标\t生态效益指标\t林木绿化率\t提高\t生态效益指标\t林木绿化率\t提高',
  ].join('\n')

testRule(dateOutsideYear, {
  valid: [
    ...[
      '2020年已建成驿站33个,本年继续布点。',
      '2020年财政结转资金用于布点。',
      '2020年建成驿站33个,2022年再建成12个。',
      '2020-2022年建成驿站45个。',
      '2020年购机补贴全部发放到位。',
      '2020年空气优良天数298天。开展走航监测。',
      '2020年立项的灌溉工程3处完成验收。',
    ].map((goal) => ({
      name: `a goal that begins with the year that it starts from, or names another: ${goal}`,
      table: `${TITLE}${projectFiling({ goal, indicators: {} })}`,
    })),
    {
      name: 'the end of the term that the label of its goal prints',
      table: twoTerms('2020年12月').replace(/[⟨⟩]/g, ''),
    },
    {
      name: 'how things were at the end of an earlier year',
      table: `${TITLE}${projectFiling({ goal: '截至2021年底累计建成驿站33个,本年继续布点。', indicators: {} })}`,
    },
    {
      name: 'a goal of what begins behind the period that the project prints, and of what comes back',
      table: longTermForm('年度总体目标\t自2024年1月起移交管护,每年10月底前检修。').replace(/[⟨⟩]/g, ''),
    },
    {
      name: 'an indicator that states the period of the project',
      table: `${TITLE}${projectFiling({
        indicators: { 时效: ['服务周期 2022.07-2023.01', '尾款支付时间 2023年1月15日前'] },
      })}`,
    },
    {
      name: 'years that the money of a goal comes from',
      table: `${TITLE}${projectFiling({
        goal: '目标1:因资金紧张,2021年未支付资金结转至本年使用。目标2:2021年完成工程的尾款支付到位。目标3:2021年度未完成任务本年继续实施。',
      })}`,
    },
    {
      name: 'a year that what is to be reached is compared with',
      table: [
        '某县2022年部门预算项目支出绩效目标表',
        ...form('路灯维修', '主管部门\t某局', '灯具销量\t同比2021年销量显著提高').slice(0, -1),
        '效益指标\t经济效益指标\t灯具销量\t同比2021年销量显著提高',
      ].join('\n'),
    },
    { name: 'the year before brackets with the day', table: TITLE + deadline('2022年汛前（5月31日前）') },
    {
      name: 'earlier dates that a goal starts from, and later ones of goals for several years',
      table: `${TITLE}${projectFiling({
        goal: '目标1:路灯已于2021年11月30日前全部完成安装,支付尾款;根据2020年12月底前完成的普查开展修复。目标2:到2025年12月底前完成全县改造。',
      })}`,
    },
    { name: 'a deadline without a year', table: TITLE + deadline('12月底前') },
    { name: 'no printed budget year', table: deadline('2019年11月30日前') },
    ...[
      '2022年1月1日前',
      '2022年12月31日前',
      '2022年1月-2022年12月',
      '2021年12月-2022年1月',
      '2021年1月-2023年12月',
      '2022年12月起',
    ].map((date) => ({ name: `a date that is in the year: ${date}`, table: TITLE + deadline(date) })),
    {
      name: 'a long-term goal behind the period that the project prints',
      table: longTermForm('实施期目标\t2025年9月底前全部建成。').replace(/[⟨⟩]/g, ''),
    },
    { name: 'a recurring time', table: TITLE + deadline('每月10日前') },
    { name: 'the year itself', table: TITLE + deadline('2022年') },
    { name: 'from an earlier year on', table: TITLE + deadline('2021年7月1日起') },
    {
      name: 'dates inside the period of the project in its goal',
      table: `${TITLE}${projectFiling({
        goal: '目标1:2021年1月至2023年12月建设灌区。',
        indicators: { 时效: ['一期完工时间 2021年10月底前', '全部完工时间 2023年12月底前'] },
      })}`,
    },
    {
      name: 'dates inside the period of the project in its name',
      table: `${TITLE}${projectFiling({
        name: '灌区改造(2021-2023年)',
        indicators: { 时效: ['一期完工时间 2021年10月底前', '全部完工时间 2023年12月底前'] },
      })}`,
    },
    {
      name: 'a sustained effect after the year',
      table: `${TITLE}${projectFiling({ indicators: { 可持续影响: ['设施使用到 2030年12月底'] } })}`,
    },
    {
      name: 'an earlier level as the target',
      table: `${TITLE}${projectFiling({ indicators: { 社会效益: ['农民培训面 ≥2021年实际值'] } })}`,
    },
    {
      name: 'an earlier date in the name only',
      table: `${TITLE}${projectFiling({ indicators: { 数量: ['补发2021年12月工资 ≥60人'] } })}`,
    },
    {
      name: 'the year in which something was built',
      table: `${TITLE}${projectFiling({ goal: '目标1:基地2008年建成，维修路灯60盏。' })}`,
    },
  ],
  invalid: [
    {
      name: 'a goal that begins with an earlier year',
      table: `${RELATED_TITLE}${projectFiling({ goal: '⟦2020年⟧改造农村厕所300座以上。', indicators: {} })}`,
      problems: [{ message: /^绩效目标“2020年改造农村厕所300座以上。”的期限“2020年”/, severity: 'warning' }],
    },
    {
      name: 'behind the term that the label of its goal prints',
      table: twoTerms('⟦2022年12月⟧').replace('⟨2019年⟩', '2019年'),
      problems: [/“2022年12月”/],
    },
    {
      name: 'a yearly goal behind the period that the project prints',
      table: longTermForm('年度总体目标\t⟦2025年9月底前⟧全部建成。'),
      problems: [{ message: /^绩效目标“2025年9月底前全部建成。”/, severity: 'error' }],
    },
    ...(
      [
        ['2021年12月31日前', 'error'],
        ['2021年1月-2021年12月', 'error'],
        ['2022年12月-2023年1月', 'warning'],
        ['2023年1月1日前', 'warning'],
        ['2023年1月起', 'error'],
      ] as const
    ).map(([date, severity]) => ({
      name: `a date next to the year: ${date}`,
      table: TITLE + deadline(`⟦${date}⟧`),
      problems: [{ message: new RegExp(`“${date}”`), severity }],
    })),
    {
      name: 'a period in figures',
      table: [
        '某县⟨2022年⟩项目支出绩效目标表',
        ...form('路灯维修', '起止时间\t⟦2021.1—2021.12⟧', '完成时间\t2021年10月底前'),
      ].join('\n'),
      problems: [{ message: /“2021\.1-2021\.12”不含预算年度/, severity: 'warning' }],
    },
    {
      name: 'a deadline in a goal behind the period that the project prints',
      table: `${TITLE}${projectFiling({
        goal: '目标1:完成主体工程，⟦2023年9月底前⟧全部建成。',
        indicators: { 时效: ['服务周期 ⟨2022.07-2023.01⟩'] },
      })}`,
      problems: [{ message: /“2023年9月底前”不在项目期限“2022\.07-2023\.01”内$/, severity: 'error' }],
    },
    {
      name: 'a period in a field of its own, or stated by an indicator, without the budget year',
      table: [
        '某县⟨2022年⟩项目支出绩效目标表',
        ...form('路灯维修', '建设周期\t⟦2024-01-01 至 2024-12-31⟧', '完成时间\t2024年10月底前'),
        ...form('公厕管护', '主管部门\t城管局', '服务周期\t⟦2020年1月-2020年12月⟧'),
      ].join('\n'),
      problems: [
        {
          message: '项目“路灯维修”的期限“2024-01-01 至 2024-12-31”不含预算年度 2022 年',
          severity: 'warning',
        },
        { message: /^项目“公厕管护”的期限“2020年1月-2020年12月”不含/, severity: 'warning' },
      ],
    },
    {
      name: 'a date outside the period that an indicator states',
      table: `${TITLE}${projectFiling({
        indicators: { 时效: ['服务周期 ⟨2022.07-2023.01⟩', '尾款支付时间 ⟦2023年6月底前⟧'] },
      })}`,
      problems: [{ message: /“2023年6月底前”不在项目期限“2022\.07-2023\.01”内$/, severity: 'error' }],
    },
    {
      name: 'a year before brackets with the day',
      table: RELATED_TITLE + deadline('2021年汛前（⟦5月31日前⟧）'),
      problems: [/5月31日前/],
    },
    {
      name: 'a deadline of an earlier year in a goal',
      table: `${RELATED_TITLE}${projectFiling({ goal: '目标1:维修路灯60盏,确保于⟦2021年11月30日前⟧全部完成并验收。' })}`,
      problems: [
        {
          message: /^绩效目标“维修路灯60盏.*”的期限“2021年11月30日前”不在预算年度 2022 年内$/,
          severity: 'error',
        },
      ],
    },
    {
      name: 'a deadline of the year before',
      table: RELATED_TITLE + deadline('⟦2021年11月30日前⟧'),
      problems: [
        {
          message: '指标“第一批支付时间”的期限“2021年11月30日前”不在预算年度 2022 年内',
          severity: 'error',
        },
      ],
    },
    {
      name: 'a deadline in a name',
      table: `项目支出绩效目标表(2022年度)
项目名称\t金额(万元)\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值
路灯维修\t5.00\t维修路灯60盏。\t产出指标\t数量指标\t维修路灯数量\t≥60盏
\t\t\t\t时效指标\t⟦2012年12月底前⟧完工\t按时完工
\t\t\t\t时效指标\t2022年12月底前验收\t按时验收
\t\t\t效益指标\t社会效益指标\t2012年以前建成的路灯\t得到改善`,
      problems: ['指标“2012年12月底前完工”的期限“2012年12月底前”不在预算年度 2022 年内'],
    },
    {
      name: 'a deadline after the year',
      table: TITLE + deadline('⟦2023年6月底前⟧'),
      problems: [{ message: /“2023年6月底前”不在预算年度 2022 年内$/, severity: 'warning' }],
    },
    {
      name: 'a period that goes on into the next year',
      table: TITLE + deadline('⟦2022年7月-2023年1月⟧'),
      problems: [{ message: /不在预算年度 2022 年内$/, severity: 'warning' }],
    },
    {
      name: 'a period of other years',
      table: TITLE + deadline('⟦2023年1月-2023年6月⟧'),
      problems: [{ message: /不在预算年度 2022 年内$/, severity: 'error' }],
    },
    {
      name: 'outside the period of the project, in two projects',
      table:
        TITLE +
        filing(
          projectRow({
            name: '灌区改造',
            goal: '目标1:⟨2021年1月至2023年12月⟩建设灌区。',
            indicators: { 时效: ['一期完工时间 ⟦2020年10月底前⟧'] },
          }),
          projectRow({
            name: '水毁修复(⟨2022-2023年⟩)',
            indicators: { 时效: ['完工时间 ⟦2024年10月底前⟧'] },
          }),
        ),
      problems: [
        {
          message: '指标“一期完工时间”的期限“2020年10月底前”不在项目期限“2021年1月至2023年12月”内',
          severity: 'error',
        },
        { message: /“2024年10月底前”不在项目期限“2022-2023年”内$/, severity: 'error' },
      ],
    },
    {
      name: 'a deadline before the year in the name, where no other year is printed',
      table: projectFiling({
        name: '⟨2022年⟩路灯维修',
        indicators: { 时效: ['第一批支付时间 ⟦2021年11月30日前⟧', '第二批支付时间 2023年6月底前'] },
      }),
      problems: ['指标“第一批支付时间”的期限“2021年11月30日前”不在项目名称中的年度 2022 年内'],
    },
    {
      name: 'a period of the project without the budget year',
      table:
        RELATED_TITLE +
        projectFiling({
          name: '灌区改造(⟦2019-2021年⟧)',
          indicators: { 时效: ['完工时间 2021年10月底前'] },
        }),
      problems: [
        {
          message: '项目“灌区改造(2019-2021年)”的期限“2019-2021年”不含预算年度 2022 年',
          severity: 'warning',
        },
      ],
    },
  ],
})
