import { goalSumMismatch } from '../../src/rules/goal-sum-mismatch.ts'
import { projectFiling, testRule } from '../support/test-rule.ts'

const goal = (text: string): string => projectFiling({ goal: text })

/** A form with another text than its goals. */
const form = (label: string, text: string): string => `项目支出绩效目标表
项目名称\t村级补助
项目资金\t10万元
${label}\t${text}
年度目标\t补助村组织。
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t补助村数\t≥6个
`

/** A report of which a line tells how money was given. */
const report = (line: string): string => `某县农村环境整治资金绩效自评报告

一、绩效目标分解下达情况
（一）资金下达情况。${line}
（二）绩效目标。项目名称：2021年农村环境整治资金
年度总体目标：完成8个以上建制村的环境整治。
二、绩效目标完成情况分析
1.产出指标
数量指标：完成环境整治的建制村≥8个，实际完成8个。
`

testRule(goalSumMismatch, {
  valid: [
    {
      name: 'parts in whole 元 of a total with places',
      table: goal(
        '目标1:总投资269,847,166.9元，其中：工程费218,431,364.09元，其他费用34,695,937.72元，预备费12,656,365元，利息4,063,500元。',
      ),
    },
    {
      name: 'the sides of a room behind how many there are',
      table: goal('目标1:新建水塔1座，设备房1间(3.0m×4.0m)，潜水泵2台。'),
    },
    {
      name: 'the total of what one comma ends',
      table: goal(
        '目标1:新建站点5个，惠及30个村、20个社区，共50个；修复古籍1,200件、青铜器21件，共1,221件。',
      ),
    },
    {
      name: 'what was done in another year, behind the parts of this one',
      table: goal('目标1:实施防护工程68公里，其中波形护栏52公里；2023年实施55公里。'),
    },
    {
      name: 'money whose parts were rounded',
      table: goal('目标1:收入2817.75万元，其中：本年1486.65万元，结转1331.11万元。'),
    },
    { name: 'a sum that is right', table: goal('目标1:资金共计8万元，其中：设备5万元，培训3万元。') },
    { name: 'parts in another unit', table: goal('目标1:资金共计8万元，其中：设备5万元，培训30000元。') },
    { name: 'some parts only', table: goal('目标1:资金共计9万元，主要包括设备5万元、培训3万元。') },
    { name: 'a list that ends with 等', table: goal('目标1:资金共计9万元，其中设备5万元、培训3万元等。') },
    {
      name: 'parts that come to the total, and other things of the same unit behind them',
      table: goal('目标1:资助农户48户,其中种植户31户、养殖户17户;走访低收入家庭20户,回访25户。'),
    },
    {
      name: 'two totals that share a list of parts',
      table: goal('目标1:建成乡镇站16个、村级点90个,其中今年9个和50个,明年7个和40个。'),
    },
    {
      name: 'a series that 共 ends, and others before it',
      table: goal('目标1:排查桥梁9处，整治滑坡14处、塌陷6处共20处，巡查点2,800处、卡口6处共2,806处。'),
    },
    {
      name: '共 behind a comma, of what stands before that only',
      table: goal('目标1:整治滑坡14处，共建设挡墙20处。'),
    },
    {
      name: 'how many parts there are',
      table: goal('目标1:检修东、中、西三个片区分别为36个、28个、20个。'),
    },
    {
      name: 'a rate that comes down',
      table: goal('目标1:抽检覆盖率100%,不合格率由11%下降至6%。'),
    },
    {
      name: 'parts of a number in front of the nearest one',
      table: goal('目标1:批复项目20个,涉及13个乡镇;其中16个项目先行开工,4个项目秋收后实施。'),
    },
    {
      name: 'parts of an area that only describe what there is',
      table: goal('目标1:保护区总面积21.6万公顷,其中核心区9.3万公顷、缓冲区4.1万公顷,配备管护员66名。'),
    },
    {
      name: 'some parts in a bracket',
      table: goal(
        '目标1:设置护渔岗位111个(甲镇60个、乙镇40个),保障1945名在校学生(初中906人、高中700人),巡护320次(每月不少于8次)。',
      ),
    },
    {
      name: 'lists of amounts that are not meant to be all of the money',
      table: [
        form('支出明细', '维修费4万元；委托业务费6万元'),
        form('支出明细', '维修费4万元；委托业务费3万元'),
        form('支出明细', '维修费400元；委托业务费300元').replace('10万元', '800元'),
        form('支出明细', '主要用于维修费259万元、教学400万元、培训159万元').replace('10万元', '854万元'),
        form('支出明细', '维修费259万元、教学400万元、培训159万元、保洁3人').replace('10万元', '854万元'),
      ].join('\n'),
    },
    {
      name: 'rests that are right, and those of which nobody can tell what they are left of',
      table: [
        form('资金说明', '上级补助20万元。项目总投资35万元，其余15万元由村自筹。'),
        form('资金说明', '下达340万元，收回146万元，剩余194万元。'),
        form('资金说明', '设备3万元，人工2万元，其余15万元由村自筹。'),
        form('资金说明', '去年补助20万元。项目总投资53万元，其余15万元由村自筹。'),
        form('资金说明', '省级20万元，市级8万元。总投资53万元，其余15万元由村自筹。'),
      ].join('\n'),
    },
    {
      name: 'parts of an amount that is told again before they are listed',
      table: form('资金说明', '总投资60万元，财政资金40万元。其中：中央20万元，省级12万元，市级8万元。'),
    },
    {
      name: 'a part alone, and another list behind it',
      table: goal('目标1:在院儿童54名，其中重残31名；护理员18名、特教老师6名，家庭寄养11名。'),
    },
    { name: 'a single part', table: goal('目标1:资金共计9万元，其中设备5万元。') },
    { name: 'prices', table: goal('目标1:共需9万元，其中讲师500元/天，教材30元/册。') },
    {
      name: 'what stands behind the parts',
      table: goal('目标1:抽检粮油900批次，其中大米400批次、面粉200批次；快检2.4万批次。'),
    },
    {
      name: 'rates that a form lists one behind the other',
      table: goal('目标1:支出占比是12%:\n支付进度为100%:\n公开率100%:\n办结率100%'),
    },
    {
      name: 'more than the whole behind a part of it',
      table: goal('目标1:新增种植大户25户，其中示范户10户；技术指导农户120户。'),
    },
    {
      name: 'one of two that the parts may be of',
      table: goal('目标1:受理投诉800件，办结750件，办结率93%，其中电话受理500件，现场调解260件。'),
    },
    { name: 'a product', table: goal('目标1:共需9000元，包括讲师500元×6天，教材3000元。') },
    {
      name: 'things of which some are counted by another word',
      table: goal('目标1:共安装设备120套,其中前端60台、平台50套、社区12套。'),
    },
    { name: 'a count times its price', table: goal('目标1:购置电脑12台,每台0.45万元,共计5.4万元。') },
    { name: 'a product that was rounded', table: goal('目标1:购置桌椅37套,每套486元,支出1.80万元。') },
    { name: 'what one source gives', table: goal('目标1:改造危房100户,每户补助2万元,省级资金120万元。') },
    { name: 'what one of them gets of it', table: goal('目标1:改造危房100户,每户2万元,其中省级1.5万元。') },
    { name: 'what is paid each month', table: goal('目标1:补助60人,每人每月200元,共计14.4万元。') },
    { name: 'a price at the most', table: goal('目标1:购置电脑12台,每台不超过0.5万元,支出5.4万元。') },
    { name: 'in two sentences', table: goal('目标1:购置电脑12台,每台0.5万元。支出5.4万元。') },
    {
      name: 'parts of parts in brackets',
      table: goal('目标1:总投资100万元，其中：中央资金60万元（设备40万元、安装20万元），县级资金40万元。'),
    },
    {
      name: 'parts of parts behind a second 其中',
      table: goal('目标1:总投资100万元，其中：中央资金60万元，其中设备40万元，县级资金40万元。'),
    },
    {
      name: 'groups that overlap',
      table: goal('目标1:共培训200人，其中女性120人，党员90人，少数民族40人。'),
    },
    {
      name: 'groups that are not all',
      table: goal('目标1:培训村干部200人，其中：支部书记80人、会计50人、文书30人。'),
    },
    { name: 'an approximate part', table: goal('目标1:资金共计9万元，其中：设备5万元，培训约3万元。') },
    {
      name: 'numbers in other sentences',
      table: goal('目标1:资金共计9万元，其中设备9万元。上年设备5万元，培训3万元。'),
    },
    {
      name: 'parts of a part in a second list that are some of it',
      table: goal('目标1:总投资100万元，其中：中央60万元（其中设备40万元、安装20万元），县级40万元。'),
    },
    { name: 'people and money', table: goal('目标1:共培训80人，其中讲课费3万元、教材费2万元。') },
    {
      name: 'terms that are right, in all the ways that they are written',
      table: form(
        '测算依据',
        '每户150元×12个月×30户=5.4万元；3期×50人×2天×450元/人天=13.5万元；会议费3.6万元（3次×40人×300元）；工资3000元/月×12月×2人=72000元；丙村50万元(10+8+8+8+8+8)；20人×300元，共计6000元。',
      ),
    },
    {
      name: 'terms that nobody can reckon with for sure',
      table: form(
        '测算依据',
        '100元/天×2个月=6000元；(30+20)×5元=300元；执行率=258.4/260×100%=99.4%；174×2000=34.8万元；每人约300元×20人=5000元；20人×300元，30人×200元，共计12000元；单价0.33万元×3套=1万元。',
      ),
    },
    {
      name: 'what other texts tell rightly',
      table: form(
        '立项依据',
        '依据财预〔2020〕10号，2021年至2023年总投资300万元，其中2021年100万元，2022年100万元，2023年100万元。电话0971-8611234。',
      ),
    },
    {
      name: 'what describes how things are',
      table: form(
        '项目概况',
        '全县一般公共预算支出30亿元，其中教育支出8亿元、卫生支出5亿元、社保支出6亿元。共有学校30所，其中小学20所、示范校15所。全镇行政村15个，其中重点村4个、示范村3个。',
      ),
    },
    {
      name: 'a total that was rounded',
      table: form('资金来源', '筹集3.30亿元，其中：政府债券5440万元、公租房252万元、保障房27285.3万元。'),
    },
    {
      name: 'as many parts as are said to follow, and other lists',
      table: report(
        '下达整治资金54万元。分配到3个县：甲县10万元、乙县20万元、丙县24万元。另拨付60万元，涉及4个县：甲县10万元、乙县20万元等。',
      ),
    },
    {
      name: 'several totals of one sentence',
      table: form('实施计划', '一季度检修5处、更换3处，合计8处；二季度检修4处、更换3处，合计7处。'),
    },
    {
      name: 'people and attendances',
      table: form('实施计划', '春季补助5972人(次)，补发423人次、228人次，合计6623人次。'),
    },
    {
      name: 'parts behind words for them that are right',
      table: form(
        '资金说明',
        '共下达873万元，具体为修缮545万元、保护105万元、防雷223万元。资金150万元，全部用于道路建设，其中一标段80.2万元、二标段69.8万元。奖补电影3部，15万元；话剧4部，25万元。以上共计奖补资金40万元。',
      ),
    },
    {
      name: 'numbers between a total and 其中, and a sentence whose total has its own parts',
      table: form(
        '资金说明',
        '资金150万元，用于建设道路和人行道3条，其中一标段92万元、二标段85万元。设备5万元、培训3万元。以上工作需差旅2万元、交通1万元，共计3万元。',
      ),
    },
    {
      name: 'bare numbers that are right, that are something else, or that miss by what no slip explains',
      table: [
        form('财政拨款', '10(其中:小学7.2,幼儿园2.8)'),
        form('按收入分', '公共财政拨款:9.75\n政府性基金拨款:\n其他资金:0.25'),
        form('按收入分', '公共财政拨款:7.81\n政府性基金拨款:\n其他资金:0.25'),
        form('在校学生', '其中:小学125,幼儿园107').replace('10万元', '250万元'),
      ].join('\n'),
    },
    { name: 'a total behind its parts', table: goal('目标1:设备5万元，培训3万元，合计8万元。') },
  ],
  invalid: [
    {
      name: 'parts in whole 元 that miss the total by more than rounding',
      table: goal(
        '目标1:总投资⟦269,847,169.9元⟧，其中：工程费218,431,364.09元，其他费用34,695,937.72元，预备费12,656,365元，利息4,063,500元。',
      ),
      problems: [/269,?847,?166.81/],
    },
    {
      name: "sides that don't come to the area",
      table: goal('目标1:新建广场⟦1300平方米⟧(30米×40米)。'),
      problems: [/1,?200/],
    },
    {
      name: 'the money of things, some of which are counted',
      table: goal(
        '目标1:年度资金⟦40.83万元⟧。其中：建厂房12.08万元；购买变压器一套18.8万元；购置锅炉一台7.65万元；增设发酵池十二个3.2万元。',
      ),
      problems: [/“40.83万元”与各部分之和 41.73万元/],
    },
    {
      name: 'two parts that are all of it with the digits of one in their order',
      table: goal('目标1:安排资金⟦134.39万元⟧，其中一般公共预算⟨50.29万元⟩、彩票公益金⟨81.4万元⟩。'),
      problems: [/与各部分之和 131.69万元不一致/],
    },
    {
      name: 'parts that the next sentence lists',
      table: form(
        '预算安排',
        '监测经费预算数为⟦16万元⟧。分别为运行维护经费⟨10万元⟩和电费、配件费用⟨9万元⟩。',
      ),
      problems: [/与各部分之和 19万元不一致/],
    },
    {
      name: 'an amount with what it is made up of in brackets',
      table: form('实施内容', '⟦854万元⟧(农田⟨400万元⟩，示范项目⟨259万元⟩，畅通工程⟨159万元⟩)'),
      problems: [/与各部分之和 818万元不一致/],
    },
    {
      name: 'a goal that each row prints again, told once',
      table: [
        '项目名称,金额（万元）,绩效目标,一级指标,二级指标,三级指标,指标值',
        '村级补助,9,"安排资金共计⟦90000元⟧，其中：办公补助⟨40000元⟩，环卫补助⟨30000元⟩，党建补助⟨10000元⟩。",产出指标,数量指标,补助村数,≥6个',
        '村级补助,9,"安排资金共计90000元，其中：办公补助40000元，环卫补助30000元，党建补助10000元。",产出指标,质量指标,发放准确率,100%',
        '村级补助,9,"安排资金共计90000元，其中：办公补助40000元，环卫补助30000元，党建补助10000元。",满意度指标,服务对象满意度指标,村民满意度,≥90%',
      ].join('\n'),
      problems: [/90000元.*80000元/],
    },
    {
      name: 'terms in how the money was reckoned',
      table: form('测算依据', '单价⟨2.4万元⟩×⟨20台⟩=⟦46万元⟧；会议费⟦3.8万元⟧（⟨3次⟩×⟨40人⟩×⟨300元⟩）。'),
      problems: [
        {
          message: '文中“46万元”与算式 2.4万元×20台 = 48万元不一致',
          severity: 'error',
          working: ['2.4万元×20台 = 48万元 ≠ 46万元'],
        },
        /“3.8万元”与算式 3次×40人×300元 = 3.6万元不一致/,
      ],
    },
    {
      name: 'terms in a goal, told once',
      table: goal('目标1:培训3期×50人=⟦160人次⟧，购置12台×0.5万元/台，共计⟦5.4万元⟧。'),
      problems: [/^目标中“160人次”与算式 3期×50人 = 150人次不一致$/, /“5.4万元”.* = 6万元不一致$/],
    },
    {
      name: 'parts in a bracket that are added',
      table: form('分配说明', '下达70万元，丙县⟦50万元⟧(10+8+8+8+8+9)。'),
      problems: [/10\+8\+8\+8\+8\+9 = 51万元/],
    },
    {
      name: 'what a project is to do, beside its goals',
      table: form('实施内容', '共购置设备⟦30台⟧，其中甲校⟨12台⟩、乙校⟨10台⟩、丙校⟨9台⟩。'),
      problems: ['文中总数“30台”与各部分之和 31台不一致'],
    },
    {
      name: 'sources of money in words',
      table: form('立项依据', '总投资⟦120万元⟧，其中省级60万元，县级50万元。'),
      problems: ['文中总数“120万元”与各部分之和 110万元不一致'],
    },
    {
      name: 'money that was handed down',
      table: form('备注', '现下达⟦115万元⟧，其中展销35万元、会场30万元、保护40万元。'),
      problems: ['文中总数“115万元”与各部分之和 105万元不一致'],
    },
    {
      name: 'quarters of a plan',
      table: form('实施计划', '一季度检修需30万元,二、三季度更换需56万元,四季度抢修需25万元,合计⟦120万元⟧。'),
      problems: ['文中总数“120万元”与各部分之和 111万元不一致'],
    },
    {
      name: 'the second of two totals',
      table: form('实施计划', '一季度检修5处、更换3处，合计8处；二季度检修4处、更换3处，合计⟦9处⟧。'),
      problems: ['文中总数“9处”与各部分之和 7处不一致'],
    },
    {
      name: 'as many parts as are said to follow, of money that is the amount of the project',
      table: report(
        '2021年下达农村环境整治资金⟦5404万元⟧。8月份分配到3个县（区）：甲区⟨900万元⟩、乙县⟨900万元⟩、丙县⟨3694万元⟩，同时下达。',
      ),
      problems: ['文中总数“5404万元”与各部分之和 5494万元不一致'],
    },
    {
      name: 'parts in the sentence behind, with a rate between',
      table: report(
        '年度资金⟦40.83万元⟧，执行率100%。其中：厂房12.08万元；变压器18.8万元；锅炉6.75万元；发酵池2.3万元。',
      ),
      problems: ['文中总数“40.83万元”与各部分之和 39.93万元不一致'],
    },
    {
      name: 'what a rest is left of, in front of it and before that',
      table: report('下达专项资金⟨20万元⟩，用于治理。项目计划总投资⟦53万元⟧，其余⟨15万元⟩由村自筹。').replace(
        '\n\n一、',
        '\n总预算⟦60万元⟧，其中收回⟨14万元⟩，剩余⟨48万元⟩。\n一、',
      ),
      problems: [/“60万元”与各部分之和 62万元/, /“53万元”与各部分之和 35万元/],
    },
    {
      name: 'persons by whatever word, in a list whose money is all',
      table: report(
        '春季第一批⟨5972人⟩1194.4万元，第二、三批⟨432人次⟩84.6万元，补报⟨228人次⟩43.6万元，合计⟦6997人次⟧1322.6万元。',
      ),
      problems: ['文中总数“6997人次”与各部分之和 6632人次不一致'],
    },
    {
      name: 'a total in 万 whose bracket holds money',
      table: form('测算依据', '⟦854万⟧（高标准农田400万元，示范项目259万元，畅通工程159万元）'),
      problems: ['文中总数“854万”与各部分之和 818万元不一致'],
    },
    {
      name: 'a list of amounts that come to the money but for one digit',
      table: form('支出明细', '维修费⟨18980200元⟩；委托业务费⟨2450000元⟩').replace('10万元', '⟦2243.02万元⟧'),
      problems: ['项目资金“2243.02万元”（22430200元）与各部分之和 21430200元不一致'],
    },
    {
      name: 'a list of amounts that come to the money but for two digits that changed places',
      table: form('资金用途', '用于水电⟨259万元⟩，教学⟨400万元⟩，培训⟨159万元⟩。').replace(
        '10万元',
        '⟦854万元⟧',
      ),
      problems: [/818万元/],
    },
    {
      name: 'parts behind words for them',
      table: form('资金说明', '两次共下达⟦873万元⟧，具体为修缮⟨545万元⟩、保护⟨150万元⟩、防雷⟨223万元⟩。'),
      problems: ['文中总数“873万元”与各部分之和 918万元不一致'],
    },
    {
      name: 'parts behind what all of the money is for',
      table: form(
        '资金说明',
        '下达直达资金⟦2300万元⟧，全部用于本项目建设，其中一类费⟨2156.7899万元⟩，二类费⟨134.2101万元⟩，均已支付。',
      ),
      problems: [/与各部分之和 2291万元不一致/],
    },
    {
      name: 'all that the sentence before lists',
      table: form(
        '项目内容',
        '扶持10个项目。奖补：电影3部，⟨15万元⟩；话剧4部，⟨25万元⟩；动画3部，⟨9万元⟩。以上共计扶持奖补资金⟦94万元⟧。',
      ),
      problems: ['文中总数“94万元”与各部分之和 49万元不一致'],
    },
    {
      name: 'bare numbers in a bracket behind the amount that they make up',
      table: form('财政拨款', '⟦10⟧(其中:小学⟨2.17⟩,幼儿园⟨2.79⟩)'),
      problems: [/与各部分之和 4.96万元不一致/],
    },
    {
      name: 'bare numbers in the lines of one cell',
      table: form('按收入分', '"公共财政拨款:⟨181.38⟩\n政府性基金拨款:\n其他资金:⟨0.4⟩"').replace(
        '10万元',
        '⟦183.58万元⟧',
      ),
      problems: [/181.78万元不一致/],
    },
    {
      name: 'parts in the sentence behind',
      table: report('下达转移支付⟦755.19万元⟧。其中：中央124.23万元，省级370.83万元，市级260.3万元。'),
      problems: ['文中总数“755.19万元”与各部分之和 755.36万元不一致'],
    },
    {
      name: 'parts in a bracket behind what is counted',
      table: goal('目标1:保障⟦1945名⟧在校学生(初中906人、高中1093人)的教育教学正常开展。'),
      problems: ['目标中总数“1945名”与各部分之和 1999名不一致'],
    },
    {
      name: 'parts in a bracket',
      table: goal('目标1:在2个镇试点,设置护渔岗位⟦111个⟧(甲镇63个、乙镇58个),巡护320次。'),
      problems: [/121个/],
    },
    {
      name: 'parts of which a line end broke the list',
      table: goal('目标1:安排奖补资金⟦5353.4万元⟧,其中园区1650万元、融资服\n务1996.5万元、平台1709.9万元。'),
      problems: [/5356.4万元/],
    },
    {
      name: '共 behind a list',
      table: goal('目标1:新建站点5个，修复古籍1,200件（套）、青铜器21件，共⟦1,231件（套）⟧。'),
      problems: [/1221/],
    },
    {
      name: 'a series that 共 ends',
      table: goal('目标1:对滑坡 14 处、塌陷 6 处、泥石流 3 处共 ⟦32 处⟧隐患点开展巡查。'),
      problems: [/23处/],
    },
    {
      name: 'a series of which the first come to the total',
      table: goal('目标1:实施项目⟦46个⟧,其中改造类37个、新建类9个、维护类2个。'),
      problems: [/48个/],
    },
    {
      name: 'men and women, and a total that a line end broke',
      table: goal(
        '目标1:选派志愿者⟦102人⟧，其中男性85人，女性8人。目标2:设备5万元、培训3万元，合 计⟦9万元⟧。',
      ),
      problems: [/“102人”与各部分之和 93人/, /“9万元”/],
    },
    {
      name: 'money that is not the count times the price',
      table: goal('目标1:购置电脑12台,每台5000元,支出⟦5.4万元⟧。'),
      problems: [/“5.4万元”.*12台 × .*5000元 = 60000元/],
    },
    {
      name: 'money that is not the price times the count',
      table: goal('目标1:每户补助1200元,补助80户,共计⟦10.6万元⟧。'),
      problems: [/“10.6万元”.* = 96000元/],
    },
    {
      name: 'parts that come to less',
      table: goal('目标1:资金共计⟦90000元⟧，其中：办公⟨40000元⟩，环卫⟨30000元⟩，党建⟨10000元⟩。'),
      problems: [
        {
          message: '目标中总数“90000元”与各部分之和 80000元不一致',
          severity: 'error',
          working: ['40000 + 30000 + 10000 = 80000 ≠ 90000'],
        },
      ],
    },
    {
      name: 'parts that come to more',
      table: goal('目标1:安排资金⟦7万元⟧，其中设备5万元，培训3万元。'),
      problems: ['目标中总数“7万元”与各部分之和 8万元不一致'],
    },
    {
      name: 'parts, and then the number for one of many',
      table: goal('目标1:全年放映⟦205场⟧，其中室内188场、露天62场，覆盖39个村，每个村不少于4场。'),
      problems: ['目标中总数“205场”与各部分之和 250场不一致'],
    },
    {
      name: 'things',
      table: goal('目标1:共建成⟦9公里⟧水渠，其中东干渠5公里、西干渠3公里。'),
      problems: [/“9公里”与各部分之和 8公里不一致$/],
    },
    {
      name: 'people by sex',
      table: goal('目标1:共慰问⟦200人⟧，其中男120人，女90人。'),
      problems: [/“200人”与各部分之和 210人/],
    },
    {
      name: 'a school level that looks like 等',
      table: goal('目标1:共计补助⟦9万元⟧，其中高等教育5万元，中等教育3万元。'),
      problems: [/“9万元”与各部分之和 8万元/],
    },
    {
      name: 'a total behind its parts that is wrong',
      table: goal('目标1:设备⟨5万元⟩，培训⟨3万元⟩，合计⟦9万元⟧。'),
      problems: ['目标中总数“9万元”与各部分之和 8万元不一致'],
    },
    {
      name: 'two sentences of one goal and one of another',
      table: goal(
        '目标1:资金共计⟦9万元⟧，其中设备5万元，培训3万元。共培训⟦80人⟧，分别为教师60人、医生30人。目标2:总投资⟦6万元⟧，包括房租2万元、水电3万元。',
      ),
      problems: [/“9万元”/, /“80人”/, /“6万元”/],
    },
  ],
})
