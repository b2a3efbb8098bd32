import { invalidAgencyCode } from '../../src/rules/invalid-agency-code.ts'
import { filing, projectRow, testRule } from '../support/test-rule.ts'

const row = (code: string, name: string): string => `${code}\t${name}\t6.00\t\t`

testRule(invalidAgencyCode, {
  valid: [
    {
      name: 'agencies under their department',
      table: filing(
        row('310', '县水务局'),
        row('310001', '县水务局(本级)'),
        projectRow({}),
        row('310002', '县水库管理所'),
        projectRow({ name: '水库巡查' }),
      ),
    },
    {
      name: 'agencies without departments',
      table: filing(
        row('310001', '县水务局'),
        projectRow({}),
        row('320001', '县林草局'),
        projectRow({ name: '造林' }),
      ),
    },
    {
      name: 'no codes',
      table: filing(row('', '县水务局'), projectRow({}), row('', '县林草局'), projectRow({ name: '造林' })),
    },
    {
      name: 'a department of two digits',
      table: filing(
        row('310', '县水务局'),
        row('310001', '县水务局(本级)'),
        row('310001001', '县水库管理所'),
        projectRow({}),
      ),
    },
    {
      name: 'an agency repeated on the next page',
      table: filing(
        row('310', '县水务局'),
        row('310001', '县水务局(本级)'),
        projectRow({}),
        row('310001', '县水务局(本级)'),
        projectRow({ name: '水库巡查' }),
      ),
    },
    {
      name: 'the code of the agency on the rows of its kinds of projects',
      table: filing(
        row('310', '县水务局'),
        row('310001', '县水务局(本级)'),
        row('310001', '特定目标类'),
        projectRow({}),
      ),
    },
    {
      name: 'codes of projects',
      table: filing(
        row('310', '县水务局'),
        row('310001', '县水务局(本级)'),
        `63222122T000000045${projectRow({})}`,
      ),
    },
  ],
  invalid: [
    {
      name: 'a parent that is missing',
      table: filing(
        row('310', '县水务局'),
        row('310001', '县水务局(本级)'),
        projectRow({}),
        row('⟦320001⟧', '县水库管理所'),
        projectRow({ name: '水库巡查' }),
      ),
      problems: [{ message: '“县水库管理所”的单位编码 320001 没有对应的主管部门', severity: 'warning' }],
    },
    {
      name: 'one code for two agencies',
      table: filing(
        row('310', '县水务局'),
        row('⟨310001⟩', '县水务局(本级)'),
        projectRow({}),
        row('⟦310001⟧', '县水库管理所'),
        projectRow({ name: '水库巡查' }),
      ),
      problems: ['“县水库管理所”的单位编码 310001 与另一单位相同'],
    },
    {
      name: 'departments of four digits',
      table: filing(
        row('1010', '市水务局'),
        row('101001', '市水务局(本级)').replace('101001', '1010001'),
        projectRow({}),
        row('⟦1020001⟧', '市水库管理所'),
        projectRow({ name: '水库巡查' }),
      ),
      problems: [/1020001 没有对应的主管部门$/],
    },
    {
      name: 'two of them',
      table: filing(
        row('310', '县水务局'),
        row('310001', '县水务局(本级)'),
        projectRow({}),
        row('⟦320001⟧', '县水库管理所'),
        projectRow({ name: '水库巡查' }),
        row('⟦310001⟧', '县水文站'),
        projectRow({ name: '水文监测' }),
      ),
      problems: [/没有对应的主管部门$/, /与另一单位相同$/],
    },
  ],
})
