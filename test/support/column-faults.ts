import { type Expectation, type Fault, type Mutable, onCell, projectsOf } from './fault.ts'
import type { TrueFiling } from './filing-tree.ts'

/** The lines of a filing from its header on, in cells; nothing where a row is no single line. */
const tableOf = (text: string): { readonly before: string[]; readonly rows: string[][] } | undefined => {
  if (text.includes('"')) return undefined
  const lines = text.split('\n')
  const header = lines.findIndex((line) => /目标\t/.test(line))
  if (header < 0) return undefined
  return {
    before: lines.slice(0, header),
    rows: lines.slice(header).map((line) => line.replace(/[\t\r]+$/, '').split('\t')),
  }
}

/** The filing with its columns changed: `edit` gets the cells of each row, the header's among them. */
const withColumns = (
  text: string,
  edit: (cells: readonly string[], columns: Columns) => readonly string[],
): string | undefined => {
  const table = tableOf(text)
  const [header] = table?.rows ?? []
  if (table === undefined || header === undefined) return undefined
  const columns = {
    header,
    goal: header.findIndex((name) => name.endsWith('目标')),
    amount: header.findIndex((name) => /金额|预算/.test(name)),
  }
  // What goes on from the page before has fewer cells, and no place for a new one.
  const isWhole = table.rows.every((row) => row.length === header.length || row.length <= columns.amount + 1)
  if (!isWhole || columns.goal < 0 || columns.amount < 0) return undefined
  const rows = table.rows.map((row) =>
    row.length === 1 && row[0] === ''
      ? ''
      : edit([...row, ...Array<string>(header.length - row.length).fill('')], columns).join('\t'),
  )
  return [...table.before, ...rows].join('\n')
}

interface Columns {
  readonly header: readonly string[]
  readonly goal: number
  readonly amount: number
}

const isHeader = (cells: readonly string[], { header, goal }: Columns): boolean =>
  cells[goal] === header[goal]

/** Slips in the columns of the table, or in cells that say what it is all in. */
export const COLUMN_FAULTS: readonly Fault[] = [
  {
    name: 'amounts in another unit than the header says',
    misprint: (text, tree) => {
      const hasCosts = projectsOf(tree as Mutable<TrueFiling>).some(({ categories }) =>
        JSON.stringify(categories).includes('"cost"'),
      )
      const changed = text.replaceAll(/([(（:])万元(?=[)）\r\n])/g, '$1元')
      return hasCosts && changed !== text
        ? { text: changed, expected: { rule: 'amount-unit-mismatch', at: '元' } }
        : undefined
    },
  },
  {
    name: 'no column of goals',
    misprint: (text) => {
      const changed = withColumns(text, (cells, { goal }) => cells.filter((_, i) => i !== goal))
      return changed === undefined
        ? undefined
        : { text: changed, expected: { rule: 'missing-column', at: lineWith(changed, '指标') } }
    },
  },
  {
    name: 'a column that nobody knows',
    misprint: (text) => {
      const changed = withColumns(text, (cells, columns) => [
        ...cells,
        isHeader(cells, columns) ? '内部流水' : 'A1',
      ])
      return changed === undefined
        ? undefined
        : { text: changed, expected: { rule: 'unknown-column', at: '内部流水' } }
    },
  },
  {
    name: 'money parts that are not the whole',
    misprint: (text, tree, random) => {
      const wrong = random.pick(projectsOf(tree as Mutable<TrueFiling>))
      const changed = withColumns(text, (cells, columns) => {
        const at = columns.amount + 1
        return [...cells.slice(0, at), ...partsOf(cells, columns, wrong), ...cells.slice(at)]
      })
      return changed === undefined
        ? undefined
        : { text: changed, expected: { rule: 'funding-mismatch', project: wrong.name, at: wrong.amount } }
    },
  },
  {
    name: 'points that are not those of the category',
    misprint: (text, tree, random) =>
      onCell(
        text,
        tree,
        random,
        (line, project) => {
          const [quality] = qualityOf(project)
          if (quality === undefined || qualityOf(project).length > 1) return undefined
          const changed = line.replace(/(质量指标)([^%％]{4,60}?\d[%％])/, '$1(30分)$2(20分)')
          return changed.includes('(30分)') ? changed : undefined
        },
        (project): Expectation => ({ rule: 'weight-mismatch', project: project.name, at: '质量指标(30分)' }),
      ),
  },
]

/** The cells of the parts: a header, or two amounts that come to the whole in all rows but one. */
const partsOf = (
  cells: readonly string[],
  columns: Columns,
  wrong: { readonly name: string },
): readonly string[] => {
  if (isHeader(cells, columns)) return ['财政拨款', '其他资金']
  const amount = Number(cells[columns.amount])
  if (cells[columns.amount] === '' || Number.isNaN(amount)) return ['', '']
  const isWrong = cells.includes(wrong.name)
  return [(amount * 0.75 + (isWrong ? 1 : 0)).toFixed(4), (amount * 0.25).toFixed(4)]
}

const qualityOf = (project: TrueFiling['agencies'][number]['projects'][number]): readonly unknown[] =>
  project.categories.flatMap(({ children }) =>
    children.flatMap((child) => ('id' in child && child.id === 'quality' ? child.children : [])),
  )

const lineWith = (text: string, word: string): string =>
  text.split('\n').find((line) => line.includes('\t') && line.includes(word)) ?? word
