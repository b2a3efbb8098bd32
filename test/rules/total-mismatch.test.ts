import { totalMismatch } from '../../src/rules/total-mismatch.ts'
import { filing, HEADER, projectRow, testRule } from '../support/test-rule.ts'

const project = (name: string, amount: string): string => projectRow({ name, amount })

testRule(totalMismatch, {
  valid: [
    {
      name: 'a total that is the sum',
      table: filing('\t合计\t9.00', project('甲', '4.00'), project('乙', '5.00')),
    },
    { name: 'no total at all', table: filing(project('甲', '4.00')) },
    { name: 'a total over nothing', table: filing('\t合计\t9.00') },
    {
      name: 'the total at the bottom',
      table: filing(project('甲', '4.00'), project('乙', '5.00'), '\t合计\t9.00'),
    },
    {
      name: 'decimals that floating point would get wrong',
      table: filing('\t合计\t0.3', project('甲', '0.1'), project('乙', '0.2')),
    },
    {
      name: 'thousands separators and 元',
      table: `${HEADER.replace('万元', '元')}\n\t合计\t2,061,400.00\n${project('甲', '1,030,700.00')}\n${project('乙', '1030700')}`,
    },
    {
      name: 'an agency between that alone is wrong',
      table: filing(
        '\t合计\t9.00',
        '501\t某局\t9.00',
        '501001\t某局(本级)\t8.00',
        project('甲', '4.00'),
        project('乙', '5.00'),
      ),
    },
    {
      name: 'a department without an amount of its own',
      table: filing('\t合计\t9.00', '501\t某局\t', '501001\t某局(本级)\t9.00', project('甲', '9.00')),
    },
    {
      name: 'agencies with subtotals and project categories',
      table: filing(
        '\t合计\t15.00',
        '501001\t某局(本级)\t15.00',
        '\t特定目标类\t9.00',
        project('甲', '4.00'),
        project('乙', '5.00'),
        '\t其他运转类\t6.00',
        project('丙', '6.00'),
      ),
    },
    {
      name: 'a project whose amount is missing as a dash',
      table: filing('\t合计\t4.00', project('甲', '4.00'), project('乙', '-')),
    },
    {
      name: 'a negative amount that the total counts',
      table: filing('\t合计\t3.00', project('甲', '4.00'), project('乙', '-1.00')),
    },
    {
      name: 'a negative amount that the total leaves out',
      table: filing('\t合计\t4.00', project('甲', '4.00'), project('乙', '-1.00')),
    },
  ],
  invalid: [
    {
      name: 'a negative amount that the total adds, as a notice',
      table: filing('\t合计\t⟦5.00⟧', project('甲', '4.00'), project('乙', '-1.00')),
      problems: [{ message: /多 1.00万元/, severity: 'info', because: '“乙”的金额无效，未计入。' }],
    },
    {
      name: 'a total that is too large',
      table: filing('\t合计\t⟦9.50⟧', project('甲', '⟨4.00⟩'), project('乙', '⟨5.00⟩')),
      problems: [
        {
          message: '合计 9.50万元与所含各项之和 9.00万元不一致，多 0.50万元',
          severity: 'error',
          working: ['4.00 + 5.00 = 9.00 ≠ 9.50'],
        },
      ],
    },
    {
      name: 'a project that was left out',
      table: filing('\t合计\t⟦9.00⟧', project('甲', '4.00'), project('乙', '5.00'), project('丙', '2.30')),
      problems: [{ message: /少 2.30万元/, because: '差额正好等于“丙”：可能漏计了它。' }],
    },
    {
      name: 'a project that was counted twice',
      table: filing('\t合计\t⟦14.00⟧', project('甲', '4.00'), project('乙', '5.00')),
      problems: [{ message: /多 5.00万元/, because: '差额正好等于“乙”：可能重复计算了它。' }],
    },
    {
      name: '元 where 万元 was meant',
      table: filing('\t合计\t⟦90000⟧', project('甲', '4'), project('乙', '5')),
      problems: [{ message: /不一致/, because: '相差正好 10,000 倍：可能混用了元与万元。' }],
    },
    {
      name: 'two digits of a project swapped',
      table: filing('\t合计\t⟦16.45⟧', project('甲', '4.54'), project('乙', '12.00')),
      problems: [{ message: /少 0.09万元/, because: '“甲”中可能有两位数字前后颠倒。' }],
    },
    {
      name: 'two digits of the total swapped',
      table: filing('\t合计\t⟦61.50⟧', project('甲', '4.50'), project('乙', '12.00')),
      problems: [{ message: /多 45.00万元/, because: '此数中可能有两位数字前后颠倒。' }],
    },
    {
      name: 'a difference that rounding explains, as a notice',
      table: filing('\t合计\t⟦10.00⟧', project('甲', '3.33'), project('乙', '3.33'), project('丙', '3.33')),
      problems: [{ message: /少|多/, severity: 'info', because: /四舍五入/ }],
    },
    {
      name: 'the same beyond what rounding explains',
      table: filing('\t合计\t⟦10.00⟧', project('甲', '3.33'), project('乙', '3.33'), project('丙', '3.31')),
      problems: [{ message: /多 0.03万元/, severity: 'error' }],
    },
    {
      name: 'a row whose amount is no number, as a notice that says so',
      table: filing('\t合计\t⟦9.00⟧', project('甲', '4.00'), project('乙', '待定')),
      problems: [{ message: /多 5.00万元/, severity: 'info', because: '“乙”的金额无效，未计入。' }],
    },
    {
      name: 'an input that is cut off, as a notice',
      table: filing('\t合计\t⟦9.00⟧', project('甲', '4.00'), '\t乙\t2.00\t目标1:推广'),
      problems: [{ message: /多 3.00万元/, severity: 'info', because: /被截断/ }],
    },
    {
      name: 'both totals of a table that has two',
      table: filing('\t合计\t⟦9.50⟧', project('甲', '4.00'), project('乙', '5.00'), '\t总计\t⟦8.00⟧'),
      problems: [/^合计 9.50万元/, /^总计 8.00万元/],
    },
    {
      name: 'a department that is wrong together with its agencies',
      table: filing('\t合计\t⟦9.50⟧', '501\t某局\t⟨9.00⟩', '501001\t某局(本级)\t9.00', project('甲', '9.00')),
      problems: ['合计 9.50万元与所含各项之和 9.00万元不一致，多 0.50万元'],
    },
  ],
})
