import { describe, expect, test } from 'vitest'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { indicatorsIn } from '../support/said-of-text.ts'

const projectsIn = (...lines: string[]): readonly (readonly string[])[] =>
  projectsOf(parse(new Source(lines.join('\n'))).disclosure).map((project) => [
    project.name.meaning,
    project.amount.text.meaning,
    ...project.goals.map(({ text }) => text.meaning),
    ...indicatorsOf(project).map(
      ({ indicator: { name, target } }) => `${name.meaning} ${target.text.meaning}`,
    ),
  ])

describe('a project in sentences', () => {
  test('each in a line with its money, its goal and its indicators', () => {
    expect(
      projectsIn(
        '某县灌区2025年项目支出绩效目标',
        '1.渠道清淤项目（18万元）。目标：渠道通畅。数量指标：清淤渠道≥12公里；质量指标：清淤验收合格率≥95%。',
        '2.闸门更换项目（7.5万元）。目标：闸门启闭自如。数量指标：更换闸门≥6扇；质量指标：闸门合格率100%。',
      ),
    ).toEqual([
      ['渠道清淤项目', '18万元', '渠道通畅。', '清淤渠道 ≥12公里', '清淤验收合格率 ≥95%'],
      ['闸门更换项目', '7.5万元', '闸门启闭自如。', '更换闸门 ≥6扇', '闸门合格率 100%'],
    ])
  })

  test('a goal behind the money, and indicators behind words, under headings', () => {
    const said = (name: string, money: string, goal: string, count: string): readonly string[] => [
      `## ${name}`,
      `该项目预算${money}，目标是${goal}。数量指标为${count}，满意度指标为灌区农户满意度达到90%以上。`,
    ]
    expect(
      projectsIn(
        ...said('1. 渠道清淤项目', '18万元', '清淤渠道，保证通水', '清淤渠道不少于12公里'),
        ...said('2. 闸门更换项目', '7.5万元', '闸门启闭自如', '更换闸门不少于6扇'),
      ),
    ).toEqual([
      [
        '渠道清淤项目',
        '18万元',
        '清淤渠道,保证通水。',
        '清淤渠道 不少于12公里',
        '灌区农户满意度 达到90%以上',
      ],
      ['闸门更换项目', '7.5万元', '闸门启闭自如。', '更换闸门 不少于6扇', '灌区农户满意度 达到90%以上'],
    ])
  })

  test('behind how many there are', () => {
    expect(
      projectsIn(
        '我所纳入绩效管理的项目1个：渠道清淤项目，预算安排18万元。年度目标：渠道通畅。',
        '产出指标：数量指标：清淤渠道≥12公里；质量指标：清淤验收合格率≥95%。',
      ),
    ).toEqual([['渠道清淤项目', '18万元', '渠道通畅。', '清淤渠道 ≥12公里', '清淤验收合格率 ≥95%']])
  })
})

describe('numbered categories of an office in sentences under known ones', () => {
  const listOf = (output: string, benefit: string): string =>
    [
      '项目名称：渠道清淤',
      '预算金额：18万元',
      '绩效目标：渠道通畅。',
      `产出方面：${output}`,
      `效果方面：${benefit}`,
    ].join('\n')

  test('whose words mean categories', () => {
    expect(
      indicatorsIn(
        listOf(
          '（1）工作数量：清淤渠道≥12公里，修补渠堤≥3处；（2）工作质量：清淤验收合格率≥95%。',
          '（1）社会影响：受益农户≥800户；（2）农户反映：灌区农户满意度≥90%。',
        ),
      ),
    ).toEqual([
      '产出方面 / 工作数量 / 清淤渠道 / ≥12公里',
      '产出方面 / 工作数量 / 修补渠堤 / ≥3处',
      '产出方面 / 工作质量 / 清淤验收合格率 / ≥95%',
      '效果方面 / 社会影响 / 受益农户 / ≥800户',
      '效果方面 / 农户反映 / 灌区农户满意度 / ≥90%',
    ])
  })

  test('and are names where they mean none', () => {
    expect(
      indicatorsIn(
        listOf(
          '（1）清淤：清淤渠道≥12公里；（2）修补：修补渠堤≥3处。',
          '（1）受益：受益农户≥800户；（2）评价：灌区农户满意度≥90%。',
        ),
      ).every((line) => /^(?:产出|效果)方面 \/ [^/]+ \/ [^/]+$/.test(line)),
    ).toBe(true)
  })
})
