import { describe, expect, test } from 'vitest'
import { indicatorsOf } from '../../src/model/walk.ts'
import { fieldsIn, indicatorsIn, projectsIn } from '../support/said-of-text.ts'

/** Name, amount, goals, and each indicator with its target, of every project. */
const saidIn = (...lines: string[]): readonly (readonly string[])[] =>
  projectsIn(lines.join('\n')).map((project) => [
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
      saidIn(
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
      saidIn(
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
      saidIn(
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
      ),
    ).toEqual([
      '产出方面 / 清淤 / 清淤渠道≥12公里',
      '产出方面 / 修补 / 修补渠堤≥3处',
      '效果方面 / 受益 / 受益农户≥800户',
      '效果方面 / 评价：灌区农户满意度 / ≥90%',
    ])
  })
})

describe('headings of level 2 alone', () => {
  test.each(['', '，实际完成'])('have 满意度指标 among them %s', (reached) => {
    const said = (value: string): string =>
      reached === '' ? value : `${value}${reached}${value.replace('≥', '')}`
    expect(
      indicatorsIn(
        [
          '项目名称：渠道清淤',
          '预算金额：18万元',
          '绩效目标：渠道通畅。',
          '绩效指标：',
          `数量指标：清淤渠道${said('≥12公里')}。`,
          `社会效益指标：受益农户${said('≥800户')}。`,
          `满意度指标：灌区农户满意度${said('≥90%')}。`,
        ].join('\n'),
      ).map((line) => line.split(' / ')[0]?.replace('：', '')),
    ).toEqual(['数量指标', '社会效益指标', '满意度指标'])
  })

  test('and 绩效指标设定如下 is no goal', () => {
    expect(
      saidIn(
        '项目名称：渠道清淤',
        '预算金额：18万元',
        '年度目标：渠道通畅。',
        '绩效指标设定如下：',
        '一、产出指标',
        '1.数量指标：清淤渠道≥12公里。',
      ),
    ).toEqual([['渠道清淤', '18万元', '渠道通畅。', '清淤渠道 ≥12公里']])
  })
})

describe('tables whose blanks part the cells', () => {
  test('alike in all rows, with projects beside their indicators', () => {
    expect(
      saidIn(
        '2025年项目绩效目标表',
        '单位：某灌区    金额单位：万元',
        '项目名称  预算数  绩效目标  一级指标  二级指标  三级指标  指标值',
        '渠道清淤  18.00  清淤渠道12公里，渠道通畅。  产出指标  数量指标  清淤渠道长度  ≥12公里',
        '质量指标  清淤验收合格率  100%',
        '闸门更换  7.50  更换6扇闸门。  产出指标  数量指标  更换闸门数量  6扇',
        '质量指标  闸门验收合格率  100%',
        '时效指标  更换完成时间  2025年10月底',
        '满意度指标  服务对象满意度指标  灌区农户满意度  ≥90%',
      ),
    ).toEqual([
      ['渠道清淤', '18.00', '清淤渠道12公里,渠道通畅。', '清淤渠道长度 ≥12公里', '清淤验收合格率 100%'],
      [
        '闸门更换',
        '7.50',
        '更换6扇闸门。',
        '更换闸门数量 6扇',
        '闸门验收合格率 100%',
        '更换完成时间 2025年10月底',
        '灌区农户满意度 ≥90%',
      ],
    ])
  })

  test('all but the name from its value', () => {
    const list = [
      '项目支出绩效目标表（2025年度）',
      '项目名称 渠道清淤 主管部门 某县水利局 资金总额（万元） 18',
      '年度目标 清淤渠道 12 公里，保持通水 300 天以上。',
      '一级指标 二级指标 三级指标 指标值',
      '产出指标 数量指标 清淤渠道长度12公里',
      '修补渠堤3处',
      '质量指标 清淤验收合格率100%',
      '成本指标 项目支出总额不超18万元',
      '效益指标 社会效益指标 灌溉用水较上年增长10%',
      '满意度指标 服务对象满意度指标 灌区农户满意度≥90%',
    ]
    expect(indicatorsIn(list.join('\n'))).toEqual([
      '产出指标 / 数量指标 / 清淤渠道长度 / 12公里',
      '产出指标 / 数量指标 / 修补渠堤 / 3处',
      '产出指标 / 质量指标 / 清淤验收合格率 / 100%',
      '产出指标 / 成本指标 / 项目支出总额 / 不超18万元',
      '效益指标 / 社会效益指标 / 灌溉用水 / 较上年增长10%',
      '满意度指标 / 服务对象满意度指标 / 灌区农户满意度 / ≥90%',
    ])
    expect(fieldsIn(list.join('\n'))).toEqual(['渠道清淤 | 18 | 清淤渠道 12 公里，保持通水 300 天以上。'])
  })
})

test('money of the form is the whole where the parts have sums of their own', () => {
  const rows = [
    '项目支出绩效目标申报表',
    '项目名称\t渠道清淤',
    '项目资金（万元）\t年度资金总额\t\t金额',
    '\t（一）财政拨款小计\t\t18.00',
    '\t1、一般公共预算\t\t18.00',
    '\t2、政府性基金\t\t0.00',
    '\t（二）自有资金小计\t\t0.00',
    '年度目标\t渠道通畅，农户满意。',
    '一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t清淤渠道长度\t≥12公里',
  ]
  expect(fieldsIn(rows.join('\n'))).toEqual(['渠道清淤 | 18.00 | 渠道通畅，农户满意。'])
})
