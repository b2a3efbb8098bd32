import { PLACEHOLDER, residueIn, templateNameIn } from '../analysis/residue.ts'
import type { Indicator, Project } from '../model/disclosure.ts'
import { indicatorsOf } from '../model/walk.ts'
import { meaning } from '../source/fold.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { Problem, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'

export const templateResidue: Rule = {
  id: 'template-residue',
  category: 'wording',
  severity: 'warning',
  reads: 'text',
  docs: {
    summary: { zh: '模板中的提示文字应替换为实际内容。', en: 'Text of the template is replaced by content.' },
    finds: {
      zh: '没有替换掉的占位符、省略号、字数提示和未作选择的选项。',
      en: 'Placeholders, dots, hints of length and unmade choices that were left in.',
    },
    why: {
      zh: '“**”“……”“100字以内”“指标2:”等留在表中，说明该处没有填写。值前留有占位符但已填写的，仅作提示。',
      en: 'Where **, ……, 100字以内 or an empty 指标2: is left, nothing was filled in. A placeholder in front of a value that was filled in is only a notice.',
    },
    fix: { zh: '填写实际内容，删除提示文字。', en: 'Enter the content and remove the text of the template.' },
    basis: { zh: '占位符见各地表样（FORM）。', en: 'The placeholders are printed on the forms (FORM).' },
    invalid: example(projectRow('路灯维修', '目标1:……', '一、产出指标 (一)数量指标 1.维修路灯数量 ≥**盏')),
    valid: example(
      projectRow('路灯维修', '目标1:修复损坏的路灯。', '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏'),
    ),
  },

  *checkProject(project) {
    yield* inGoals(project)
    for (const { indicator } of indicatorsOf(project)) {
      const problem = inIndicator(indicator)
      if (problem !== undefined) yield problem
    }
  },
}

function* inGoals({ goals }: Project): Generator<Problem> {
  // A project whose goals are all empty has none, which is another rule's problem.
  if (goals.every(({ text }) => text.isBlank)) return
  for (const { text, marker } of goals) {
    const residue = text.isBlank && marker !== undefined ? marker.text.text : residueIn(text)
    if (residue !== undefined) yield left(residue, text.isBlank && marker !== undefined ? marker.text : text)
  }
}

const inIndicator = (indicator: Indicator): Problem | undefined => {
  const { target, text, name, marker } = indicator
  if (name.isBlank && target.kind === 'blank' && marker !== undefined)
    return left(marker.text.text, marker.text)
  const residue =
    residueIn(text) ?? residueIn(target.text) ?? (target.kind === 'blank' ? templateNameIn(name) : undefined)
  if (residue === undefined) return undefined
  const isFilled = target.kind === 'measured' || target.kind === 'baseline' || target.kind === 'period'
  return isFilled && PLACEHOLDER.test(residue)
    ? { ...left(residue, text), severity: 'info' }
    : left(residue, text)
}

const left = (residue: string, text: SpannedText): Problem => {
  const shown = meaning(residue)
  return {
    message: {
      zh: `模板文字“${shown}”没有替换为实际内容`,
      en: `the template's text “${shown}” was not replaced by content`,
    },
    at: text.span,
  }
}
