import { isUtf8 } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { parse, parseDocument } from '../../src/parse.ts'
import { openFile } from '../../src/read/open.ts'
import { Source } from '../../src/source/source.ts'
import { fieldsIn, indicatorsIn } from '../support/said-of-text.ts'

const HEAD = `某县水利局2025年绩效目标公开
项目名称：渠道清淤
项目金额：38万元
绩效目标：清淤渠道38公里，方便灌溉。`

const READ = [
  '产出指标 / 数量指标 / 清淤渠道 / ≥38公里',
  '产出指标 / 质量指标 / 验收合格率 / ≥95%',
  '满意度指标 / 灌区农户满意度 / ≥90%',
]

const RECORDS: readonly (readonly string[])[] = [
  ['产出指标', '数量指标', '清淤渠道', '≥38公里'],
  ['产出指标', '质量指标', '验收合格率', '≥95%'],
  ['满意度指标', '', '灌区农户满意度', '≥90%'],
]

const LABELS = ['一级指标', '二级指标', '三级指标', '指标值']

/** Each record as its labelled fields, without the empty ones. */
const fieldsOf = (labels: readonly string[], record: readonly string[]): readonly string[] =>
  record.flatMap((value, i) => (value === '' ? [] : [`${labels[i]}：${value}`]))

describe('records of indicators', () => {
  test.each([
    ['each field in its line', RECORDS.flatMap((one) => fieldsOf(LABELS, one))],
    [
      'below their numbers, in words of their own',
      RECORDS.flatMap((one, i) => [`（${i + 1}）`, ...fieldsOf(['归类', '细类', '内容', '要求'], one)]),
    ],
    [
      'parted by lines, with another order of their fields',
      RECORDS.flatMap(([one = '', two = '', name = '', value = '']) => [
        '--------',
        `名称：${name}`,
        `目标值：${value}`,
        `一级指标：${one}`,
        ...(two === '' ? [] : [`二级指标：${two}`]),
      ]),
    ],
    ['in a line each', RECORDS.map((one, i) => `${i + 1}. ${fieldsOf(LABELS, one).join('；')}`)],
  ])('%s', (_, lines) => {
    const { disclosure } = parse(new Source(`${HEAD}\n${lines.join('\n')}`))
    expect(indicatorsIn(disclosure)).toEqual(READ)
    expect(fieldsIn(disclosure)).toEqual(['渠道清淤 | 38万元 | 清淤渠道38公里，方便灌溉。'])
    expect(disclosure.leftovers.filter(({ reason }) => reason === 'unplaced')).toEqual([])
  })

  test('end where another form begins', () => {
    const lines = RECORDS.flatMap((one) => fieldsOf(LABELS, one)).join('\n')
    const second = HEAD.replaceAll('渠道', '水库').replace(/^.*\n/, '')
    const text = `${HEAD}\n${lines}\n备注：以上为年度值。\n${second}\n${lines}`
    expect(fieldsIn(text)).toEqual([
      '渠道清淤 | 38万元 | 清淤渠道38公里，方便灌溉。',
      '水库清淤 | 38万元 | 清淤水库38公里，方便灌溉。',
    ])
    expect(indicatorsIn(text)).toEqual([...READ, ...READ])
  })

  test('are not the fields of forms, of which there is one for each project', () => {
    const form = (name: string): string =>
      `项目名称：${name}\n项目金额：5万元\n绩效目标：做好${name}。\n数量指标：${name}次数≥3次\n满意度指标：群众满意度≥90%`
    const text = ['巡查', '培训', '宣传'].map(form).join('\n')
    expect(fieldsIn(text)).toEqual(['巡查', '培训', '宣传'].map((name) => `${name} | 5万元 | 做好${name}。`))
  })
})

describe('labels in lines right above a table', () => {
  const TABLE =
    '归类\t细类\t内容\t要求\n产出指标\t数量指标\t清淤渠道\t≥38公里\n满意度指标\t满意度指标\t农户满意度\t≥90%'

  test('are told by what stands behind them', () => {
    const text = `办理事项：渠道清淤\n所需款项：38.50万元\n当年目标：清淤渠道38公里，方便灌溉。\n${TABLE}`
    expect(fieldsIn(text)).toEqual(['渠道清淤 | 38.50万元 | 清淤渠道38公里，方便灌溉。'])
  })

  test('are no header of two rows where each has its value beside it', () => {
    const text = `项目\t渠道清淤\n经费\t38.50\n当年目标\t清淤渠道38公里，方便灌溉。\n${TABLE}`
    expect(fieldsIn(text)).toEqual(['渠道清淤 | 38.50 | 清淤渠道38公里，方便灌溉。'])
  })
})

test('labels in a table of their own are told for the table of indicators below it, and the line between is no goal', async () => {
  const html = (rows: readonly (readonly string[])[]): string =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
  const head = html([
    ['办的事', '渠道清淤', '谁来办', '某县水利局'],
    ['花多少钱', '38万元', '钱从哪来', '县级财政拨款'],
    ['想要的结果', '清淤渠道38公里，方便灌溉。'],
  ])
  const table = html([
    ['方面', '类型', '考核点', '应达到'],
    ['产出', '数量', '清淤渠道', '38公里'],
    ['产出', '质量', '验收合格率', '≥95%'],
    ['满意度', '服务对象', '农户满意度', '≥90%'],
  ])
  const text = `<p>2024年责任清单</p>${head}<p>怎么算办好：</p>${table}`
  const [page] = await openFile(new TextEncoder().encode(text), { isUtf8 })
  if (page?.kind !== 'document') throw new Error('not read')
  const { disclosure } = parseDocument(page.document)
  expect(fieldsIn(disclosure)).toEqual(['渠道清淤 | 38万元 | 清淤渠道38公里，方便灌溉。'])
})

test('categories in lines over the header of their table are those of its rows', () => {
  const table = (...rows: readonly string[]): string => ['二级指标\t三级指标\t指标值', ...rows].join('\n')
  const text = [
    HEAD,
    '产出指标',
    table('数量指标\t清淤渠道\t≥38公里', '质量指标\t验收合格率\t≥95%'),
    '满意度指标',
    table('服务对象满意度指标\t灌区农户满意度\t≥90%'),
  ].join('\n\n')
  expect(indicatorsIn(text)).toEqual([
    ...READ.slice(0, 2),
    '满意度指标 / 服务对象满意度指标 / 灌区农户满意度 / ≥90%',
  ])
})

test('a column of numbers in brackets names nothing', () => {
  const rows = [
    '（1）\t产出指标—数量指标\t清淤渠道\t≥38公里',
    '（2）\t产出指标—质量指标\t验收合格率\t≥95%',
    '（3）\t满意度指标—服务对象满意度指标\t农户满意度\t≥90%',
  ]
  const text = `${HEAD}\n\t所属类别\t指标内容\t预期数值\n${rows.join('\n')}`
  expect(fieldsIn(text)).toEqual(['渠道清淤 | 38万元 | 清淤渠道38公里，方便灌溉。'])
  expect(indicatorsIn(text)).toHaveLength(3)
})
