import { missingTarget } from '../../src/rules/missing-target.ts'
import { projectFiling, testRule } from '../support/test-rule.ts'

const quantity = (...indicators: readonly string[]): string =>
  projectFiling({ indicators: { 数量: indicators } })

testRule(missingTarget, {
  valid: [
    {
      name: 'values of all sorts',
      table: quantity('维修路灯 ≥60盏', '管护机制 健全', '完成时间 12月底前', '巡查次数 12'),
    },
    {
      name: 'marked not applicable',
      table: quantity('维修路灯数量 无', '更换灯杆数量 /', '新装线路 不涉及'),
    },
    { name: 'nothing of something', table: quantity('安全事故数 0') },
    { name: 'one word that is its value', table: quantity('管护机制健全性 健全') },
    {
      name: 'the end of a cut-off input',
      table: projectFiling({ indicators: '一、产出指标 (一)数量指标 1.维修路灯数量' }),
    },
  ],
  invalid: [
    {
      name: 'a whole name that ends the last line',
      table: `${projectFiling({ indicators: '一、产出指标 (一)数量指标 1.巡查次数 ≥9次 2.⟦维修路灯数量⟧' })}\n`,
      problems: [/维修路灯数量/],
    },
    {
      name: 'brackets that should hold the value',
      table: projectFiling({ indicators: { 社会效益: ['⟦大班额现象比例（）⟧'] } }),
      problems: [{ message: /大班额现象比例\(\)/, severity: 'warning' }],
    },
    {
      name: 'a sentence of an effect, which may be all there is to reach',
      table: projectFiling({
        indicators: { 数量: ['⟦维修全县路灯⟧'], 社会效益: ['⟦道路使用年限延长⟧', '⟦路灯管护机制⟧'] },
      }),
      problems: [
        { message: '指标“维修全县路灯”没有指标值', severity: 'warning' },
        { message: '指标“道路使用年限延长”没有指标值', severity: 'info', because: /可能本身就是定性要求$/ },
        { message: '指标“路灯管护机制”没有指标值', severity: 'warning' },
      ],
    },
    {
      name: 'nothing behind the name',
      table: quantity('⟦维修路灯数量⟧', '更换灯杆数量 ≥8根'),
      problems: [{ message: '指标“维修路灯数量”没有指标值', severity: 'warning' }],
    },
    {
      name: 'only a comparator',
      table: quantity('维修路灯数量 ⟦≥⟧', '更换灯杆数量 ≥8根'),
      problems: ['指标“维修路灯数量”只有“≥”，没有数值'],
    },
    {
      name: 'only a comparator and a unit, only a unit',
      table: quantity('维修路灯数量 ⟦≥盏⟧', '更换灯杆数量：⟦根⟧', '灯杆完好率 ⟦%⟧'),
      problems: [/只有“≥盏”，没有数值$/, /只有“根”，没有数值$/, /只有“%”，没有数值$/],
    },
    {
      name: 'a colon and nothing',
      table: quantity('⟦维修路灯数量⟧：', '更换灯杆数量 ≥8根'),
      problems: [/没有指标值$/],
    },
  ],
})
