import { costRateExceedsAmount } from '../../src/rules/cost-rate-exceeds-amount.ts'
import { filing, projectFiling, projectRow, testRule } from '../support/test-rule.ts'

const project = (
  amount: string,
  counts: readonly string[],
  costs: readonly string[],
  goal = '目标1:培训乡村医生。',
): string => projectFiling({ amount, goal, indicators: { 数量: counts, 成本: costs } })

testRule(costRateExceedsAmount, {
  valid: [
    {
      name: 'an amount that seems to be in another unit, which is told as that',
      table: projectFiling({
        amount: '7',
        indicators: { 数量: ['举办演出场次 ≥20场'], 成本: ['演出补助标准 ≤3500万元/场'] },
      }),
    },
    {
      name: 'a price for what is built, and how far that reaches',
      table: project('1260.00', ['救援站覆盖面积 14平方公里'], ['土建造价 ≤2100元/平方米']),
    },
    {
      name: 'a price for those of each time, of whom the goal says how many there are',
      table: project(
        '4.20',
        ['聘请听证员 35名', '听证会场次 40场'],
        ['听证员补贴标准 200元/人·场'],
        '目标1:聘请听证员35名，每场听证邀请听证员5名。',
      ),
    },
    {
      name: 'a limit that a price comes to, but for rounding',
      table: project(
        '45.00',
        ['养护行道树 1.2万株'],
        ['绿化养护成本 ≤14.4万元', '行道树养护成本 ≤30.58万元', '行道树养护单价 ≤25.5元/株'],
      ),
    },
    {
      name: 'a price in a sentence that is right, and a sentence with two',
      table: project('6.30', ['扶助人数 63人'], ['补助标准 严格按照每年1000元/人的标准兑付到人']),
    },
    {
      name: 'one thing in one place, and two things of which either may be paid for',
      table: project(
        '3.00',
        ['甲村新建水泥路 2公里', '新建水泥路沿线排水沟 2公里'],
        ['水泥路补助标准 1.5万元/公里'],
      ),
    },
    {
      name: 'a price that the goal contradicts, with which it would be right',
      table: project(
        '38.4',
        ['补充更新农家书屋数量 192个'],
        ['每个书屋补助 3000元/个'],
        '目标1:为192个农家书屋更新出版物,每个书屋补助2000元。',
      ),
    },
    {
      name: 'prices of two sorts, and one number of both',
      table: project(
        '300.00',
        ['受益学生数 3000人'],
        ['小学生均公用经费 ≤720元/生·年', '初中生均公用经费 ≤940元/生·年'],
      ),
    },
    {
      name: 'a price for others than those who are counted, and one that was divided and rounded',
      table: project(
        '5.00',
        ['市级非遗传承人 18名'],
        ['省级传承人补助标准 ≤10000元/人', '市级传承人补助标准 ≤2778元/人'],
      ),
    },
    {
      name: 'years that say who is paid, or how long something lasts',
      table: project(
        '156.24',
        ['离任村干部人数 868人'],
        ['生活补助标准 ≤150元/人·月'],
        '目标1:为任职满9年的离任村干部每人每月发放生活补助150元,认定资格后连续发放20年。',
      ),
    },
    {
      name: 'the most that one may get, which most do not',
      table: project(
        '130.00',
        ['奖补企业 20家'],
        ['单家企业奖补上限 ≤50万元', '每家企业最高补助 ≤30万元', '补助限额 ≤20万元/家'],
      ),
    },
    {
      name: 'prices of single things, and words with 单 that are none',
      table: project(
        '33.00',
        ['台站 3座', '印刷宣传单 5000册'],
        ['单座台站运维成本 ≤10万元', '宣传单册印刷费 ≤2万元', '单位运转成本 ≤1万元'],
      ),
    },
    {
      name: 'two kinds of what is built, of which each household has one',
      table: project(
        '60.00',
        ['改造户数 100户'],
        ['气代煤建设补贴标准 5000元/户', '电代煤建设补贴标准 6500元/户'],
        '目标1:完成改造。',
      ),
    },
    {
      name: 'price × count that is the amount',
      table: project('4.00', ['培训村医人数 ≥80人'], ['培训成本 ≤500元/人']),
    },
    {
      name: '60 × 475 + 4 × 2875 + 20 × 3000 元 = 10万元',
      table: project(
        '10.00',
        ['培训人数 60人', '举办讲座场次 4场', '采购器材数量 20套'],
        ['培训成本 475元/人', '讲座成本 2875元/场', '器材单价 3000元/套'],
      ),
    },
    {
      name: '17600株 × 28.40元 = 49.98万元',
      table: project('50.00', ['栽植苗木数量 ≥17600株'], ['苗木单价 ≤28.40元/株']),
    },
    {
      name: 'a price without a count',
      table: project('1.00', ['培训村医人数 ≥80人'], ['设备单价 ≤5000元/台']),
    },
    {
      name: 'a count that could be either of two',
      table: project('1.00', ['甲类人数 ≥80人', '乙类人数 ≥90人'], ['餐费 ≤500元/人']),
    },
    {
      name: 'prices for each 人次 of people that come to the amount, beside other attendances',
      table: project(
        '700.00',
        ['宫颈癌筛查人数 2.5万人', '乳腺癌筛查人数 25000人', '技术骨干培训 60人次'],
        ['宫颈癌筛查 ≤60元/人次', '乳腺癌筛查 ≤200元/人次', '宣传培训 ≤50万元'],
      ),
    },
    {
      name: 'a total limit that contains the prices',
      table: project('4.00', ['培训村医人数 ≥80人'], ['培训总成本 ≤4万元', '培训成本 ≤500元/人']),
    },
    {
      name: 'a limit that is what the price comes to',
      table: project('4.00', ['培训村医人数 ≥80人'], ['村医培训费 ≤4万元', '人均费用 ≤500元/人']),
    },
    {
      name: 'a limit for the thing that has a price',
      table: project('4.20', ['培训村医人数 ≥80人'], ['村医培训成本 ≤4.2万元', '村医培训标准 ≤500元/人']),
    },
    {
      name: 'a price by the year',
      table: project('4.00', ['护林员人数 ≥80人'], ['护林员补助标准 ≤500元/人·年']),
    },
    {
      name: 'a price by the month for the months that the goal names',
      table: project(
        '4.00',
        ['护林员人数 ≥80人'],
        ['护林员补助标准 ≤250元/人/月'],
        '目标1:发放护林员补助2个月。',
      ),
    },
    {
      name: 'a daily price without days',
      table: project('1.00', ['参训人数 ≥80人'], ['培训成本 ≤500元/人/天']),
    },
    {
      name: 'a daily price beside hours that are no days',
      table: project('5.00', ['参训人数 ≥80人', '每次学时 ≥48小时'], ['培训成本 ≤300元/人/天']),
    },
    { name: 'an amount of 0', table: project('0', ['培训村医人数 ≥80人'], ['培训成本 ≤500元/人']) },
    {
      name: 'limits that exceed the amount by themselves',
      table: project('1.00', ['培训村医人数 ≥80人'], ['培训成本 ≤50元/人', '设备费 ≤3万元']),
    },
  ],
  invalid: [
    {
      name: 'a price for all of it, beside how large each is to be',
      table: projectFiling({
        amount: '200.00',
        indicators: {
          数量: ['新建标准化茶园面积 1800亩'],
          质量: ['标准化茶园单块面积 ≥100亩'],
          成本: ['标准化茶园奖补标准 ⟦1250元/亩⟧'],
        },
      }),
      problems: [/共 225万元，大于项目金额 200.00万元/],
    },
    {
      name: 'a price beside people of whom none may be checked wrongly',
      table: project(
        '20.00',
        ['受训护工 308人', '护工资格核验差错 2人', '受训护工退出 0人'],
        ['人均培训补助 ⟦=0.115万元/人⟧'],
      ),
      problems: [/共 35.42万元，大于项目金额 20.00万元/],
    },
    {
      name: 'two grants for different things, of which each one has both',
      table: project('6.00', ['资助学生 100名'], ['伙食补助标准 300元/名', '住宿补助标准 ⟦400元/名⟧']),
      problems: [/共 7万元，大于项目金额 6.00万元/],
    },
    {
      name: 'a price in a sentence',
      table: project('6.30', ['扶助人数 63人'], ['补助标准 严格按照⟦1200元/人⟧的标准给补助对象兑付补助']),
      problems: [{ message: /共 7.56万元，大于项目金额 6.30万元/, severity: 'warning' }],
    },
    {
      name: 'one thing in two places',
      table: project(
        '500.00',
        ['甲村新建水泥路1条 2公里', '乙村新建水泥路1条 2公里'],
        ['硬化水泥路补助标准 ⟦150万元/公里⟧'],
        '目标1:硬化村组道路。',
      ),
      problems: [/共 600.*万元，大于项目金额 500.00万元/],
    },
    {
      name: 'a bare price beside others for each unit of a size',
      table: project(
        '40.00',
        ['新建养殖场 1个'],
        ['饲料库120平方米 490元/平方米', '棚圈360平方米 ⟦650元/平方米⟧', '防疫室84平方米 ≥1450元'],
        '目标1:新建养殖场。',
      ),
      problems: [/共 41.46万元/],
    },
    {
      name: 'a price for the school year',
      table: project('366.00', ['补助学生人数 1220人'], ['生均补助标准 ⟦≤9000元/生·学年⟧']),
      problems: [/共 1098万元/],
    },
    {
      name: 'a price of which the name says what it is for',
      table: project('52.50', ['新建回收网点 35个'], ['单个网点建设补助 ⟦≤15万元⟧']),
      problems: [
        {
          message: /共 525万元/,
          working: ['15万元/个 × 35个 = 5250000元', 'Σ = 5250000元 = 525万元 > 52.50万元'],
        },
      ],
    },
    {
      name: 'a price for each of what is counted by the time',
      table: project('88.00', ['举办赛事 20项次'], ['单项赛事平均支出 ⟦≤13.2万元/项⟧']),
      problems: [/共 264万元/],
    },
    {
      name: 'a price for each 人次 of people, who come once at the least',
      table: project(
        '700.00',
        ['乳腺癌筛查人数 25000人', '技术骨干培训 60人次'],
        ['乳腺癌筛查 ⟦≤300元/人次⟧', '宣传培训 ≤50万元'],
      ),
      problems: [/共 800万元/],
    },
    {
      name: 'people of each course times courses',
      table: project('3.00', ['举办培训班 ≥2期', '每期培训人数 ≥40人'], ['培训成本 ⟦≤500元/人⟧']),
      problems: [
        {
          message: /共 4万元/,
          working: ['500元/人 × 40人 × 2期 = 40000元', 'Σ = 40000元 = 4万元 > 3.00万元'],
        },
      ],
    },
    {
      name: 'a count beside one of every thousand',
      table: project(
        '3.00',
        ['新增养老床位数 ≥20张', '每千名老年人拥有床位数 ≥15张'],
        ['床位建设补贴 ⟦≤2000元/张⟧'],
      ),
      problems: [/共 4万元/],
    },
    {
      name: '23万元/个 × 10个 = 230 > 214.06',
      table: project('⟨214.06⟩', ['建设服务站数量 ⟨10个⟩'], ['服务站建设成本 ⟦≤23万元/个⟧']),
      problems: [
        {
          message: '按单价和数量测算共 230万元，大于项目金额 214.06万元',
          severity: 'warning',
          working: ['23万元/个 × 10个 = 2300000元', 'Σ = 2300000元 = 230万元 > 214.06万元'],
        },
      ],
    },
    {
      name: 'a price with its count in its name',
      table: project('⟨9.00⟩', ['修建水窖数量 ≥2座'], ['围墙300米 ⟦≤400元/米⟧']),
      problems: [
        {
          message: /共 12万元/,
          working: ['400元/米 × 300米 = 120000元', 'Σ = 120000元 = 12万元 > 9.00万元'],
        },
      ],
    },
    {
      name: 'prices with other limits',
      table: project('⟨4.00⟩', ['培训村医人数 ⟨≥80人⟩'], ['培训成本 ⟦≤400元/人⟧', '资料费 ⟨≤9000元⟩']),
      problems: [
        {
          message: /共 4.1万元/,
          working: ['400元/人 × 80人 = 32000元', '+ 9000元', 'Σ = 41000元 = 4.1万元 > 4.00万元'],
        },
      ],
    },
    {
      name: 'a price by the month, with the months assumed, as a notice',
      table: project('20.00', ['护林员人数 ≥80人'], ['护林员补助标准 ⟦≤250元/人/月⟧']),
      problems: [{ message: /共 24万元/, severity: 'info', because: '未写明期数，按全年 12 期推定。' }],
    },
    {
      name: 'a price by the month and the months that the goal names',
      table: project(
        '4.00',
        ['护林员人数 ≥80人'],
        ['护林员补助标准 ⟦≤250元/人/月⟧'],
        '目标1:发放护林员补助3个月。',
      ),
      problems: [{ message: /共 6万元/, severity: 'warning' }],
    },
    {
      name: 'a daily price and the days that an indicator names',
      table: project('10.00', ['参训人数 ≥80人', '培训天数 5天'], ['培训成本 ⟦≤500元/人/天⟧']),
      problems: [
        {
          message: /共 20万元/,
          working: ['500元/人/天 × 80人 × 5天 = 200000元', 'Σ = 200000元 = 20万元 > 10.00万元'],
        },
      ],
    },
    {
      name: 'rent by the month for the months that an indicator names',
      table: project('3.00', ['租赁月数 12个月'], ['房屋租金 ⟦≤3000元/月⟧']),
      problems: [
        {
          message: /共 3.6万元/,
          working: ['3000元/月 × 12个月 = 36000元', 'Σ = 36000元 = 3.6万元 > 3.00万元'],
        },
      ],
    },
    {
      name: 'a price for those of each time, who are too many',
      table: project(
        '3.20',
        ['聘请听证员 35名', '听证会场次 40场'],
        ['听证员补贴标准 ⟦200元/人·场⟧'],
        '目标1:聘请听证员35名，每场听证邀请听证员5名。',
      ),
      problems: [
        {
          message: /共 4万元/,
          working: ['200元/人·场 × 5人 × 40场 = 40000元', 'Σ = 40000元 = 4万元 > 3.20万元'],
        },
      ],
    },
    {
      name: 'another price that had no count',
      table: project('3.00', ['培训村医人数 ≥80人'], ['培训成本 ⟦≤500元/人⟧', '设备单价 ≤5000元/台']),
      problems: [{ message: /共 4万元/, because: '未计入找不到数量的“设备单价”。' }],
    },
    {
      name: 'two projects',
      table: filing(
        projectRow({
          name: '甲',
          amount: '3.00',
          indicators: { 数量: ['参训人数 ≥80人'], 成本: ['培训成本 ⟦≤500元/人⟧'] },
        }),
        projectRow({
          name: '乙',
          amount: '3.00',
          indicators: { 数量: ['购置数量 8台'], 成本: ['设备单价 ⟦≤5000元/台⟧'] },
        }),
      ),
      problems: [/4万元/, /4万元/],
    },
  ],
})
