import { emptyCategory } from '../../src/rules/empty-category.ts'
import { projectFiling, testRule } from '../support/test-rule.ts'

const indicators = (text: string): string => projectFiling({ indicators: text })

testRule(emptyCategory, {
  valid: [
    {
      name: 'an indicator under each heading',
      table: projectFiling({ indicators: { 数量: ['推广品种 ≥3种'], 质量: ['培训合格率 ≥90%'] } }),
    },
    {
      name: 'a level 1 heading over level 2 headings',
      table: indicators(
        '一、产出指标 (一)数量指标 1.推广品种 ≥3种 二、效益指标 (一)社会效益指标 1.良种普及率 ≥60%',
      ),
    },
    {
      name: 'unused rows of a form that names indicators by categories',
      table:
        '项目名称\t良种推广\n资金总额\t20\n一级指标\t指标名称\t指标值\n产出指标\t数量\t\n\t质量\t\n\t成本\t年度预算20万元\n效益指标\t社会效益\t良种普及率达到60%',
    },
    { name: 'no headings', table: indicators('1.推广品种 ≥3种') },
    {
      name: 'a heading marked not applicable',
      table: indicators('一、产出指标 (一)数量指标 1.推广品种 ≥3种 (二)质量指标 1.无'),
    },
    {
      name: 'the end of a cut-off input',
      table: indicators('一、产出指标 (一)数量指标 1.推广品种 ≥3种 (二)质量指标'),
    },
  ],
  invalid: [
    {
      name: 'a level 2 heading',
      table: indicators(
        '一、产出指标 (一)数量指标 1.推广品种 ≥3种 ⟦(二)质量指标⟧ (三)时效指标 1.完成时间 12月底前',
      ),
      problems: [{ message: '“质量指标”下没有指标', severity: 'warning' }],
    },
    {
      name: 'a level 1 heading and a level 2 heading',
      table: indicators(
        '⟦一、产出指标⟧ 二、效益指标 ⟦(一)经济效益指标⟧ (二)社会效益指标 1.良种普及率 ≥60% 三、满意度指标 1.农民满意度 ≥90%',
      ),
      problems: ['“产出指标”下没有指标', '“经济效益指标”下没有指标'],
    },
    {
      name: 'several in a row, once',
      table: indicators(
        '一、产出指标 (一)数量指标 1.推广品种 ≥3种 ⟦(二)质量指标⟧ ⟨(三)时效指标⟩ ⟨(四)成本指标⟩ 二、效益指标 (一)社会效益指标 1.良种普及率 ≥60%',
      ),
      problems: ['“质量指标”“时效指标”等 3 个类别下没有指标'],
    },
    {
      name: 'in the middle of a cut-off input',
      table: indicators(
        '一、产出指标 (一)数量指标 1.推广品种 ≥3种 ⟦(二)质量指标⟧ (三)时效指标 1.完成时间 12月底前 (四)成本指标',
      ),
      problems: ['“质量指标”下没有指标'],
    },
  ],
})
