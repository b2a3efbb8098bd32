import type { Message } from '../model/finding.ts'
import { both, type Markup } from '../report/html/markup.ts'

export const root = document.documentElement

export const byId = <Kind extends HTMLElement = HTMLElement>(id: string): Kind =>
  document.getElementById(id) as Kind

export const select = (id: string): HTMLSelectElement => byId<HTMLSelectElement>(id)

export const all = <Kind extends HTMLElement = HTMLElement>(
  selector: string,
  from: ParentNode = document,
): Kind[] => [...from.querySelectorAll<Kind>(selector)]

export const on = (id: string, event: string, listen: () => void): void =>
  byId(id).addEventListener(event, listen)

/** Everything that goes into the page is markup whose texts are escaped. */
export const fill = (element: HTMLElement, markup: Markup): void => {
  element.innerHTML = markup.html
}

/** Says something in both languages; the page shows the one that is chosen. */
export const say = (element: HTMLElement, message: Message): void => fill(element, both(message))

const SECTIONS = ['intake', 'work', 'results', 'reading'] as const

/** What may be given beside the files: at first below them, then where it is answered. */
const ASIDES = [
  ['earlier', 'pane-recheck'],
  ['list', 'pane-roll'],
] as const

/** Shows these parts of the page and no others. */
export const show = (...ids: readonly (typeof SECTIONS)[number][]): void => {
  for (const id of SECTIONS) byId(id).hidden = !ids.includes(id)
  const isBegun = !ids.includes('intake')
  root.classList.toggle('begun', isBegun)
  for (const [id, pane] of ASIDES) {
    const place = byId(isBegun ? pane : 'asides')
    if (byId(id).parentElement === place) continue
    if (isBegun) place.prepend(byId(id))
    else place.append(byId(id))
  }
}
