import type { Message, Severity } from '../model/finding.ts'
import type { FileRecord, SkippedRecord } from '../model/record.ts'
import { both, type Markup } from '../report/html/markup.ts'
import { isAtLeast } from '../report/verdict.ts'
import { SEVERITIES, SEVERITY_WORDS } from '../report/words.ts'
import { type Choices, keepChoices, readChoices, SCHEMES, settingsOf } from './choices.ts'
import { filesOfDrop, filesOfInput, type GatheredFiles, sortFound } from './gather-files.ts'
import type { PageFile, Results, RuleName } from './protocol.ts'
import { save } from './save.ts'
import {
  FILE_HEAD,
  type ListedFile,
  type ListedRow,
  listedFile,
  renderFile,
  renderOption,
  renderRow,
  renderRules,
  renderVerdict,
  rowsOf,
  stateOf,
} from './views.ts'
import * as words from './words.ts'
import { isStopped, Workshop } from './workshop.ts'

const { WORDS } = words

const root = document.documentElement
const byId = <Kind extends HTMLElement = HTMLElement>(id: string): Kind => document.getElementById(id) as Kind
const all = <Kind extends HTMLElement = HTMLElement>(
  selector: string,
  from: ParentNode = document,
): Kind[] => [...from.querySelectorAll<Kind>(selector)]

/** Everything that goes into the page is markup whose texts are escaped. */
const fill = (element: HTMLElement, markup: Markup): void => {
  element.innerHTML = markup.html
}

const on = (id: string, event: string, listen: () => void): void => byId(id).addEventListener(event, listen)

let choices = readChoices()
let rules: readonly RuleName[] = []

/** What was given, and what came of it. */
let given: GatheredFiles = { files: [], skipped: [] }
let records: FileRecord[] = []
let results: Results | undefined
let agenciesOf = new Map<string, readonly string[]>()
/** The settings that the results were made by. */
let checkedBy = settingsOf(choices, new Set())
let wasStopped = false

/** What is listed now. */
let files: readonly ListedFile[] = []
let rows: readonly ListedRow[] = []
let shownFiles: readonly ListedFile[] = []
let shownRows: readonly ListedRow[] = []
let tab: 'files' | 'findings' = 'files'
let shownCount = 0

const workshop = new Workshop(byId('worker').textContent ?? '')

// ---- Languages

const inLanguage = (message: Message): string => message[choices.language]

const speak = (): void => {
  const { language } = choices
  root.dataset['lang'] = language
  root.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = document.querySelector(`.brand [lang="${language}"]`)?.textContent ?? ''
  byId('language').setAttribute('aria-label', language === 'zh' ? 'English' : '中文')
  for (const part of all('[data-zh]')) {
    const text = part.dataset[language] ?? ''
    if (part instanceof HTMLOptionElement) part.textContent = text
    else {
      part.setAttribute('aria-label', text)
      if (part instanceof HTMLInputElement) part.placeholder = text
    }
  }
}

const keep = (changed: Partial<Choices>): void => {
  choices = { ...choices, ...changed }
  keepChoices(choices)
}

on('language', 'click', () => {
  keep({ language: choices.language === 'zh' ? 'en' : 'zh' })
  speak()
  showList()
  syncFiling()
})

// ---- States

const SECTIONS = ['intake', 'work', 'results', 'reading'] as const

const show = (...ids: readonly (typeof SECTIONS)[number][]): void => {
  for (const id of SECTIONS) byId(id).hidden = !ids.includes(id)
  root.classList.toggle('begun', !ids.includes('intake') || ids.length > 1)
}

const status = (message: Message): void => fill(byId('status'), both(message))

const complain = (message: Message | undefined): void => {
  const said = byId('said')
  said.replaceChildren()
  if (message === undefined) return
  const line = document.createElement('p')
  line.className = 'notice error'
  fill(line, both(message))
  said.append(line)
}

const complainOf = (error: unknown): void => {
  const reason = error instanceof Error ? error.message : String(error)
  complain({ zh: WORDS.fault.zh + reason, en: WORDS.fault.en + reason })
}

// ---- Files in

/** Names that are taken get another one, so that both files are told apart. */
const withFreePaths = (found: readonly PageFile[], taken: ReadonlySet<string>): readonly PageFile[] => {
  const used = new Set(taken)
  return found.map((one) => {
    let { path } = one
    for (let n = 2; used.has(path); n += 1) path = one.path.replace(/(\.[^./]*)?$/, ` (${n})$1`)
    used.add(path)
    return { ...one, path }
  })
}

const take = async (found: GatheredFiles): Promise<void> => {
  complain(undefined)
  if (found.files.length === 0 && found.skipped.length === 0) return complain(WORDS.noFiles)
  const taken = new Set([...given.files, ...given.skipped].map(({ path }) => path))
  given = {
    files: [...given.files, ...withFreePaths(found.files, taken)],
    skipped: [...given.skipped, ...found.skipped.filter(({ path }) => !taken.has(path))],
  }
  await check()
}

on('choose-files', 'click', () => byId<HTMLInputElement>('files').click())
on('add', 'click', () => byId<HTMLInputElement>('files').click())
on('choose-folder', 'click', () => byId<HTMLInputElement>('folder').click())
for (const id of ['files', 'folder']) {
  const input = byId<HTMLInputElement>(id)
  input.addEventListener('change', () => {
    const found = sortFound(filesOfInput(input.files ?? []))
    input.value = ''
    if (!isBusy) void take(found)
  })
}

let dragged = 0
const drag = (by: number): void => {
  dragged = Math.max(0, dragged + by)
  root.classList.toggle('dragged', dragged > 0 && !isBusy)
}
addEventListener('dragenter', () => drag(1))
addEventListener('dragleave', () => drag(-1))
addEventListener('dragover', (event) => event.preventDefault())
addEventListener('drop', (event) => {
  event.preventDefault()
  drag(-dragged)
  if (isBusy || event.dataTransfer === null) return
  filesOfDrop(event.dataTransfer.items).then((found) => take(sortFound(found)), complainOf)
})

// ---- Checking

let isBusy = false

/** Runs something that takes time: its progress shows, and it can be cancelled. */
const busy = async (work: () => Promise<void>): Promise<void> => {
  isBusy = true
  root.classList.add('busy')
  byId('work').hidden = false
  byId('bar').removeAttribute('value')
  status(WORDS.waiting)
  try {
    await work()
  } catch (error) {
    if (!isStopped(error)) complainOf(error)
  } finally {
    isBusy = false
    root.classList.remove('busy')
    byId('work').hidden = true
  }
}

on('cancel', 'click', () => workshop.stop())

const isZip = (path: string): boolean => /\.zip$/i.test(path)

const check = (): Promise<void> => {
  records = [...given.skipped]
  results = undefined
  wasStopped = false
  return busy(async () => {
    rules = await workshop.rules
    checkedBy = settingsOf(choices, new Set(rules.map(({ id }) => id)))
    show('work', 'results')
    const { files: inputs } = given
    const isCompared = inputs.length > 1 || inputs.some(({ path }) => isZip(path))
    let begun = 0
    list()
    try {
      await workshop.check(inputs, checkedBy, isCompared, {
        begin: (path) => {
          begun += 1
          status(words.checking(begun, inputs.length, path))
          byId('bar').setAttribute('value', String((begun - 1) / inputs.length))
        },
        take: (some) => {
          records.push(...some)
          listSoon()
        },
      })
    } catch (error) {
      wasStopped = isStopped(error)
      if (!wasStopped) throw error
    }
    await finish()
  })
}

/** Compares the filings with each other, and puts everything in order. */
const finish = async (): Promise<void> => {
  status(WORDS.comparing)
  byId('bar').removeAttribute('value')
  results = (await workshop.ask({ ask: 'finish', records, settings: checkedBy })) as Results
  list()
  const [only] = files
  status(wasStopped ? WORDS.stopped : WORDS.done)
  if (files.length === 1 && only?.record.kind === 'checked') await openFiling(0)
}

on('clear', 'click', () => {
  given = { files: [], skipped: [] }
  records = []
  results = undefined
  agenciesOf = new Map()
  byId<HTMLIFrameElement>('filing').srcdoc = ''
  list()
  complain(undefined)
  show('intake')
  byId('choose-files').focus()
})

// ---- Lists

/** While files come in, the list is drawn again a few times a second at most. */
let isListing = false
const listSoon = (): void => {
  if (isListing) return
  isListing = true
  setTimeout(() => {
    isListing = false
    if (results === undefined && isBusy) list()
  }, 300)
}

const byPath = (a: FileRecord, b: FileRecord): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

/** Lists everything anew. */
const list = (): void => {
  for (const record of records)
    if (record.kind === 'checked' && record.extract !== undefined)
      agenciesOf.set(record.path, [...new Set(record.extract.agencies.map(({ name }) => name))])
  const now: readonly FileRecord[] =
    results === undefined ? records.toSorted(byPath) : [...results.files, ...results.skipped]
  files = now.map((record) => listedFile(record, agenciesOf.get(record.path) ?? [], choices.level))
  rows = rowsOf(files)
  const known = {
    files: now.filter((record) => record.kind !== 'skipped'),
    skipped: now.filter((record): record is SkippedRecord => record.kind === 'skipped'),
  }
  fill(byId('verdict'), renderVerdict(known, choices.level, wasStopped))
  fill(byId('file-head'), FILE_HEAD)
  byId('count-files').textContent = String(files.length)
  byId('count-findings').textContent = String(rows.length)
  for (const button of all<HTMLButtonElement>('.exports button')) button.disabled = results === undefined
  offerFilters()
  showList()
}

const select = (id: string): HTMLSelectElement => byId<HTMLSelectElement>(id)

/** Choices of a filter, with what is chosen kept where it is still there. */
const offer = (id: string, any: Message, options: readonly (readonly [string, Message])[]): void => {
  const { value } = select(id)
  const markup = [['', any] as const, ...options].map(
    ([name, label]) => renderOption(name, label, value).html,
  )
  select(id).innerHTML = markup.join('')
  select(id).hidden = options.length < 2
}

const offerFilters = (): void => {
  const ruleName = new Map(rules.map(({ id, name }) => [id, name]))
  const found = [...new Set(rows.map(({ finding }) => finding.rule))].sort()
  offer(
    'rule',
    WORDS.anyRule,
    found.map((id) => [id, ruleName.get(id) ?? { zh: id, en: id }]),
  )
  const agencies = [...new Set(files.flatMap((file) => file.agencies))].sort()
  offer(
    'agency',
    WORDS.anyAgency,
    agencies.map((name) => [name, { zh: name, en: name }]),
  )
  const states = new Set(files.map(stateOf))
  const stateNames = (['found', 'none', 'failed', 'other'] as const).filter((state) => states.has(state))
  offer(
    'state',
    WORDS.anyState,
    stateNames.map((state) => [state, WORDS[state]]),
  )
  const pressed = pressedOff()
  byId('chips').replaceChildren(
    ...SEVERITIES.filter((severity) => isAtLeast(severity, choices.level)).map((severity) => {
      const count = rows.filter(({ finding }) => finding.severity === severity).length
      const chip = document.createElement('button')
      chip.type = 'button'
      chip.className = `chip ${severity}`
      chip.dataset['severity'] = severity
      chip.setAttribute('aria-pressed', String(!pressed.has(severity)))
      chip.innerHTML = `${both(SEVERITY_WORDS[severity]).html} <b>${count}</b>`
      return chip
    }),
  )
  speak()
}

const pressedOff = (): ReadonlySet<string | undefined> =>
  new Set(all('#chips [aria-pressed="false"]').map((chip) => chip.dataset['severity']))

const textOfFile = ({ record, agencies }: ListedFile): string =>
  [record.path, ...agencies, record.kind === 'failed' ? record.error[choices.language] : ''].join(' ')

const textOfRow = ({ file, finding, agencies }: ListedRow): string =>
  [
    file.path,
    ...agencies,
    finding.message[choices.language],
    finding.fix[choices.language],
    ...finding.path.map(inLanguage),
  ].join(' ')

/** How much is drawn at once: the rest when it is asked for. */
const AT_ONCE = 300

/** Draws what the filters leave. */
const showList = (): void => {
  const terms = byId<HTMLInputElement>('search').value.toLowerCase().split(/\s+/).filter(Boolean)
  const holds = (text: string): boolean => {
    const lower = terms.length === 0 ? '' : text.toLowerCase()
    return terms.every((term) => lower.includes(term))
  }
  const [agency, rule, state] = [select('agency').value, select('rule').value, select('state').value]
  const off = pressedOff()
  const isOfAgency = ({ agencies }: { readonly agencies: readonly string[] }): boolean =>
    agency === '' || agencies.includes(agency)
  shownFiles = files.filter(
    (file) => isOfAgency(file) && (state === '' || stateOf(file) === state) && holds(textOfFile(file)),
  )
  shownRows = rows.filter(
    (row) =>
      isOfAgency(row) &&
      !off.has(row.finding.severity) &&
      (rule === '' || row.finding.rule === rule) &&
      holds(textOfRow(row)),
  )
  const isFiles = tab === 'files'
  const isFiltered =
    terms.length > 0 || agency !== '' || (isFiles ? state !== '' : rule !== '' || off.size > 0)
  byId('shown').textContent = inLanguage(
    isFiles
      ? words.countOfFiles(shownFiles.length, files.length)
      : words.countOfFindings(shownRows.length, rows.length),
  )
  select('state').classList.toggle('away', !isFiles)
  select('rule').classList.toggle('away', isFiles)
  byId('chips').classList.toggle('away', isFiles)
  byId('reset').hidden = !isFiltered
  byId('pane-files').hidden = !isFiles
  byId('pane-findings').hidden = isFiles
  byId('nothing').hidden = (isFiles ? shownFiles : shownRows).length > 0
  byId('nothing').textContent = inLanguage(!isFiles && rows.length === 0 ? WORDS.clean : WORDS.nothing)
  shownCount = 0
  byId('file-rows').replaceChildren()
  byId('finding-rows').replaceChildren()
  showMore()
}

const showMore = (): void => {
  const isFiles = tab === 'files'
  const end = shownCount + AT_ONCE
  const drawn = isFiles
    ? shownFiles.slice(shownCount, end).map((file) => renderFile(file, files.indexOf(file), choices.level))
    : shownRows.slice(shownCount, end).map((row) => renderRow(row, indexOfFile(row.file.path)))
  byId(isFiles ? 'file-rows' : 'finding-rows').insertAdjacentHTML(
    'beforeend',
    drawn.map(({ html }) => html).join(''),
  )
  shownCount = end
  const more = byId('more')
  more.hidden = (isFiles ? shownFiles : shownRows).length <= end
  more.textContent = inLanguage(WORDS.more)
}

const indexOfFile = (path: string): number => files.findIndex(({ record }) => record.path === path)

on('more', 'click', showMore)
for (const id of ['rule', 'agency', 'state']) on(id, 'change', showList)
let typing: ReturnType<typeof setTimeout> | undefined
on('search', 'input', () => {
  clearTimeout(typing)
  typing = setTimeout(showList, 120)
})
byId('chips').addEventListener('click', ({ target }) => {
  const chip = (target as Element).closest('.chip')
  if (chip === null) return
  chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') === 'false'))
  showList()
})
on('reset', 'click', () => {
  byId<HTMLInputElement>('search').value = ''
  for (const id of ['rule', 'agency', 'state']) select(id).value = ''
  for (const chip of all('.chip')) chip.setAttribute('aria-pressed', 'true')
  showList()
})

const chooseTab = (to: typeof tab): void => {
  tab = to
  for (const name of ['files', 'findings']) {
    const button = byId(`tab-${name}`)
    button.setAttribute('aria-selected', String(name === to))
    button.tabIndex = name === to ? 0 : -1
  }
  showList()
}
for (const name of ['files', 'findings'] as const) {
  on(`tab-${name}`, 'click', () => chooseTab(name))
  byId(`tab-${name}`).addEventListener('keydown', ({ key }) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return
    chooseTab(tab === 'files' ? 'findings' : 'files')
    byId(`tab-${tab}`).focus()
  })
}

// ---- One filing

let opened = -1

const termsOf = () => ({ settings: checkedBy, language: choices.language, level: choices.level })

/** The files that a record may have come from: itself, or an archive that holds it. */
const containerOf = (path: string): PageFile | undefined =>
  given.files.find((file) => file.path === path) ??
  given.files.find((file) => path.startsWith(`${file.path}/`))

const openFiling = async (at: number, finding?: number): Promise<void> => {
  const record = files[at]?.record
  const file = record && containerOf(record.path)
  if (record?.kind !== 'checked' || file === undefined || results === undefined) return
  await busy(async () => {
    status({ zh: record.path, en: record.path })
    const pieces = (await workshop.ask({ ask: 'view', file, record, terms: termsOf() })) as readonly string[]
    opened = at
    byId('reading-name').textContent = record.path
    byId<HTMLButtonElement>('previous').disabled = neighbour(-1) === undefined
    byId<HTMLButtonElement>('next').disabled = neighbour(1) === undefined
    show('reading')
    const frame = byId<HTMLIFrameElement>('filing')
    frame.addEventListener(
      'load',
      () => {
        syncFiling()
        if (finding !== undefined) jumpTo(finding)
      },
      { once: true },
    )
    frame.srcdoc = pieces.join('')
    byId('reading-name').focus()
    scrollTo(0, 0)
  })
}

/** The report has a head of its own, which the page stands for. */
const syncFiling = (): void => {
  const within = byId<HTMLIFrameElement>('filing').contentDocument
  if (within === null) return
  within.documentElement.classList.add('within')
  if (within.documentElement.dataset['lang'] !== choices.language) within.getElementById('language')?.click()
}

const jumpTo = (finding: number): void => {
  const { contentDocument } = byId<HTMLIFrameElement>('filing')
  contentDocument?.querySelector<HTMLElement>(`#f1n${finding + 1} .no`)?.click()
}

/** The next filing of the list that can be opened, or the one before. */
const neighbour = (step: 1 | -1): number | undefined => {
  for (let at = opened + step; at >= 0 && at < files.length; at += step)
    if (files[at]?.record.kind === 'checked') return at
  return undefined
}

byId('results').addEventListener('click', ({ target }) => {
  const link = (target as Element).closest<HTMLElement>('[data-open]')
  if (link === null || isBusy) return
  const { open, finding } = link.dataset
  void openFiling(Number(open), finding === undefined ? undefined : Number(finding))
})
for (const [id, step] of [
  ['previous', -1],
  ['next', 1],
] as const)
  on(id, 'click', () => {
    const at = neighbour(step)
    if (at !== undefined && !isBusy) void openFiling(at)
  })
on('back', 'click', () => {
  show('results')
  all(`[data-open="${opened}"]`)[0]?.focus()
})
on('print-filing', 'click', () => byId<HTMLIFrameElement>('filing').contentWindow?.print())
on('print', 'click', () => {
  while (!byId('more').hidden) showMore()
  print()
})

// ---- Files out

const EXPORTS = {
  xlsx: ['整改清单.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  html: ['检查报告.html', 'text/html'],
  csv: ['问题清单.csv', 'text/csv'],
  json: ['检查结果.json', 'application/json'],
} as const

for (const button of all('[data-export]'))
  button.addEventListener('click', () => {
    const format = button.dataset['export'] as keyof typeof EXPORTS
    const made = results
    if (made === undefined || isBusy) return
    void busy(async () => {
      status(WORDS.writing)
      const read = format === 'html' ? given.files : []
      const pieces = (await workshop.ask(
        { ask: 'export', format, results: made, files: read, terms: termsOf() },
        (said) => {
          if (said.is === 'begun')
            status({ zh: WORDS.writing.zh + said.path, en: `${WORDS.writing.en} ${said.path}` })
        },
      )) as readonly BlobPart[]
      const [name, type] = EXPORTS[format]
      save(pieces, name, type)
    })
  })

// ---- Settings

const dialog = byId<HTMLDialogElement>('choices')

const drawChoices = (): void => {
  const options = SEVERITIES.map(
    (severity) => renderOption(severity, LEVEL_WORDS[severity], choices.level).html,
  )
  select('level').innerHTML = options.join('')
  select('scheme').innerHTML = SCHEMES.map(
    (scheme) => renderOption(scheme, SCHEME_WORDS[scheme], choices.scheme).html,
  ).join('')
  fill(byId('rules'), renderRules(rules, choices.rules))
  byId<HTMLInputElement>('rule-search').value = ''
  speak()
}

const LEVEL_WORDS: Readonly<Record<Severity, Message>> = {
  error: { zh: '只列错误', en: 'Errors only' },
  warning: { zh: '错误和警告', en: 'Errors and warnings' },
  info: { zh: '错误、警告和提示', en: 'Errors, warnings and notes' },
}

const SCHEME_WORDS: Readonly<Record<(typeof SCHEMES)[number], Message>> = {
  auto: { zh: '按表判断', en: 'As the table says' },
  old: { zh: '旧框架（成本在产出下）', en: 'Old (cost under output)' },
  new: { zh: '新框架（成本为一级指标）', en: 'New (cost on level one)' },
}

on('settings', 'click', () => {
  workshop.rules.then((known) => {
    rules = known
    drawChoices()
    dialog.showModal()
  }, complainOf)
})
on('rule-search', 'input', () => {
  const term = byId<HTMLInputElement>('rule-search').value.toLowerCase()
  for (const item of all('#rules li')) item.hidden = !(item.textContent ?? '').toLowerCase().includes(term)
})
dialog.addEventListener('change', () => {
  const chosen = all<HTMLSelectElement>('#rules select')
    .filter(({ value }) => value !== '')
    .map(({ dataset, value }) => [dataset['rule'], value])
  keep({
    level: select('level').value as Severity,
    scheme: select('scheme').value as Choices['scheme'],
    rules: Object.fromEntries(chosen),
  })
})
on('usual', 'click', () => {
  keep({ level: 'warning', scheme: 'auto', rules: {} })
  drawChoices()
})
dialog.addEventListener('close', () => {
  if (given.files.length === 0 || isBusy) return
  const now = settingsOf(choices, new Set(rules.map(({ id }) => id)))
  if (JSON.stringify(now) === JSON.stringify(checkedBy)) {
    list()
    if (!byId('reading').hidden) void openFiling(opened)
  } else void check()
})

// ---- Begin

byId('needs').hidden = true
speak()
show('intake')
workshop.rules.then(
  (known) => {
    rules = known
  },
  (error: unknown) => {
    const reason = error instanceof Error ? error.message : ''
    complain({ zh: WORDS.notReady.zh + reason, en: WORDS.notReady.en + reason })
  },
)
