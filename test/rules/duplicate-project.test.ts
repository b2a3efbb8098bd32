import { duplicateProject } from '../../src/rules/duplicate-project.ts'
import { filing, HEADER, projectRow, testRule } from '../support/test-rule.ts'

const row = (name: string): string => projectRow({ name })

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
  ],
  invalid: [
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
