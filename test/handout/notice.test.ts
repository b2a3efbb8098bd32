import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { NOTICE_FIELDS, noticeFiles } from '../../src/handout/notice.ts'
import { readTemplate } from '../../src/handout/template.ts'
import { readArchive } from '../../src/read/archive.ts'
import { printable } from '../../src/report/printable.ts'
import { HOSTILE_TEXTS, hostileReport, REPORT } from '../support/report-files.ts'
import { filesOf } from './handouts.ts'

const NAME = '整改通知-门源县人社局(本级).docx'

const textOf = async (bytes: Uint8Array | undefined): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes as Uint8Array) })).value

const linesOf = async (bytes: Uint8Array | undefined): Promise<readonly string[]> =>
  (await textOf(bytes)).split(/\n+/)

describe('整改通知', () => {
  test('is a letter to each agency of which something was found', async () => {
    const files = await filesOf(noticeFiles, REPORT)
    expect(Object.keys(files)).toEqual([NAME])
    const lines = await linesOf(files[NAME])
    expect(lines).toContain('门源县人社局(本级)：')
    expect(lines).toContain('《sample.txt》')
    expect(lines).toContain('1．【“三支一扶”补贴】年内新增岗位：绩效目标为 80人以上，指标值为 ≥90个。')
    expect(lines).toContain('位置：第5行，绩效目标 1')
    expect(lines).toContain('依据：80 < 90')
    expect(lines.some((line) => line.startsWith('建议：'))).toBe(true)
    expect(lines.at(-2)?.trim()).toMatch(/^年　+月　+日$/)
  })

  test('has nothing of who made it and when, and the same bytes each time', async () => {
    const [first, second] = [await filesOf(noticeFiles, REPORT), await filesOf(noticeFiles, REPORT)]
    expect(Buffer.from(first[NAME] as Uint8Array).equals(second[NAME] as Uint8Array)).toBe(true)
    const core = (await readArchive(first[NAME] as Uint8Array)).find(
      ({ name }) => name === 'docProps/core.xml',
    )
    expect(new TextDecoder().decode(core?.bytes)).not.toMatch(/creator|created|modified/i)
  })

  test('is the own letter of a bureau where there is a template', async () => {
    const ours = (await filesOf(noticeFiles, REPORT))[NAME] as Uint8Array
    const { rewriteArchive } = await import('../../src/read/write-archive.ts')
    const own = rewriteArchive(
      ours,
      new Map([
        [
          'word/document.xml',
          new TextEncoder().encode(
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{{单位}}（{{单位编码}}）{{文件数}}份{{文件}}，{{问题数}}个问题</w:t></w:r></w:p><w:p><w:r><w:t>{{序号}}、{{项目}}|{{位置}}|{{问题}}|{{依据}}|{{建议}}</w:t></w:r></w:p><w:p><w:r><w:t>{{日期}}</w:t></w:r></w:p></w:body></w:document>',
          ),
        ],
      ]),
    )
    const notice = await readTemplate(own, NOTICE_FIELDS)
    const lines = await linesOf((await filesOf(noticeFiles, REPORT, { templates: { notice } }))[NAME])
    expect(lines[0]).toBe('门源县人社局(本级)（501001）1份《sample.txt》，2个问题')
    expect(lines[1]).toMatch(/^1、“三支一扶”补贴\|第5行/)
    expect(lines.some((line) => line.startsWith('2、'))).toBe(true)
    expect(lines.join('')).not.toContain('{{')
  })

  test.each(HOSTILE_TEXTS)('is text where a filing says %j', async (words) => {
    const [bytes] = Object.values(await filesOf(noticeFiles, hostileReport(words)))
    const text = await textOf(bytes)
    expect(text).toContain(printable(words).replace('\ufffe', '\ufffd'))
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
  })
})
