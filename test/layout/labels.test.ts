import { describe, expect, test } from 'vitest'
import { FormBuilder } from '../../src/layout/form-builder.ts'
import { labelIn } from '../../src/layout/labels.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'

const spanned = (text: string): SpannedText => SpannedText.ofSource(text, { start: 0, end: text.length })

describe('the label of a cell', () => {
  test.each([
    ['项目名称', '项目名称', 'name', ''],
    ['项目名称：路灯', '项目名称：', 'name', '路灯'],
    ['其中：财政拨款：10', '其中：财政拨款：', 'funding', '10'],
    ['单位：某局', '单位：', 'agency', '某局'],
  ])('%j', (text, label, role, value) => {
    const found = labelIn(spanned(text))
    expect([found?.text.text, found?.role, found?.value.text]).toEqual([label, role, value])
  })

  test.each(['路灯维护', '维修：20盏', '', '：'])('is not in %j', (text) => {
    expect(labelIn(spanned(text))).toBeUndefined()
  })

  test('covers its text to the last character', () => {
    const text = spanned('（一）项目名称：路灯')
    const label = labelIn(text)
    expect(label?.text.text).toBe('（一）项目名称：')
    expect(`${label?.text.text}${label?.value.text}`).toBe(text.text)
  })
})

test('the name of a part of the money is printed without its colon', () => {
  const builder = new FormBuilder()
  for (const cell of ['项目名称：路灯', '资金总额：10', '财政拨款：8', '其他资金：2']) {
    const label = labelIn(spanned(cell))
    if (label === undefined) throw new Error(cell)
    builder.label(label)
    builder.field(label, label.value)
  }
  builder.finish()
  expect(builder.entries.lastProject?.funding.map(({ name, amount }) => [name.text, amount.text])).toEqual([
    ['财政拨款', '8'],
    ['其他资金', '2'],
  ])
})
