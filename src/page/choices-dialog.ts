import type { Message, Severity } from '../model/finding.ts'
import { SEVERITIES } from '../report/words.ts'
import { complainOf, workshop } from './busy.ts'
import { type Choices, SCHEMES, USUAL } from './choices.ts'
import { all, byId, fill, on, select } from './dom.ts'
import { keepChoice, speak, state } from './state.ts'
import { renderOption, renderRules } from './views.ts'

const LEVEL_WORDS: Readonly<Record<Severity, Message>> = {
  error: { zh: '只列错误', en: 'Errors only' },
  warning: { zh: '错误和警告', en: 'Errors and warnings' },
  info: { zh: '错误、警告和提示', en: 'Errors, warnings and notes' },
}

const SCHEME_WORDS: Readonly<Record<Choices['scheme'], Message>> = {
  auto: { zh: '按表判断', en: 'As the table says' },
  old: { zh: '旧框架（成本在产出下）', en: 'Old (cost under output)' },
  new: { zh: '新框架（成本为一级指标）', en: 'New (cost on level one)' },
}

const draw = (): void => {
  const { level, scheme, rules } = state.choices
  select('level').innerHTML = SEVERITIES.map(
    (each) => renderOption(each, LEVEL_WORDS[each], level).html,
  ).join('')
  select('scheme').innerHTML = SCHEMES.map(
    (each) => renderOption(each, SCHEME_WORDS[each], scheme).html,
  ).join('')
  fill(byId('rules'), renderRules(state.rules, rules))
  byId<HTMLInputElement>('rule-search').value = ''
  speak()
}

/** @param apply What is done with other choices. */
export const startChoicesDialog = (apply: () => void): void => {
  const dialog = byId<HTMLDialogElement>('choices')
  on('settings', 'click', () => {
    workshop.rules.then((rules) => {
      state.rules = rules
      draw()
      dialog.showModal()
    }, complainOf)
  })
  on('rule-search', 'input', () => {
    const term = byId<HTMLInputElement>('rule-search').value.toLowerCase()
    for (const item of all('#rules li')) item.hidden = !(item.textContent ?? '').toLowerCase().includes(term)
  })
  dialog.addEventListener('change', () => {
    const chosen = all<HTMLSelectElement>('#rules select')
      .filter(({ value }) => value !== '')
      .map(({ dataset, value }) => [dataset['rule'], value])
    keepChoice({
      level: select('level').value as Severity,
      scheme: select('scheme').value as Choices['scheme'],
      rules: Object.fromEntries(chosen),
    })
  })
  on('usual', 'click', () => {
    keepChoice({ ...USUAL, language: state.choices.language })
    draw()
  })
  dialog.addEventListener('close', apply)
}
