import { FORMS, makeMadeUp } from '../../test/support/made-up/make-filing.ts'

/** A made-up filing whose tables have borders, as a page of HTML. */
export interface BoxedFiling {
  readonly name: string
  readonly html: string
}

/** No seed further than this is looked at. */
const LAST_SEED = 2000

/** `count` filings of each form that is printed with borders, in turns of the forms. */
export const boxedFilings = (count: number): readonly BoxedFiling[] => {
  const byForm = new Map<string, BoxedFiling[]>(FORMS.map((form) => [form, []]))
  for (let seed = 1; seed <= LAST_SEED; seed += 1) {
    const { form, text, truth } = makeMadeUp(seed)
    const filings = byForm.get(form) as BoxedFiling[]
    if (truth.format !== 'html' || filings.length === count) continue
    filings.push({ name: `${form}, seed ${seed}`, html: text.replace('<head>', `<head>${STYLE}`) })
  }
  return Array.from({ length: count }, (_, turn) =>
    [...byForm.values()].flatMap((one) => one[turn] ?? []),
  ).flat()
}

const STYLE = `<style>
@page { size: A4; margin: 1.5cm }
body { font: 10pt 'Noto Serif CJK SC', 'Noto Sans CJK SC', serif; margin: 0 }
table { border-collapse: collapse; width: 100% }
td { border: 1px solid #000; padding: 2px 3px }
p { margin: 2px 0 }
</style>`
