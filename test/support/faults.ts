import { COLUMN_FAULTS } from './column-faults.ts'
import {
  agencyOf,
  categoryIn,
  type Fault,
  indicatorsIn,
  isPromised,
  measuredIn,
  onCell,
  otherNumber,
  plus,
  projectsOf,
} from './fault.ts'
import { HEADINGS } from './filing-words.ts'
import { WORD_FAULTS } from './word-faults.ts'

/** Every kind of slip that is put into made-up filings; each rule of the catalogue has one at the least. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'total changed',
    change: (tree, random) => {
      tree.total = plus(tree.total, random.pick([100, 1000, 12_345]))
      return { rule: 'total-mismatch', at: tree.total }
    },
  },
  {
    name: 'agency amount changed',
    change: (tree, random) => {
      const agency = agencyOf(tree, random)
      agency.amount = plus(agency.amount, random.pick([100, 900, 20_000]))
      return { rule: 'subtotal-mismatch', at: agency.amount }
    },
  },
  {
    name: 'project amount changed',
    change: (tree, random) => {
      const agency = agencyOf(tree, random)
      const project = random.pick(agency.projects)
      project.amount = plus(project.amount, random.pick([100, 5000]))
      return { rule: 'subtotal-mismatch', at: agency.amount }
    },
  },
  {
    name: 'project left out',
    change: (tree, random) => {
      const agency = agencyOf(tree, random)
      if (agency.projects.length < 2) return undefined
      agency.projects.pop()
      return { rule: 'subtotal-mismatch', at: agency.amount }
    },
  },
  ...['24O.00', '待定', '12.3.4', '-5.00'].map(
    (printed): Fault => ({
      name: `amount ${printed}`,
      change: (tree, random) => {
        const project = random.pick(projectsOf(tree))
        project.amount = printed
        return { rule: 'invalid-amount', at: printed }
      },
    }),
  ),
  {
    name: 'cost above amount',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['cost'], ({ unit }) => unit === '万元')
      if (found === undefined) return undefined
      found.value.number = plus(found.project.amount, random.pick([100, 5000]))
      return { rule: 'cost-exceeds-amount', project: found.project.name, at: `${found.value.number}万元` }
    },
  },
  {
    name: 'sum of costs above amount',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['cost'], ({ unit }, _, project) => {
        const costs = indicatorsIn(categoryIn(project, 'cost')?.children ?? [])
        return (
          unit === '万元' &&
          costs.length === 2 &&
          costs.every(({ value }) => value.kind === 'measured' && value.unit === '万元')
        )
      })
      if (found === undefined) return undefined
      const raised = plus(found.value.number, 200)
      if (Number(raised) > Number(found.project.amount)) return undefined
      found.value.number = raised
      return { rule: 'cost-exceeds-amount', project: found.project.name, at: `${raised}万元` }
    },
  },
  {
    name: 'price times count above amount',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['cost'], ({ unit }) => unit.startsWith('元/'))
      if (found === undefined) return undefined
      found.value.number = String(Number(found.value.number) * 10 + 100_000)
      return {
        rule: 'cost-rate-exceeds-amount',
        project: found.project.name,
        at: `${found.value.number}${found.value.unit}`,
      }
    },
  },
  {
    name: 'cost below amount',
    change: (tree, random) => {
      const found = measuredIn(
        tree,
        random,
        ['cost'],
        ({ unit }, _, project) =>
          unit === '万元' && indicatorsIn(categoryIn(project, 'cost')?.children ?? []).length === 1,
      )
      if (found === undefined) return undefined
      found.value.number = plus(found.value.number, -Math.round(Number(found.value.number) * 50))
      return { rule: 'cost-below-amount', project: found.project.name, at: `${found.value.number}万元` }
    },
  },
  {
    name: 'goal says another number',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['quantity'], isPromised)
      if (found === undefined) return undefined
      const { value, indicator, project } = found
      const other = otherNumber(value.number, random)
      project.goals = project.goals.map((goal) =>
        goal.includes(indicator.name.slice(0, 4))
          ? goal.replace(`${value.number}${value.unit}`, `${other}${value.unit}`)
          : goal,
      )
      return { rule: 'goal-indicator-mismatch', project: project.name, at: `${other}${value.unit}` }
    },
  },
  {
    name: 'indicator says another number',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['quantity'], isPromised)
      if (found === undefined) return undefined
      const { value, project } = found
      value.number = otherNumber(value.number, random)
      return { rule: 'goal-indicator-mismatch', project: project.name, at: `${value.number}${value.unit}` }
    },
  },
  {
    name: 'promised number without indicator',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      project.goals.push('邀请专家到现场指导17场。')
      return { rule: 'goal-not-covered', project: project.name, at: '17场' }
    },
  },
  {
    name: 'goals missing',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      project.goals = []
      return { rule: 'missing-goal', project: project.name, at: project.name }
    },
  },
  {
    name: 'indicators missing',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      project.categories = []
      return { rule: 'missing-indicator', project: project.name, at: project.name }
    },
  },
  ...(['benefit', 'satisfaction'] as const).map(
    (id): Fault => ({
      name: `no ${id}`,
      change: (tree, random) => {
        const project = random.pick(projectsOf(tree))
        project.categories = project.categories.filter((category) => category.id !== id)
        return { rule: 'missing-category', project: project.name, at: project.name }
      },
    }),
  ),
  {
    name: 'no quantity',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      const output = categoryIn(project, 'output')
      if (output === undefined) return undefined
      output.children = output.children.filter((child) => 'name' in child || child.id !== 'quantity')
      return { rule: 'missing-category', project: project.name, at: HEADINGS.output as string }
    },
  },
  {
    name: 'empty category',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      const category = categoryIn(project, 'timeliness')
      if (category === undefined) return undefined
      category.children = []
      return { rule: 'empty-category', project: project.name, at: HEADINGS.timeliness as string }
    },
  },
  {
    name: 'misplaced category',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      const [output, benefit] = [categoryIn(project, 'output'), categoryIn(project, 'benefit')]
      const social = categoryIn(project, 'social')
      if (output === undefined || benefit === undefined || social === undefined) return undefined
      benefit.children = benefit.children.filter((child) => child !== social)
      output.children.push(social)
      return { rule: 'misplaced-category', project: project.name, at: HEADINGS.social as string }
    },
  },
  {
    name: 'misspelt category',
    misprint: (text, tree, random) =>
      onCell(
        text,
        tree,
        random,
        (line) => line.replace('质量指标', '质里指标'),
        (project) => ({ rule: 'unknown-category', project: project.name, at: '质里指标' }),
      ),
  },
  {
    name: 'goal number skipped',
    misprint: (text, tree, random) =>
      onCell(
        text,
        tree,
        random,
        (line) => (/目标2[:：]/.test(line) ? line.replace(/目标2(?=[:：])/, '目标5') : undefined),
        (project) => ({ rule: 'numbering-gap', project: project.name, at: '目标5' }),
      ),
  },
  {
    name: 'heading number repeated',
    misprint: (text, tree, random) =>
      onCell(
        text,
        tree,
        random,
        (line) => (line.includes('(二)质量') ? line.replace('(二)质量', '(一)质量') : undefined),
        (project) => ({ rule: 'numbering-gap', project: project.name, at: '(一)' }),
      ),
  },
  {
    name: 'cell missing',
    misprint: (text, tree, random) =>
      onCell(
        text,
        tree,
        random,
        (line) => (line.startsWith('\t') ? line.slice(1) : undefined),
        (project) => ({ rule: 'ragged-row', at: project.name }),
      ),
  },
  {
    name: 'cell too many',
    misprint: (text, tree, random) =>
      onCell(
        text,
        tree,
        random,
        (line) => `${line.replace(/[\t\r]+$/, '')}\t附件\t另册`,
        (project) => ({ rule: 'ragged-row', at: project.name }),
      ),
  },
  ...(
    [
      ['percent over 100', 'percent-out-of-range', ['quality', 'timeliness'], '150'],
      ['≥ misread as 2', 'suspected-misread', ['quality', 'timeliness'], '295'],
    ] as const
  ).map(
    ([name, rule, ids, number]): Fault => ({
      name,
      change: (tree, random) => {
        const found = measuredIn(
          tree,
          random,
          ids,
          // More of a task than was planned can be done.
          ({ unit, comparator }, { name: title }) =>
            unit === '%' && comparator !== '≤' && title !== '任务完成率',
        )
        if (found === undefined) return undefined
        found.value.number = number
        if (rule === 'suspected-misread') {
          const signs = found.project.categories.flatMap((category) => indicatorsIn(category.children))
          if (
            signs.filter(
              ({ value }) =>
                value.kind === 'measured' && value.comparator !== undefined && value !== found.value,
            ).length < 3
          )
            return undefined
          found.value.comparator = undefined
        } else found.value.comparator = '≥'
        return { rule, project: found.project.name, at: `${number}%` }
      },
    }),
  ),
  {
    name: 'satisfaction with ≤',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['satisfaction'], ({ unit }) => unit === '%')
      if (found === undefined) return undefined
      found.value.comparator = '≤'
      return { rule: 'direction-mismatch', project: found.project.name, at: `${found.value.number}%` }
    },
  },
  {
    name: 'cost with ≥',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['cost'])
      if (found === undefined) return undefined
      found.value.comparator = '≥'
      return {
        rule: 'direction-mismatch',
        project: found.project.name,
        at: `${found.value.number}${found.value.unit}`,
      }
    },
  },
  {
    name: 'error rate with ≥',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['quality'], ({ comparator }) => comparator === '≤')
      if (found === undefined) return undefined
      found.value.comparator = '≥'
      return { rule: 'direction-mismatch', project: found.project.name, at: `${found.value.number}%` }
    },
  },
  {
    name: 'unit missing',
    change: (tree, random) => {
      const found = measuredIn(
        tree,
        random,
        ['quality', 'satisfaction'],
        ({ unit, comparator }) => unit === '%' && comparator === '≥',
      )
      if (found === undefined) return undefined
      found.value.unit = ''
      return { rule: 'missing-unit', project: found.project.name, at: found.value.number }
    },
  },
  {
    name: 'count in %',
    change: (tree, random) => {
      const found = measuredIn(
        tree,
        random,
        ['quantity'],
        ({ number }, { name }) => Number(number) <= 100 && /人数|次数|数量|场次|期数/.test(name),
      )
      if (found === undefined) return undefined
      found.value.unit = '%'
      return { rule: 'unit-mismatch', project: found.project.name, at: `${found.value.number}%` }
    },
  },
  {
    name: 'rate in people',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['quality'], ({ unit }) => unit === '%')
      if (found === undefined) return undefined
      found.value.unit = '人'
      return { rule: 'unit-mismatch', project: found.project.name, at: `${found.value.number}人` }
    },
  },
  {
    name: 'old baseline',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      const social = categoryIn(project, 'social')
      if (social === undefined) return undefined
      const printed = `≥${tree.year - random.integer(2, 3)}年实际值`
      social.children = [{ name: '受益人数增长率', value: { kind: 'baseline', printed } }]
      return { rule: 'stale-baseline', project: project.name, at: printed }
    },
  },
  {
    name: 'deadline in an earlier year',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      const timeliness = categoryIn(project, 'timeliness')
      if (timeliness === undefined) return undefined
      const printed = `${tree.year - 1}年11月30日前`
      timeliness.children = [{ name: '项目完成时间', value: { kind: 'period', printed } }]
      return { rule: 'date-outside-year', project: project.name, at: printed }
    },
  },
  {
    name: 'value missing',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['quantity', 'quality'], (_value, { name }) => name.length > 4)
      if (found === undefined) return undefined
      found.indicator.value = { kind: 'qualitative', printed: '' }
      return { rule: 'missing-target', project: found.project.name, at: found.indicator.name }
    },
  },
  ...([true, false] as const).map(
    (isConflict): Fault => ({
      name: isConflict ? 'indicator twice with two values' : 'indicator twice',
      change: (tree, random) => {
        const found = measuredIn(
          tree,
          random,
          ['quality'],
          ({ unit, comparator }) => unit === '%' && comparator !== '≤',
        )
        const category = found && categoryIn(found.project, 'quality')
        if (found === undefined || category === undefined) return undefined
        const number = isConflict ? String(Number(found.value.number) - 7) : found.value.number
        category.children.push({ name: found.indicator.name, value: { ...found.value, number } })
        return { rule: 'duplicate-indicator', project: found.project.name, at: found.indicator.name }
      },
    }),
  ),
  {
    name: 'project twice',
    change: (tree, random) => {
      const agency = agencyOf(tree, random)
      const [project] = agency.projects
      if (project === undefined) return undefined
      agency.projects.push({ ...structuredClone(project), amount: '0.00' })
      return { rule: 'duplicate-project', at: project.name }
    },
  },
  {
    name: 'goals copied',
    change: (tree) => {
      const [first, second] = projectsOf(tree)
      if (first === undefined || second === undefined || first.name === second.name) return undefined
      const goals = ['深入推进各项重点工作落实，切实保障群众基本需求，不断提高公共服务水平。']
      first.goals = goals
      second.goals = [...goals]
      return { rule: 'copied-goal', at: second.name }
    },
  },
  {
    name: 'number in the name',
    change: (tree, random) => {
      const found = measuredIn(
        tree,
        random,
        ['quantity'],
        ({ number, unit }) => /^\d+$/.test(number) && !unit.startsWith('万'),
      )
      if (found === undefined) return undefined
      const { value, indicator, project } = found
      indicator.name = `${indicator.name.replace(/(?:数量|长度|面积|次数|人数|期数|场次|户数|人次|天数|数)$/, '')}${Number(value.number) + 11}${value.unit}`
      value.comparator = '≥'
      return { rule: 'name-target-mismatch', project: project.name, at: `${value.number}${value.unit}` }
    },
  },
  {
    name: 'placeholder left',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['quantity'])
      if (found === undefined) return undefined
      found.indicator.value = { kind: 'qualitative', printed: `≥**${found.value.unit}` }
      return { rule: 'template-residue', project: found.project.name, at: '**' }
    },
  },
  {
    name: 'goal of dots',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      project.goals = ['……']
      return { rule: 'template-residue', project: project.name, at: '……' }
    },
  },
  {
    name: 'agency of another department',
    change: (tree, random) => {
      const agency = agencyOf(tree, random)
      agency.code = `${Number(agency.code.slice(0, 3)) + 1}${agency.code.slice(3)}`
      return { rule: 'invalid-agency-code', at: agency.code }
    },
  },
  {
    name: 'satisfaction under benefit',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      const social = categoryIn(project, 'social')
      if (social === undefined) return undefined
      social.children.push({
        name: '服务群众满意度',
        value: { kind: 'measured', comparator: '≥', number: '90', unit: '%' },
      })
      return { rule: 'misplaced-indicator', project: project.name, at: '服务群众满意度' }
    },
  },
  {
    name: 'pass rate under benefit',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      const social = categoryIn(project, 'social')
      if (social === undefined) return undefined
      social.children.push({
        name: '设施验收合格率',
        value: { kind: 'measured', comparator: '≥', number: '95', unit: '%' },
      })
      return { rule: 'misplaced-indicator', project: project.name, at: '设施验收合格率' }
    },
  },
  {
    name: 'goal total is not its parts',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      project.goals.push('安排资金共计90000元,其中:材料费40000元,人工费30000元,运输费10000元。')
      return { rule: 'goal-sum-mismatch', project: project.name, at: '90000元' }
    },
  },
  {
    name: 'letters for digits',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['quantity'], ({ number }) => /^\d+0$/.test(number))
      if (found === undefined) return undefined
      const printed = `≥${found.value.number.slice(0, -1)}O${found.value.unit}`
      found.indicator.value = { kind: 'qualitative', printed }
      return { rule: 'suspected-misread', project: found.project.name, at: printed }
    },
  },
  {
    name: 'value in no known form',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['quantity'])
      if (found === undefined) return undefined
      found.indicator.value = { kind: 'qualitative', printed: '≥3#7b' }
      return { rule: 'unparsed-text', project: found.project.name, at: '≥3#7b' }
    },
  },
  ...COLUMN_FAULTS,
  ...WORD_FAULTS,
]
