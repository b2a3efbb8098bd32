import { expect, test } from 'vitest'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { printTree } from '../support/print-tree.ts'

const treeOf = (rows: readonly string[]): string =>
  printTree(parse(new Source(rows.join('\n'))).disclosure).join('\n')

const HEAD = ['路灯养护经费项目支出绩效自评表', '项目名称\t路灯养护经费', '主管部门\t某县城市管理局']

test('words that narrow cells broke over several rows are one', () => {
  const tree = treeOf([
    ...HEAD,
    '绩\t一级指标\t二级指标\t三级指标\t年度\t实际\t分值\t得分',
    '效\t\t\t\t指标值\t完成值\t\t',
    '指\t产出\t数量\t维修路灯\t≥80盏\t86盏\t20\t20',
    '标\t指标\t指标\t更换电缆\t≥300米\t320米\t20\t20',
    '\t(50分)\t质量指标\t亮灯率\t≥98%\t99%\t10\t10',
    '\t效益\t社会效益\t夜间事故起数\t0起\t0起\t30\t30',
    '\t指标\t指标\t\t\t\t\t',
    '\t满意度\t服务对象\t居民满意度\t≥90%\t92%\t10\t10',
    '\t指标\t满意度指标\t\t\t\t\t',
  ])
  expect(tree.replace(/^left.*$/gm, '').trim()).toMatchInlineSnapshot(`
    "title 路灯养护经费项目支出绩效自评表
    agency 某县城市管理局 -
      project 路灯养护经费 -
        L1 产出指标 [output]
          L2 数量指标 [quantity]
            维修路灯 | ≥ 80 盏 → (=) 86 盏 | 20 | score 20 (annual)
            更换电缆 | ≥ 300 米 → (=) 320 米 | 20 | score 20 (annual)
          L2 质量指标 [quality]
            亮灯率 | ≥ 98 % → (=) 99 % | 10 | score 10 (annual)
        L1 效益指标 [benefit]
          L2 社会效益指标 [social]
            夜间事故起数 | (=) 0 起 → (=) 0 起 | 30 | score 30 (annual)
        L1 满意度指标 [satisfaction]
          L2 服务对象满意度指标 [recipient-satisfaction]
            居民满意度 | ≥ 90 % → (=) 92 % | 10 | score 10 (annual)"
  `)
})

test('a category of level 2 below one of level 1, and the header of the next page, are words of their own', () => {
  const tree = treeOf([
    ...HEAD,
    '指标类别\t指标名称\t指标值',
    '产出\t\t',
    '质量\t亮灯率\t≥98%',
    '效益\t夜间事故起数\t0起',
    '绩效指标\t指标名称\t指标值',
    '满意度\t居民满意度\t≥90%',
  ])
  for (const name of ['亮灯率', '夜间事故起数', '居民满意度']) expect(tree).toContain(`${name} |`)
  expect(tree).not.toMatch(/产出质量|效益绩效指标/)
})
