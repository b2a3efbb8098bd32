import { expect, test } from 'vitest'
import { filedIn } from '../../src/corpus/agencies.ts'
import { ownerAt } from '../../src/model/owners.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { filing, projectRow } from '../support/test-rule.ts'

const read = (text: string) => parse(new Source(text))

test('agencies by their rows, projects under the innermost', () => {
  const { disclosure } = read(
    filing(
      '501\t门源县农业局\t12.00\t\t',
      '501001\t门源县农业局(本级)\t12.00\t\t',
      projectRow({ name: '农技推广' }),
      projectRow({ name: '档案整理' }),
    ),
  )
  expect(filedIn(disclosure)).toEqual({
    agencies: [
      { code: '501', name: '门源县农业局', region: '门源县' },
      { code: '501001', name: '门源县农业局(本级)', region: '门源县' },
    ],
    projects: [
      { name: '农技推广', agency: 1 },
      { name: '档案整理', agency: 1 },
    ],
  })
})

test('the issuer where only the title names one', () => {
  const { disclosure } = read(`门源县水利局2024年部门预算项目支出绩效目标公开表\n${filing(projectRow({}))}`)
  expect(filedIn(disclosure)).toMatchObject({
    agencies: [{ name: '门源县水利局', region: '门源县' }],
    projects: [{ name: '农技推广', agency: 0 }],
  })
})

test('a place is of its project, of its agency or of the filing', () => {
  const text = filing('501\t门源县农业局\t6.00\t\t', projectRow({}))
  const { disclosure } = read(text)
  expect(ownerAt(disclosure, text.indexOf('推广品种'))).toEqual({ project: 0 })
  expect(ownerAt(disclosure, text.indexOf('门源县农业局'))).toEqual({ agency: 0 })
  expect(ownerAt(disclosure, 0)).toBeUndefined()
})

test('a project that the end of the file cuts off is unsure', () => {
  const text = filing('501\t门源县农业局\t12.00\t\t', projectRow({ name: '甲' }), projectRow({ name: '乙' }))
  const { disclosure: cut } = read(text.slice(0, text.lastIndexOf('目标1:') + 3))
  expect(cut.truncated).toBe(true)
  expect(filedIn(cut).projects.map(({ isUnsure }) => isUnsure)).toEqual([undefined, true])
})
