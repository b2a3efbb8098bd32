import type {
  Agency,
  Amount,
  ColumnRole,
  Disclosure,
  Heading,
  Leftover,
  Project,
  Total,
} from '../../model/disclosure.ts'
import type { Message, Severity } from '../../model/finding.ts'
import { projectsOf } from '../../model/walk.ts'
import { quoteAt } from '../../source/quote.ts'
import { contains, type Span } from '../../source/span.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { fitQuote } from '../fragment.ts'
import { spanName } from '../listing.ts'
import { type DrawnFile, filingName } from './filing.ts'
import { MarkPainter, type NumberedFinding } from './mark-painter.ts'
import { both, html, type Markup, NOTHING } from './markup.ts'
import { inBoth, PAGE_WORDS } from './page-words.ts'
import { renderGoals, renderIndicators, renderMoneyTable } from './project-cells.ts'
import { describeSum, type RowSum, renderAddends } from './row-sums.ts'

/** What all parts of a filing's table are drawn with. */
interface Drawing {
  readonly filing: string
  readonly disclosure: Disclosure
  readonly painter: MarkPainter
  readonly others: OtherText
  readonly sums: ReadonlyMap<number, RowSum>
  /** How grave it is that an amount is no sum, by where it begins. */
  readonly wrongSums: ReadonlyMap<number, Severity>
  readonly projectIds: ReadonlyMap<Project, string>
}

/** The id of a filing's row of a project, for links. */
export const projectId = (filing: string, index: number): string => `${filing}j${index + 1}`

/**
 * A filing as its table: agencies and projects in rows, goals and indicators beside them, all other
 * text of the filing below, and every end of every finding marked in place.
 */
export const renderFilingTable = (
  file: DrawnFile,
  findings: readonly NumberedFinding[],
  sums: ReadonlyMap<number, RowSum>,
  filing: string,
): Markup => {
  const { disclosure, source } = file
  const painter = new MarkPainter(
    source,
    findings.flatMap(({ marks }) => marks),
  )
  const arithmetic = findings.filter(({ finding }) => finding.category === 'arithmetic')
  const drawing: Drawing = {
    filing,
    disclosure,
    painter,
    others: new OtherText(file, painter),
    sums,
    wrongSums: new Map(arithmetic.map(({ finding }) => [finding.at.start, finding.severity])),
    projectIds: new Map(projectsOf(disclosure).map((project, i) => [project, projectId(filing, i)])),
  }
  const caption = html`<caption>${painter.paint(disclosure.title)}</caption>`
  const header = renderHeader(drawing)
  const rows = renderRows([...disclosure.totals, ...disclosure.projects, ...disclosure.agencies], 0, drawing)
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${filingName(file)}"><table class="filing-table">${caption}
    <thead><tr>${header}</tr></thead><tbody>${rows}</tbody></table></div>${drawing.others.renderRest()}`
}

/** Which columns of a filing go into which column of the page. */
const COLUMNS: readonly { roles: readonly ColumnRole[]; word: keyof typeof PAGE_WORDS }[] = [
  { roles: ['code', 'agency', 'name'], word: 'colName' },
  { roles: ['amount'], word: 'colAmount' },
  { roles: ['goal', 'result'], word: 'colGoals' },
  {
    roles: [
      'level-one',
      'level-two',
      'indicator',
      'direction',
      'comparator',
      'target',
      'unit',
      'weight',
      'actual',
      'score',
      'reason',
      'note',
    ],
    word: 'colIndicators',
  },
]

/** The header as the first page prints it; those of the other pages stand with the other text. */
const renderHeader = ({ disclosure, painter, others }: Drawing): Markup[] =>
  COLUMNS.map(({ roles, word }) => {
    const printed = roles
      .map((role) => disclosure.headings.find((heading: Heading) => heading.role === role))
      .filter((heading) => heading !== undefined)
    for (const { text } of printed) others.claim(text)
    const texts = printed.map(({ text }) => html`<span>${painter.paint(text)}</span> `)
    return html`<th scope="col">${texts.length === 0 ? both(PAGE_WORDS[word]) : texts}</th>`
  })

/** Rows in the order of the text, those under an agency behind it. */
const renderRows = (
  rows: readonly (Total | Agency | Project)[],
  depth: number,
  drawing: Drawing,
): readonly Markup[] =>
  [...rows]
    .sort((a, b) => a.span.start - b.span.start)
    .map((row) => {
      if (row.kind === 'project') return renderProject(row, depth, drawing)
      const own = renderRow(row, depth, drawing)
      if (row.kind === 'total') return own
      return html`${own}${renderRows([...row.projects, ...row.agencies], depth + 1, drawing)}`
    })

/** A row that stands over others, with the arithmetic of its amount. */
const renderRow = (row: Total | Agency, depth: number, drawing: Drawing): Markup => {
  const code = row.kind === 'agency' ? row.code : undefined
  const name = renderName(code, row.name, drawing)
  return html`<tr class="${row.kind} ${depthName(depth)}"><th scope="row">${name}</th>
    <td class="amount">${renderAmount(row.amount, drawing)}</td><td colspan="2">${renderSum(row.amount, drawing)}</td></tr>`
}

const renderProject = (project: Project, depth: number, drawing: Drawing): Markup => {
  const { painter, others, projectIds } = drawing
  const isFlagged = painter.isMarked(project.span)
  const id = projectIds.get(project) ?? ''
  const period =
    project.period === undefined
      ? NOTHING
      : html`<div class="aside">${painter.paint(project.period.text)}</div>`
  const funding = project.funding.map(
    ({ name, amount }) =>
      html`<div class="aside">${painter.paint(name)} ${renderAmount(amount, drawing)}</div>`,
  )
  const money = renderMoneyTable(project, painter)
  return html`<tr class="project ${depthName(depth)}${isFlagged ? ' flagged' : ''}" id="${id}">
    <th scope="row">${renderName(project.code, project.name, drawing)}${period}</th>
    <td class="amount">${renderAmount(project.amount, drawing)}${funding}${renderFundingSum(project.amount, drawing)}</td>
    <td class="goals">${renderGoals(project, painter)}</td>
    <td class="indicators">${renderIndicators(project, painter)}${others.renderWithin(project.span)}</td></tr>${
      money.html === '' ? NOTHING : html`<tr class="stages-row"><td colspan="4">${money}</td></tr>`
    }`
}

const renderName = (code: SpannedText | undefined, name: SpannedText, { painter }: Drawing): Markup =>
  html`${code === undefined ? NOTHING : html`<span class="code">${painter.paint(code)}</span> `}${painter.paint(name)}`

const renderAmount = ({ kind, text }: Amount, { painter }: Drawing): Markup => {
  const painted = painter.paint(text)
  return kind === 'blank-amount' && painted.html === ''
    ? html`<span class="faint">—</span>`
    : html`<span class="money">${painted}</span>`
}

/** The arithmetic of a row, right or wrong; neither where the rules know a reason (rounding, a row between). */
const renderSum = (amount: Amount, drawing: Drawing): Markup => {
  const check = checkOf(amount, drawing)
  return check === undefined
    ? NOTHING
    : html`<details class="check ${check.kind}"><summary>${both(check.words)}</summary>${renderAddends(check.sum, drawing.disclosure)}</details>`
}

/** The same for a project, whose addends stand right above it. */
const renderFundingSum = (amount: Amount, drawing: Drawing): Markup => {
  const check = checkOf(amount, drawing)
  return check === undefined || check.kind === 'open'
    ? NOTHING
    : html`<div class="aside check ${check.kind}">${both(check.words)}</div>`
}

interface Check {
  readonly sum: RowSum
  readonly kind: 'ok' | 'open' | Severity
  readonly words: Message
}

const checkOf = (amount: Amount, { disclosure, sums, wrongSums }: Drawing): Check | undefined => {
  if (amount.kind !== 'amount') return undefined
  const { start } = amount.numeral.text.span
  const sum = sums.get(start)
  if (sum === undefined) return undefined
  const { zh, en } = describeSum(sum, disclosure)
  if (sum.agrees) return { sum, kind: 'ok', words: { zh: `✓ ${zh}`, en: `✓ ${en}` } }
  const wrong = wrongSums.get(start)
  if (wrong === undefined) return { sum, kind: 'open', words: { zh, en } }
  const sign = wrong === 'error' ? '✗' : '≠'
  return { sum, kind: wrong, words: { zh: `${sign} ${zh}`, en: `${sign} ${en}` } }
}

/** Indents are classes: the page allows no styles on elements. */
const depthName = (depth: number): string => `d${Math.min(depth, 4)}`

/** The text of a filing that is in no cell of the page's table: nothing of the input is left out. */
class OtherText {
  readonly #file: DrawnFile
  readonly #painter: MarkPainter
  readonly #claimed = new Set<SpannedText>()

  constructor(file: DrawnFile, painter: MarkPainter) {
    this.#file = file
    this.#painter = painter
  }

  /** Takes out a text that is shown elsewhere. */
  claim(text: SpannedText): void {
    this.#claimed.add(text)
  }

  /** Remarks and what could not be read in the row of a project, to stand with it. */
  renderWithin(row: Span): Markup {
    const inside = this.#file.disclosure.leftovers.filter(
      ({ text, reason }) =>
        (reason === 'unplaced' || reason === 'column') &&
        contains(row, text.span) &&
        !this.#claimed.has(text),
    )
    for (const { text } of inside) this.claim(text)
    return html`${inside.map(({ text, reason }) => html`<p class="left ${reason}">${this.#painter.paint(text)}</p>`)}`
  }

  /** Titles of other pages, notes, page numbers; then the marks that nothing shown so far holds. */
  renderRest(): Markup {
    const { headings, leftovers } = this.#file.disclosure
    const texts = [...headings, ...leftovers]
      .map(({ text }: Pick<Leftover, 'text'>) => text)
      .filter((text) => !this.#claimed.has(text) && !text.isBlank)
      .sort((a, b) => a.span.start - b.span.start)
    const isOpen = texts.some(({ span }) => this.#painter.isMarked(span))
    const items = texts.map(
      (text) =>
        html`<li><span class="place">${this.#placeOf(text.span)}</span> ${this.#painter.paint(text)}</li>`,
    )
    const rest =
      items.length === 0
        ? NOTHING
        : html`<details class="others"${isOpen ? html` open` : NOTHING}><summary>${both(PAGE_WORDS.others)}
          <span class="count">${items.length}</span></summary><ul>${items}</ul></details>`
    return html`${rest}${this.#renderUnplaced()}`
  }

  #renderUnplaced(): Markup {
    const { source } = this.#file
    const marks = this.#painter.unplaced
    if (marks.length === 0) return NOTHING
    const items = marks.map((mark) => {
      const { before, marked, after } = fitQuote(quoteAt(source.text, mark.at), 90, 1)
      return html`<li><span class="place">${this.#placeOf(mark.at)}</span> ${before}${this.#painter.paintAlone(mark, marked)}${after}</li>`
    })
    return html`<div class="others"><p class="faint">${both(PAGE_WORDS.unplaced)}</p><ul>${items}</ul></div>`
  }

  #placeOf(span: Span): Markup {
    return both(inBoth((language) => spanName(this.#file.source, span, language)))
  }
}
