import { directionMismatch } from '../../src/rules/direction-mismatch.ts'
import { type Indicators, projectFiling, rowsFiling, testRule } from '../support/test-rule.ts'

const project = (indicators: Indicators, amount = '9.31'): string => projectFiling({ amount, indicators })

const flat = (...indicators: readonly string[]): string =>
  [
    '项目名称\t村干部补助',
    '预算金额(万元)\t9.31',
    '年度目标\t按月发放补助。',
    '指标\t指标值',
    ...indicators,
    '',
  ].join('\n')

testRule(directionMismatch, {
  valid: [
    { name: 'the least that is to be paid', table: project({ 成本: ['养老金最低标准 ≥131元/人·月'] }) },
    { name: 'hours in which something is done', table: project({ 时效: ['维护及时性 <24小时'] }) },
    {
      name: 'a bare number under the cost, which nobody knows to be money',
      table: projectFiling({ indicators: { 成本: ['成本控制数 ≥5'] } }),
    },
    {
      name: 'a direction printed in the row that its comparator agrees with, whatever the name says',
      table: rowsFiling(
        ['指标方向性', '计算符号', '指标值', '度量单位'],
        [
          ['产出/数量', '投诉受理', '正向指标', '≥', '60', '件'],
          ['产出/质量', '合格率', '反向指标', '≤', '5', '%'],
          ['产出/质量', '达标率', '反向指标', '=', '5', '%'],
        ],
      ),
    },
    {
      name: 'high shares that are kept in bounds, and the whole',
      table: project({
        质量: ['污泥含水率 ≤80%', '公用经费控制率 ≤100%', '药占比 ≤85%', '险情扑灭率 ≤100%'],
      }),
    },
    { name: 'higher is better with ≥', table: project({ 质量: ['验收合格率 ≥98%', '群众满意度 >90%'] }) },
    {
      name: 'lower is better with ≤',
      table: project({ 质量: ['差错率 ≤5%', '投诉率 ＜1%', '故障响应时间 ≤2小时'] }),
    },
    {
      name: 'what is done about the bad thing',
      table: project({
        质量: [
          '投诉处理率 ≥98%',
          '事故下降率 ≥5%',
          '投诉办结数 ≥30件',
          '办理投诉举报 ≥10件',
          '事故救援次数 ≥10次',
        ],
      }),
    },
    {
      name: 'a bad thing that did not happen',
      table: project({ 质量: ['三年未复吸率 ≥65%', '无差错率 ≥98%'] }),
    },
    {
      name: 'the lack of something good, and how far something bad goes down',
      table: project({
        质量: ['抽检不合格率 ≤2.5%', '资料不完整率 ≤1%'],
        社会效益: ['投诉量同比降幅 ≥5%', '事故发生率降低幅度 ≥3%', '信访量下降比例 ≥10%'],
      }),
    },
    {
      name: 'what people get, of which the goal promises no less',
      table: projectFiling({
        goal: '目标1:人均公共卫生补助标准不低于94元。',
        amount: '9.31',
        indicators: { 成本: ['人均公共卫生补助标准 ≥94元'] },
      }),
    },
    {
      name: 'how long something lasts',
      table: project({ 时效: ['工程质保时限 ≥24个月', '信息公示时限 ≥7天'] }),
    },
    { name: 'a cost cap', table: project({ 成本: ['维修成本 ≤5万元', '维修单价 ≤500元/盏'] }) },
    { name: 'bare costs', table: project({ 成本: ['维修成本 9.31万元'] }) },
    { name: 'money saved', table: project({ 成本: ['节约成本 ≥1万元', '成本节约率 ≥5%'] }) },
    { name: 'money earned', table: project({ 经济效益: ['旅游收入 ≥9.31万元'] }) },
    {
      name: 'some of the money under another output category',
      table: project({ 数量: ['发放补贴 ≥5万元'] }),
    },
    {
      name: 'money in a table without categories that is earned, or a part of the amount',
      table: flat('旅游收入\t≥9.31万元', '发放金额\t≥5万元'),
    },
    { name: 'a drop of something good', table: project({ 质量: ['满意度 下降≤5%'] }) },
    { name: 'names without a direction', table: project({ 数量: ['维修路灯 ≤60盏', '培训人数 ≤60人'] }) },
  ],
  invalid: [
    {
      name: 'so high a share that nothing is limited by it',
      table: project({ 质量: ['险情扑灭率 ⟦≤95%⟧'] }),
      problems: ['指标“险情扑灭率”的值“≤95%”方向可能相反：以这样高的比率为上限，几乎不起限制作用'],
    },
    {
      name: 'how many of the herd are immune',
      table: project({ 质量: ['牛羊免疫密度 ⟦≤92%⟧'] }),
      problems: [/“牛羊免疫密度”/],
    },
    {
      name: 'what a network loses',
      table: project({ 生态效益: ['供热管道漏失率 ⟦≥8%⟧', '水渠渗漏率 ⟦≥5%⟧', '漏失率下降 ≥2%'] }),
      problems: [/“供热管道漏失率”/, /“水渠渗漏率”/],
    },
    {
      name: 'the whole budget with ≥ in a table without categories',
      table: flat('发放金额\t⟦≥9.31万元⟧', '领取人数\t≥100人'),
      problems: ['指标“发放金额”的值“≥9.31万元”方向可能相反：支出应以此为上限'],
    },
    {
      name: 'damage done',
      table: project({
        社会效益: ['义务教育大班额比例(%) ⟦≥0.5⟧'],
        生态效益: ['森林火灾受害率 ⟦≥0.8‰⟧', '森林火灾受害面积 ⟦≥20亩⟧', '沙化土地治理面积 ≥20亩'],
      }),
      problems: [/大班额/, /受害率/, /受害面积/],
    },
    {
      name: 'the lack of something good, the time for something, and approval by another name',
      table: project({
        质量: ['抽检不合格率 ⟦≥2.5%⟧'],
        时效: ['资金发放时限 ⟦≥15个工作日⟧'],
        服务对象满意度: ['普查对象配合度 ⟦≤90%⟧'],
      }),
      problems: [/不合格率/, /发放时限/, /配合度/],
    },
    {
      name: 'shares of good things with something between',
      table: project({ 质量: ['优良路率 ⟦≤85%⟧', '优质品种率 ⟦≤90%⟧'], 时效: ['资金拨付及时性 ⟦98%以下⟧'] }),
      problems: [/优良路率/, /优质品种率/, /及时性/],
    },
    {
      name: 'losses, returns to work and averages of time',
      table: project({
        质量: ['资料损坏率 ⟦≥3%⟧', '返工率 ⟦≥3%⟧'],
        时效: ['问题处置平均时长 ⟦≥24小时⟧', '平均审理天数 ⟦≥60天⟧'],
      }),
      problems: [/损坏率/, /返工率/, /平均时长/, /审理天数/],
    },
    {
      name: 'rates of bad things and times of waiting',
      table: project({
        质量: ['有害生物成灾率 ⟦≥3‰⟧', '停播率 ⟦＞0.1‰⟧'],
        时效: ['设备故障修复时限 ⟦≥4小时⟧', '病人等候时间 ⟦≥20分钟⟧'],
      }),
      problems: [/越低越好/, /越低越好/, /越低越好/, /越低越好/],
    },
    {
      name: 'a direction printed in the row',
      table: rowsFiling(
        ['指标方向性', '计算符号', '指标值', '度量单位'],
        [
          ['产出/数量', '推广品种', '正向指标', '⟦≤', '60', '种⟧'],
          ['产出/质量', '返修', '反向指标', '⟦≥', '5', '%⟧'],
        ],
      ),
      problems: [/“≤60种”方向可能相反：该行标明为正向指标/, /“≥5%”方向可能相反：该行标明为反向指标/],
    },
    {
      name: 'satisfaction with ≤',
      table: project({ 服务对象满意度: ['群众满意度 ⟦≤95%⟧'] }),
      problems: ['指标“群众满意度”的值“≤95%”方向可能相反：该指标越高越好'],
    },
    {
      name: 'accidents with ≥',
      table: project({ 社会效益: ['事故发生率 ⟦≥5%⟧'] }),
      problems: ['指标“事故发生率”的值“≥5%”方向可能相反：该指标越低越好'],
    },
    {
      name: 'spending with ≥, whatever its name',
      table: project({ 成本: ['宣传费 ⟦≥2万元⟧'] }),
      problems: ['指标“宣传费”的值“≥2万元”方向可能相反：支出应以此为上限'],
    },
    {
      name: 'the whole budget with ≥ under 成本',
      table: project({ 成本: ['项目支出 ⟦≥9.31万元⟧'] }),
      problems: [/支出应以此为上限$/],
    },
    {
      name: 'the whole budget with ≥ under 数量',
      table: project({ 数量: ['投入资金 ⟦≥93100元⟧'] }),
      problems: [/支出应以此为上限$/],
    },
    {
      name: 'the whole budget with <',
      table: project({ 成本: ['项目支出 ⟦<9.31万元⟧'] }),
      problems: ['指标“项目支出”的值“<9.31万元”方向可能相反：等于项目金额，用“<”则无法足额支出'],
    },
    {
      name: 'a response time and an error rate, in words',
      table: project({
        质量: ['差错率 ⟦不低于5%⟧'],
        时效: ['故障响应时间 ⟦≥2小时⟧', '单份档案调阅时间 ⟦≥10分钟⟧'],
      }),
      problems: [/“差错率”的值“不低于5%”/, /“故障响应时间”/, /“单份档案调阅时间”/],
    },
    {
      name: 'the number of the goal with the opposite sign, which is told once',
      table: projectFiling({
        goal: '目标1:投诉率⟨控制在2%以内⟩。',
        indicators: { 质量: ['投诉率 ⟦≥2%⟧'] },
      }),
      problems: [/“≥2%”方向可能相反：该指标越低越好/],
    },
  ],
})
