import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ownerAt, ownersOf } from '../../src/model/owners.ts'
import { categoriesOf, indicatorsOf, pathTo, projectsOf, sizeOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'

const TEXT = `某县2022年部门预算项目支出绩效目标公开表
项目名称\t一级指标\t二级指标\t三级指标\t指标值
培训\t产出指标\t数量指标\t1.培训人数 2.培训期数\t1.≥80人 2.≥5期
`

test.each([
  ['培训人数', '培训人数'],
  ['培训期数', '培训期数'],
  ['≥80人', '培训人数'],
  ['≥5期', '培训期数'],
])('of indicators that share their cells, %s is on the way to %s', (words, name) => {
  const { disclosure } = parse(new Source(TEXT))
  const node = pathTo(disclosure, TEXT.indexOf(words) + 1).at(-1)
  expect(node?.kind === 'indicator' && node.name.text).toBe(name)
})

const PATHS = [
  'single-cell/menyuan-2022',
  'form-per-project/several-forms-in-columns',
  'form-per-project/two-terms-side-by-side',
  'narrative/numbered-projects-with-total',
].map((folder) => `fixtures/text/${folder}/input.txt`)

const filingOf = (path: string) => parse(new Source(readFileSync(path, 'utf8'))).disclosure

test.each(PATHS)('in %s the way from each part leads to it', (path) => {
  const disclosure = filingOf(path)
  const projects = projectsOf(disclosure)
  for (const [i, project] of projects.entries()) {
    expect(pathTo(disclosure, project.name.span.start)).toEqual([project])
    expect(ownerAt(disclosure, project.name.span.start)).toEqual({ project: i })
    for (const goal of project.goals)
      expect(pathTo(disclosure, goal.text.span.start)).toEqual([project, goal])
    for (const category of categoriesOf(project)) {
      const way = pathTo(disclosure, category.heading.span.start)
      expect([way[0], way.at(-1)]).toEqual([project, category])
    }
    for (const { indicator, categories } of indicatorsOf(project))
      expect(pathTo(disclosure, indicator.name.span.start)).toEqual([project, ...categories, indicator])
  }
  const { agencies } = ownersOf(disclosure)
  for (const [agency, { name }] of agencies.entries()) {
    const { start } = name.span
    // A form names its agency in the middle of its project.
    const form = projects.findIndex(({ span }) => span.start <= start && start < span.end)
    expect(ownerAt(disclosure, start)).toEqual(form < 0 ? { agency } : { project: form })
  }
  expect(ownerAt(disclosure, 0)).toBeUndefined()
  expect(sizeOf(disclosure)).toEqual({
    projects: projects.length,
    goals: projects.flatMap(({ goals }) => goals).length,
    indicators: projects.flatMap((project) => indicatorsOf(project)).length,
  })
})
