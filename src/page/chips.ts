import type { Message } from '../model/finding.ts'
import { both } from '../report/html/markup.ts'
import { all, byId } from './dom.ts'

/** One thing that is shown or left out, and how many there are of it. */
export interface Chip {
  readonly value: string
  /** Its colour. */
  readonly kind: 'error' | 'warning' | 'info' | 'ok'
  readonly label: Message
  readonly count: number
}

/** Offers chips; what was left out stays so. */
export const offerChips = (id: string, chips: readonly Chip[]): void => {
  const off = chipsOff(id)
  byId(id).replaceChildren(
    ...chips.map(({ value, kind, label, count }) => {
      const chip = document.createElement('button')
      chip.type = 'button'
      chip.className = `chip ${kind}`
      chip.dataset['value'] = value
      chip.setAttribute('aria-pressed', String(!off.has(value)))
      chip.innerHTML = `${both(label).html} <b>${count}</b>`
      return chip
    }),
  )
}

/** What is left out. */
export const chipsOff = (id: string): ReadonlySet<string | undefined> =>
  new Set(all('[aria-pressed="false"]', byId(id)).map(({ dataset }) => dataset['value']))

export const resetChips = (id: string): void => {
  for (const chip of all('.chip', byId(id))) chip.setAttribute('aria-pressed', 'true')
}

/** @param show What is done when one was pressed. */
export const startChips = (id: string, show: () => void): void =>
  byId(id).addEventListener('click', ({ target }) => {
    const chip = (target as Element).closest('.chip')
    if (chip === null) return
    chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') === 'false'))
    show()
  })
