import { areApart, tableKindsOf } from '../facts/same-table.ts'
import type { Disclosure, Project } from '../model/disclosure.ts'
import { agenciesOf } from '../model/walk.ts'
import { meaning } from '../source/fold.ts'
import type { Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const duplicateProject: Rule = {
  id: 'duplicate-project',
  category: 'structure',
  severity: 'warning',
  docs: {
    summary: { zh: '同一单位的项目不应重复。', en: 'Each project appears only once under its agency.' },
    finds: {
      zh: '同一单位下名称相同的两个项目。',
      en: 'Two projects with the same name under the same agency.',
    },
    why: {
      zh: '重复的项目会重复计入合计，或说明有一行应属于其他项目。项目编码不同的、在另一种表（如自评表）中再次出现的、期限或年度不同的表，不报告。',
      en: 'A project that appears twice is counted twice in the totals, or one of its rows belongs to another project. Not reported: projects with different codes, and projects that appear again in another kind of table (such as a self-evaluation) or in a table for a different period or year.',
    },
    fix: {
      zh: '合并或删除重复的项目，或区分名称。',
      en: 'Merge or remove the duplicates, or give them distinct names.',
    },
    basis: {
      zh: '一个项目一行为表格固定格式（FORM）。',
      en: 'The printed form has one row per project (FORM).',
    },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复主干道损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏',
      ),
      projectRow(
        '路灯维修',
        '目标1:修复背街小巷损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥30盏',
      ),
    ),
    valid: example(
      projectRow(
        '路灯维修',
        '目标1:修复主干道损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏',
      ),
      projectRow(
        '路灯维修（二期）',
        '目标1:修复背街小巷损坏的路灯。',
        '一、产出指标 (一)数量指标 1.更换灯杆数量 ≥30根',
      ),
    ),
  },

  *check(disclosure) {
    const kinds = tableKindsOf(disclosure)
    for (const projects of groupsOf(disclosure)) {
      const seen = new Map<string, Project[]>()
      for (const project of projects) {
        const name = project.name.meaning
        if (name === '') continue
        const key = [name, meaning(project.code?.text ?? ''), kinds.get(project)].join('\t')
        const same = seen.get(key) ?? []
        seen.set(key, [...same, project])
        const first = same.find((other) => !areApart(other, project, disclosure))
        if (first === undefined) continue
        yield {
          message: {
            zh: `项目${quoted(name)}在同一单位下出现两次`,
            en: `the project ${quoted(name)} appears twice under one agency`,
          },
          at: project.name.span,
          related: [{ at: first.name.span, note: { zh: '前一次', en: 'first appearance' } }],
        }
      }
    }
  },
}

const groupsOf = (disclosure: Disclosure): readonly (readonly Project[])[] => [
  disclosure.projects,
  ...agenciesOf(disclosure).map(({ projects }) => projects),
]
