import { duplicateProject } from '../../src/rules/duplicate-project.ts'
import { filing, HEADER, projectRow, testRule } from '../support/test-rule.ts'

const row = (name: string): string => projectRow({ name })

/** A form for one project under its title. */
const form = (year: string, version = '', period = '', owner = '县农技站'): string =>
  [
    `${year}项目支出绩效目标${version}表`,
    '',
    '项目名称\t农技推广',
    `主管部门\t县农业农村局\t实施单位\t${owner}`,
    ...(period === '' ? [] : [`项目期限\t${period}`]),
    '资金总额(万元)\t6.00',
    '年度目标\t推广农业技术。',
    '一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t推广品种\t≥3种',
    '效益指标\t社会效益指标\t种植水平\t提高',
    '',
    '',
  ].join('\n')

testRule(duplicateProject, {
  valid: [
    { name: 'names told apart', table: filing(row('农技推广'), row('农技推广(二期)')) },
    {
      name: 'the same name in two agencies',
      table: filing(
        '310001\t县农技站\t6.00\t\t',
        row('办公经费'),
        '310002\t县种子站\t6.00\t\t',
        row('办公经费'),
      ),
    },
    {
      name: 'a self-evaluation that repeats its goal table',
      table: `2022年项目支出绩效目标表\n\n${filing(row('农技推广'))}\n\n2022年项目支出绩效自评表\n\n${filing(`${row('农技推广')}\t已完成`).replace('绩效指标', '绩效指标\t完成情况')}`,
    },
    {
      name: 'two codes',
      table: filing(`P001${row('设备购置')}`, `P002${row('设备购置')}`),
    },
    {
      name: 'a project that goes on on the next page',
      table: `${filing(row('农技推广'))}\n${HEADER}\n\t农技推广\t\t\t2.培训人数 ≥60人`,
    },
    { name: 'forms of two years', table: form('2023年') + form('2024年') },
    {
      name: 'a form and its self-evaluation',
      table:
        form('2024年') +
        form('2024年', '自评').replace('指标值', '指标值\t实际完成值').replace('≥3种', '≥3种\t3种'),
    },
    {
      name: 'a form and one of the same title that says what became of its goal',
      table:
        form('2024年') +
        form('2024年').replace('推广农业技术。', '推广农业技术。\t实际完成情况\t已推广农业技术。'),
    },
    { name: 'forms of a plan and of its change', table: form('2024年') + form('2024年', '调整后') },
    {
      name: 'forms of two periods',
      table: form('2024年', '', '2024年1月-2024年6月') + form('2024年', '', '2024年7月-2024年12月'),
    },
    {
      name: 'forms of two who carry it out',
      table: form('2024年', '', '', '东河村村委会') + form('2024年', '', '', '西河村村委会'),
    },
  ],
  invalid: [
    {
      name: 'two forms',
      table:
        form('2024年').replace('农技推广', '⟨农技推广⟩') + form('2024年').replace('农技推广', '⟦农技推广⟧'),
      problems: ['项目“农技推广”在同一单位下出现两次'],
    },
    {
      name: 'twice',
      table: filing(row('⟨农技推广⟩'), row('⟦农技推广⟧')),
      problems: [{ message: '项目“农技推广”在同一单位下出现两次', severity: 'warning' }],
    },
    {
      name: 'in other widths',
      table: filing(row('农技推广(二期)'), row('⟦农技推广（二期）⟧')),
      problems: [/“农技推广\(二期\)”/],
    },
    {
      name: 'two in one agency, not side by side',
      table: filing(
        '310001\t县农技站\t24.00\t\t',
        row('农技推广'),
        row('种子检测'),
        row('⟦农技推广⟧'),
        row('⟦种子检测⟧'),
      ),
      problems: [/“农技推广”/, /“种子检测”/],
    },
    {
      name: 'on two pages of one table',
      table: `${filing(row('农技推广'), row('种子检测'))}\n${filing(row('⟦农技推广⟧'))}`,
      problems: [/“农技推广”/],
    },
  ],
})
