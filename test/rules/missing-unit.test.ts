import { missingUnit } from '../../src/rules/missing-unit.ts'
import { projectFiling, testRule } from '../support/test-rule.ts'

const quantity = (...indicators: readonly string[]): string =>
  projectFiling({ indicators: { 数量: indicators } })

testRule(missingUnit, {
  valid: [
    {
      name: 'fractions and ratios',
      table: projectFiling({
        indicators: { 质量: ['新能源车占比 不低于三分之一', '康复师与儿童之比 ≥1:4', '医护配比 ≥1:1.25'] },
      }),
    },
    { name: 'a unit behind the number', table: quantity('维修路灯 ≥60盏') },
    { name: 'a unit in brackets behind the name', table: quantity('营造林面积(亩) ≥800', '租车（辆） 3') },
    {
      name: 'a counter in the name',
      table: quantity('参训人数 ≥60', '巡查次数 ≥12', '涉及村数 20', '受益户数 ≥300'),
    },
    { name: 'a share', table: quantity('完成比例 ≥80%') },
    { name: 'a qualitative value', table: quantity('档案管理 规范') },
    { name: 'a date', table: quantity('完成时间 2022年12月底前') },
    { name: 'nothing of anything', table: quantity('安全事故发生数 0', '事故发生率 ＝0') },
    { name: 'what has no unit', table: quantity('水利用系数 ≥0.58', '空气质量指数 ≤80', '生师比 ≤18') },
    { name: 'money in ten thousands', table: quantity('购置设备资金 300万') },
    { name: 'a unit in front', table: quantity('成活率(%) ≥85') },
  ],
  invalid: [
    {
      name: 'a bare number',
      table: quantity('维修路灯 ⟦≥60⟧'),
      problems: ['指标“维修路灯”的值“≥60”没有计量单位'],
    },
    {
      name: 'the targets of one row, once',
      table: [
        '项目名称\t路灯维修',
        '资金总额(万元)\t5',
        '年度目标\t修复损坏的路灯。',
        '一级指标\t二级指标\t三级指标\t半年指标值\t全年指标值',
        '产出指标\t数量指标\t维修路灯\t⟦≥30⟧\t⟨≥60⟩',
      ].join('\n'),
      problems: ['指标“维修路灯”的值“≥30”没有计量单位'],
    },
    {
      name: 'a remark in brackets behind the name',
      table: quantity('新增企业(法人) ⟦23⟧'),
      problems: [/“新增企业\(法人\)”/],
    },
    {
      name: 'two of three',
      table: quantity('维修路灯 ⟦≥60⟧', '更换线路 ≥800米', '安装灯杆 ⟦12⟧'),
      problems: [/“维修路灯”/, /“安装灯杆”/],
    },
    {
      name: 'a table without units, once',
      table: quantity('维修路灯 ⟦≥60⟧', '更换线路 ⟨≥800⟩', '安装灯杆 ⟨12⟩', '刷漆灯箱 ⟨30⟩'),
      problems: ['指标“维修路灯”的值“≥60”没有计量单位；另有 3 项指标的值也没有'],
    },
  ],
})
