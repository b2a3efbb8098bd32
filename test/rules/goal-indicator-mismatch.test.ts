import { goalIndicatorMismatch } from '../../src/rules/goal-indicator-mismatch.ts'
import { type Indicators, projectFiling, rowsFiling, testRule } from '../support/test-rule.ts'

const project = (goal: string, indicators: Indicators): string =>
  projectFiling({ goal: `目标1:${goal}`, indicators })

// The words that decide whether goal and indicator speak of one thing: test/facts/matching.test.ts.
testRule(goalIndicatorMismatch, {
  valid: [
    {
      name: 'a target for the half of the year beside the whole year',
      table: rowsFiling(
        ['半年指标值', '全年指标值'],
        [['产出/数量', '培训农民人次', '≥300人次', '≥600人次']],
        {
          goal: '培训农民600人次。',
        },
      ),
    },
    {
      name: 'the number of an indicator that nothing else is said of',
      table: project('购置垃圾箱,改善8个村的环境。', { 数量: ['购置垃圾箱数量 ≥60个', '整治村数 8个'] }),
    },
    {
      name: 'so much a day, and in the year',
      table: project('日处理污水2万吨。', { 数量: ['污水处理量 ≥700万吨'] }),
    },
    { name: 'the same number', table: project('培训农民600人次。', { 数量: ['培训农民人次 ≥600人次'] }) },
    {
      name: 'the same number in another unit',
      table: project('服务群众6万人。', { 数量: ['服务群众人数 ≥60000人'] }),
    },
    {
      name: 'the same number in another unit, but for the places it is printed with',
      table: project('建设大豆示范片1000亩。', { 数量: ['大豆示范片面积 ≥66.67公顷'] }),
    },
    {
      name: 'another thing in the same unit',
      table: project('年内新增事业单位岗位人员40人以上。', {
        数量: ['面试试卷印刷数量 ≥40份', '考官人数 ≥70人'],
      }),
    },
    { name: 'progress beside timeliness', table: project('完成70%。', { 时效: ['完成及时率 ≥100%'] }) },
    {
      name: 'a change beside a level',
      table: project('良种普及率提高5%。', { 社会效益: ['良种普及率 ≥85%'] }),
    },
    {
      name: 'a range that holds the number',
      table: project('举办培训班3-5期。', { 数量: ['举办培训班期数 4期'] }),
    },
    {
      name: 'the parts of a sum',
      table: project('补助教师100人、学生200人。', { 数量: ['补助师生人数 ≥300人'] }),
    },
    {
      name: 'once each month beside the number of the year',
      table: project('全年开展巡查12次。', { 数量: ['每月巡查次数 ≥1次'] }),
    },
    { name: 'prices', table: project('每人补助300元。', { 成本: ['补助标准 ≤350元/人'] }) },
  ],
  invalid: [
    {
      name: 'loans, which are no cost',
      table: project('发放创业贷款⟦2000万元⟧。', { 数量: ['创业贷款发放额 ⟨≥1500万元⟩'] }),
      problems: [/“2000万元”/],
    },
    {
      name: 'so much a day on both sides',
      table: project('日处理污水⟦2万吨⟧。', { 数量: ['日均污水处理量 ⟨≥1.5万吨⟩'] }),
      problems: [/“2万吨”/],
    },
    {
      name: 'the target of the whole year, not of the half',
      table: rowsFiling(
        ['半年指标值', '全年指标值'],
        [['产出/数量', '培训农民人次', '≥600人次', '⟨≥900人次⟩']],
        {
          goal: '培训农民⟦600人次⟧。',
        },
      ),
      problems: [/“600人次”，指标“培训农民人次”为“≥900人次”/],
    },
    {
      name: 'a stricter indicator',
      table: project('新增岗位⟦80人以上⟧。', { 数量: ['新增岗位 ⟨≥90个⟩'] }),
      problems: [
        {
          message: '绩效目标为“80人以上”，指标“新增岗位”为“≥90个”，指标高于目标',
          severity: 'error',
          because: /“新增岗位”/,
        },
      ],
    },
    {
      name: 'a weaker indicator',
      table: project('繁育鱼苗⟦550万粒⟧。', { 数量: ['繁育鱼苗数量 ⟨≥425万粒⟩'] }),
      problems: ['绩效目标为“550万粒”，指标“繁育鱼苗数量”为“≥425万粒”，指标低于目标'],
    },
    {
      name: 'a weaker indicator of something that should be small',
      table: project('投诉率⟦不超过5%⟧。', { 质量: ['投诉率 ⟨≤10%⟩'] }),
      problems: [/，指标低于目标$/],
    },
    {
      name: 'two plain numbers',
      table: project('新建幼儿园⟦3所⟧。', { 数量: ['新建幼儿园数量 ⟨2所⟩'] }),
      problems: [/，两者互相矛盾$/],
    },
    {
      name: 'opposite comparators',
      table: project('破损率⟦≤5%⟧。', { 质量: ['破损率 ⟨≥5%⟩'] }),
      problems: [/，两者互相矛盾$/],
    },
    {
      name: 'two in one goal, each at its place',
      table: project('举办培训班⟦12期⟧,培训农民⟦600人次⟧。', {
        数量: ['举办培训班期数 ⟨≥15期⟩', '培训农民人次 ⟨≥500人次⟩'],
      }),
      problems: [/“12期”.*“≥15期”/, /“600人次”.*“≥500人次”/],
    },
    {
      name: 'money that is earned',
      table: project('实现旅游综合收入⟦5亿元⟧。', { 经济效益: ['旅游综合收入 ⟨≥6亿元⟩'] }),
      problems: [/“5亿元”/],
    },
  ],
})
