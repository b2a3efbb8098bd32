import { numberingGap } from '../../src/rules/numbering-gap.ts'
import { projectFiling, rowsFiling, testRule } from '../support/test-rule.ts'

testRule(numberingGap, {
  valid: [
    {
      name: 'goals one after another',
      table: projectFiling({ goal: '目标1:推广。目标2:培训。目标3:宣传。' }),
    },
    { name: 'one goal without a number', table: projectFiling({ goal: '推广农业技术。' }) },
    {
      name: 'indicators that begin anew under each heading',
      table: projectFiling({
        indicators: { 数量: ['推广品种 ≥3种', '培训人数 ≥60人'], 质量: ['培训合格率 ≥90%'] },
      }),
    },
    {
      name: 'indicators numbered through',
      table: projectFiling({
        indicators:
          '一、产出指标 (一)数量指标 1.推广品种 ≥3种 2.培训人数 ≥60人 (二)质量指标 3.培训合格率 ≥90% 二、满意度指标 4.农民满意度 ≥90%',
      }),
    },
    {
      name: 'numbers below numbers of another kind, in one list',
      table: rowsFiling(
        ['指标值'],
        [
          '一、示范区 ≥1个',
          '1、新建示范区 ≥1个',
          '2、改建示范区 ≥2个',
          '二、田间试验 ≥5组',
          '1、水稻试验 ≥3组',
          '2、玉米试验 ≥2组',
          '三、土样化验 ≥60个',
        ].map((row) => ['产出/数量', ...row.split(' ')]),
      ),
    },
    { name: 'circled numbers', table: projectFiling({ goal: '①推广良种;②培训农民;③发放资料。' }) },
    {
      name: 'a decimal at a line end that is no number of a list',
      table: projectFiling({ goal: '目标1:投入3.25万元。目标2:培训。' }),
    },
    {
      name: 'annual and long-term goals, each from 1',
      table:
        '项目名称\t金额(万元)\t年度目标\t中长期目标\t绩效指标\n甲\t6.00\t目标1:推广。目标2:培训。\t目标1:普及良种。\t1.推广品种 ≥3种',
    },
    {
      name: 'level 2 headings that begin anew under each level 1',
      table: projectFiling({
        indicators: { 数量: ['推广品种 ≥3种'], 质量: ['培训合格率 ≥90%'], 社会效益: ['良种普及率 ≥60%'] },
      }),
    },
  ],
  invalid: [
    {
      name: 'a number that repeats below numbers of another kind',
      table: rowsFiling(
        ['指标值'],
        ['一、示范区 ≥1个', '1、新建示范区 ≥1个', '⟦1、⟧改建示范区 ≥2个', '⟦三、⟧土样化验 ≥60个'].map(
          (row) => ['产出/数量', ...row.split(' ')],
        ),
      ),
      problems: [/“1、”/, /“三、”/],
    },
    {
      name: 'tasks 1, 1 and 3',
      table: projectFiling({ goal: '⟨任务1:⟩推广。⟦任务1:⟧培训。任务3:宣传。' }),
      problems: ['绩效目标编号“任务1:”重复，此处应为第 2 项'],
    },
    {
      name: 'goals 1 and 3',
      table: projectFiling({ goal: '⟨目标1:⟩推广。⟦目标3:⟧宣传。' }),
      problems: ['绩效目标编号“目标3:”跳号，此处应为第 2 项'],
    },
    {
      name: 'goals that an indicator names by their numbers, which are left as they are',
      table: projectFiling({
        goal: '目标1:推广。⟦目标3:⟧宣传。',
        indicators: { 数量: ['推广品种(目标3) ≥3种'] },
      }),
      problems: [/目标3/],
    },
    {
      name: 'goals 1 and 1',
      table: projectFiling({ goal: '目标1:推广。⟦目标1:⟧宣传。' }),
      problems: ['绩效目标编号“目标1:”重复，此处应为第 2 项'],
    },
    {
      name: 'a first goal 2',
      table: projectFiling({ goal: '⟦目标2:⟧推广。目标3:宣传。' }),
      problems: [/跳号，此处应为第 1 项$/],
    },
    {
      name: 'one gap only once, whatever follows',
      table: projectFiling({ goal: '目标1:推广。⟦目标3:⟧宣传。目标4:培训。目标5:检查。' }),
      problems: [/目标3/],
    },
    {
      name: 'a number that goes back',
      table: projectFiling({
        indicators: '一、产出指标 (一)数量指标 1.推广品种 ≥3种 2.培训人数 ≥60人 ⟦1.⟧发放资料 ≥500份',
      }),
      problems: ['指标编号“1.”倒退，此处应为第 3 项'],
    },
    {
      name: 'a heading and an indicator',
      table: projectFiling({
        indicators:
          '一、产出指标 (一)数量指标 1.推广品种 ≥3种 ⟦3.⟧培训人数 ≥60人 ⟦三、⟧满意度指标 1.农民满意度 ≥90%',
      }),
      problems: ['指标编号“3.”跳号，此处应为第 2 项', '指标分类编号“三、”跳号，此处应为第 2 项'],
    },
    {
      name: 'a level 2 heading twice',
      table: projectFiling({
        indicators: '一、产出指标 (一)数量指标 1.推广品种 ≥3种 ⟦(一)⟧质量指标 1.培训合格率 ≥90%',
      }),
      problems: ['指标分类编号“(一)”重复，此处应为第 2 项'],
    },
  ],
})
