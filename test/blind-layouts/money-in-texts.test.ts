import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../src/parse.ts'
import { openFile } from '../../src/read/open.ts'
import { uncoveredIn } from '../support/coverage.ts'
import { printTree } from '../support/print-tree.ts'

/** What a text says of its project, without its indicators, and how many of these there are. */
const read = async (...lines: readonly string[]): Promise<readonly string[]> => {
  const [opened] = await openFile(new TextEncoder().encode(lines.join('\n')), { isUtf8: () => true })
  if (opened?.kind !== 'document') throw new Error('no document')
  expect(uncoveredIn(opened.document)).toEqual([])
  const tree = printTree(parseDocument(opened.document).disclosure).map((line) => line.trim())
  const count = tree.filter((line) => line.includes(' | ')).length
  return [...tree.filter((line) => /^(?:project|funding|goal|result) /.test(line)), `${count} indicators`]
}

const GOAL = '更换老旧路灯300盏,保障居民夜间出行安全。'
const PROJECT = ['路灯更换项目绩效目标', '项目名称：路灯更换项目']
const SENTENCES = [
  '绩效指标',
  '产出指标',
  '数量指标：更换灯具数量≥300盏',
  '质量指标：验收合格率100%',
  '效益指标',
  '社会效益指标：夜间出行安全有效提升',
  '满意度指标',
  '服务对象满意度指标：居民满意度≥90%',
]

describe('the money of a text', () => {
  test.each<[lines: string, amount: string, parts: readonly string[]]>([
    [
      '资金安排情况：2024年安排资金12.5万元，其中市级财政10万元，区级配套2.5万元。',
      '12.5万元',
      ['市级财政 10万元', '区级配套 2.5万元'],
    ],
    // No label names the amount: the sum does.
    [
      '资金来源：中央补助80万元、县级配套20万元，合计100万元。',
      '100万元',
      ['中央补助 80万元', '县级配套 20万元'],
    ],
    ['项目投资：100万元，其余为地方自筹。', '100万元', []],
    // What was spent, or is said in brackets, is another amount.
    ['下达资金100万元，截至年底支出98万元。', '100万元', []],
    ['年初预算100万元，调整后预算120万元，实际支出118万元。', '120万元', []],
    ['年度资金：100万元（上年结转20万元）', '100万元', []],
    ['预算金额（万元）：100\n其中：财政拨款：80\n自筹资金：20', '100', ['其中:财政拨款 80', '自筹资金 20']],
  ])('%j', async (lines, amount, parts) => {
    const found = await read(...PROJECT, ...lines.split('\n'), `绩效目标：${GOAL}`, ...SENTENCES)
    expect(found).toEqual([
      `project 路灯更换项目 ${amount}`,
      ...parts.map((part) => `funding ${part}`),
      `goal ${GOAL}`,
      '4 indicators',
    ])
  })
})

const BLANKS = [
  '一级指标 二级指标 三级指标 指标值',
  '产出指标 数量指标 更换灯具数量 ≥300盏',
  '质量指标 验收合格率 100%',
  '效益指标 社会效益指标 夜间出行安全 有效提升',
  '满意度指标 服务对象满意度指标 居民满意度 ≥90%',
]

describe('the money of a form whose cells only blanks set off', () => {
  test.each<[line: string, amount: string, parts: readonly string[]]>([
    ['资金来源及数额 财政拨款80万元，自筹20万元，合计100万元', '100万元', ['财政拨款 80万元', '自筹 20万元']],
    // Behind choices, which are no words over columns, and in front of a label.
    [
      '项目属性 √经常性 □一次性\n资金总额及构成 总额100万元，其中：中央80万元；省级20万元；其他 万元。',
      '100万元',
      ['中央 80万元', '省级 20万元'],
    ],
  ])('%j', async (lines, amount, parts) => {
    const head = ['项目支出绩效目标表', '项目名称 路灯更换项目', '主管部门 某县城管局 实施单位 某县路灯所']
    const found = await read(...head, ...lines.split('\n'), `年度目标 ${GOAL}`, ...BLANKS)
    expect(found).toEqual([
      `project 路灯更换项目 ${amount}`,
      ...parts.map((part) => `funding ${part}`),
      `goal (annual) ${GOAL}`,
      '4 indicators',
    ])
  })

  test('glued, behind a word for the sum', async () => {
    const found = await read(
      '项目支出绩效目标申报表',
      '项目名称路灯更换项目主管部门某县城管局实施单位某县路灯所',
      '资金总额合计100万元（财政80万元、自筹20万元）',
      `年度目标${GOAL}`,
      ...BLANKS.map((line) => line.replaceAll(' ', '')),
    )
    expect(found).toEqual([
      'project 路灯更换项目 100万元',
      'funding 财政 80万元',
      'funding 自筹 20万元',
      `goal (annual) ${GOAL}`,
      '4 indicators',
    ])
  })
})

describe('labels in the middle of a line', () => {
  test('the name ends before the money', async () => {
    const line = `项目名称：路灯更换项目，预算金额100万元，绩效目标：${GOAL}`
    expect(await read('路灯更换项目绩效目标', line, ...SENTENCES)).toEqual([
      'project 路灯更换项目 100万元',
      `goal ${GOAL}`,
      '4 indicators',
    ])
  })

  test('whatever else stands around a label of the goal', async () => {
    const found = await read(...PROJECT, '预算金额：100万元', `本项目年度总体目标为：${GOAL}`, ...SENTENCES)
    expect(found).toEqual(['project 路灯更换项目 100万元', `goal (annual) ${GOAL}`, '4 indicators'])
  })
})

test('what was reached stands behind the goal', async () => {
  const goal = `年度目标：${GOAL}截至2024年底，已更换路灯298盏。`
  expect(await read(...PROJECT, '预算金额：100万元', goal, ...SENTENCES)).toEqual([
    'project 路灯更换项目 100万元',
    `goal (annual) ${GOAL}`,
    'result 截至2024年底,已更换路灯298盏。',
    '4 indicators',
  ])
})

const REACHED = [
  '二、绩效目标完成情况',
  '（一）产出指标',
  '数量指标：更换灯具数量≥300盏，实际完成300盏；截至目前，灯具未出现损坏。',
  '质量指标：验收合格率100%，实际100%。',
  '（二）效益指标',
  '社会效益指标：夜间出行安全有效提升。',
  '（三）满意度指标',
  '服务对象满意度指标：居民满意度≥90%，实际95%。',
]

/** How things stand is a result, and no indicator. */
const STATE = 'result 截至目前,灯具未出现损坏'

describe('a report', () => {
  test('with fields among its goals', async () => {
    const found = await read(
      '某县亮化工程转移支付2024年度绩效自评报告',
      '一、绩效目标情况',
      '项目名称：路灯更换',
      '资金预算：100万元',
      `年度目标：${GOAL}`,
      '全年实际更换路灯310盏，支出98万元。',
      ...REACHED,
    )
    expect(found).toEqual([
      'project 路灯更换 100万元',
      `goal ${GOAL}`,
      'result 全年实际更换路灯310盏,支出98万元。',
      STATE,
      '4 indicators',
    ])
  })

  test('with all of them in one line', async () => {
    const found = await read(
      '某县路灯更换项目2024年度绩效自评报告',
      '一、项目基本情况',
      `1.项目名称：路灯更换项目。2.预算安排：预算100万元，到位100万元，支出98万元。3.绩效目标：${GOAL}`,
      ...REACHED,
    )
    expect(found).toEqual(['project 路灯更换项目 100万元', `goal ${GOAL}`, STATE, '4 indicators'])
  })

  test('whose sentences say who gives the money', async () => {
    const found = await read(
      '路灯2024年度绩效自评报告',
      '一、项目基本情况',
      `2024年县财政安排路灯更换项目资金100万元，实际支出98万元。项目年度目标是${GOAL}`,
      ...REACHED,
    )
    expect(found).toEqual(['project 路灯更换项目 100万元', `goal ${GOAL}`, STATE, '4 indicators'])
  })
})
