import { unknownCategory } from '../../src/rules/unknown-category.ts'
import { projectFiling, testRule } from '../support/test-rule.ts'

const indicators = (text: string): string => projectFiling({ indicators: text })

testRule(unknownCategory, {
  valid: [
    {
      name: 'the usual headings',
      table: projectFiling({ indicators: { 数量: ['推广品种 ≥3种'], 生态效益: ['农药减量 ≥3%'] } }),
    },
    {
      name: 'synonyms',
      table: indicators(
        '一、项目完成指标 (一)产出数量指标 1.推广品种 ≥3种 (二)进度指标 1.完成时间 12月底前 二、项目效果指标 (一)环境效益指标 1.农药减量 ≥3%',
      ),
    },
    {
      name: 'points behind a heading',
      table: indicators('一、产出指标(50分) (一)数量指标(50分) 1.推广品种 ≥3种(50分)'),
    },
    {
      name: 'remarks in brackets inside a heading and behind it',
      table: [
        '项目名称\t路灯维修',
        '资金总额(万元)\t5',
        '年度目标\t修复损坏的路灯。',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出(工作量)指标(数量、质量、成本方面的指标)\t数量指标\t维修路灯\t≥60盏',
        '效益指标(经济效益、社会效益、环境效益等方面)\t社会效益指标\t受益居民\t≥800户',
      ].join('\n'),
    },
    {
      name: 'points behind a heading without brackets',
      table: [
        '项目名称\t路灯维修',
        '资金总额(万元)\t5',
        '年度目标\t修复损坏的路灯。',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标40分\t数量指标27.5分\t维修路灯\t≥60盏',
        '产出指标40分\t质量指标12.5分\t验收合格率\t≥95%',
      ].join('\n'),
    },
    {
      name: 'the headings of an evaluation',
      table: indicators(
        '一、决策指标 1.立项依据 充分 二、过程指标 1.制度执行 有效 三、产出指标 (一)数量指标 1.推广品种 ≥3种',
      ),
    },
    {
      name: 'what an evaluation calls the parts of its headings',
      table: [
        '项目名称\t路灯维修',
        '资金总额(万元)\t5',
        '年度目标\t修复损坏的路灯。',
        '一级指标\t二级指标\t三级指标\t指标值',
        '投入指标\t资金到位率\t资金到位情况\t100%',
        '过程指标\t项目资金专项核算\t专款专用\t是',
        '产出指标\t数量指标\t维修路灯\t≥60盏',
      ].join('\n'),
    },
    { name: 'no headings', table: indicators('1.推广品种 ≥3种') },
    {
      name: 'an indicator with 指标 in its name',
      table: indicators('一、产出指标 (一)数量指标 1.考核指标完成数 ≥3项'),
    },
  ],
  invalid: [
    {
      name: 'a misspelt heading',
      table: indicators('一、产出指标 (一)⟦数里指标⟧ 1.推广品种 ≥3种'),
      problems: [{ message: '无法识别的指标类别“数里指标”，可能是“数量指标”', severity: 'warning' }],
    },
    {
      name: 'a heading like no other',
      table: indicators('一、产出指标 (一)数量指标 1.推广品种 ≥3种 (二)⟦规模档次指标⟧ 1.示范基地 ≥2个'),
      problems: ['无法识别的指标类别“规模档次指标”'],
    },
    {
      name: 'two of them',
      table: indicators(
        '一、⟦产岀指标⟧ (一)数量指标 1.推广品种 ≥3种 二、效益指标 (一)⟦社会郊益指标⟧ 1.良种普及率 ≥60%',
      ),
      problems: [/“产岀指标”，可能是“产出指标”$/, /“社会郊益指标”/],
    },
  ],
})
