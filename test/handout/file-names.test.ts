import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FileNames, safeName } from '../../src/handout/file-names.ts'

describe('a name for a file', () => {
  test.each([
    ['某县教育局', '某县教育局'],
    ['../../etc/passwd', '／..／etc／passwd'],
    ['C:\\Windows\\a', 'C：＼Windows＼a'],
    ['a<b>|c?*"', 'a＜b＞｜c？＊＂'],
    ['~$公开表', '公开表'],
    ['--help', 'help'],
    ['.htaccess', 'htaccess'],
    ['教育局. . ', '教育局'],
    ['CON', '_CON'],
    ['aux.x', '_aux.x'],
    ['com1 .txt', '_com1 .txt'],
    ['LPT¹', '_LPT¹'],
    ['CONTENT', 'CONTENT'],
    ['a\u202egpj.exe\0\x1b[31m', 'agpj.exe[31m'],
    ['教育局\n（本级）', '教育局 （本级）'],
    ['..', '未命名'],
    ['', '未命名'],
    ['\ud800', '未命名'],
  ])('of %j is %j', (text, name) => {
    expect(safeName(text)).toBe(name)
  })

  test('is no other when it is asked for again, and names one file, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const name = safeName(text)
        expect(safeName(name)).toBe(name)
        expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}]|^\.|[. ]$/u)
        expect(name).not.toBe('')
      }),
    )
  })

  test('comes once, also where systems take two names for one', () => {
    const names = new FileNames()
    expect([
      names.take('Ａ局', '.xlsx'),
      names.take('a局', '.xlsx'),
      names.take('A局', '.xlsx'),
      names.take('A局', '.docx'),
      names.take('e\u0301', '.xlsx'),
      names.take('é', '.xlsx'),
    ]).toEqual(['Ａ局.xlsx', 'a局-2.xlsx', 'A局-3.xlsx', 'A局.docx', 'é.xlsx', 'é-2.xlsx'])
  })

  test('is cut between characters where it would be too long', () => {
    const names = new FileNames()
    for (const _ of [1, 2]) {
      const name = names.take('𠮷田'.repeat(200), '.xlsx')
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(190)
      expect(encodeURI(name)).not.toBe('')
    }
  })

  test('stands in its folders, each of them one for all files in it', () => {
    const names = new FileNames()
    expect([
      names.take('a', '.xlsx', ['2026', '../x']),
      names.take('a', '.xlsx', ['2026', '../x']),
      names.take('b', '.xlsx', ['2026', '..／x']),
      names.take('2026', ''),
    ]).toEqual(['2026/／x/a.xlsx', '2026/／x/a-2.xlsx', '2026/／x-2/b.xlsx', '2026-2'])
  })
})
