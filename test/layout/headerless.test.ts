import { describe, expect, test } from 'vitest'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'

/** Each project of a text: name, amount, goals, and its indicators with what was planned and what became of it. */
const read = (...lines: readonly string[]) =>
  projectsOf(parse(new Source(lines.map((line) => line.replaceAll('|', '\t')).join('\n'))).disclosure).map(
    (project) => [
      project.name.text,
      project.amount.text.text,
      project.goals.map(({ text }) => text.text).join(),
      ...indicatorsOf(project).map(
        ({ indicator: { name, target, actual } }) =>
          `${name.text} ${target.text.text}${actual === undefined ? '' : `, ${actual.text.text}`}`,
      ),
    ],
  )

const FORM = ['项目名称|路灯更换', '资金总额|12.50', '年度目标|更换路灯300盏，让群众夜间出行更安全。']

describe('indicators that no header stands over', () => {
  test('a field whose label looks like a category, right above a header, is none of them', () => {
    const rows = [
      '成效目标|更换路灯300盏，让群众夜间出行更安全。|||',
      '一级指标|二级指标|三级指标|指标值',
      '产出指标|数量指标|更换灯具|≥300盏',
    ]
    expect(read('项目名称|路灯更换|主管部门|城管局', '资金总额|12.50|其他资金|0', ...rows)).toEqual([
      ['路灯更换', '12.50', '更换路灯300盏，让群众夜间出行更安全。', '更换灯具 ≥300盏'],
    ])
  })

  test('what stands behind the targets is no further target', () => {
    const rows = [
      '产出指标|数量指标|更换灯具|≥300盏|280盏|20|18.6',
      '|质量指标|验收合格率|100%|100%|20|20',
      '效益指标|社会效益指标|夜间出行安全|有效提升|有效提升|30|30',
    ]
    expect(read(...FORM, ...rows)).toEqual([
      [
        '路灯更换',
        '12.50',
        '更换路灯300盏，让群众夜间出行更安全。',
        '更换灯具 ≥300盏, 280盏',
        '验收合格率 100%, 100%',
        '夜间出行安全 有效提升, 有效提升',
      ],
    ])
  })

  test('columns with one sign and one unit in each row are those of districts', () => {
    const rows = ['产出指标|数量指标|更换灯具|≥300盏|≥200盏|≥100盏', '|质量指标|验收合格率|100%|100%|100%']
    expect(read(...FORM, ...rows)[0]?.slice(3)).toEqual([
      '更换灯具 ≥300盏',
      '更换灯具 ≥200盏',
      '更换灯具 ≥100盏',
      '验收合格率 100%',
      '验收合格率 100%',
      '验收合格率 100%',
    ])
  })

  test('the labels above them are told as those above a header', () => {
    const form = ['办的这件事|路灯更换', '能花多少|12.50', '本级出的|10.00', '向外筹的|2.50']
    const rows = ['产出指标|数量指标|更换灯具|≥300盏', '|质量指标|验收合格率|100%']
    expect(read(...form, '盼着怎样|更换路灯300盏，让群众夜间出行更安全。', ...rows)[0]?.slice(0, 3)).toEqual([
      '路灯更换',
      '12.50',
      '更换路灯300盏，让群众夜间出行更安全。',
    ])
  })

  test('rows of names, numbers and signs below a goal are no goals', () => {
    expect(read(...FORM, '发放人数|20|人|≥|80', '发放次数|20|次|=|12')[0]?.[2]).toBe(
      '更换路灯300盏，让群众夜间出行更安全。',
    )
  })

  test('a list of projects: the first money is the amount', () => {
    expect(
      read(
        '某县项目支出绩效运行监控表',
        '1|办案经费|15.3|2.4|15.69%|查处投诉24次，办结率达到95%以上。|产出指标|数量指标|监督检查|≥24次|9次',
        '||||||效益指标|社会效益指标|市场秩序|持续规范|规范',
        '2|水电经费|1.1|0.72|65.45%|保障办公楼12个月水电正常供应。|产出指标|数量指标|保障月数|=12个月|6个月',
        '||||||效益指标|社会效益指标|机关运转|有效保障|保障',
      ),
    ).toEqual([
      [
        '办案经费',
        '15.3',
        '查处投诉24次，办结率达到95%以上。',
        '监督检查 ≥24次, 9次',
        '市场秩序 持续规范, 规范',
      ],
      [
        '水电经费',
        '1.1',
        '保障办公楼12个月水电正常供应。',
        '保障月数 =12个月, 6个月',
        '机关运转 有效保障, 保障',
      ],
    ])
  })
})
