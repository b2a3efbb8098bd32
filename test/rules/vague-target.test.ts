import { vagueTarget } from '../../src/rules/vague-target.ts'
import { projectFiling, rowsFiling, testRule } from '../support/test-rule.ts'

const social = (...indicators: readonly string[]): string =>
  projectFiling({ indicators: { 社会效益: indicators } })

testRule(vagueTarget, {
  valid: [
    { name: 'two good grades, either of which will do', table: social('服务质量 优、良') },
    {
      name: 'graded words',
      table: social('夜间出行安全程度 显著提升', '管护机制 健全', '服务质量 优', '影响力 有所提高'),
    },
    {
      name: 'a graded word in a longer value',
      table: social('农村人居环境：明显改善农村人居环境面貌', '服务水平：得到显著提升'),
    },
    {
      name: 'a standard to be met',
      table: social('水质情况：符合国家饮用水标准', '采购程序：按政府采购规定执行', '创建结果：省级示范'),
    },
    { name: 'numbers and dates', table: social('良种普及率 ≥60%', '完成时间 12月底前') },
    {
      name: 'several numbers with words of their own, and what is each of several',
      table: `${rowsFiling(
        ['指标值'],
        [
          ['产出/数量', '竞赛奖项设置', '一等奖2名,二等奖5名'],
          ['产出/数量', '全民健身活动', '城区、乡镇各10场'],
          ['产出/质量', '参赛成绩', '前八名'],
        ],
      )}\n`,
    },
    {
      name: 'no value',
      table: social('管护机制数量', '其他效益 无', '夜间出行安全程度 定性', '新建管道长度：公里'),
    },
  ],
  invalid: [
    {
      name: 'a scale',
      table: social('夜间出行安全程度 ⟦好坏⟧'),
      problems: [{ message: '指标“夜间出行安全程度”的值“好坏”无法判断是否完成', severity: 'info' }],
    },
    {
      name: 'grades of which none was chosen',
      table: social('夜间出行安全程度 ⟦优良中低差⟧', '居民出行条件 ⟦好/一般/差⟧'),
      problems: [/“优良中低差”/, /“好\/一般\/差”/],
    },
    {
      name: 'the name again',
      table: social('丰富群众文化生活：⟦丰富群众文化生活⟧'),
      problems: [/“丰富群众文化生活”的值“丰富群众文化生活”/],
    },
    {
      name: 'sentences without a grade',
      table: social(
        '受益情况：⟦为全县农民办实事⟧',
        '宣传效果：⟦让广大农村居民都知道惠农政策并积极参与农业生产活动⟧',
      ),
      problems: [/“为全县农民办实事”/, /“让广大农村居民/],
    },
    {
      name: 'two ends of a scale, with the middle or without',
      table: social('安全管理水平 ⟦高中低⟧', '公众知晓度 ⟦是否⟧'),
      problems: [/“高中低”/, /“是否”/],
    },
    {
      name: 'scales with a sign between each two grades',
      table: social(
        '监管体系 ⟦优/良/中/差⟧',
        '出行条件 ⟦好/较好/一般/差⟧',
        '管护水平 ⟦强/中/弱⟧',
        '作用发挥 ⟦显著/一般/不明显⟧',
      ),
      problems: [/“优\/良\/中\/差”/, /“好\/较好\/一般\/差”/, /“强\/中\/弱”/, /“显著\/一般\/不明显”/],
    },
  ],
})
