import { goalCostMismatch } from '../../src/rules/goal-cost-mismatch.ts'
import { projectFiling, testRule } from '../support/test-rule.ts'

const project = (
  goal: string,
  costs: readonly string[],
  amount = '60.00',
  counts = ['服务人次 ≥30人次'],
): string => projectFiling({ goal: `目标1:${goal}`, amount, indicators: { 数量: counts, 成本: costs } })

testRule(goalCostMismatch, {
  valid: [
    {
      name: 'money that others earn or spend',
      table: project('落实企业奖补资金，带动企业技改投资8500万元。', ['奖补资金总额 ≤60万元']),
    },
    {
      name: 'all the money, whose parts the goal and the limits have one by one',
      table: project('全年用于群众文化活动33.2万元:场地设施20.1万元,队伍建设3.4万元,其他9.7万元。', [
        '文化活动场地设施 ≤20.1万元',
        '文化队伍建设 ≤3.4万元',
        '其他群众文化活动支出 ≤9.7万元',
      ]),
    },
    {
      name: 'one of the prizes that a limit is for all of',
      table: project('考核奖励一等10万元、二等5万元、三等2万元。', ['考核奖励资金 ≤17万元']),
    },
    {
      name: 'a limit for each one, whose name says so',
      table: project(
        '抽检食品2200批次,每批次1500元。',
        ['抽检总费用 ≤330万元', '每批次抽检费用 ≤1500元'],
        '330.00',
      ),
    },
    {
      name: 'a price per 公里 times a length, which is counted in 公里 too',
      table: project(
        '保洁河道350公里,每公里每年保洁费5000元。',
        ['河道保洁费用 ≤175万元', '每公里年保洁费 ≤0.5万元'],
        '175.00',
      ),
    },
    { name: 'the same price', table: project('为每位考官发放考务费500元。', ['考官考务成本 ≤500元/位']) },
    {
      name: 'the same price by another period',
      table: project('护林员补助每人每月100元。', ['护林员补助标准 1200元/人·年']),
    },
    {
      name: 'a price of a quarter, where the name says that the limit is of a month',
      table: project('向100名人才发放租房补助,每人每季度1800元。', ['租房补助月标准 600元/人'], '72.00'),
    },
    {
      name: 'the same money in another unit',
      table: project('采购应急物资投入45万元。', ['应急物资采购费用 ≤450000元']),
    },
    {
      name: 'all the money of the project',
      table: project('安排资金60万元用于应急物资采购。', ['应急物资采购费用 ≤45万元', '工作经费 ≤15万元']),
    },
    {
      name: 'money for something else',
      table: project('上年结转资金12万元。', ['应急物资采购费用 ≤45万元']),
    },
    { name: 'about the same', table: project('采购应急物资约45万元。', ['应急物资采购费用 ≤46万元']) },
    {
      name: 'a range that holds the price',
      table: project('农民培训每人补助300元。', ['农民培训补助标准 200-400元/人']),
    },
    {
      name: 'a price × a count that is near the limit',
      table: project('整理会计档案1500卷,每卷档案整理费20元。', ['会计档案整理成本 ≤3万元']),
    },
    {
      name: 'a price × a count a little below the limit',
      table: project('整理会计档案1500卷,每卷档案整理费18元。', ['会计档案整理成本 ≤3万元']),
    },
    {
      name: 'a price for something else than what is counted',
      table: project('培训12期,每人伙食费80元。', ['培训伙食费 ≤5万元']),
    },
    {
      name: 'a price by the day, which a count alone does not make up',
      table: project('培训600人,每人每天伙食费80元。', ['培训伙食费 ≤20万元']),
    },
    { name: 'a price without a count', table: project('每卷档案整理费4元。', ['会计档案整理成本 ≤3万元']) },
    {
      name: 'a limit of something else',
      table: project('整理会计档案1500卷,每卷4元。', ['设备购置费 ≤3万元', '差旅费 ≤2万元']),
    },
    {
      name: 'money promised for several years',
      table: project('三年内投入应急物资采购费用145万元。', ['应急物资采购费用 ≤45万元']),
    },
  ],
  invalid: [
    {
      name: 'money of several years, in their own goal and column',
      table: [
        '项目名称\t林业防治',
        '实施期资金总额(万元)\t2927\t年度资金总额(万元)\t976',
        '绩效目标\t实施期目标\t年度目标',
        '\t投入防治资金⟦2297万元⟧,清理枯木17.1万株。\t清理枯木5.8万株。',
        '一级指标\t二级指标\t三级指标\t实施期指标值\t三级指标\t年度指标值',
        '产出指标\t数量指标\t清理枯木\t≥17.1万株\t清理枯木\t≥5.8万株',
        '\t成本指标\t防治资金控制额\t⟨≤2927万元⟩\t防治资金控制额\t≤976万元',
      ].join('\n'),
      problems: [/“2297万元”/],
    },
    {
      name: 'the price of one of two groups',
      table: project('拨付公用经费,小学每生⟦每年760元⟧,初中每生每年980元。', [
        '小学生均公用经费标准 ⟨640元/生·年⟩',
        '初中生均公用经费标准 980元/生·年',
      ]),
      problems: [/“每年760元”与成本指标“小学生均公用经费标准”/],
    },
    {
      name: 'another price',
      table: project('为每位考官提供快餐,每份餐费⟦35元⟧。', ['考官餐费 ⟨≤50元/份⟩']),
      problems: [{ message: /“35元”与成本指标“考官餐费”的“≤50元\/份”不一致$/, because: /都提到/ }],
    },
    {
      name: 'other money',
      table: project('采购应急物资投入⟦45万元⟧。', ['应急物资采购费用 ⟨≤54万元⟩']),
      problems: ['绩效目标中的“45万元”与成本指标“应急物资采购费用”的“≤54万元”不一致'],
    },
    {
      name: 'a price × a count far below the limit',
      table: project('整理会计档案⟨1500卷⟩,每卷档案整理费⟦4元⟧。', ['会计档案整理成本 ⟨≤3万元⟩']),
      problems: [
        {
          message: /1500卷 = 6000元 = 0.6万元，与成本指标“会计档案整理成本”的“≤3万元”不符$/,
          severity: 'warning',
        },
      ],
    },
    {
      name: 'a price × a count well below the limit that is named beside them, and not the one of another thing',
      table: project('按⟦每册12元⟧购置图书⟨5000册⟩,并更换书架。', [
        '图书购置成本 ⟨≤9万元⟩',
        '书架购置成本 ≤11万元',
      ]),
      problems: [/6万元，与成本指标“图书购置成本”的“≤9万元”不符$/],
    },
    {
      name: 'a price × a count above the limit',
      table: project('整理会计档案1500卷,每卷档案整理费⟦40元⟧。', ['会计档案整理成本 ≤3万元']),
      problems: [/6万元，与成本指标/],
    },
    {
      name: 'a price for each village × the villages',
      table: project('补助⟨60个⟩村,每村运转经费⟦5万元⟧。', ['村级运转经费 ⟨≤200万元⟩'], '400.00'),
      problems: [/60个 = 3000000元 = 300万元/],
    },
    {
      name: 'two prices',
      table: project('每人考务费⟦400元⟧,每人餐费⟦35元⟧。', ['考务费标准 ⟨≤500元/人⟩', '餐费标准 ⟨≤50元/人⟩']),
      problems: [/≤500元\/人/, /≤50元\/人/],
    },
  ],
})
