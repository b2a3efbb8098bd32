import { categoryIn, type Fault, indicatorsIn, measuredIn, projectsOf } from './fault.ts'

/** Slips in goals and values that damage, templates and other words make. */
export const WORD_FAULTS: readonly Fault[] = [
  {
    name: 'goal says another price',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['cost'], ({ unit }) => unit.startsWith('元/'))
      if (found === undefined) return undefined
      const { project, value, indicator } = found
      const price = `${Number(value.number) * 2}元`
      project.goals.push(`${indicator.name.replace('单位成本', '')}每${value.unit.slice(2)}${price}。`)
      return { rule: 'goal-cost-mismatch', project: project.name, at: price }
    },
  },
  {
    name: 'goal says other money',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['cost'], ({ unit }) => unit === '万元')
      if (found === undefined || /总|项目/.test(found.indicator.name)) return undefined
      const { project, value, indicator } = found
      const money = `${(Number(value.number) * 1.6).toFixed(2)}万元`
      project.goals.push(`安排${indicator.name}${money}。`)
      return { rule: 'goal-cost-mismatch', project: project.name, at: money }
    },
  },
  {
    name: 'satisfaction below the floor',
    change: (tree, random) => {
      const found = measuredIn(tree, random, ['satisfaction'], ({ comparator }) => comparator !== '≤')
      if (found === undefined) return undefined
      found.value.number = '61'
      return {
        rule: 'satisfaction-below-floor',
        project: found.project.name,
        at: '61%',
        settings: {
          rules: { 'satisfaction-below-floor': { severity: 'info', options: { floor: 80 } } },
        },
      }
    },
  },
  {
    name: 'value 定性',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      const [indicator] = indicatorsIn(categoryIn(project, 'sustained-impact')?.children ?? [])
      if (indicator === undefined) return undefined
      indicator.value = { kind: 'qualitative', printed: random.pick(['定性', '定性指标']) }
      return { rule: 'missing-target', project: project.name, at: '定性' }
    },
  },
  {
    name: 'deadline of an earlier year in a goal',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      const printed = `${tree.year - random.integer(1, 2)}年10月31日前`
      project.goals.push(`确保于${printed}全部完成并通过验收。`)
      return { rule: 'date-outside-year', project: project.name, at: printed }
    },
  },
  ...(['工', '^', '%='] as const).map(
    (damage): Fault => ({
      name: `≥ misread as ${damage}`,
      change: (tree, random) => {
        const found = measuredIn(
          tree,
          random,
          ['quality', 'timeliness'],
          ({ comparator }) => comparator === '≥',
        )
        if (found === undefined) return undefined
        const printed = `${damage}${found.value.number}%`
        found.indicator.value = { kind: 'qualitative', printed }
        return { rule: 'suspected-misread', project: found.project.name, at: printed }
      },
    }),
  ),
  {
    name: '% misread as $',
    change: (tree, random) => {
      const found = measuredIn(
        tree,
        random,
        ['quality', 'satisfaction'],
        ({ comparator }) => comparator === '≥',
      )
      if (found === undefined) return undefined
      const printed = `≥${found.value.number}$`
      found.indicator.value = { kind: 'qualitative', printed }
      return { rule: 'suspected-misread', project: found.project.name, at: printed }
    },
  },
  {
    name: 'choice left open',
    change: (tree, random) => {
      const project = random.pick(projectsOf(tree))
      const [indicator] = indicatorsIn(categoryIn(project, 'sustained-impact')?.children ?? [])
      if (indicator === undefined) return undefined
      indicator.value = { kind: 'qualitative', printed: '健全/不健全' }
      return { rule: 'template-residue', project: project.name, at: '健全/不健全' }
    },
  },
  {
    name: 'goal in another scale',
    change: (tree, random) => {
      const found = measuredIn(
        tree,
        random,
        ['quantity'],
        ({ number, unit }, indicator, project) =>
          !unit.startsWith('万') &&
          project.goals.some(
            (goal) => goal.includes(`${indicator.name.slice(0, 2)}`) && goal.includes(`${number}${unit}`),
          ),
      )
      if (found === undefined) return undefined
      const { project, value } = found
      const printed = `${value.number}万${value.unit}`
      project.goals = project.goals.map((goal) => goal.replace(`${value.number}${value.unit}`, printed))
      return { rule: 'unit-mismatch', project: project.name, at: `${value.number}${value.unit}` }
    },
  },
]
