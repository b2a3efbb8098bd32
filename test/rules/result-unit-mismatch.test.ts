import { resultUnitMismatch } from '../../src/rules/result-unit-mismatch.ts'
import { evaluationExample } from '../../src/rules/shared/example.ts'
import { testRule } from '../support/test-rule.ts'

const row = (name: string, target: string, actual: string): string =>
  evaluationExample({ row: [name, target, actual, '50', '50', ''] })

testRule(resultUnitMismatch, {
  valid: [
    { name: 'people for households whose name counts neither', table: row('受益农户', '≥120户', '130人') },
    { name: 'as many households as the people may be of', table: row('受益群众', '≥1.2万人', '0.4万户') },
    { name: 'few households', table: row('慰问职工', '≥20人', '21户') },
    { name: 'the same unit', table: row('维修路灯数量', '≥60盏', '62盏') },
    { name: 'a unit that converts', table: row('敷设电缆长度', '≥3公里', '3200米') },
    { name: 'money without a unit, in that of its limit', table: row('项目总成本', '≤202.6万元', '132.9') },
    { name: 'an area in another unit', table: row('治理水土流失面积', '≥19.69平方公里', '1969公顷') },
    { name: 'no unit', table: row('维修路灯数量', '≥60盏', '62') },
    { name: 'a counter that stands for any', table: row('培训人次', '≥60人次', '62人') },
    { name: 'marks for a percentage', table: row('居民满意程度', '≥90%', '92分') },
    { name: 'times for attendances', table: row('巡回医疗', '≥60次', '62人次') },
    { name: 'done in words', table: row('维修路灯数量', '≥60盏', '全部完成') },
    { name: 'a sentence that says more', table: row('设备配备率', '100%', '1000件达成预期指标') },
    { name: 'another number in brackets', table: row('亮灯率', '≥95%', '1200盏（98%）') },
    { name: 'many more than planned', table: row('受益人数', '≥1人', '10000人') },
  ],
  invalid: [
    {
      name: 'about as many households as people were planned',
      table: row('受益群众', '⟨≥1.2万人⟩', '⟦1.25万户⟧'),
      problems: [/两者单位不同/],
    },
    {
      name: 'the same number in a unit that nobody converts it into',
      table: row('治理水土流失面积', '⟨≥19.69平方公里⟩', '⟦19.69公顷⟧'),
      problems: [/两者单位不同，无法比较/],
    },
    {
      name: 'money in yuan without a unit, under a limit in 万元',
      table: row('项目总成本', '⟨≤202.6万元⟩', '⟦1329120.67⟧'),
      problems: [/未写单位，按指标值的“万元”相差悬殊，似按“元”填写/],
    },
    {
      name: 'things for a share',
      table: row('亮灯率', '⟨≥95%⟩', '⟦1200盏⟧'),
      problems: [
        {
          message: '指标“亮灯率”的指标值为“≥95%”，实际完成值为“1200盏”，两者单位不同，无法比较',
          severity: 'warning',
        },
      ],
    },
    {
      name: 'the same number in another unit',
      table: row('敷设电缆长度', '⟨≥3200米⟩', '⟦3200公里⟧'),
      problems: [/数字相同而单位相差 1000 倍/],
    },
    { name: 'things for households', table: row('受益农户', '⟨≥900户⟩', '⟦960台⟧'), problems: [/单位不同/] },
    {
      name: 'households for people',
      table: row('受益群众人数', '⟨≥12000人⟩', '⟦12600户⟧'),
      problems: [/单位不同/],
    },
    {
      name: 'files for the pieces that name and target count',
      table: row('征集档案资料件数', '⟨≥200件⟩', '⟦216卷⟧'),
      problems: [/单位不同/],
    },
    {
      name: 'people for what is held',
      table: row('举办惠民演出', '⟨≥20场次⟩', '⟦21人次⟧'),
      problems: [/单位不同/],
    },
    { name: 'money for an area', table: row('整治面积', '≥60亩', '⟦12.5万元⟧'), problems: [/单位不同/] },
    {
      name: 'a 万 too many, and one too few',
      table: `${row('维修支出', '≤20万元', '⟦200000万元⟧')}\n${row('受益人数', '≥3万人', '⟦3人⟧').replace('路灯维修', '路灯更换')}`,
      problems: [/正好相差 10,000 倍/, /正好相差 10,000 倍/],
    },
  ],
})
