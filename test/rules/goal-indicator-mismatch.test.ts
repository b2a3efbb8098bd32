import { goalIndicatorMismatch } from '../../src/rules/goal-indicator-mismatch.ts'
import { type Indicators, projectFiling, rowsFiling, testRule } from '../support/test-rule.ts'

const project = (goal: string, indicators: Indicators): string =>
  projectFiling({ goal: `目标1:${goal}`, indicators })

// The words that decide whether goal and indicator speak of one thing: test/facts/matching.test.ts.
const districts = (goal: string, ...counts: readonly string[]): string =>
  [
    '项目名称\t水利工程',
    '年度资金总额(万元)\t50',
    `年度目标\t完成${goal}小型水利工程建设,改善灌溉条件。`,
    '一级指标\t二级指标\t三级指标\t甲村\t乙村\t丙村',
    `产出指标\t数量指标\t小型水利工程数量(个)\t${counts.join('\t')}`,
    '\t质量指标\t验收合格率\t100%\t100%\t100%',
    '效益指标\t社会效益指标\t灌溉条件\t改善\t改善\t改善',
  ].join('\n')

testRule(goalIndicatorMismatch, {
  valid: [
    {
      name: 'what there is by a date, beside the deadline of a part of it',
      table: project('截至2025年底累计建成充电桩860个,其中本年新建140个。', {
        数量: ['本年新建充电桩 ≥140个', '累计建成充电桩 ≥860个'],
        时效: ['新建充电桩建成时间 12月15日前'],
      }),
    },
    {
      name: 'slips of the indicator that are told as such: its sign, its unit, a number that its name has right',
      table: project('投诉率控制在2%以内,造林1.2万亩,新建公厕12座。', {
        数量: ['造林面积 ≥1.2亩', '新建公厕12座 ≥10座'],
        质量: ['投诉率 ≥2%'],
      }),
    },
    {
      name: 'a deadline that the name of the indicator has right',
      table: rowsFiling(['指标值'], [['产出/时效', '12月底前完成公厕建设', '11月底前']], {
        goal: '12月底前完成公厕建设。',
      }),
    },
    {
      name: 'a number with fewer decimals, of which nearly nothing is lost',
      table: project('改造污水管网1940.21公里,疏浚河道1999.8公里。', {
        数量: ['改造污水管网长度 ≥1940公里', '疏浚河道长度 ≥2000公里'],
      }),
    },
    {
      name: 'indicators of the sorts that the goal counts each of, in brackets or behind a comma',
      table: project('购置拖拉机2台(2304型、1504型各1台),购置水泵4台,甲型、乙型各2台。', {
        数量: ['购置2304型拖拉机 1台', '购置1504型拖拉机 1台', '购置甲型水泵 2台', '购置乙型水泵 2台'],
      }),
    },
    { name: 'a number that each district has', table: districts('2个', '2', '2', '2') },
    { name: 'what the columns of the districts come to', table: districts('7个', '1', '2', '4') },
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
      name: 'what is planned for the year behind that in the name of the project',
      table: rowsFiling(['指标值'], [['产出/数量', '改造污水管网长度', '≥1940公里']], {
        name: '污水管网改造资金(2022年度)',
        goal: '2022年改造污水管网1940公里;2023年计划改造污水管网1699公里。',
      }),
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
    {
      name: 'how many there are, and what is done for some of them',
      table: project('全区现有在岗护士860名,分批选送骨干外出进修。', { 数量: ['骨干护士进修人数 ≥120人'] }),
    },
    {
      name: 'how many there are, and new ones',
      table: project('全市非遗工坊25家,分布还不均衡。', { 数量: ['新认定非遗工坊数量 3家'] }),
    },
    {
      name: 'how long a contract runs, and for how long it is paid this year',
      table: project('与通信公司签订的专线合同为期24个月。', { 数量: ['当年专线服务月数 12个月'] }),
    },
    {
      name: 'so many each quarter, and in the year',
      table: project('每季度举办义诊3场。', { 数量: ['全年义诊场次 ≥12场'] }),
    },
    {
      name: 'so many each month of a school year',
      table: project('每月组织教研活动2次,促进教师成长。', { 数量: ['教研活动次数 ≥20次'] }),
    },
    {
      name: 'so many each week of a season',
      table: project('汛期每周巡堤1次。', { 数量: ['巡堤次数 ≥16次'] }),
    },
    {
      name: 'so many for each of them, and for all',
      table: project('每名护林员每月巡山20次。', { 数量: ['巡山次数 ≥5000次'] }),
    },
    {
      name: 'one each half of the year, which may be meant so',
      table: project('每半年开展一次应急演练。', { 数量: ['应急演练次数 1次'] }),
    },
    {
      name: 'the other part of what the goal divides',
      table: project('举办义诊40场,其中进村义诊25场。', { 数量: ['进村义诊场次 25场', '进厂义诊场次 15场'] }),
    },
    {
      name: 'a whole whose parts, told one after the other, are indicators each',
      table: project('兑现退耕补助9.5万亩,其中上年任务6万亩、当年任务3.5万亩。', {
        数量: ['退耕补助面积(上年任务) 6万亩', '退耕补助面积(当年任务) 3.5万亩'],
      }),
    },
    {
      name: 'what is built, and what is done to what there is',
      table: project('新建果园300亩。', { 数量: ['果园绿肥还田面积 ≥200亩'] }),
    },
    {
      name: 'a number before which a comparator became a digit',
      table: project('全年巡查路灯280次。', { 数量: ['灯杆 8根', '巡查路灯次数 2280次'] }),
    },
    {
      name: 'a number of the goal that a damaged value was',
      table: project('工程验收合格率达到100%。', {
        数量: ['更换灯杆 ≥8根'],
        质量: ['工程质量 l00%', '工程验收合格率 ≥90%'],
      }),
    },
    { name: 'prices', table: project('每人补助300元。', { 成本: ['补助标准 ≤350元/人'] }) },
  ],
  invalid: [
    {
      name: 'the second of two numbers in the order of their names',
      table: projectFiling({
        goal: '将集中养育儿童、社会散居儿童分别20名、⟦80名⟧纳入保障范围。',
        indicators: { 数量: ['集中养育儿童保障数 20名', '社会散居儿童保障数 ⟨60名⟩'] },
      }),
      problems: [/“80名”.*“社会散居儿童保障数”/],
    },
    {
      name: 'what the columns of the districts come to, where that is another number',
      table: districts('⟦7个⟧', '⟨1', '2', '5⟩'),
      problems: [/^绩效目标为“7个”，指标“小型水利工程数量\(个\)”为各列合计“8个”，两者互相矛盾$/],
    },
    {
      name: 'a unit that no table holds, and the indicator has',
      table: project('新建高杆灯⟦300基⟧、护栏120米，改造变台40基地。', {
        数量: ['新建高杆灯 ⟨≥200基⟩', '改造变台 ≥50基'],
      }),
      problems: [/“300基”/],
    },
    {
      name: 'how many get so much each',
      table: project('按每人每年600元标准发放⟦12380名⟧移民直补资金。', {
        数量: ['直补资金发放移民人数 ⟨12830人⟩'],
      }),
      problems: [/“12380名”/],
    },
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
      table: project('培训农民⟦不少于600人次⟧。', { 数量: ['培训农民人次 ⟨≤600人次⟩'] }),
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
      name: 'fewer in the year than so many each quarter make',
      table: project('⟦每季度不少于3场⟧义诊。', { 数量: ['全年义诊场次 ⟨≥8场⟩'] }),
      problems: [
        {
          message: '绩效目标为“每季度不少于3场”（一年合12场），指标“全年义诊场次”为“≥8场”，指标低于目标',
          working: ['每季度不少于3场 × 4 = 12场', '12场 ≠ ≥8场'],
        },
      ],
    },
    {
      name: 'fewer for each person in the year than so many each week make',
      table: project('每名护林员每周巡山⟦2次⟧。', { 数量: ['护林员人均年巡山次数 ⟨≥52次⟩'] }),
      problems: [/“2次”（一年合104次）/],
    },
    {
      name: 'a rate of which another indicator has the number too',
      table: project('投诉件回访率⟦达到百分之百⟧。', {
        质量: ['投诉件回访率 ⟨≥90%⟩'],
        时效: ['经费支付及时率 100%'],
      }),
      problems: [/指标低于目标$/],
    },
    {
      name: 'a number behind a word that ends like about',
      table: project('老年人家庭医生签约⟦4.2万人⟧。', { 数量: ['老年人签约人数 ⟨≥40000人⟩'] }),
      problems: [/“4.2万人”/],
    },
    {
      name: 'ten times the length',
      table: project('县道、乡道列养⟦385公里⟧,保持路面整洁。', { 数量: ['县道乡道养护里程 ⟨≥3850公里⟩'] }),
      problems: [/“385公里”/],
    },
    {
      name: 'how many are all at work, said in other words',
      table: project('物价调查抽样进行,共有⟦180户⟧家庭承担记账任务。', {
        数量: ['物价调查记账户数 ⟨120户⟩'],
      }),
      problems: [/“180户”/],
    },
    {
      name: 'a number beside another that is damaged',
      table: project('全年巡查路灯280次,更换灯杆⟦9根⟧。', {
        数量: ['更换灯杆 ⟨8根⟩', '巡查路灯次数 2280次'],
      }),
      problems: [/“9根”/],
    },
    {
      name: 'money that is earned',
      table: project('实现旅游综合收入⟦5亿元⟧。', { 经济效益: ['旅游综合收入 ⟨≥6亿元⟩'] }),
      problems: [/“5亿元”/],
    },
    {
      name: 'fewer sorts than the goal counts',
      table: project('购置拖拉机⟦3台⟧(甲型、乙型各1台)。', {
        数量: ['购置甲型拖拉机 ⟨1台⟩', '购置乙型拖拉机 1台'],
      }),
      problems: [/“3台”/],
    },
    {
      name: 'a part that is lost with the decimals, or rounded on without them, and a share',
      table: project('改造污水管网⟦19.21公里⟧,疏浚河道⟦1940.21公里⟧,产品合格率⟦达到99.95%⟧。', {
        数量: ['改造污水管网长度 ⟨≥19公里⟩', '疏浚河道长度 ⟨≥1930公里⟩'],
        质量: ['产品合格率 ⟨≥99.9%⟩'],
      }),
      problems: [/“19.21公里”/, /“1940.21公里”/, /“达到99.95%”/],
    },
    {
      name: 'another number than that in the name and that of the value, and another one with the wrong sign',
      table: project('新建公厕⟦14座⟧,投诉率⟦控制在1%以内⟧。', {
        数量: ['新建公厕12座 ⟨≥10座⟩'],
        质量: ['投诉率 ⟨≥2%⟩'],
      }),
      problems: [/“14座”/, /“控制在1%以内”/],
    },
  ],
})
