import { isUtf8 } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parseDocument } from '../../src/parse.ts'
import { openFile } from '../../src/read/open.ts'
import { makeZip } from '../read/zip-maker.ts'
import { uncovered } from '../support/coverage.ts'
import { brokenLaws } from '../support/laws.ts'

type Rows = readonly (readonly string[])[]
/** A line, or a table. */
type Parts = readonly (string | Rows)[]

const HEADER = ['一级指标', '二级指标', '三级指标', '指标值']
const OUTPUT = (name: string, value: string): Rows => [
  ['产出指标', '数量指标', name, value],
  ['', '质量指标', '验收合格率', '≥95%'],
]
const BENEFIT: Rows = [
  ['效益指标', '社会效益指标', '群众出行', '改善'],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%'],
]
const tableOf = (name: string, value: string): Rows => [HEADER, ...OUTPUT(name, value), ...BENEFIT]
const ROADS = tableOf('养护公路里程', '≥120公里')
const RIVERS = tableOf('清淤河道长度', '≥8公里')
const LAMPS = tableOf('维护路灯', '≥300盏')

const FORMATS: Readonly<Record<string, (parts: Parts) => string | Uint8Array>> = {
  text: (parts) => written(parts, (rows) => rows.map((row) => row.join('\t')).join('\n')),
  csv: (parts) =>
    parts
      .flatMap((part) => (typeof part === 'string' ? [[part, '', '', '']] : part))
      .map((row) => row.join(','))
      .join('\n'),
  markdown: (parts) =>
    written(
      parts,
      ([header = [], ...rows]) =>
        `\n${[header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`,
      (line) => `${line}\n`,
    ),
  html: (parts) =>
    `<html><body>${written(
      parts,
      (rows) =>
        `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
      (line) => `<p>${line}</p>`,
    )}</body></html>`,
  docx: (parts) =>
    docx(
      written(
        parts,
        (rows) =>
          `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`,
        paragraph,
      ),
    ),
}

const written = (
  parts: Parts,
  table: (rows: Rows) => string,
  line = (text: string): string => text,
): string => parts.map((part) => (typeof part === 'string' ? line(part) : table(part))).join('\n')

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

const docx = (body: string): Uint8Array =>
  makeZip([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    {
      name: 'word/document.xml',
      data: `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
  ])

/** Each project with its amount, its goals and the number of its indicators; the layouts; what is wrong. */
const read = async (parts: Parts, format = 'text') => {
  const written = FORMATS[format]?.(parts) ?? ''
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
  const [opened] = await openFile(bytes, { isUtf8 })
  if (opened?.kind !== 'document') throw new Error('no document')
  const { source } = opened.document
  const { disclosure, layouts } = parseDocument(opened.document)
  expect(uncovered(source)).toEqual([])
  expect(brokenLaws(disclosure, source.text.length)).toEqual([])
  const projects = [...projectsOf(disclosure)].map((project) => {
    const goals = project.goals.map(({ text }) => text.text).join('')
    return [project.name.text, project.amount.text.text, goals, [...indicatorsOf(project)].length].join('|')
  })
  return { projects, layout: layouts.join('+'), rules: check(disclosure).map(({ rule }) => rule) }
}

const ROADS_AND_RIVERS = ['农村公路养护|30万元|养护农村公路120公里。|4', '河道清淤|16万元|清淤河道8公里。|4']
const asProjects = (projects: readonly string[]): string[] => projects.map((one) => one.replace('|', '项目|'))

const WORDINGS: readonly (readonly [name: string, parts: Parts, expected: readonly string[]])[] = [
  [
    '项目一',
    [
      '2024年项目支出绩效目标公开',
      ...['项目一：农村公路养护', '预算安排：30万元', '绩效目标：养护农村公路120公里。', ROADS],
      ...['项目二：河道清淤', '预算安排：16万元', '绩效目标：清淤河道8公里。', RIVERS],
    ],
    ROADS_AND_RIVERS,
  ],
  [
    'numbers and a sentence about the money',
    [
      '2024年预算项目绩效目标',
      ...['一、农村公路养护项目', '该项目2024年共安排资金30万元。', '年度绩效目标：养护农村公路120公里。'],
      ...['具体绩效指标见下表：', ROADS],
      ...['二、河道清淤项目', '该项目安排资金16万元。', '年度绩效目标：清淤河道8公里。', RIVERS],
    ],
    asProjects(ROADS_AND_RIVERS),
  ],
  [
    'parts of a report in front and behind',
    [
      ...['附件1', '一、部门概况', '某县交通运输局负责公路养护。', '二、收支情况', '收入总额：500万元'],
      ...[
        '三、项目绩效目标',
        '（一）农村公路养护',
        '预算安排：30万元',
        '绩效目标：养护农村公路120公里。',
        ROADS,
      ],
      ...['（二）河道清淤', '预算安排：16万元', '绩效目标：清淤河道8公里。', RIVERS],
      ...['四、名词解释', '一般公共预算：指财政收入。'],
    ],
    ROADS_AND_RIVERS,
  ],
  [
    'money behind the name, the goal under its label',
    [
      ...['（一）农村公路养护项目（30万元）', '年度绩效目标', '养护农村公路120公里。', '绩效指标', ROADS],
      ...['（二）河道清淤项目（16万元）', '年度绩效目标', '清淤河道8公里。', '绩效指标', RIVERS],
    ],
    asProjects(ROADS_AND_RIVERS),
  ],
  [
    '项目名称',
    [
      ...['1.项目名称：农村公路养护', '预算安排：30万元', '绩效目标：养护农村公路120公里。', ROADS],
      ...['2.项目名称：河道清淤', '预算安排：16万元', '绩效目标：清淤河道8公里。', RIVERS],
    ],
    ROADS_AND_RIVERS,
  ],
  [
    'names right over the tables',
    ['附件1', '一、农村公路养护项目', ROADS, '二、河道清淤工程', RIVERS, '三、路灯维护', LAMPS],
    ['农村公路养护项目|||4', '河道清淤工程|||4', '路灯维护|||4'],
  ],
  [
    'projects of which one says more than another',
    [
      ...['一、农村公路养护', '预算安排：30万元', '绩效目标：养护农村公路120公里。', ROADS],
      ...['二、河道清淤项目', '绩效目标：清淤河道8公里。', RIVERS, '三、路灯维护', LAMPS],
    ],
    ['农村公路养护|30万元|养护农村公路120公里。|4', '河道清淤项目||清淤河道8公里。|4', '路灯维护|||4'],
  ],
  [
    'a table for each part of the indicators',
    [
      ...['项目一：农村公路养护', '预算安排：30万元', '绩效目标：养护农村公路120公里。'],
      ...['1.产出指标', [HEADER, ...OUTPUT('养护公路里程', '≥120公里')], '2.效益指标', [HEADER, ...BENEFIT]],
      ...['项目二：河道清淤', '预算安排：16万元', '绩效目标：清淤河道8公里。'],
      ...['1.产出指标', [HEADER, ...OUTPUT('清淤河道长度', '≥8公里')], '2.效益指标', [HEADER, ...BENEFIT]],
    ],
    ROADS_AND_RIVERS,
  ],
  [
    'titles and units between the lines and the table',
    [
      ...['一、农村公路养护项目', '预算安排：30万元', '绩效目标：养护农村公路120公里。'],
      ...['表1 项目支出绩效目标表', '单位：万元', ROADS],
      ...['二、河道清淤项目', '预算安排：16万元', '绩效目标：清淤河道8公里。'],
      ...['表2 项目支出绩效目标表', '单位：万元', RIVERS],
    ],
    asProjects(ROADS_AND_RIVERS),
  ],
]

describe.each(Object.keys(FORMATS))('lines that name the project of the table below, in %s', (format) => {
  test.each(WORDINGS)('%s', async (_, parts, expected) => {
    const { projects, layout, rules } = await read(parts, format)
    expect(projects).toEqual(expected)
    expect(layout).toBe('form-per-project')
    expect(rules.filter((rule) => !['missing-column', 'missing-goal'].includes(rule))).toEqual([])
  })
})

test('nothing is missing where all is said in lines', async () => {
  const [, parts] = WORDINGS[0] as (typeof WORDINGS)[number]
  expect((await read(parts)).rules).toEqual([])
})

test('blank rows stand between the lines', async () => {
  const [, parts] = WORDINGS[0] as (typeof WORDINGS)[number]
  const { projects } = await read(
    parts.flatMap((part) => [part, '']),
    'csv',
  )
  expect(projects).toEqual(ROADS_AND_RIVERS)
})

test('goals in a list over the table are goals', async () => {
  const lines = [
    '1.农村公路养护项目',
    '预算安排：30万元',
    '绩效目标：',
    '1.养护农村公路120公里。',
    '2.群众满意。',
  ]
  const { projects } = await read([...lines, ROADS, '2.河道清淤项目', '预算安排：16万元', RIVERS])
  expect(projects).toEqual([
    '农村公路养护项目|30万元|养护农村公路120公里。群众满意。|4',
    '河道清淤项目|16万元||4',
  ])
})

test.each([
  ['', '2.河道改造工程'],
  ['2.河道改造工程', ''],
])('a goal that goes on in the next row of a form is none', async (label, goal) => {
  const form = [
    ['项目名称', '农村公路养护', '', ''],
    ['资金总额', '30万元', '', ''],
    ['年度目标', '1.养护农村公路', '', ''],
    [label, goal, '', ''],
  ]
  const { projects } = await read(['项目支出绩效目标表', [...form, ...ROADS]])
  expect(projects).toEqual(['农村公路养护|30万元|养护农村公路河道改造工程|4'])
})

test('text describes a project, and a table the next', async () => {
  const { projects, layout } = await read([
    ...['一、路灯维护项目', '预算安排：5万元', '绩效目标：维护路灯300盏。', '绩效指标：'],
    ...['数量指标：维护路灯≥300盏', '质量指标：亮灯率≥98%', ''],
    ...['二、农村公路养护项目', '预算安排：30万元', '绩效目标：养护农村公路120公里。', '绩效指标：', ROADS],
  ])
  expect(projects).toEqual([
    '路灯维护项目|5万元|维护路灯300盏。|2',
    '农村公路养护项目|30万元|养护农村公路120公里。|4',
  ])
  expect(layout).toBe('narrative+form-per-project')
})

test('a list with names of its own stands before', async () => {
  const list = [
    ['项目名称', '金额', '绩效目标', ...HEADER],
    ['路灯维护', '5', '维护路灯300盏。', ...(LAMPS[1] as string[])],
    ['', '', '', ...(LAMPS[2] as string[])],
  ]
  const lines = ['一、农村公路养护项目', '预算安排：30万元', '绩效目标：养护农村公路120公里。']
  const { projects } = await read(['2024年项目支出绩效目标表', list, '', ...lines, ROADS])
  expect(projects).toEqual([
    '路灯维护|5|维护路灯300盏。|2',
    '农村公路养护项目|30万元|养护农村公路120公里。|4',
  ])
})

test('tables of income and expenditure stand around', async () => {
  const income = [
    ['收入', '', '支出', ''],
    ['项目', '预算数', '项目', '预算数'],
    ['一般公共预算拨款', '500', '社会保障', '500'],
  ]
  const visits = [
    ['项目', '预算数'],
    ['公务接待费', '3'],
  ]
  const { projects } = await read(
    [
      ...['一、收支总表', income, '二、项目支出绩效目标'],
      ...['项目1：农村公路养护', '预算安排：30万元', '绩效目标：养护农村公路120公里。', ROADS],
      ...['项目2：河道清淤', '预算安排：16万元', '绩效目标：清淤河道8公里。', RIVERS],
      ...['三、三公经费', visits],
    ],
    'html',
  )
  expect(projects).toEqual(ROADS_AND_RIVERS)
})

describe('what names no project over a table', () => {
  test.each<[name: string, parts: Parts]>([
    ['parts of one application', ['一、项目概况', '预算金额：30万元', '二、绩效目标', '养护公路。', ROADS]],
    [
      'kinds of expenditure',
      ['一、基本支出', '预算金额：200万元', '二、项目支出', '预算金额：30万元', ROADS],
    ],
    ['words for all projects', ['表五', '一、2024年重点项目', ROADS]],
    ['agencies', ['一、某县交通运输局', ROADS, '二、某县水利局', RIVERS]],
    ['what is to be done', ['部门预算项目绩效目标', '1.完成公路养护。', '2.完成河道改造工程', ROADS]],
    ['headings of indicators', ['一、产出指标', ROADS, '二、效益指标', RIVERS]],
    [
      'a text before the table of a whole department',
      ['一、路灯项目', '预算：5万元', '部门整体支出绩效目标表', ROADS],
    ],
  ])('%s', async (_, parts) => {
    const { projects, layout } = await read(parts)
    expect(projects.map((one) => one.split('|')[0])).toEqual([''])
    expect(layout).toBe('row-per-indicator')
  })
})
