import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { compose } from '../../src/grammar/compose.ts'
import { recognizeLayout } from '../../src/layout/index.ts'
import type { Disclosure } from '../../src/model/disclosure.ts'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { readGrid } from '../../src/read/index.ts'
import { Source } from '../../src/source/source.ts'
import { makeFaulty } from '../support/fault.ts'
import { FAULTS } from '../support/faults.ts'
import { LAYOUTS, makeLaidOut } from '../support/filing-layouts.ts'
import { filing, projectRow } from '../support/test-rule.ts'

/** The tree of a filing as it is, and as that of a large one, which keeps the goals and indicators of few projects. */
const bothTrees = ({ grid, source }: Pick<ReturnType<typeof makeLaidOut>['document'], 'grid' | 'source'>) => {
  const { draft } = recognizeLayout(grid, source.text)
  return [compose(draft), compose(draft, -1)] as const
}

const gridOf = (text: string) => {
  const source = new Source(text)
  return { ...readGrid(source), source }
}

const said = (disclosure: Disclosure): string => JSON.stringify([check(disclosure), disclosure])

describe('the goals and indicators of a large filing', () => {
  test.each(LAYOUTS)('are what they would be in a small one, and so are the findings: %s', (layout) => {
    for (let seed = 0; seed < 12; seed += 1) {
      const [kept, recent] = bothTrees(makeLaidOut(layout, seed).document)
      expect(said(recent)).toBe(said(kept))
    }
  })

  test.each(FAULTS.map((fault) => [fault.name, fault] as const))('are so with a fault: %s', (_, fault) => {
    const faulty = makeFaulty(fault, 4)
    if (faulty === undefined) return
    const [kept, recent] = bothTrees(gridOf(faulty.text))
    expect(said(recent)).toBe(said(kept))
  })

  test('are read anew once others have been asked for', () => {
    const rows = Array.from({ length: 40 }, (_, i) => projectRow({ name: `第${i}个项目` }))
    const [kept, recent] = bothTrees(gridOf(filing(...rows)))
    const goalsOf = (tree: Disclosure) => projectsOf(tree)[0]?.goals
    const first = goalsOf(recent)
    expect(goalsOf(recent)).toBe(first)
    expect(projectsOf(recent).flatMap(indicatorsOf)).toHaveLength(40)
    expect(goalsOf(recent)).not.toBe(first)
    expect(goalsOf(recent)).toEqual(first)
    expect(goalsOf(kept)).toBe(goalsOf(kept))
  })

  test('leave over what they would in a small one', () => {
    const odd = { goal: '年度目标:保障运转。', indicators: '注:以下按季度填报' }
    const [kept, recent] = bothTrees(
      gridOf(filing(projectRow({ ...odd, name: '甲' }), projectRow({ ...odd, name: '乙' }))),
    )
    expect(recent.leftovers.length).toBeGreaterThan(1)
    expect(JSON.stringify(recent.leftovers)).toBe(JSON.stringify(kept.leftovers))
  })
})
