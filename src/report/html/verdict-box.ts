import type { SeverityCounts } from '../../model/record.ts'
import { countOfSeverity, enumerate, plural, SEVERITIES } from '../words.ts'
import { both, html, type Markup } from './markup.ts'
import { inBoth, PAGE_WORDS } from './page-words.ts'

/**
 * What all files come to, in large: what a reader looks for first.
 *
 * @param below What it is about, on a line of its own.
 */
export const renderVerdictBox = (counts: SeverityCounts, failed: number, below: Markup): Markup => {
  const [kind, sign] =
    counts.error > 0 || failed > 0 ? ['error', '✗'] : counts.warning > 0 ? ['warning', '!'] : ['ok', '✓']
  const verdict = inBoth((language) => {
    const found = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
      countOfSeverity(counts[severity], severity, language),
    )
    // Where files were not checked, nobody says that there is nothing in them.
    const parts = found.length === 0 && failed === 0 ? [PAGE_WORDS.clean[language]] : found
    if (failed > 0)
      parts.push(
        language === 'zh' ? `${failed} 个文件未能检查` : `${plural(failed, 'file')} could not be checked`,
      )
    return enumerate(parts, language)
  })
  return html`<div class="verdict ${kind}"><span class="sign" aria-hidden="true">${sign}</span>
    <div><h1>${both(verdict)}</h1><p>${below}</p></div></div>`
}
