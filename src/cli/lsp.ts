import { fileURLToPath } from 'node:url'
import type {
  CodeAction,
  Connection,
  Diagnostic,
  Hover,
  Range,
  TextDocuments,
  TextEdit,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Category, Indicator } from '../model/disclosure.ts'
import type { Language, Message, Severity } from '../model/finding.ts'
import { formatInterval, intervalInBase } from '../model/interval.ts'
import { type CheckedRecord, type RecordedFinding, reportedFindings } from '../model/record.ts'
import { pathTo } from '../model/walk.ts'
import { type CheckOrder, checkFile } from '../records/check-content.ts'
import type { Core } from '../records/core.ts'
import { fixContent, TIDYING, withTidying } from '../records/fix-content.ts'
import { DEFAULT_LIMITS } from '../records/limits.ts'
import { parseContent } from '../records/parse-content.ts'
import { createRanOn } from '../records/ran-rules.ts'
import { reasonLines } from '../report/detail.ts'
import { markdownText } from '../report/printable.ts'
import type { ParsedFile } from '../report/report.ts'
import { clean, describeCategory, describeTarget } from '../report/target-text.ts'
import { isAtLeast } from '../report/verdict.ts'
import type { Rule } from '../rules/rule.ts'
import type { Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import { type BaselineFlags, findBaseline, suppressorOf } from './baseline.ts'
import type { ConfigFlags } from './config-file.ts'
import type { ExitCode } from './exit-code.ts'
import { withAllowedRules } from './own-rules.ts'
import { type Asked, settleTerms, type Terms } from './terms.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

export interface LspFlags extends ConfigFlags, BaselineFlags {
  readonly level?: Severity
}

const PAGES = new URL('../../docs/rules/', import.meta.url)

/** Where a rule's page is: for those of pbo, a file that was installed with the command. Empty where it has none. */
const pageOf = ({ id, url = new URL(`${id}.md`, PAGES).href }: Rule): string => url

/** What is known of an open document: the text that it was read from, its tree and what was found. */
interface Known {
  readonly version: number
  readonly file: ParsedFile
  readonly record: CheckedRecord
  readonly order: Omit<CheckOrder, 'content'>
}

/** `pbo lsp`: speaks the Language Server Protocol over stdin and stdout until the editor ends it. */
export const runLsp = async (
  given: Omit<Asked<LspFlags>, 'paths'>,
  io: Io,
  library: Core,
): Promise<ExitCode> => {
  const { createConnection, StreamMessageReader, StreamMessageWriter, TextDocuments } = await import(
    'vscode-languageserver/node'
  )
  const { TextDocument } = await import('vscode-languageserver-textdocument')
  const core = await withAllowedRules(given.flags, io, library)
  const { stdin, stdout } = process
  const connection = createConnection(new StreamMessageReader(stdin), new StreamMessageWriter(stdout))
  const server = new Server(given, io, core, connection, new TextDocuments(TextDocument))
  server.listen()
  let isAskedTo = false
  connection.onShutdown(() => {
    isAskedTo = true
  })
  // The library ends the process itself, as soon as the editor says so.
  process.once('exit', () => {
    process.exitCode = isAskedTo ? 0 : 1
  })
  await new Promise<void>((resolve) => stdin.once('close', resolve))
  return 0
}

const TERMS = { ...DEFAULT_LIMITS, encoding: undefined }

class Server {
  readonly #given: Omit<Asked<LspFlags>, 'paths'>
  readonly #io: Io
  readonly #core: Core
  readonly #connection: Connection
  readonly #documents: TextDocuments<TextDocument>
  readonly #known = new Map<string, Promise<Known | undefined>>()
  #language: Language
  /** What was complained of last, so as not to say it with every key. */
  #complaint = ''

  constructor(
    given: Omit<Asked<LspFlags>, 'paths'>,
    io: Io,
    core: Core,
    connection: Connection,
    documents: TextDocuments<TextDocument>,
  ) {
    this.#given = given
    this.#io = io
    this.#core = core
    this.#connection = connection
    this.#documents = documents
    this.#language = given.language
  }

  listen(): void {
    const connection = this.#connection
    connection.onInitialize(({ locale }) => {
      if (locale !== undefined && !this.#given.isGiven('lang'))
        this.#language = /^zh\b/i.test(locale) ? 'zh' : 'en'
      return {
        serverInfo: { name: 'pbo', version: this.#io.toolVersion() },
        capabilities: {
          textDocumentSync: { openClose: true, change: 2, save: true },
          hoverProvider: true,
          codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
        },
      }
    })
    this.#documents.onDidChangeContent(({ document }) => this.#refresh(document))
    // A config or a baseline may be what was saved.
    this.#documents.onDidSave(() => {
      for (const document of this.#documents.all()) this.#refresh(document)
    })
    this.#documents.onDidClose(({ document: { uri } }) => {
      this.#known.delete(uri)
      void connection.sendDiagnostics({ uri, diagnostics: [] })
    })
    connection.onHover(async ({ textDocument: { uri }, position }) => {
      const known = await this.#known.get(uri)
      const document = this.#documents.get(uri)
      return known && document && this.#hover(known, document.offsetAt(position))
    })
    connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
      const known = await this.#known.get(uri)
      const document = this.#documents.get(uri)
      if (known === undefined || document === undefined) return []
      const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }
      const isWanted = (kind: string): boolean =>
        context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true
      return [
        ...(isWanted('quickfix') ? this.#quickFixes(known, uri, span) : []),
        ...(context.only !== undefined && isWanted(FIX_ALL) ? await this.#fixAll(known, document) : []),
      ]
    })
    this.#documents.listen(connection)
    connection.listen()
  }

  #refresh(document: TextDocument): void {
    const { uri, version } = document
    const reading = this.#read(document)
    this.#known.set(uri, reading)
    void reading.then((known) => {
      // What was typed since is read already.
      if (this.#documents.get(uri)?.version !== version) return
      const diagnostics = known === undefined ? [] : this.#diagnostics(known.record, known.file.source, uri)
      void this.#connection.sendDiagnostics({ uri, version, diagnostics })
    })
  }

  /** Nothing for what is no filing, or can't be read by the config that there is. */
  async #read(document: TextDocument): Promise<Known | undefined> {
    await this.#io.turn()
    const text = document.getText()
    if (text.length > DEFAULT_LIMITS.maxFileSize) return undefined
    const { uri, version } = document
    const path = pathOf(uri)
    try {
      const terms = await this.#terms(path)
      if (await terms.isIgnored(path, 'file')) return undefined
      const { isUtf8, hash } = this.#io
      const settings = terms.settingsFor(path)
      const order = { path, isSearched: true, settings: withTidying(settings, this.#core), isCompared: false }
      const content = { bytes: new TextEncoder().encode(text) }
      const [file] = await parseContent(content, order, { core: this.#core, isUtf8 }, TERMS)
      if (file?.kind !== 'parsed' || file.source.text.length !== text.length) return undefined
      const record = checkFile(file, order, { core: this.#core, hash })
      if (record.kind !== 'checked') return undefined
      this.#complaint = ''
      return { version, file, order, record: await this.#withoutKnown(record, terms) }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      const complaint = error.words[this.#language]
      if (complaint !== this.#complaint) {
        void this.#connection.sendNotification('window/showMessage', {
          type: 1,
          message: `pbo: ${complaint}`,
        })
      }
      this.#complaint = complaint
      return undefined
    }
  }

  /** Configs are read anew each time: they may have changed. */
  #terms(path: string): Promise<Terms<LspFlags>> {
    const asked = { ...this.#given, paths: [path], language: this.#language }
    return settleTerms<LspFlags>(asked, {}, this.#io, this.#core)
  }

  /** Without what a baseline knows, and what is below the level. */
  async #withoutKnown(record: CheckedRecord, terms: Terms<LspFlags>): Promise<CheckedRecord> {
    const { level = 'info' } = terms.flags
    const listed = record.findings.filter(
      ({ severity, rule }) => rule === TIDYING || isAtLeast(severity, level),
    )
    const baseline = findBaseline(terms.flags, this.#io)
    if (baseline === undefined) return { ...record, findings: listed }
    const ranOn = createRanOn(terms.settingsFor, this.#core.rules)
    const suppressor = await suppressorOf(baseline, ranOn, this.#io)
    const known = suppressor.suppress({ ...record, findings: listed })
    return { ...known, findings: reportedFindings(known) }
  }

  #diagnostics({ findings }: Pick<CheckedRecord, 'findings'>, source: Source, uri: string): Diagnostic[] {
    const language = this.#language
    return findings.map((finding) => ({
      range: rangeOf(source, finding.at),
      severity: finding.rule === TIDYING ? 4 : DIAGNOSTIC_SEVERITIES[finding.severity],
      code: finding.rule,
      ...this.#pageOf(finding.rule),
      source: 'pbo',
      message: [finding.message[language], ...reasonLines(finding, language)].join('\n'),
      relatedInformation: (finding.related ?? []).map(({ at, note }) => ({
        location: { uri, range: rangeOf(source, at) },
        message: note[language],
      })),
      data: { fingerprint: finding.fingerprint },
    }))
  }

  #pageOf(id: string): Pick<Diagnostic, 'codeDescription'> {
    const rule = this.#core.rules.find((candidate) => candidate.id === id)
    const href = rule === undefined ? '' : pageOf(rule)
    return href === '' ? {} : { codeDescription: { href } }
  }

  /** How the indicator under the pointer was understood, and why what was found there is wrong. */
  #hover({ file, record }: Known, offset: number): Hover | undefined {
    const language = this.#language
    const path = pathTo(file.disclosure, offset)
    const indicator = path.find((node) => node.kind === 'indicator')
    const isIn = ({ start, end }: Span): boolean => start <= offset && offset <= end
    const found = record.findings.filter(({ at }) => isIn(at))
    const rules = [...new Set(found.map(({ rule }) => rule))].flatMap((id) =>
      this.#core.rules.filter((rule) => rule.id === id),
    )
    const parts = [
      ...(indicator !== undefined && isIn(indicator.span)
        ? [
            describeIndicator(
              indicator,
              path.filter((node) => node.kind === 'category'),
              language,
            ),
          ]
        : []),
      ...rules.map((rule) => {
        const { summary, why, fix } = rule.docs
        const page = pageOf(rule)
        const name = page === '' ? `**${rule.id}**` : `[${rule.id}](${page})`
        return [name, ...[summary, why, fix].map((text) => markdownText(text[language]))].join('\n\n')
      }),
    ]
    return parts.length === 0
      ? undefined
      : { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') } }
  }

  #quickFixes({ record, file: { source } }: Known, uri: string, span: Span): CodeAction[] {
    return record.findings
      .filter(({ at, edits = [] }) => edits.length > 0 && at.start <= span.end && span.start <= at.end)
      .map((finding) => ({
        title: titleOf(finding, source, this.#language),
        kind: 'quickfix',
        isPreferred: true,
        diagnostics: this.#diagnostics({ findings: [finding] }, source, uri),
        edit: { changes: { [uri]: textEdits(finding.edits ?? [], source) } },
      }))
  }

  /** What `--fix` would do, checked as it checks it. */
  async #fixAll({ order, record, file: { source } }: Known, document: TextDocument): Promise<CodeAction[]> {
    const content = { bytes: new TextEncoder().encode(document.getText()) }
    const { isUtf8, hash } = this.#io
    const listed = new Set(record.findings.map(({ fingerprint }) => fingerprint))
    const fixed = await fixContent(
      { ...order, content },
      TERMS,
      { core: this.#core, isUtf8, hash },
      (all) => ({
        ...all,
        findings: all.findings.filter(({ fingerprint }) => listed.has(fingerprint)),
      }),
    )
    if (fixed === undefined) return []
    const title = WORDS.fixAll[this.#language]
    return [{ title, kind: FIX_ALL, edit: { changes: { [document.uri]: textEdits(fixed.edits, source) } } }]
  }
}

const FIX_ALL = 'source.fixAll.pbo'
const DIAGNOSTIC_SEVERITIES = { error: 1, warning: 2, info: 3 } as const

const WORDS = {
  fixAll: { zh: '改正所有不必斟酌的问题', en: 'Fix everything that needs no judgement' },
  renumber: { zh: '重新编号', en: 'Renumber the list' },
  reads: { zh: '读作', en: 'read as' },
  actual: { zh: '实际完成', en: 'reached' },
} as const satisfies Record<string, Message>

const pathOf = (uri: string): string =>
  uri.startsWith('file:') ? fileURLToPath(uri).replaceAll('\\', '/') : uri

/** Both count from 0; the text is the document's own, unit by unit. */
const rangeOf = (source: Source, { start, end }: Span): Range => {
  const [from, to] = [source.position(start), source.position(end)]
  return {
    start: { line: from.line - 1, character: from.column - 1 },
    end: { line: to.line - 1, character: to.column - 1 },
  }
}

const textEdits = (edits: NonNullable<RecordedFinding['edits']>, source: Source): TextEdit[] =>
  edits.map(({ at, text }) => ({ range: rangeOf(source, at), newText: text }))

const titleOf = ({ edits = [] }: RecordedFinding, source: Source, language: Language): string => {
  const [first] = edits
  if (first === undefined || edits.length > 1) return WORDS.renumber[language]
  const [old, now] = [source.text.slice(first.at.start, first.at.end), first.text]
  return language === 'zh' ? `把“${old}”改为“${now}”` : `Replace “${old}” by “${now}”`
}

/** Where it stands, its comparator, value and unit, and the numbers that satisfy it. */
const describeIndicator = (
  { name, target, actual }: Indicator,
  categories: readonly Category[],
  language: Language,
): string => {
  const { sign, value } = describeTarget(target)
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')']
  const unit = target.kind === 'measured' ? target.measure.unit : undefined
  const means =
    target.kind === 'measured'
      ? [`${formatInterval(intervalInBase(target.measure))}${unit === undefined ? '' : ` ${unit.base}`}`]
      : [KINDS[target.kind][language]]
  const reached = actual === undefined ? undefined : describeTarget(actual)
  return [
    `**${markdownText(clean(name))}**`,
    markdownText(categories.map(describeCategory).join(' › ')),
    markdownText(`${sign}${value}`) +
      markdownText(`${open}${WORDS.reads[language]} ${means.join('')}${close}`),
    reached === undefined ? '' : markdownText(`${WORDS.actual[language]} ${reached.sign}${reached.value}`),
  ]
    .filter((line) => line !== '')
    .join('\n\n')
}

const KINDS = {
  period: { zh: '期限', en: 'a deadline or period' },
  baseline: { zh: '与基期比较', en: 'a comparison with a base year' },
  qualitative: { zh: '定性', en: 'qualitative' },
  blank: { zh: '空', en: 'empty' },
  unparsed: { zh: '未能读懂', en: 'not understood' },
} as const satisfies Record<Exclude<Indicator['target']['kind'], 'measured'>, Message>
