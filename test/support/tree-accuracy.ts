/** Parts of a tree that are read rightly or not. */
export const TREE_FIELDS = [
  'projects',
  'amount',
  'goals',
  'indicators',
  'ordinal',
  'category',
  'comparator',
  'value',
  'unit',
] as const

export type TreeField = (typeof TREE_FIELDS)[number]

/** How many of each there are, and how many were read as they are. */
export type TreeAccuracy = Record<TreeField, { right: number; all: number }>

export const noTrees = (): TreeAccuracy =>
  Object.fromEntries(TREE_FIELDS.map((field) => [field, { right: 0, all: 0 }])) as TreeAccuracy

/** One line of `printTree` with what it stands under. */
interface Entry {
  readonly kind: 'projects' | 'goals' | 'indicators'
  /** What it is found by: its project, and its own name or text. */
  readonly key: string
  readonly fields: Partial<Record<TreeField, string>>
}

/**
 * Holds a tree in the lines of `printTree` against the true one: projects, goals and indicators by
 * their names, and what else an indicator says field by field. What was read and isn't there counts
 * as one more that is wrong.
 */
export const compareTrees = (
  read: readonly string[],
  expected: readonly string[],
  into: TreeAccuracy,
): TreeAccuracy => {
  const found = new Map<string, Entry[]>()
  for (const entry of entriesOf(read)) found.set(entry.key, [...(found.get(entry.key) ?? []), entry])
  for (const entry of entriesOf(expected)) {
    const partner = found.get(entry.key)?.shift()
    count(into[entry.kind], partner !== undefined)
    for (const [field, value] of Object.entries(entry.fields)) {
      count(into[field as TreeField], partner?.fields[field as TreeField] === value)
    }
  }
  for (const rest of found.values()) for (const { kind } of rest) count(into[kind], false)
  return into
}

const count = (tally: { right: number; all: number }, isRight: boolean): void => {
  tally.all += 1
  if (isRight) tally.right += 1
}

const entriesOf = (lines: readonly string[]): readonly Entry[] => {
  const entries: Entry[] = []
  let project = ''
  let headings: { readonly indent: number; readonly name: string }[] = []
  for (const line of lines) {
    const text = line.trimStart()
    const indent = line.length - text.length
    headings = headings.filter((heading) => heading.indent < indent)
    if (text.startsWith('project ')) {
      // The name alone: how an amount that is none is printed is no question of reading.
      project = text.replace(/ (?:\? )?\S*$/, '')
      headings = []
      entries.push({
        kind: 'projects',
        key: project,
        fields: { amount: text.slice(project.length).replace('? ', '').trim() },
      })
    } else if (text.startsWith('goal '))
      entries.push({ kind: 'goals', key: `${project}\n${text}`, fields: {} })
    else if (/^L[12] /.test(text)) headings.push({ indent, name: /\[[^\]]*\]$/.exec(text)?.[0] ?? text })
    else if (text.includes(' | ')) entries.push(indicatorOf(text, project, headings))
  }
  return entries
}

/** `1. `, `(2) `, `① `, `指标3: ` before a name. */
const MARKER = /^(?:\(?[\d.]+[).、:]?|[①-⑳]|指标\d+[:.、]?|[★*·])\s/

const indicatorOf = (
  text: string,
  project: string,
  headings: readonly { readonly name: string }[],
): Entry => {
  const [all = '', target = ''] = text.split(' | ')
  const marker = MARKER.exec(all)?.[0] ?? ''
  const [, comparator = '', value = '', unit = ''] = /^(\(?[≥≤=<>]\)?) (\S+)(?: (.*))?$/.exec(target) ?? [
    undefined,
    '',
    target,
    '',
  ]
  return {
    kind: 'indicators',
    key: `${project}\n${all.slice(marker.length)}`,
    fields: {
      ordinal: marker.replace(/\D/g, '') || marker,
      category: headings.map(({ name }) => name).join(),
      comparator,
      value,
      unit,
    },
  }
}
