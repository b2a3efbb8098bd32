import { misplacedIndicator } from '../../src/rules/misplaced-indicator.ts'
import { type Indicators, projectFiling, testRule } from '../support/test-rule.ts'

const placed = (indicators: Indicators): string => projectFiling({ indicators })

testRule(misplacedIndicator, {
  valid: [
    {
      name: 'indicators in their places',
      table: placed({
        数量: ['培训人数 ≥60人', '抽检数量 ≥9批'],
        质量: ['抽检合格率 ≥98%', '设备故障率 ≤2%'],
        时效: ['资金拨付及时率 100%', '完成时间 12月底前'],
        成本: ['培训成本 ≤5万元'],
        服务对象满意度: ['学员满意度 ≥90%'],
      }),
    },
    {
      name: 'money that was earned, raised or saved',
      table: placed({ 数量: ['核减投资 ≥120万元', '募集善款 ≥30万元'] }),
    },
    {
      name: 'money that is more than the project has',
      table: placed({ 数量: ['发放贷款额度 11000万元'] }),
    },
    {
      name: 'surveys of satisfaction',
      table: placed({ 数量: ['满意度调查次数 ≥2次', '满意度问卷份数 ≥300份'] }),
    },
    {
      name: 'numbers of defects as quality',
      table: placed({ 质量: ['安全事故次数 ≤1次', '返工数量 ≤2处', '培训合格人数 ≥50人'] }),
    },
    {
      name: 'complaints as satisfaction',
      table: placed({ 服务对象满意度: ['有效投诉次数 ≤3次', '满意人数 ≥80人'] }),
    },
    { name: 'money as a benefit', table: placed({ 经济效益: ['农户增收 ≥5万元', '带动就业人数 ≥60人'] }) },
    {
      name: 'a duration and a frequency as quality',
      table: placed({ 质量: ['质保期 2年', '设备检修 每月'] }),
    },
    { name: 'other rates as a benefit', table: placed({ 社会效益: ['疫苗接种率 ≥95%', '就业率 ≥80%'] }) },
    {
      name: 'what is found wrong with others as a benefit, and the health of people',
      table: placed({ 社会效益: ['食品抽检不合格率 ≤2.5%', '学生体质健康合格率 ≥92%'] }),
    },
    { name: 'no categories', table: projectFiling({ indicators: '1.群众满意度 ≥90%' }) },
  ],
  invalid: [
    {
      name: 'incidents as quality and as satisfaction',
      table: placed({
        质量: ['⟦安全事故起数⟧ ≤1起', '⟦传染病暴发疫情发生数⟧ ≤2起'],
        服务对象满意度: ['⟦群体性事件起数⟧ ≤1起'],
      }),
      problems: [/事故起数.*应属于数量指标$/, /疫情发生数/, /群体性事件起数/],
    },
    {
      name: 'errors of the work itself as a benefit',
      table: placed({ 社会效益: ['⟦数据差错率⟧ ≤3‰', '⟦著录错误率⟧ ≤1‰'] }),
      problems: [/差错率/, /错误率/],
    },
    {
      name: 'satisfaction as a benefit',
      table: projectFiling({ indicators: { 社会效益: ['⟦学员满意度⟧ ≥90%'] } }).replace(
        '(一)社会效益指标',
        '⟨(一)社会效益指标⟩',
      ),
      problems: [{ message: '指标“学员满意度”在“社会效益指标”下，应属于满意度指标', severity: 'warning' }],
    },
    {
      name: 'satisfaction with its unit',
      table: placed({ 质量: ['⟦学员满意率(%)⟧ ≥90'] }),
      problems: [/应属于满意度指标$/],
    },
    {
      name: 'rates of quality as a benefit',
      table: placed({
        社会效益: ['⟦抽检合格率⟧ ≥98%', '⟦数据准确率⟧ ≥98%', '⟦设备故障率⟧ ≤2%', '⟦校对刊误率⟧ ≤1%'],
      }),
      problems: [
        '指标“抽检合格率”在“社会效益指标”下，应属于质量指标',
        /“数据准确率”/,
        /“设备故障率”/,
        /“校对刊误率”/,
      ],
    },
    {
      name: 'counts as quality and as satisfaction',
      table: placed({
        质量: ['⟦培训人数⟧ ≥60人', '⟦演出次数⟧ ≥6次'],
        服务对象满意度: ['⟦发放图书数量⟧ ≥500册'],
      }),
      problems: [
        '指标“培训人数”在“质量指标”下，应属于数量指标',
        /“演出次数”/,
        /“发放图书数量”.*应属于数量指标$/,
      ],
    },
    {
      name: 'money as quantity and as quality',
      table: placed({ 数量: ['⟦设备购置⟧ ≤5万元'], 质量: ['⟦教材编印⟧ ≤8000元'] }),
      problems: ['指标“设备购置”在“数量指标”下，应属于成本指标', /“教材编印”.*应属于成本指标$/],
    },
    {
      name: 'timeliness as quality',
      table: placed({ 质量: ['⟦救助及时率⟧ ≥98%', '⟦竣工时间⟧ 2022年11月底前'] }),
      problems: ['指标“救助及时率”在“质量指标”下，应属于时效指标', /“竣工时间”.*应属于时效指标$/],
    },
  ],
})
