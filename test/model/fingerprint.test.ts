import { expect, test } from 'vitest'
import { FingerprintWriter } from '../../src/model/fingerprint.ts'

const path = [{ zh: '项目 甲', en: 'project 甲' }]
const identity = { code: '101', project: '甲', text: '≥人' }

test('a name is made of the rule, whose it is, the way to it without blanks, and the text', () => {
  const hashed: string[] = []
  const writer = new FingerprintWriter((text) => {
    hashed.push(text)
    return String(hashed.length)
  })
  expect(writer.next({ rule: 'some-rule', path }, identity)).toBe('1')
  expect(hashed).toEqual(['some-rule\n101\n甲\n项目甲\n≥人'])
})

test('twins are told apart by the order in which they come, and others are no twins', () => {
  const writer = new FingerprintWriter((text) => text.replaceAll('\n', ' '))
  const next = (rule: string): string => writer.next({ rule, path: [] }, identity)
  expect(['a', 'a', 'b', 'a', 'b'].map(next)).toEqual([
    'a 101 甲 ≥人',
    'a 101 甲 ≥人:2',
    'b 101 甲 ≥人',
    'a 101 甲 ≥人:3',
    'b 101 甲 ≥人:2',
  ])
})
