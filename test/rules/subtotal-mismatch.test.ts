import { subtotalMismatch } from '../../src/rules/subtotal-mismatch.ts'
import { filing, projectRow, testRule } from '../support/test-rule.ts'

const project = (name: string, amount: string): string => projectRow({ name, amount })

testRule(subtotalMismatch, {
  valid: [
    {
      name: 'every level right',
      table: filing(
        '501\t某局\t11.00',
        '501001\t某局(本级)\t6.00',
        project('甲', '4.00'),
        project('乙', '2.00'),
        '501002\t某中心\t5.00',
        project('丙', '5.00'),
      ),
    },
    {
      name: 'an agency without projects',
      table: filing('501001\t某局(本级)\t6.00', '501002\t某中心\t5.00', project('丙', '5.00')),
    },
    {
      name: 'subtotals below their rows',
      table: filing(
        project('甲', '4.00'),
        project('乙', '2.00'),
        '\t小计\t6.00',
        project('丙', '5.00'),
        '\t小计\t5.00',
      ),
    },
    {
      name: 'subtotals above their rows',
      table: filing(
        '\t小计\t6.00',
        project('甲', '4.00'),
        project('乙', '2.00'),
        '\t小计\t5.00',
        project('丙', '5.00'),
      ),
    },
    {
      name: 'project categories',
      table: filing(
        '501001\t某局(本级)\t9.00',
        '\t特定目标类\t4.00',
        project('甲', '4.00'),
        '\t其他运转类\t5.00',
        project('乙', '5.00'),
      ),
    },
  ],
  invalid: [
    {
      name: 'an agency, but not the department above that is right',
      table: filing(
        '501\t某局\t11.00',
        '501001\t某局(本级)\t⟦7.00⟧',
        project('甲', '⟨4.00⟩'),
        project('乙', '⟨2.00⟩'),
        '501002\t某中心\t5.00',
        project('丙', '5.00'),
      ),
      problems: ['“某局(本级)” 7.00万元与所含各项之和 6.00万元不一致，多 1.00万元'],
    },
    {
      name: 'an agency, but not the department above that took the error over',
      table: filing(
        '501\t某局\t12.00',
        '501001\t某局(本级)\t⟦7.00⟧',
        project('甲', '4.00'),
        project('乙', '2.00'),
        '501002\t某中心\t5.00',
        project('丙', '5.00'),
      ),
      problems: [/^“某局\(本级\)”/],
    },
    {
      name: 'a department above right agencies',
      table: filing(
        '501\t某局\t⟦12.00⟧',
        '501001\t某局(本级)\t⟨6.00⟩',
        project('甲', '6.00'),
        '501002\t某中心\t⟨5.00⟩',
        project('乙', '5.00'),
      ),
      problems: [/^“某局”/],
    },
    {
      name: 'two agencies',
      table: filing(
        '501001\t某局(本级)\t⟦7.00⟧',
        project('甲', '6.00'),
        '501002\t某中心\t⟦4.50⟧',
        project('乙', '5.00'),
      ),
      problems: [/多 1.00万元$/, /少 0.50万元$/],
    },
    {
      name: 'a project category',
      table: filing(
        '501001\t某局(本级)\t9.00',
        '\t特定目标类\t⟦4.20⟧',
        project('甲', '4.00'),
        '\t其他运转类\t5.00',
        project('乙', '5.00'),
      ),
      problems: [/^“特定目标类” 4.20万元/],
    },
    {
      name: 'a subtotal above its rows, below that of the body, which has its own row',
      table: filing(
        '\t某县教育局合计\t6.60',
        '\t某县中学小计\t⟦6.60⟧',
        project('甲', '4.00'),
        project('乙', '2.00'),
      ),
      problems: [/^“某县中学小计” 6.60万元/],
    },
    {
      name: 'a subtotal below its rows',
      table: filing(
        project('甲', '4.00'),
        project('乙', '2.00'),
        '\t小计\t⟦6.60⟧',
        project('丙', '5.00'),
        '\t小计\t5.00',
      ),
      problems: [/^“小计” 6.60万元/],
    },
    {
      name: 'a name with quotes of its own',
      table: filing('501001\t“三支一扶”办公室\t⟦7.00⟧', project('甲', '6.00')),
      problems: [/^「“三支一扶”办公室」 7.00万元/],
    },
  ],
})
