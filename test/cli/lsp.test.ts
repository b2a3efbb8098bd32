import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type MarkupContent,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver-protocol/node'
import { HEADER } from '../support/test-rule.ts'

const ROW =
  '\t农技推广\t6.00\t目标1:培训６０人。目标3:推广。\t一、产出指标 (一)数量指标 1.培训人数 ≥50人 (二)质量指标 1.合格率 ≥100%'
const TEXT = `某县2024年部门预算项目支出绩效目标公开表\n${HEADER}\n${ROW}\n`

/** A language server as an editor has it, and what it has said. */
class Editor {
  readonly #server: ChildProcess
  readonly connection: ProtocolConnection
  readonly shown: string[] = []
  readonly #published = new Map<string, readonly Diagnostic[]>()
  #wake: () => void = () => {}
  readonly code: Promise<number | null>

  constructor(folder: string, args: readonly string[] = []) {
    this.#server = spawn(process.execPath, [resolve('bin/pbo.js'), 'lsp', '--stdio', ...args], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' },
    })
    const { stdin, stdout } = this.#server
    if (stdin === null || stdout === null) throw new Error('the server has pipes')
    this.code = new Promise((done) => this.#server.once('close', done))
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    )
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.#published.set(uri, diagnostics)
      this.#wake()
    })
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.shown.push(message)
    })
    this.connection.listen()
  }

  async start(locale = 'en'): Promise<void> {
    const { capabilities } = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      locale,
    })
    expect(capabilities.hoverProvider).toBe(true)
    await this.connection.sendNotification(InitializedNotification.type, {})
  }

  /** What is published next for a document. */
  async next(uri: string, act: () => Promise<void>): Promise<readonly Diagnostic[]> {
    this.#published.delete(uri)
    await act()
    while (true) {
      const diagnostics = this.#published.get(uri)
      if (diagnostics !== undefined) return diagnostics
      await new Promise<void>((done) => {
        this.#wake = done
      })
    }
  }

  open(uri: string, text: string, languageId = 'plaintext'): Promise<readonly Diagnostic[]> {
    return this.next(uri, () =>
      this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    )
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type)
    await this.connection.sendNotification(ExitNotification.type)
    const code = await this.code
    this.connection.dispose()
    return code
  }
}

/** The place of a text in a document. */
const rangeIn = (text: string, part: string) => {
  const at = text.indexOf(part)
  const before = text.slice(0, at).split('\n')
  const [line, character] = [before.length - 1, before.at(-1)?.length ?? 0]
  return { start: { line, character }, end: { line, character: character + part.length } }
}

const withEdits = (text: string, edits: readonly TextEdit[]): string => {
  const lines = text.split('\n')
  for (const { range, newText } of [...edits].sort(
    (a, b) => b.range.start.character - a.range.start.character,
  )) {
    const { line, character } = range.start
    lines[line] = lines[line]?.slice(0, character) + newText + lines[line]?.slice(range.end.character)
  }
  return lines.join('\n')
}

describe('pbo lsp', () => {
  let folder = ''
  let editor: Editor
  let uri = ''

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pbo-lsp-'))
    uri = pathToFileURL(join(folder, 'a.txt')).href
    editor = new Editor(folder)
    await editor.start()
  })
  afterEach(async () => {
    expect(await editor.stop()).toBe(0)
    rmSync(folder, { recursive: true })
  })
  test('publishes findings with their places, related places, reasons and pages', async () => {
    const found = await editor.open(uri, TEXT)
    const rules = found.map(({ code }) => code)
    expect(rules).toEqual(expect.arrayContaining(['goal-indicator-mismatch', 'numbering-gap', 'untidy-text']))
    const [mismatch] = found.filter(({ code }) => code === 'goal-indicator-mismatch')
    expect(mismatch).toMatchObject({ source: 'pbo', severity: 1 })
    const page = readFileSync(new URL(mismatch?.codeDescription?.href ?? ''), 'utf8')
    expect(page).toMatch(/^# .*goal-indicator-mismatch/)
    expect(mismatch?.message).toMatch(/^the goal says.*\n[\s\S]*what to do: /)
    const places = [
      mismatch?.range,
      ...(mismatch?.relatedInformation ?? []).map(({ location }) => location.range),
    ]
    expect(places).toContainEqual(rangeIn(TEXT, '６０人'))
    expect(found.find(({ code }) => code === 'numbering-gap')?.range).toEqual(rangeIn(TEXT, '目标3:'))
    expect(found.find(({ code }) => code === 'untidy-text')?.severity).toBe(4)
  })

  test('follows what is typed, and says nothing of what is no filing', async () => {
    await editor.open(uri, TEXT)
    const range = rangeIn(TEXT, '3:推广')
    const changed = await editor.next(uri, () =>
      editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range, text: '2:推广' }],
      }),
    )
    expect(changed.map(({ code }) => code)).not.toContain('numbering-gap')
    const closed = await editor.next(uri, () =>
      editor.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    )
    expect(closed).toEqual([])
    expect(await editor.open('untitled:Untitled-1', '# Notes\n\nnothing here\n', 'markdown')).toEqual([])
  })

  test('explains an indicator and what was found in it', async () => {
    await editor.open(uri, TEXT)
    const hover = async (part: string) => {
      const { start } = rangeIn(TEXT, part)
      const result = await editor.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: { ...start, character: start.character + 1 },
      })
      return (result?.contents as MarkupContent | undefined)?.value ?? ''
    }
    const text = await hover('培训人数')
    expect(text).toContain('**培训人数**')
    expect(text).toContain('产出 › 数量')
    expect(text).toContain('≥50人 (read as \\[50, ∞) 人)')
    expect(await hover('≥100%')).toContain('percent-out-of-range')
    expect(await hover('某县2024年')).toBe('')
  })

  test('offers the fix of a finding, and all of them together', async () => {
    const found = await editor.open(uri, TEXT)
    const [gap] = found.filter(({ code }) => code === 'numbering-gap')
    if (gap === undefined) throw new Error('a gap was found')
    const ask = async (range: Diagnostic['range'], only?: string[]): Promise<CodeAction[]> =>
      ((await editor.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
      })) ?? []) as CodeAction[]
    const [fix, ...others] = await ask(gap.range)
    expect(others).toEqual([])
    expect(fix).toMatchObject({ title: 'Replace “3” by “2”', kind: 'quickfix', isPreferred: true })
    expect(withEdits(TEXT, fix?.edit?.changes?.[uri] ?? [])).toBe(TEXT.replace('目标3', '目标2'))
    const [all] = await ask(gap.range, ['source.fixAll'])
    expect(withEdits(TEXT, all?.edit?.changes?.[uri] ?? [])).toBe(
      TEXT.replace('目标3', '目标2').replace('６０', '60').replace('≥100%', '=100%'),
    )
  })

  test('goes by the nearest config and a baseline, and says what is wrong in them', async () => {
    writeFileSync(join(folder, 'pbo.config.json'), JSON.stringify({ level: 'error' }))
    expect((await editor.open(uri, TEXT)).map(({ code }) => code)).toEqual([
      'untidy-text',
      'goal-indicator-mismatch',
    ])
    const save = () =>
      editor.next(uri, () =>
        editor.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } }),
      )
    writeFileSync(join(folder, 'pbo.config.json'), JSON.stringify({ rules: ['./x.mjs'] }))
    expect(await save()).toEqual([])
    expect(editor.shown.join()).toContain("'./x.mjs' in rules is code that would be run")
    writeFileSync(
      join(folder, 'pbo.config.json'),
      JSON.stringify({ rules: { 'goal-indicator-mismatch': 'off' } }),
    )
    expect((await save()).map(({ code }) => code)).not.toContain('goal-indicator-mismatch')
  })

  test('reads CSV and Markdown, and speaks the language of the editor', async () => {
    const table = [
      ['项目名称', '金额(万元)', '绩效目标', '一级指标', '二级指标', '三级指标', '指标值'],
      ['推广', '6.00', '推广', '产出指标', '质量指标', '合格率', '≥980%'],
    ]
    const chinese = new Editor(folder)
    await chinese.start('zh-CN')
    const csv = await chinese.open(
      uri.replace('.txt', '.csv'),
      table.map((row) => row.join(',')).join('\r\n'),
      'csv',
    )
    expect(csv.map(({ message }) => message).join()).toContain('“≥980%”超过 100%')
    const markdown = [table[0], table[0]?.map(() => '---'), table[1]]
      .map((row) => `| ${row?.join(' | ')} |`)
      .join('\n')
    const found = await chinese.open(uri.replace('.txt', '.md'), markdown, 'markdown')
    expect(found.find(({ code }) => code === 'percent-out-of-range')?.range).toEqual(
      rangeIn(markdown, '≥980%'),
    )
    expect(await chinese.stop()).toBe(0)
  })
})
