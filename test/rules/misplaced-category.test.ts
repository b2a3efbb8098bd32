import { misplacedCategory } from '../../src/rules/misplaced-category.ts'
import { projectFiling, testRule } from '../support/test-rule.ts'

const indicators = (text: string): string => projectFiling({ indicators: text })

const form = (...rows: readonly string[]): string =>
  ['项目名称\t路灯维修', '一级指标\t二级指标\t三级指标\t指标值', ...rows].join('\n')

testRule(misplacedCategory, {
  valid: [
    {
      name: 'satisfaction among the benefits of an evaluation, and a category that nobody knows',
      table: form(
        '决策\t项目立项\t立项依据充分性\t充分',
        '过程\t资金管理\t资金到位率\t100%',
        '产出\t数量指标\t维修路灯\t≥60盏',
        '产出\t特色指标\t更换灯杆\t≥8根',
        '效益\t满意度指标\t居民满意度\t≥90%',
      ),
    },
    {
      name: 'the plan of investments',
      table: form(
        '实施效果指标\t产出指标\t新建水渠\t≥4公里',
        '实施效果指标\t效益指标\t灌溉条件\t改善',
        '过程管理指标\t资金管理指标\t投资支付率\t≥80%',
      ),
    },
    {
      name: 'satisfaction among the effects',
      table: form('产出指标\t数量指标\t维修路灯\t≥60盏', '效果指标\t服务对象满意度\t居民满意度\t≥90%'),
    },
    {
      name: 'the satisfaction of the public among the benefits, as in the framework of 2013',
      table: form(
        '产出指标\t数量指标\t维修路灯\t≥60盏',
        '效益指标\t社会公众或服务对象满意度指标\t居民满意度\t≥90%',
      ),
    },
    {
      name: 'the old scheme',
      table: projectFiling({
        indicators: {
          数量: ['推广品种 ≥3种'],
          成本: ['推广成本 ≤5万元'],
          可持续影响: ['农技服务机制 健全'],
          服务对象满意度: ['农民满意度 ≥90%'],
        },
      }),
    },
    {
      name: 'the new scheme',
      table: indicators(
        '一、成本指标 (一)经济成本指标 1.推广成本 ≤5万元 (二)社会成本指标 1.农时占用 ≤2天 二、产出指标 (一)数量指标 1.推广品种 ≥3种 三、效益指标 (一)生态效益指标 1.农药用量下降率 ≥3%',
      ),
    },
    {
      name: 'cost under cost',
      table: indicators(
        '一、成本指标 (一)成本指标 1.推广成本 ≤5万元 二、产出指标 (一)数量指标 1.推广品种 ≥3种',
      ),
    },
    {
      name: 'satisfaction under satisfaction',
      table: indicators(
        '一、产出指标 (一)数量指标 1.推广品种 ≥3种 二、服务对象满意度指标 (一)满意度指标 1.农民满意度 ≥90%',
      ),
    },
    {
      name: 'a heading that is not known',
      table: indicators('一、产出指标 (一)规模指标 1.推广品种 ≥3种'),
    },
    {
      name: 'an evaluation table',
      table: indicators(
        '一、决策指标 1.立项依据 充分 二、过程指标 1.制度执行 有效 三、产出指标 (一)数量指标 1.推广品种 ≥3种',
      ),
    },
    {
      name: 'level 2 alone',
      table: indicators('(一)数量指标 1.推广品种 ≥3种 (二)社会效益指标 1.良种普及率 ≥60%'),
    },
  ],
  invalid: [
    {
      name: 'satisfaction among the benefits of a plan, and cost in both places',
      table: form(
        '⟨成本指标⟩\t经济成本指标\t维修成本\t≤5万元',
        '产出指标\t数量指标\t维修路灯\t≥60盏',
        '产出指标\t⟦成本指标⟧\t更换成本\t≤2万元',
        '⟨效益指标⟩\t⟦服务对象满意度指标⟧\t居民满意度\t≥90%',
      ),
      problems: [/混用了新旧两种框架$/, /“服务对象满意度指标”在“效益指标”下/],
    },
    {
      name: 'a benefit under output',
      table: indicators('⟨一、产出指标⟩ (一)数量指标 1.推广品种 ≥3种 ⟦(二)社会效益指标⟧ 1.良种普及率 ≥60%'),
      problems: [{ message: '“社会效益指标”在“产出指标”下，应属于效益指标', severity: 'warning' }],
    },
    {
      name: 'cost under benefit',
      table: indicators(
        '一、产出指标 (一)数量指标 1.推广品种 ≥3种 二、效益指标 ⟦(一)成本指标⟧ 1.推广成本 ≤5万元',
      ),
      problems: ['“成本指标”在“效益指标”下，应属于产出或成本指标'],
    },
    {
      name: 'both schemes',
      table: indicators(
        '⟨一、成本指标⟩ (一)经济成本指标 1.推广成本 ≤5万元 二、产出指标 (一)数量指标 1.推广品种 ≥3种 ⟦(二)成本指标⟧ 1.培训成本 ≤1万元',
      ),
      problems: ['成本既是一级指标，又在产出下：混用了新旧两种框架'],
    },
    {
      name: 'two headings',
      table: indicators(
        '一、产出指标 (一)数量指标 1.推广品种 ≥3种 ⟦(二)生态效益指标⟧ 1.农药用量下降率 ≥3% 二、效益指标 (一)社会效益指标 1.良种普及率 ≥60% ⟦(二)时效指标⟧ 1.完成时间 12月底前',
      ),
      problems: [/^“生态效益指标”/, '“时效指标”在“效益指标”下，应属于产出指标'],
    },
  ],
})
