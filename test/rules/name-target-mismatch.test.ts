import { nameTargetMismatch } from '../../src/rules/name-target-mismatch.ts'
import { projectFiling, rowsFiling, testRule } from '../support/test-rule.ts'

const quantity = (...indicators: readonly string[]): string =>
  projectFiling({ indicators: { 数量: indicators } })

testRule(nameTargetMismatch, {
  valid: [
    { name: 'the same number', table: quantity('补贴村组干部230人 ≥230人', '修建水渠3公里 ≥3000米') },
    {
      name: 'another unit',
      table: quantity('65岁以上老人慰问 ≥40人', '100人以上企业 ≥6家', '补贴230人 ≥6万元'),
    },
    { name: 'where the thing is', table: quantity('6个村维修路灯 ≥60个', '3人小组培训 ≥60人') },
    {
      name: 'for so many, and a number of something else',
      table: quantity('对36名对象进行扶助 ≥36名', '对36名对象开展走访 ≥72次', '应对36名对象的申请 ≥20名'),
    },
    {
      name: 'where something is done, and how often',
      table: quantity('涉及6个乡镇文化站建设 8个', '服务3个社区居民小组活动 ≥9个', '覆盖12个县 ≥60场'),
    },
    { name: 'money without its 元', table: quantity('购置器材资金60万 60万', '购置器材资金60万 600000') },
    { name: 'a rate', table: quantity('每村配备护林员2人 ≥60人', '配备护林员2人/村 ≥60人') },
    { name: 'a condition', table: quantity('带动就业5人以上 ≥20人') },
    {
      name: 'years and ordinals',
      table: quantity('2021年结转项目 ≥3个', '第3期培训 ≥2期', '12345热线 ≥6条'),
    },
    { name: 'two numbers', table: quantity('村干部20人、组干部30人 ≥50人') },
    { name: 'a qualitative value', table: quantity('建成水渠3公里 规范') },
    {
      name: 'deadlines that agree, or may',
      table: rowsFiling(
        ['指标值'],
        [
          ['产出/时效', '2024年完成采购', '2024年5月底前'],
          ['产出/时效', '6月前完成招标', '5月底前'],
          ['产出/时效', '12月底前完成验收', '11月至12月'],
        ],
      ),
    },
    { name: 'a limit of time in the name of a rate', table: quantity('事故30分钟内到场率 ≥95%') },
    { name: 'a price beside a number', table: quantity('误工补助每人每天100元 ≥200人') },
    { name: 'a range that holds it', table: quantity('培训60人 50-70人') },
  ],
  invalid: [
    {
      name: 'a deadline of what is to be done, a limit of time, a price',
      table: rowsFiling(
        ['指标值'],
        [
          ['产出/时效', '3月底前完成采购', '⟦5月底前⟧'],
          ['产出/时效', '工单24小时内转办', '⟦≤48小时⟧'],
          ['成本/经济成本', '误工补助每人每天100元', '⟦120元/人·天⟧'],
        ],
      ),
      problems: [/3月底前/, /24小时内/, /每人每天100元/],
    },
    {
      name: 'what is counted, in front of the name',
      table: rowsFiling(['指标值'], [['产出/数量', '1356所学校实施营养改善计划', '⟦1365所⟧']]),
      problems: [/“1356所”，指标值为“1365所”/],
    },
    {
      name: 'another sum of money, both without their 元',
      table: quantity('购置器材资金60万 ⟦16万⟧'),
      problems: [/“60万”，指标值为“16万”/],
    },
    {
      name: 'how many it reaches',
      table: quantity('涉及28个村委会 ⟦25个⟧', '受益14个村民小组 ⟦12个⟧'),
      problems: [/28个/, /14个/],
    },
    {
      name: 'what is done for so many, counted by a word of theirs',
      table: quantity('补助9个村（社区） ⟦8个⟧', '扶助3个项目 ⟦2项⟧'),
      problems: [/9个/, /3个/],
    },
    {
      name: 'what is to be reached at the least',
      table: rowsFiling(['指标值'], [['效益/经济效益', '经营收入达到500万元', '⟦600万元⟧']]),
      problems: [/“达到500万元”/],
    },
    {
      name: 'another number',
      table: quantity('补贴村组干部⟨230人⟩ ⟦≥320人⟧'),
      problems: [
        {
          message: '指标“补贴村组干部230人”名称中为“230人”，指标值为“≥320人”',
          severity: 'warning',
          working: ['230人 ≠ ≥320人'],
        },
      ],
    },
    {
      name: 'so much a year',
      table: quantity('每年举办宣传活动12场 ⟦≥2场⟧'),
      problems: [/“12场”.*“≥2场”$/],
    },
    {
      name: 'another scale',
      table: quantity('灌溉面积⟨19.6万亩⟩ ⟦≥19.6亩⟧'),
      problems: [/“19.6万亩”.*“≥19.6亩”$/],
    },
    {
      name: 'for so many, and done to so many',
      table: quantity('对36名对象进行扶助 ⟦63名⟧', '打造2个品牌赛事 ⟦≥3个⟧'),
      problems: [/“36名”/, /“2个”/],
    },
    {
      name: 'how far something reaches',
      table: quantity('覆盖12个项目县 ⟦10个⟧', '涉及6个乡(镇) ⟦8个⟧', '惠及320户脱贫户 ⟦≥230户⟧'),
      problems: [/“12个”/, /“6个”/, /“320户”/],
    },
    {
      name: 'all of a place',
      table: quantity('完成全市375万平方米的绿地养护 ⟦357万平方米⟧'),
      problems: [/“375万平方米”/],
    },
    { name: 'in brackets', table: quantity('慰问老党员(36人) ⟦≥63人⟧'), problems: [/“36人”/] },
    {
      name: 'behind a verb, and a bare value',
      table: quantity('完成120户改厕 ⟦≥210户⟧', '接收8家单位档案 ⟦≥6家⟧', '安装路灯60盏 ⟦90⟧'),
      problems: [/“120户”/, /“8家”/, /“60盏”.*“90”$/],
    },
    { name: 'a range without it', table: quantity('培训80人 ⟦50-70人⟧'), problems: [/“80人”/] },
    {
      name: 'the number of the goal, which is one more reason',
      table: projectFiling({
        goal: '目标1:新建公厕⟨12座⟩。',
        indicators: { 数量: ['新建公厕⟨12座⟩ ⟦≥10座⟧'] },
      }),
      problems: [/“12座”/],
    },
  ],
})
