import { evaluationExample } from '../../src/rules/shared/example.ts'
import { unitMismatch } from '../../src/rules/unit-mismatch.ts'
import { type Indicators, projectFiling, rowsFiling, testRule } from '../support/test-rule.ts'

const placed = (indicators: Indicators): string => projectFiling({ indicators })

testRule(unitMismatch, {
  valid: [
    {
      name: 'shares far above the whole whose names are of shares, and ≥100% that may have been misread',
      table: placed({ 社会效益: ['网站访问量增长 ≥1200%', '任务完成情况 ≥1000%', '农户受益 2100%'] }),
    },
    {
      name: 'times of people and of things, and a share of a sum',
      table: placed({
        数量: ['巡查场次 ≥12场', '接种次数 ≥60人次'],
        经济效益: ['分红总额增长率 ≥6%', '销售总额占比 ≥6%'],
      }),
    },
    {
      name: 'a share that is as high as a number of the goal',
      table: projectFiling({
        goal: '目标1:培训护林员90名，护林员持证率90%。',
        indicators: { 数量: ['培训护林员 90名', '护林员持证上岗 90%'] },
      }),
    },
    {
      name: 'a share with a name too short to be that of a number of the goal',
      table: projectFiling({ goal: '目标1:栽植苗木90株。', indicators: { 数量: ['树 90%'] } }),
    },
    {
      name: 'so many of each ten thousand',
      table: projectFiling({ indicators: { 社会效益: ['万人发案率 ≤45起'] } }),
    },
    {
      name: 'a column of units that says the same, or another counter',
      table: rowsFiling(
        ['指标值', '度量单位'],
        [
          ['产出/数量', '推广品种', '≥60', '种'],
          ['产出/数量', '参训农民', '≥60人', '人次'],
          ['产出/成本', '推广成本', '≤5万元', '元'],
        ],
      ),
    },
    {
      name: 'units that fit',
      table: placed({
        数量: ['培训人数 ≥60人', '巡查次数 ≥12次'],
        质量: ['合格率 ≥98%'],
        成本: ['培训成本 ≤5万元'],
      }),
    },
    { name: '个 for people', table: placed({ 数量: ['培训人数 ≥60个', '在岗人数 ≥60名'] }) },
    {
      name: 'rates of cost',
      table: placed({ 成本: ['成本超支率 ≤5%', '经费控制率 ≤100%', '费用节约 ≥3%', '成本偏差 ≤2%'] }),
    },
    {
      name: 'a price with the number of a count of the goal',
      table: projectFiling({
        goal: '目标1:为每个村聘请1名法律顾问。',
        indicators: { 成本: ['每村法律顾问补助标准 ≤1万元/个'] },
      }),
    },
    { name: 'a share of a price', table: placed({ 成本: ['保费补贴标准 ≤30%'] }) },
    { name: 'numbers that are shares', table: placed({ 质量: ['空气优良指数 ≥80%', '水利用系数 ≥56%'] }) },
    { name: 'words as cost', table: placed({ 成本: ['项目成本 不超预算', '经费支出 合理'] }) },
    {
      name: 'social and ecological cost',
      table: projectFiling({
        indicators:
          '一、成本指标 (一)社会成本指标 1.居民出行成本 ≤2小时 (二)生态环境成本指标 1.占用耕地成本 ≤3亩 二、产出指标 (一)数量指标 1.推广品种 ≥3种',
      }),
    },
    {
      name: 'rates of no whole',
      table: placed({ 质量: ['装机功率 ≥5千瓦', '巡查频率 ≥3次', '事故率 ≤3起/万辆', '工作效率 ≥20件'] }),
    },
    { name: 'points', table: placed({ 服务对象满意度: ['居民满意度 ≥90分'] }) },
    { name: 'a change', table: placed({ 数量: ['参观人数 增长5%以上'] }) },
    {
      name: 'a unit in the name that fits',
      table: placed({ 数量: ['租车(辆) 3辆', '造林面积(万亩) 800亩', '培训人数(人) ≥60名'] }),
    },
    {
      name: 'the same round number',
      table: placed({ 数量: ['造林面积 ≥2亩', '封育面积 ≥2万亩', '种草面积 ≥200亩'] }),
    },
    {
      name: 'the same number of another thing',
      table: placed({ 数量: ['造林面积 19.699万亩', '管护长度 19.699公里'] }),
    },
  ],
  invalid: [
    {
      name: 'an area for things that the goal counts',
      table: projectFiling({
        goal: '目标1:维护拼接屏174台正常运转。',
        indicators: { 数量: ['维护拼接屏数量 ⟦174平方米⟧'] },
      }),
      problems: [/“174台”/],
    },
    {
      name: 'money for a number of firms',
      table: placed({ 数量: ['参展企业数 ⟦≥3000亿元⟧'] }),
      problems: [/与名称所说/],
    },
    {
      name: 'money in 元 with the digits of a source in 万元',
      table: [
        '项目名称\t文化经费\t\t',
        '资金总额(万元)\t1695.55\t\t',
        '其中：基本支出\t1478.75\t\t',
        '项目支出\t216.80\t\t',
        '年度目标\t组织演出60场。\t\t',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t送文化下乡演出\t≥60场',
        '成本指标\t经济成本指标\t项目支出总额\t⟦≤216.8元⟧',
        '效益指标\t社会效益指标\t文化氛围\t提升',
        '满意度指标\t满意度指标\t群众满意度\t≥90%',
      ].join('\n'),
      problems: [/同一数字在别处为“216\.80万元”/],
    },
    {
      name: 'visits in percent, far above any whole',
      table: placed({ 社会效益: ['展厅开放接待观众 ⟦≥15000%⟧'] }),
      problems: [/“≥15000%”单位不符：名称不是比率，数值也远大于 100%$/],
    },
    {
      name: 'people in money',
      table: placed({
        社会效益: ['文化惠民受益群众 ⟦≥3万元⟧', '受益群众满意率 ≥90%'],
        成本: ['补助困难学生 ≤3万元'],
      }),
      problems: [/文化惠民受益群众/],
    },
    {
      name: 'times in hours, a sum of money in %',
      table: placed({ 数量: ['巡查次数 ⟦≥12小时⟧'], 经济效益: ['贫困户分红总额 ⟦46.16%⟧'] }),
      problems: [/次数/, /总额、金额不是比率/],
    },
    {
      name: 'water, power and a harvest in people, hectares and years',
      table: placed({
        数量: ['年节约用水量 ⟦≥5万人⟧', '节约用电量 ≥3万千瓦时', '粮食产量 ⟦≥120亩⟧', '垃圾清运量 ≥30车'],
        经济效益: ['亩均产量 ≥500公斤', '节约用水量 ≥5万立方米', '污水处理率 ≥95%'],
      }),
      problems: [/年节约用水量/, /粮食产量/],
    },
    {
      name: 'an area, a length and a time in units of other dimensions',
      table: projectFiling({
        indicators: {
          数量: [
            '绿化面积 ⟦≥20公里⟧',
            '道路里程⟦(≥**公里) ≥12亩⟧',
            '开放天数 ⟦≥300人⟧',
            '移民培训 ⟦≥600公里⟧',
            '硬化长度 ≥8公里',
            '农民培训 ≥600人次',
          ],
        },
      }),
      problems: [/绿化面积/, /道路里程/, /开放天数/, /移民培训/],
    },
    {
      name: 'a rate of success, which is no power',
      table: placed({ 质量: ['调解成功率 ⟦≥97人⟧'] }),
      problems: [/成功率/],
    },
    {
      name: 'the number of a goal with another unit, lengths in shares, and pay in what is no money',
      table: projectFiling({
        goal: '目标1:全镇配备保洁员90名，养护县道362公里。',
        indicators: {
          数量: ['配备保洁员 ⟦90%⟧', '县道养护里程 ⟦95%⟧', '路面使用年限 ⟦≥15%⟧'],
          成本: ['副职月均报酬 ⟦2700公里⟧', '补助总额 ⟦5人⟧'],
        },
      }),
      problems: [/90名/, /里程/, /年限/, /报酬/, /总额/],
    },
    {
      name: 'few digits of the goal in another scale, a rate in days, an investment in things',
      table: projectFiling({
        goal: '目标1:完成人工造林面积2万亩。',
        indicators: {
          数量: ['人工造林面积 ⟦≥2亩⟧'],
          质量: ['设备完好率 ⟦≥95天⟧'],
          成本: ['工程总投资 ⟦≤110个⟧'],
        },
      }),
      problems: [/绩效目标中为“2万亩”$/, /比率应以 % 等为单位$/, /成本应以货币为单位$/],
    },
    {
      name: 'numbers of things in %, what people say in people, pay in people',
      table: placed({
        数量: ['改造床位数 ⟦≥960%⟧'],
        成本: ['场馆运营补助 ⟦≤301人⟧'],
        社会效益: ['饮水安全知晓度 ⟦≥85人⟧'],
      }),
      problems: [/不是比率$/, /成本应以货币为单位$/, /比率应以 % 等为单位$/],
    },
    {
      name: 'a count of the goal in %, whose words enclose more in the name',
      table: projectFiling({
        goal: '目标1:拔除疫点2个。',
        indicators: { 数量: ['拔除松材线虫病疫点 ⟦=2%⟧'] },
      }),
      problems: [/绩效目标中为“2个”$/],
    },
    {
      name: 'a column of units that contradicts the value',
      table: rowsFiling(
        ['指标值', '度量单位'],
        [
          ['产出/成本', '推广成本', '⟦≤28.8万元⟧', '%'],
          ['产出/数量', '推广面积', '⟦≥60亩⟧', '人'],
        ],
      ),
      problems: [/“≤28.8万元”单位不符：单位一栏为“%”/, /单位一栏为“人”/],
    },
    {
      name: 'people in %',
      table: placed({ 数量: ['培训人数 ⟦≥80%⟧'] }),
      problems: [
        { message: '指标“培训人数”的值“≥80%”单位不符：人数、次数、数量不是比率', severity: 'warning' },
      ],
    },
    {
      name: 'a rate in people',
      table: placed({ 质量: ['培训合格率 ⟦≥80人⟧'] }),
      problems: ['指标“培训合格率”的值“≥80人”单位不符：比率应以 % 等为单位'],
    },
    {
      name: 'a cost in people and in %',
      table: placed({ 成本: ['培训成本 ⟦≤5人⟧', '教材费 ⟦≤5%⟧'] }),
      problems: ['指标“培训成本”的值“≤5人”单位不符：成本应以货币为单位', /“教材费”/],
    },
    {
      name: 'a cost of the new scheme',
      table: projectFiling({
        indicators:
          '一、成本指标 (一)经济成本指标 1.培训成本 ⟦≤5人⟧ 二、产出指标 (一)数量指标 1.推广品种 ≥3种',
      }),
      problems: [/成本应以货币为单位$/],
    },
    {
      name: 'people in rounds',
      table: placed({ 数量: ['活动参与人数 ⟦60期⟧', '培训人数 60次'] }),
      problems: [/^指标“活动参与人数”的值“60期”单位不符/],
    },
    {
      name: 'an area in things',
      table: placed({ 数量: ['维护显示屏面积 ⟦=25.29台⟧'] }),
      problems: [/^指标“维护显示屏面积”的值“=25.29台”单位不符/],
    },
    {
      name: 'a unit in the name that contradicts the value',
      table: placed({ 数量: ['培训学员(人) ⟦≥28.8万元⟧'] }),
      problems: ['指标“培训学员(人)”的值“≥28.8万元”单位不符：与名称中的单位不一致'],
    },
    {
      name: 'the number of the goal in another scale',
      table: projectFiling({
        goal: '目标1:完成草原管护⟨19.699万亩⟩。',
        indicators: { 数量: ['草原管护面积 ⟦≥19.699亩⟧'] },
      }),
      problems: ['指标“草原管护面积”的值“≥19.699亩”单位不符：绩效目标中为“19.699万亩”'],
    },
    {
      name: 'the number of another indicator in another scale',
      table: placed({ 数量: ['草原管护面积 ⟨≥19.699万亩⟩'], 生态效益: ['草原受益面积 ⟦≥19.699亩⟧'] }),
      problems: [/同一数字在别处为“≥19.699万亩”$/],
    },
    {
      name: 'a price in 万元 that was paid in yuan, which is why the counts seem to cost too much',
      table: evaluationExample({
        row: ['维修路灯数量', '≥60盏', '62盏', '25', '25', ''],
      }).replace('\n效益指标', '\n\t成本指标\t路灯维修单价\t⟦≤6万元/盏⟧\t⟨5.89元/盏⟩\t25\t25\t\n效益指标'),
      problems: [/“≤6万元\/盏”单位不符：实际完成值为“5.89元\/盏”，按此单价和数量测算远超项目金额$/],
    },
    {
      name: 'a limit in yuan where the goal and the amount are in 万元, which is no unit of all amounts',
      table: projectFiling({
        amount: '500',
        goal: '目标1:项目总投资⟨500万元⟩。',
        indicators: { 成本: ['项目总投资 ⟦≤500元⟧'] },
      }),
      problems: [/绩效目标中为“500万元”$/],
    },
    {
      name: 'a limit in yuan of which as many 万元 were spent as there were, which is no unit of the amount',
      table: evaluationExample({
        category: ['产出', '成本'],
        row: ['维修总成本', '⟦≤5元⟧', '⟨4.8万元⟩', '50', '50', ''],
      }),
      problems: [/“≤5元”单位不符：实际完成值为“4.8万元”，与项目金额相当$/],
    },
  ],
})
