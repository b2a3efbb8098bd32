import { templateResidue } from '../../src/rules/template-residue.ts'
import { projectFiling, testRule } from '../support/test-rule.ts'

const quantity = (...indicators: readonly string[]): string =>
  projectFiling({ indicators: { 数量: indicators } })

testRule(templateResidue, {
  valid: [
    { name: 'content', table: quantity('维修路灯 ≥60盏') },
    { name: 'a product', table: quantity('铺设面积 ≥60平方米', '展板(2×3米) ≥8块') },
    {
      name: 'a length that is the content',
      table: projectFiling({ goal: '目标1:编发800字以内的政务信息60篇。' }),
    },
    {
      name: 'a choice that was made',
      table: projectFiling({ goal: '目标1:政府采购☑是□否□不适用，购置设备。' }),
    },
    {
      name: 'a choice made behind others',
      table: projectFiling({ goal: '目标1:政府采购□是 □否 ☑不适用。' }),
    },
    { name: 'a sentence that trails off', table: projectFiling({ goal: '目标1:推广良种、培训农民……' }) },
  ],
  invalid: [
    {
      name: 'crosses before any counter',
      table: projectFiling({
        indicators: '一、产出指标 (一)数量指标 ⟦1.复壮古树 XX株⟧ ⟦2.免除费用具数 ××具⟧ 3.覆盖乡镇 XX镇等12个',
      }),
      problems: [/XX株/, /XX具|××具/],
    },
    {
      name: 'boxes, crosses and lines for a number',
      table: projectFiling({
        indicators: '一、产出指标 (一)数量指标 ⟦1.巡查次数 ≥□次⟧ ⟦2.培训人数 ≥××人⟧ ⟦3.印制手册 ≥__册⟧',
      }),
      problems: [/“□”/, /“××”/, /“__”/],
    },
    {
      name: 'names of the form and choices of values',
      table: projectFiling({
        indicators:
          '一、产出指标 (一)数量指标 1.巡查次数 ≥8次 ⟦2.指标N⟧ ⟦3.(指标名称)⟧ (二)质量指标 ⟦1.管护机制 健全/不健全⟧ ⟦2.整改是否到位 □是 □否⟧',
      }),
      problems: [/“指标N”/, /“\(指标名称\)”/, /“健全\/不健全”/, /“□是 □”/],
    },
    {
      name: 'a number of the form before a heading',
      table: projectFiling({
        indicators:
          '产出指标<br>数量指标<br>1.巡查次数 ≥8次<br>⟦2.指标2:⟧<br>效益指标<br>社会效益指标<br>1.知晓率 ≥90%',
      }),
      problems: [/“2.指标2:”/],
    },
    {
      name: 'a request to fill in, XX for a value',
      table: quantity('维修路灯 ≥60盏', '管护效果 填写具体数值', '居民反映 XX')
        .replace('2.管护效果 填写具体数值', '⟦2.管护效果 填写具体数值⟧')
        .replace('3.居民反映 XX', '⟦3.居民反映 XX⟧'),
      problems: ['模板文字“填写具体”没有替换为实际内容', '模板文字“XX”没有替换为实际内容'],
    },
    {
      name: 'a placeholder for a number',
      table: quantity('维修路灯 ≥**盏').replace('1.维修路灯 ≥**盏', '⟦1.维修路灯 ≥**盏⟧'),
      problems: [{ message: '模板文字“**”没有替换为实际内容', severity: 'warning' }],
    },
    {
      name: 'a placeholder in front of a value',
      table: quantity('栽植苗木 (≥**株) ≥17600株').replace(
        '1.栽植苗木 (≥**株) ≥17600株',
        '⟦1.栽植苗木 (≥**株) ≥17600株⟧',
      ),
      problems: [{ message: '模板文字“**”没有替换为实际内容', severity: 'info' }],
    },
    {
      name: 'a placeholder with the only comparator and unit',
      table: quantity('栽植苗木 (≥**株) 17600').replace(
        '1.栽植苗木 (≥**株) 17600',
        '⟦1.栽植苗木 (≥**株) 17600⟧',
      ),
      problems: [{ message: /“\*\*”/, severity: 'info' }],
    },
    {
      name: 'dots alone',
      table: projectFiling({ goal: '目标1:推广良种。目标2:⟦……⟧' }),
      problems: ['模板文字“……”没有替换为实际内容'],
    },
    {
      name: 'a goal with nothing behind its number, and one of dots',
      table: projectFiling({ goal: '目标1:⟦……⟧ 目标2:推广良种。⟦目标3:⟧' }),
      problems: [/“……”/, '模板文字“目标3:”没有替换为实际内容'],
    },
    {
      name: 'an indicator with nothing behind its number',
      table: projectFiling({ indicators: '一、产出指标 (一)数量指标 指标1:推广品种 ≥3种 ⟦指标2:⟧' }),
      problems: [/“指标2:”/],
    },
    {
      name: 'words of the form',
      table: projectFiling({ goal: '目标1:⟦(限100字以内)⟧' }),
      problems: [/100字以内/],
    },
    {
      name: 'a line to fill in',
      table: projectFiling({ goal: '目标1:⟦培训农民____人。⟧' }),
      problems: [/“____”/],
    },
    {
      name: 'both options',
      table: projectFiling({ goal: '目标1:⟦政府采购□是 □否。⟧' }),
      problems: [/“□是 □”/],
    },
    {
      name: 'letters for a number',
      table: projectFiling({ goal: '目标1:⟦培训农民XX人次。⟧' }),
      problems: [/“XX”/],
    },
  ],
})
