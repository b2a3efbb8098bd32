import type { Message } from '../model/finding.ts'
import type { FileRecord } from '../model/record.ts'
import type { Recheck } from '../recheck/recheck.ts'
import type { Settings } from '../settings.ts'
import { type Choices, keepChoices, readChoices, settingsOf } from './choices.ts'
import { all, byId, root } from './dom.ts'
import type { GatheredFiles } from './gather-files.ts'
import type { PageFile, ReportTerms, Results, RuleName } from './protocol.ts'

/** What the page knows now. */
interface State {
  choices: Choices
  /** All rules that there are, once the worker told them. */
  rules: readonly RuleName[]
  given: GatheredFiles
  /** What was given of the round before. */
  earlier: GatheredFiles
  /** The list of agencies that have to file. */
  list: PageFile | undefined
  /** What came of files so far, in no order. */
  records: FileRecord[]
  /** What came of all files in the end. */
  results: Results | undefined
  /** What became of the findings of the round before. */
  recheck: Recheck | undefined
  /** What the results were made by. */
  checkedBy: Settings
  /** How many files were left when the work was cancelled. */
  left: number
  isBusy: boolean
}

export const NO_FILES: GatheredFiles = { files: [], skipped: [] }

export const state: State = {
  choices: readChoices(),
  rules: [],
  given: NO_FILES,
  earlier: NO_FILES,
  list: undefined,
  records: [],
  results: undefined,
  recheck: undefined,
  checkedBy: {},
  left: 0,
  isBusy: false,
}

/** The settings that are chosen now. */
export const chosenSettings = (): Settings =>
  settingsOf(state.choices, new Set(state.rules.map(({ id }) => id)))

/** What reports of the results are made by. */
export const reportTerms = (): ReportTerms => ({
  settings: state.checkedBy,
  language: state.choices.language,
  level: state.choices.level,
})

export const keepChoice = (changed: Partial<Choices>): void => {
  state.choices = { ...state.choices, ...changed }
  keepChoices(state.choices)
}

export const inLanguage = (message: Message): string => message[state.choices.language]

/** Puts everything in the language that is chosen that can't hold both. */
export const speak = (): void => {
  const { language } = state.choices
  root.dataset['lang'] = language
  root.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = document.querySelector(`.brand [lang="${language}"]`)?.textContent ?? ''
  byId('language').setAttribute('aria-label', language === 'zh' ? 'English' : '中文')
  for (const part of all('[data-zh]')) {
    const text = part.dataset[language] ?? ''
    if (part instanceof HTMLOptionElement) part.textContent = text
    else {
      part.setAttribute('aria-label', text)
      if (part instanceof HTMLInputElement) part.placeholder = text
    }
  }
}
