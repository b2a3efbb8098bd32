import { untidyText } from '../../src/rules/untidy-text.ts'
import { projectFiling, testRule } from '../support/test-rule.ts'

testRule(untidyText, {
  valid: [
    { name: 'digits and signs in half width', table: projectFiling({ name: '农技推广 2期' }) },
    {
      name: 'Chinese punctuation',
      table: projectFiling({ goal: '目标1：推广农业技术（含培训）：两项，共３万元。' }),
    },
    {
      name: 'money',
      table: projectFiling({ amount: '６．００', indicators: { 成本: ['推广成本 ≤６万元'] } }),
    },
    { name: 'a range in words', table: projectFiling({ indicators: { 数量: ['推广品种 3～5种'] } }) },
  ],
  invalid: [
    {
      name: 'full-width digits and letters in a name',
      table: projectFiling({ name: '农技推广⟦Ｂ２⟧期' }),
      problems: ['全角的“Ｂ２”宜写作“B2”'],
    },
    {
      name: 'a target',
      table: projectFiling({ indicators: { 质量: ['推广率 ≥⟦９５．５％⟧'] } }),
      problems: ['全角的“９５．５％”宜写作“95.5%”'],
    },
    {
      name: 'several places of one text, and two texts',
      table: projectFiling({ goal: '目标1:推广⟦３⟧种  技术，投入５万元。目标2:培训⟦６０⟧人。' }),
      problems: ['全角的“３”宜写作“3”，这段文字中共有 2 处', '全角的“６０”宜写作“60”'],
    },
    {
      name: 'blanks in a row',
      table: projectFiling({ name: '农技⟦　 ⟧推广' }),
      problems: ['连续的空格宜只留一个'],
    },
  ],
})
