/** The digest by which the page lets its script in; the test that keeps it true tells the new one. */
export const PAGE_SCRIPT_HASH = 'sha256-qwdV2eJTuptrANj+L0pTgxFyW9HWx7yOIWn0JXSSEJk='

/**
 * What the page does when it is used: drawing a filing's table when it is opened, filters, links between
 * the ends of a finding, languages, printing. It makes elements only out of markup that the report
 * escaped, and of everything else text.
 */
export const PAGE_SCRIPT = `(() => {
'use strict'
const root = document.documentElement
const one = (selector, from = document) => from.querySelector(selector)
const all = (selector, from = document) => [...from.querySelectorAll(selector)]
const byId = (id) => document.getElementById(id)
const filings = all('details.filing')
root.classList.add('js')

// The table of a filing stays text until the filing is opened.
const draw = (filing) => {
  const text = one('noscript', filing)
  if (text === null) return
  const box = document.createElement('div')
  box.innerHTML = text.textContent
  text.replaceWith(box)
  dim(filing)
}
document.addEventListener('toggle', ({ target }) => {
  if (target.open && target.matches('details.filing')) draw(target)
}, true)

// Filters.
const search = byId('search'), rule = byId('rule'), file = byId('file'), shown = byId('shown')
const chips = all('.chip')
const found = filings.map((filing) => ({
  filing,
  groups: all('.group', filing).map((group) => ({
    group,
    cards: all('.finding', group).map((card) => ({
      card,
      text: [one('summary', filing), one('h3', group), card].map((part) => part.textContent).join(' ').toLowerCase(),
    })),
  })),
}))
const total = all('.finding').length
const isFiltered = () => search.value.trim() !== '' || rule.value !== '' || (file !== null && file.value !== '') ||
  chips.some((chip) => chip.getAttribute('aria-pressed') === 'false')
const apply = () => {
  if (search === null) return
  const levels = chips.filter((chip) => chip.getAttribute('aria-pressed') === 'true').map((chip) => chip.dataset.severity)
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean)
  let count = 0
  const left = []
  for (const { filing, groups } of found) {
    let inFiling = 0
    const isChosen = file === null || file.value === '' || file.value === filing.id
    for (const { group, cards } of groups) {
      let inGroup = 0
      for (const { card, text } of cards) {
        const { severity, rule: id } = card.dataset
        card.hidden = !(isChosen && levels.includes(severity) && (rule.value === '' || rule.value === id) &&
          words.every((word) => text.includes(word)))
        if (!card.hidden) inGroup += 1
      }
      group.hidden = inGroup === 0
      inFiling += inGroup
    }
    filing.hidden = inFiling === 0
    if (inFiling > 0) left.push(filing)
    count += inFiling
    dim(filing)
  }
  if (isFiltered() && left.length === 1) left[0].open = true
  byId('nothing').hidden = count > 0 || total === 0
  byId('reset').hidden = !isFiltered()
  shown.textContent = root.dataset.lang === 'zh' ? '显示 ' + count + ' / ' + total + ' 个问题' : count + ' of ' + total + ' findings'
}
// Marks of findings that are filtered out fade.
const dim = (filing) => {
  const off = new Set(all('.finding[hidden]', filing).map((card) => card.dataset.m))
  for (const mark of all('.paper [data-m]', filing)) mark.classList.toggle('off', mark.dataset.m.split(' ').every((n) => off.has(n)))
}
const reset = () => {
  search.value = ''
  rule.value = ''
  if (file !== null) file.value = ''
  for (const chip of chips) chip.setAttribute('aria-pressed', 'true')
  apply()
}
if (search !== null) {
  let timer
  search.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(apply, 60) })
  rule.addEventListener('change', apply)
  file?.addEventListener('change', apply)
  for (const chip of chips) chip.addEventListener('click', () => {
    chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') === 'false'))
    apply()
  })
  byId('reset').addEventListener('click', reset)
  byId('expand').addEventListener('click', () => { for (const filing of filings) if (!filing.hidden) filing.open = true })
  byId('collapse').addEventListener('click', () => { for (const filing of filings) filing.open = false })
  byId('print').addEventListener('click', () => print())
}
document.addEventListener('change', ({ target }) => {
  if (target.matches('.flagged-only')) target.closest('.filing').classList.toggle('only-flagged', target.checked)
})

// Going to a place: everything around it opens, it is marked, and the keyboard goes on from there.
const jump = (id) => {
  const filing = byId(/^f\\d+/.exec(id)?.[0])
  if (filing?.matches('.filing')) draw(filing)
  const target = byId(id)
  if (target === null) return
  if (target.closest('[hidden]') !== null) reset()
  const row = target.closest('.only-flagged .project:not(.flagged)')
  if (row !== null) one('.flagged-only', filing).click()
  for (let around = target.closest('details'); around !== null; around = around.parentElement.closest('details')) around.open = true
  for (const old of all('.active')) old.classList.remove('active', 'flash')
  const end = target.matches('i') ? target.parentElement.querySelector('#' + id + ' ~ mark') ?? target : target
  const number = /^f\\d+[pr](\\d+)/.exec(id)?.[1]
  end.classList.add('active', 'flash')
  if (number !== undefined) byId(filing.id + 'n' + number).classList.add('active')
  show(end)
  if (end.tabIndex < 0) end.tabIndex = -1
  end.focus({ preventScroll: true })
  try { history.replaceState(null, '', '#' + id) } catch {}
}
const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
// The paper scrolls by itself beside the findings; moving the window too would lose the reader's place.
const show = (end) => {
  const paper = end.closest('.paper')
  if (paper === null || paper.scrollHeight <= paper.clientHeight + 1) return end.scrollIntoView({ block: 'center', inline: 'center', behavior })
  const box = paper.getBoundingClientRect(), at = end.getBoundingClientRect()
  paper.scrollTo({ top: paper.scrollTop + at.top - box.top - box.height / 2, left: paper.scrollLeft + Math.min(0, at.left - box.left - 16), behavior })
  if (box.top < 0 || box.bottom > innerHeight) paper.scrollIntoView({ block: 'nearest', behavior })
}
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]')
  const mark = event.target.closest('.paper mark')
  if (link === null && mark === null) return
  event.preventDefault()
  if (link?.dataset.rule !== undefined) {
    reset()
    rule.value = link.dataset.rule
    apply()
    return byId('list').scrollIntoView({ behavior })
  }
  jump((link ?? wayFrom(mark)).getAttribute('href').slice(1))
})
// A marked text leads where its arrow leads, or its number.
const wayFrom = (mark) => {
  let next = mark.nextElementSibling
  while (next !== null && !next.matches('.to')) next = next.nextElementSibling
  if (next !== null) return one('.hop', next) ?? one('.no', next)
  return one('.no', byId(mark.closest('.filing').id + 'n' + mark.dataset.m.split(' ')[0]))
}

// Both ends light up together, and a note tells what the finding is.
const tip = byId('tip')
const say = (part) => {
  const copy = part.cloneNode(true)
  for (const other of all('[lang]', copy)) if (other.lang !== root.dataset.lang) other.remove()
  return copy.textContent.trim()
}
const line = (text, name) => {
  const p = document.createElement('p')
  p.textContent = text
  if (name) p.className = name
  return p
}
const cool = () => {
  tip.hidden = true
  for (const mark of all('.hot')) mark.classList.remove('hot')
}
const heat = (at) => {
  cool()
  const filing = at.closest('.filing')
  if (filing === null) return
  const numbers = at.dataset.m.split(' ')
  for (const mark of all('.paper mark', filing)) if (mark.dataset.m.split(' ').some((n) => numbers.includes(n))) mark.classList.add('hot')
  if (at.closest('.paper') === null) return
  tip.replaceChildren(...numbers.flatMap((n) => {
    const card = byId(filing.id + 'n' + n)
    const ends = all('.ends li', card).slice(0, 4)
    return [line([n, say(one('h4 .tag', card)), say(one('.words', card))].join(' · ')), ...(ends.length > 1 ? ends.map((end) => line('⇄ ' + say(end), 'tip-end')) : [])]
  }))
  tip.hidden = false
  const box = at.getBoundingClientRect()
  tip.style.left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8)) + 'px'
  tip.style.top = (box.bottom + tip.offsetHeight + 12 < innerHeight ? box.bottom + 6 : Math.max(8, box.top - tip.offsetHeight - 6)) + 'px'
}
const over = ({ target }) => {
  const at = target.closest?.('[data-m]')
  if (at) heat(at)
  else cool()
}
document.addEventListener('mouseover', over)
document.addEventListener('focusin', over)
document.addEventListener('scroll', () => { tip.hidden = true }, true)

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape') return cool()
  if (event.target.matches('input, select, textarea')) return
  if (event.key === '/' && search !== null) {
    event.preventDefault()
    return search.focus()
  }
  if (event.key !== 'j' && event.key !== 'k') return
  const cards = all('.finding:not([hidden])').filter((card) => card.closest('[hidden]') === null)
  const at = cards.findIndex((card) => card.classList.contains('active'))
  const next = cards[event.key === 'j' ? at + 1 : Math.max(0, at - 1)]
  if (next !== undefined) jump(next.id)
})

// Languages: what can't hold both as elements holds them as attributes.
byId('language').addEventListener('click', () => {
  const lang = root.dataset.lang === 'zh' ? 'en' : 'zh'
  root.dataset.lang = lang
  root.lang = lang === 'zh' ? 'zh-CN' : 'en'
  for (const name of ['placeholder', 'aria-label', 'label'])
    for (const part of all('[data-' + name + '-zh]')) part.setAttribute(name, part.getAttribute('data-' + name + '-' + lang))
  document.title = say(one('.brand'))
  apply()
})

// On paper everything is open.
let closed = []
const unfold = () => {
  filings.filter((filing) => !filing.hidden).forEach(draw)
  closed = [...closed, ...all('details:not([open])')]
  for (const details of closed) details.open = true
}
const fold = () => {
  for (const details of closed) details.open = false
  closed = []
}
addEventListener('beforeprint', unfold)
addEventListener('afterprint', fold)
matchMedia('print').addEventListener('change', ({ matches }) => (matches ? unfold() : fold()))

filings.filter((filing) => filing.open).forEach(draw)
apply()
if (location.hash.length > 1) jump(location.hash.slice(1))
})()
`
