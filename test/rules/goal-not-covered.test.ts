import { goalNotCovered } from '../../src/rules/goal-not-covered.ts'
import { type Indicators, projectFiling, testRule } from '../support/test-rule.ts'

const project = (goal: string, indicators: Indicators): string =>
  projectFiling({ goal: `目标1:${goal}`, indicators })

testRule(goalNotCovered, {
  valid: [
    {
      name: 'an indicator with the same number',
      table: project('举办培训班12期。', { 数量: ['举办培训班 ≥12期'] }),
    },
    {
      name: 'an indicator with another number, which is another problem',
      table: project('举办培训班12期。', { 数量: ['举办培训班 ≥15期'] }),
    },
    {
      name: 'money, prices and times',
      table: project('投入45万元,每人300元,2小时内到达。', { 数量: ['举办培训班 ≥15期'] }),
    },
    { name: 'a change', table: project('客流增长5%。', { 数量: ['举办培训班 ≥15期'] }) },
    { name: 'no indicators at all, which is another problem', table: project('举办培训班12期。', {}) },
    { name: 'what there is already', table: project('现有护林员150名。', { 数量: ['巡山次数 ≥15次'] }) },
    {
      name: 'what is promised for several years',
      table: project('三年内新建公厕30座。', { 数量: ['巡查次数 ≥15次'] }),
    },
    {
      name: 'a number that the goal says twice',
      table: project('培训农民600人次,通过对600人次的培训,提高技能。', { 数量: ['培训农民人次 ≥600人次'] }),
    },
  ],
  invalid: [
    {
      name: 'people for whom something gets better, beside an indicator for them without a number',
      table: project('使⟦9200人⟧的饮水条件得到改善,解决⟦300户⟧饮水困难。', {
        数量: ['饮水工程覆盖人口数 万人'],
      }),
      problems: [/“9200人”/, /“300户”/],
    },
    {
      name: 'a number without an indicator',
      table: project('组织开展慰问活动⟦1次⟧。', { 数量: ['慰问品发放人数 176人'] }),
      problems: [{ message: '绩效目标中的“1次”没有对应的指标', severity: 'info' }],
    },
    {
      name: 'two of three',
      table: project('培训农民⟦600人次⟧,举办培训班12期,印发资料⟦3000份⟧。', { 数量: ['举办培训班 ≥12期'] }),
      problems: [/“600人次”/, /“3000份”/],
    },
    {
      name: 'a rate that rates of other things come to, which add up to nothing',
      table: project('宣传覆盖率⟦达到100%⟧。', { 质量: ['甲片区宣传覆盖率 ≥60%', '乙片区宣传覆盖率 ≥40%'] }),
      problems: [/100%/],
    },
    {
      name: 'those who take part, with whom nothing is done',
      table: project('举办购物节4场,带动参与商户⟦350家⟧。', { 数量: ['举办购物节场次 =4场'] }),
      problems: [/“350家”/],
    },
    {
      name: 'a share',
      table: project('良种普及率⟦达到85%⟧。', { 数量: ['举办培训班 ≥12期'] }),
      problems: [/85%/],
    },
  ],
})
