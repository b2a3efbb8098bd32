import { mapped } from '../collect.ts'
import type { Project } from '../model/disclosure.ts'
import { indicatorsOf, projectsOf } from '../model/walk.ts'
import { hashText } from '../source/hash-text.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

const GOALS: Message = { zh: '绩效目标', en: 'goals' }
const INDICATORS: Message = { zh: '绩效指标', en: 'indicators' }

export const copiedGoal: Rule = {
  id: 'copied-goal',
  category: 'consistency',
  severity: 'info',
  docs: {
    summary: {
      zh: '不同项目应有各自的绩效目标和指标。',
      en: 'Each project has goals and indicators of its own.',
    },
    finds: {
      zh: '两个名称不同的项目，绩效目标或绩效指标除名称和数字外文字完全相同。',
      en: 'Two projects with different names but with identical goals or indicators, apart from names and numbers.',
    },
    why: {
      zh: '除名称和数字外文字完全相同，说明是从另一个项目复制的，未结合本项目。',
      en: 'Wording that differs only in names and numbers was copied from another project and not adapted to this one.',
    },
    fix: { zh: '结合本项目重新编写。', en: 'Rewrite the goals and indicators for this project.' },
    basis: {
      zh: '绩效目标应与项目直接相关（TEXT）。',
      en: 'Goals should relate directly to the project (TEXT).',
    },
    invalid: example(
      projectRow(
        '东片区路灯维修',
        '目标1:及时修复损坏的路灯，保障群众夜间出行安全。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏',
      ),
      projectRow(
        '西片区道路保洁',
        '目标1:及时修复损坏的路灯，保障群众夜间出行安全。',
        '一、产出指标 (一)数量指标 1.保洁道路面积 ≥9万平方米',
      ),
    ),
    valid: example(
      projectRow(
        '东片区路灯维修',
        '目标1:及时修复损坏的路灯，保障群众夜间出行安全。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏',
      ),
      projectRow(
        '西片区道路保洁',
        '目标1:清扫主次干道，保持路面整洁。',
        '一、产出指标 (一)数量指标 1.保洁道路面积 ≥9万平方米',
      ),
    ),
  },

  *check(disclosure) {
    const goals = new Copies(GOALS, goalTexts)
    const indicators = new Copies(INDICATORS, indicatorTexts)
    for (const project of projectsOf(disclosure)) {
      yield* goals.add(project)
      yield* indicators.add(project)
    }
  },
}

/** Short texts (保障机构正常运转) are the same by chance. */
const SHORTEST = 16

/** Projects by what is compared of them: goals or indicators. */
class Copies {
  readonly #what: Message
  readonly #textsOf: (project: Project) => readonly string[]
  /** By the hash of their keys, which themselves would be as much as the filing. */
  readonly #seen = new Map<number, Project>()

  constructor(what: Message, textsOf: (project: Project) => readonly string[]) {
    this.#what = what
    this.#textsOf = textsOf
  }

  *add(project: Project): Generator<Problem> {
    const keys = this.#keysOf(project)
    const hashes = mapped(keys, (key) => hashText(key))
    const first = hashes.flatMap((hash) => this.#seen.get(hash) ?? [])[0]
    if (first === undefined) {
      for (const hash of hashes) this.#seen.set(hash, project)
      return
    }
    const [name, other] = [project.name.meaning, first.name.meaning]
    if (name === other || !this.#keysOf(first).some((key) => keys.includes(key))) return
    const what = this.#what
    yield {
      message: {
        zh: `项目${quoted(name)}的${what.zh}与项目${quoted(other)}相同`,
        en: `the ${what.en} of the project ${quoted(name)} are the same as those of the project ${quoted(other)}`,
      },
      at: project.name.span,
      related: [{ at: first.name.span, note: { zh: '相同的项目', en: 'the project with the same text' } }],
    }
  }

  /** The text without the project's own name, and as it stands: a copy may speak of the project it was made for. */
  #keysOf(project: Project): readonly string[] {
    const text = this.#textsOf(project).join('|')
    const name = project.name.meaning
    const keys = text.includes(name) ? [bare(text.replaceAll(name, '')), bare(text)] : [bare(text)]
    const long = keys.filter((key) => key.length >= SHORTEST)
    // Not even the number of what is counted is another.
    return long.length === 0 && text.length >= SHORTEST && this.#what === GOALS && countsThings(project)
      ? [text]
      : long
  }
}

const countsThings = ({ goals }: Project): boolean =>
  goals.some(({ quantities }) =>
    quantities.some(
      (one) => one.kind === 'measure' && one.unit !== undefined && !GENERAL.has(one.unit.dimension),
    ),
  )

/** Shares, marks and times are the same by chance, as words are. */
const GENERAL: ReadonlySet<string> = new Set(['share', 'points', 'time', 'times'])

/** A text without numbers and blanks. */
const bare = (text: string): string => text.replace(/[\d\s.,%]+/g, '')

const goalTexts = (project: Project): readonly string[] => mapped(project.goals, ({ text }) => text.meaning)

const indicatorTexts = (project: Project): readonly string[] =>
  mapped(indicatorsOf(project), ({ indicator }) => indicator.name.meaning)
