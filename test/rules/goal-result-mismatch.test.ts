import { goalResultMismatch } from '../../src/rules/goal-result-mismatch.ts'
import { evaluationExample } from '../../src/rules/shared/example.ts'
import { testRule } from '../support/test-rule.ts'

const table = (goal: string, result: string, actual = '62盏'): string =>
  evaluationExample({ goal, result, row: ['维修路灯数量', '≥60盏', actual, '50', '50', ''] })

testRule(goalResultMismatch, {
  valid: [
    { name: 'the same number', table: table('维修路灯60盏。', '共维修路灯62盏。') },
    { name: 'at least as many', table: table('维修路灯60盏。', '共维修路灯60盏以上。') },
    { name: 'about as many', table: table('维修路灯60盏。', '共维修路灯约60盏。') },
    {
      name: 'plan and result in one sentence',
      table: table('维修路灯60盏。', '计划维修路灯60盏，实际维修62盏。'),
    },
    {
      name: 'a number of the year before',
      table: table('维修路灯60盏。', '上年已维修路灯75盏，本年维修62盏。'),
    },
    { name: 'another thing', table: table('维修路灯60盏。', '共维修路灯62盏，更换灯杆8根。') },
    { name: 'a rounded number', table: table('维修路灯1.5万盏。', '共维修路灯1.5万盏。', '15020盏') },
    {
      name: 'persons without their unit, rounded',
      table: evaluationExample({
        goal: '实施医疗救助。',
        result: '医疗救助惠及11万人次。',
        row: ['享受医疗救助人次', '≥50000人次', '110406', '50', '50', ''],
      }),
    },
    {
      name: 'another number in the unit of the only one that was planned, of a name that the result says nothing of',
      table: evaluationExample({
        goal: '完成困难家庭旧房加固25户。',
        result: '走访群众31户。',
        row: ['困难家庭等对象旧房加固户数', '25户', '25户', '50', '50', ''],
      }),
    },
    {
      name: 'two results in the unit of the only number that was planned',
      table: evaluationExample({
        goal: '完成低收入家庭等对象旧房加固25户。',
        result: '完成旧房加固21户,惠及家庭31户。',
        row: ['低收入家庭等扶助对象旧房加固户数', '25户', '25户', '50', '50', ''],
      }),
    },
    { name: 'no numbers', table: table('维修路灯60盏。', '已按计划完成。') },
    {
      name: 'what goal and target disagree in already',
      table: evaluationExample({
        goal: '维修路灯80盏。',
        result: '维修路灯80盏。',
        row: ['维修路灯数量', '60盏', '60盏', '50', '50', ''],
      }),
    },
  ],
  invalid: [
    {
      name: 'a number of persons beside a result that has the unit of its target',
      table: evaluationExample({
        goal: '实施医疗救助。',
        result: '医疗救助惠及⟦1.1万人次⟧。',
        row: ['享受医疗救助人次', '≥50000人次', '⟨110406⟩', '50', '50', ''],
      }),
      problems: [/“1.1万人次”/],
    },
    {
      name: 'another number that was done already',
      table: table('维修路灯60盏。', '已完成⟦75盏⟧路灯维修。', '⟨62盏⟩'),
      problems: [/“75盏”/],
    },
    {
      name: 'another number',
      table: table('维修路灯60盏。', '共维修路灯⟦75盏⟧。', '⟨62盏⟩'),
      problems: [
        {
          message: '实际完成情况写“75盏”，指标“维修路灯数量”的实际完成值为“62盏”，两处不一致',
          severity: 'warning',
          because: /都提到“维修路灯”/,
          working: ['75盏 ≠ 62盏'],
        },
      ],
    },
    {
      name: 'a number that another indicator came to',
      table: evaluationExample({
        goal: '亮灯率达到95%。',
        result: '亮灯率⟦达到98%⟧，居民满意度为95%。',
        row: ['亮灯率', '≥95%', '⟨95%⟩', '50', '50', ''],
      }),
      problems: [/写“达到98%”/],
    },
    {
      name: 'in the unit of the only number that was planned, though the result says little of the name',
      table: evaluationExample({
        goal: '集中支持6类重点对象,完成农村旧房加固25户。',
        result: '完成农村旧房加固⟦52户⟧,分2批发放补助资金。',
        row: ['农村低收入群体等重点对象旧房加固户数', '25户', '⟨25户⟩', '50', '50', ''],
      }),
      problems: [/写“52户”/],
    },
    {
      name: 'where the next result says a word of the name that is left out here',
      table: evaluationExample({
        goal: '馆校科普研学30批,组织科普教学活动6场。',
        result: '场馆校研学⟦20批⟧,开展科普教学6场。',
        row: ['承接馆校科普研学', '≥30批', '⟨30批⟩', '50', '50', ''],
      }),
      problems: [/写“20批”/],
    },
    {
      name: 'kilometres',
      table: evaluationExample({
        goal: '敷设电缆12公里。',
        result: '敷设电缆⟦11公里⟧。',
        row: ['敷设电缆长度', '≥12公里', '⟨10.5公里⟩', '50', '43', '部分路段封闭'],
      }),
      problems: [/写“11公里”/],
    },
    {
      name: 'the plan copied for the result, and another share',
      table: table('维修路灯60盏，居民满意度为90%。', '维修路灯⟦60盏⟧，居民满意度为⟦90%⟧。'),
      problems: [/写“60盏”/, /写“90%”/],
    },
  ],
})
