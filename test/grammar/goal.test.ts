import { describe, expect, test } from 'vitest'
import { parseGoals } from '../../src/grammar/goal.ts'
import { readFragment } from '../../src/read/fragment.ts'
import { printGoal, printLeftovers } from '../support/print-tree.ts'

/** A cell of goals and what they are, in the lines of `printTree`. */
const CASES: readonly (readonly [name: string, cell: string, lines: readonly string[]])[] = [
  [
    '目标1: in one paragraph',
    '目标1:开展培训40人。目标2:开展宣传3次。',
    ['goal 目标1: 开展培训40人。', 'goal 目标2: 开展宣传3次。'],
  ],
  [
    '目标1: with nothing behind it, as a form prints them',
    '<p>目标1:</p><p>目标2:</p><p>目标3:……</p>',
    ['goal 目标1: ', 'goal 目标2: ', 'goal 目标3: ……'],
  ],
  [
    '目标1: in paragraphs',
    '<p>目标1:开展培训40人。</p><p>目标2:开展宣传3次。</p>',
    ['goal 目标1: 开展培训40人。', 'goal 目标2: 开展宣传3次。'],
  ],
  [
    'full-width colons',
    '目标1：开展培训；目标2：开展宣传',
    ['goal 目标1: 开展培训;', 'goal 目标2: 开展宣传'],
  ],
  [
    '目标一：',
    '目标一：开展培训。目标二：开展宣传。',
    ['goal 目标一: 开展培训。', 'goal 目标二: 开展宣传。'],
  ],
  [
    '任务1: with its colon, and no number of tasks',
    '任务1:开展培训40人;任务2：落实任务3项。',
    ['goal 任务1: 开展培训40人;', 'goal 任务2: 落实任务3项。'],
  ],
  ['1.', '1.开展培训40人。2.开展宣传3次。', ['goal 1. 开展培训40人。', 'goal 2. 开展宣传3次。']],
  ['1、', '1、开展培训40人；2、开展宣传3次。', ['goal 1、 开展培训40人;', 'goal 2、 开展宣传3次。']],
  ['（1）', '（1）开展培训40人；（2）开展宣传3次。', ['goal (1) 开展培训40人;', 'goal (2) 开展宣传3次。']],
  ['①', '①开展培训40人。②开展宣传3次。', ['goal ① 开展培训40人。', 'goal ② 开展宣传3次。']],
  ['一、', '一、开展培训40人。二、开展宣传3次。', ['goal 一、 开展培训40人。', 'goal 二、 开展宣传3次。']],
  [
    '一是 counts off',
    '一是开展培训40人；二是开展宣传3次。',
    ['goal 一是 开展培训40人;', 'goal 二是 开展宣传3次。'],
  ],
  ['一是 alone divides nothing', '一是开展培训40人。', ['goal 一是开展培训40人。']],
  [
    '二是 without 一是 divides nothing',
    '开展培训40人，二是开展宣传3次。',
    ['goal 开展培训40人,二是开展宣传3次。'],
  ],
  ['no number', '开展培训40人。', ['goal 开展培训40人。']],
  ['sentences in paragraphs', '开展培训40人。\n开展宣传3次。', ['goal 开展培训40人。', 'goal 开展宣传3次。']],
  ['a line end inside a sentence', '开展培训40人，\n其中女性3人。', ['goal 开展培训40人, 其中女性3人。']],
  [
    'a label with its term',
    '年度目标：开展培训40人。',
    ['goal (annual) 开展培训40人。', 'left label: 年度目标:'],
  ],
  [
    'a label over numbered goals',
    '年度总体目标:\n目标1:开展培训40人。\n目标2:开展宣传3次。',
    [
      'goal (annual) 目标1: 开展培训40人。',
      'goal (annual) 目标2: 开展宣传3次。',
      'left label: 年度总体目标:',
    ],
  ],
  [
    'numbers inside a goal',
    '目标1:开展培训40人,包括:1.法律培训;2.政策培训。目标2:开展宣传3次。',
    ['goal 目标1: 开展培训40人,包括:1.法律培训;2.政策培训。', 'goal 目标2: 开展宣传3次。'],
  ],
  [
    'blanks around number and colon',
    '目标 1 ：开展培训40人 目标 2 ：开展宣传3次',
    ['goal 目标 1 : 开展培训40人', 'goal 目标 2 : 开展宣传3次'],
  ],
  ['no colon', '目标1 开展培训 目标2 开展宣传', ['goal 目标1 开展培训', 'goal 目标2 开展宣传']],
  [
    '绩效目标1:',
    '绩效目标1:开展培训 绩效目标2:开展宣传',
    ['goal 绩效目标1: 开展培训', 'goal 绩效目标2: 开展宣传'],
  ],
  [
    'an introduction that leads to a list',
    '<p>通过项目实施:1.开展培训;2.开展宣传。</p>',
    ['goal 1. 开展培训;', 'goal 2. 开展宣传。', 'left label: 通过项目实施:'],
  ],
  [
    'a decimal and a year',
    '完成3.25万元投资。2022年完成5个村建设。',
    ['goal 完成3.25万元投资。2022年完成5个村建设。'],
  ],
  [
    'years behind the numbers',
    '1.2022年开展培训。2.2022年开展宣传。',
    ['goal 1. 2022年开展培训。', 'goal 2. 2022年开展宣传。'],
  ],
  ['bullets', '★开展培训\n★开展宣传', ['goal ★ 开展培训', 'goal ★ 开展宣传']],
  [
    'a gap in the numbers',
    '目标1:开展培训。\n目标3:开展宣传。',
    ['goal 目标1: 开展培训。', 'goal 目标3: 开展宣传。'],
  ],
  ['目标: alone', '目标：开展培训', ['goal 开展培训', 'left label: 目标:']],
  [
    'a label before numbers',
    '总体目标：1.开展培训。2.开展宣传。',
    ['goal 1. 开展培训。', 'goal 2. 开展宣传。', 'left label: 总体目标:'],
  ],
  [
    'two terms in one cell',
    '中长期目标：建成体系。年度目标：开展培训。',
    [
      'goal (long-term) 建成体系。',
      'goal (annual) 开展培训。',
      'left label: 中长期目标:',
      'left label: 年度目标:',
    ],
  ],
  [
    'no mark behind the number',
    '目标1开展培训40人；目标2开展宣传3次',
    ['goal 目标1 开展培训40人;', 'goal 目标2 开展宣传3次'],
  ],
  [
    '（一）',
    '（一）开展培训40人。（二）开展宣传3次。',
    ['goal (一) 开展培训40人。', 'goal (二) 开展宣传3次。'],
  ],
  ['1)', '1)开展培训。 2)开展宣传。', ['goal 1) 开展培训。', 'goal 2) 开展宣传。']],
  ['only a marker', '目标1', ['goal 目标1 ']],
  ['only a marker with its colon', '目标1:', ['goal 目标1: ']],
  ['markers without text', '目标1:;目标2:', ['goal 目标1: ;', 'goal 目标2: ']],
]

describe('parseGoals', () => {
  test.each(CASES)('%s', (_name, cell, lines) => {
    const { goals, leftovers } = parseGoals(
      readFragment(cell, { start: 0, end: cell.length }).text,
      undefined,
    )
    expect([...goals.map(printGoal), ...printLeftovers(leftovers)]).toEqual(lines)
  })
})
