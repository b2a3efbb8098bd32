import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '../cli/session.ts'

const PROGRAMS = ['/usr/bin/soffice', '/usr/bin/pdftotext', '/usr/bin/pdfinfo']
const isThere = PROGRAMS.every(existsSync)
const WHY = isThere ? '' : ' (skipped: LibreOffice or poppler-utils are not in /usr/bin)'

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

/** Millimetres of the long and the short side of A4. */
const A4 = [297, 210]

const run = (command: string, args: readonly string[]): string => {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', timeout: 120_000 })
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
  return stdout
}

const bare = (text: string): string => text.replace(/\s+/g, '')

describe.skipIf(!isThere)(`what is handed out, printed by LibreOffice${WHY}`, () => {
  let folder = ''
  /** The text of each kind of file, and the sides of its pages in millimetres. */
  const printed = new Map<string, { readonly text: string; readonly pages: readonly (readonly number[])[] }>()

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pbo-office-'))
    const session = openSession({ files: { 'menyuan.txt': MENYUAN } })
    const outputs = ['worklist=a', 'worklist=b.xlsx', 'notice=c', 'review=d'].map((one) => `--output ${one}`)
    await session.run(`check menyuan.txt --level info --format compact ${outputs.join(' ')}`)
    const written = Object.entries(session.io.written())
    const chosen = {
      list: written.find(([name]) => /^a\/整改清单-.*xlsx$/.test(name)),
      summary: written.find(([name]) => /^a\/整改清单汇总/.test(name)),
      book: written.find(([name]) => name === 'b.xlsx'),
      notice: written.find(([name]) => name.startsWith('c/')),
      form: written.find(([name]) => /^d\/.*社保补贴\.xlsx$/.test(name)),
      document: written.find(([name]) => /^d\/.*社保补贴\.docx$/.test(name)),
    }
    for (const [kind, entry] of Object.entries(chosen)) {
      const [name, content] = entry as (typeof written)[number]
      writeFileSync(join(folder, `${kind}${name.slice(-5)}`), content)
    }
    const files = Object.entries(chosen).map(([kind, entry]) =>
      join(folder, `${kind}${entry?.[0].slice(-5)}`),
    )
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files])
    for (const kind of Object.keys(chosen)) {
      const pdf = join(folder, `${kind}.pdf`)
      const count = Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', [pdf]))?.[1])
      const sizes = run('pdfinfo', ['-f', '1', '-l', String(count), pdf]).matchAll(
        /size:\s+([\d.]+) x ([\d.]+) pts/g,
      )
      const pages = [...sizes].map((size) =>
        size.slice(1).map((points) => Math.round((Number(points) / 72) * 25.4)),
      )
      printed.set(kind, { text: bare(run('pdftotext', ['-raw', pdf, '-'])), pages })
    }
  }, 180_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(['list', 'summary', 'book', 'form'])('%s is A4 in landscape, as wide as one page', (kind) => {
    const { pages = [], text = '' } = printed.get(kind) ?? {}
    expect(pages.length).toBeGreaterThan(0)
    for (const sides of pages) expect(sides).toEqual(A4)
    // Pages beside each other would be twice as many as the last of them counts.
    expect(text).toContain(`第1页，共${pages.length}页`)
  })

  test.each(['notice', 'document'])('%s is A4', (kind) => {
    for (const sides of printed.get(kind)?.pages ?? []) expect(sides).toEqual([...A4].reverse())
  })

  test('lists show every word, and no more than they should', () => {
    const { text = '' } = printed.get('list') ?? {}
    for (const words of [
      '项目支出绩效目标表整改清单',
      '序号单位项目位置问题依据建议整改情况',
      '绩效目标为“80人以上”，指标「“三支一扶”新增岗位」为“≥90个”，指标高于目标。',
      '使目标与指标一致，或说明差异。',
      '填报人：',
    ])
      expect(text).toContain(bare(words))
    for (const words of ['核对码', 'mismatch', '匹配度', '####']) expect(text).not.toContain(words)
  })

  test('the headings of a list are on each of its pages', () => {
    const { text = '', pages = [] } = printed.get('list') ?? {}
    expect(text.split('序号单位项目位置问题依据建议整改情况')).toHaveLength(pages.length + 1)
  })

  test('letters and forms show every word', () => {
    expect(printed.get('notice')?.text).toContain('二、发现的问题1．【')
    expect(printed.get('notice')?.text).toContain('建议：使目标与指标一致，或说明差异。')
    for (const kind of ['form', 'document'])
      expect(printed.get(kind)?.text).toContain('定量指标10个，定性指标2个；定量指标占83%。')
  })
})
