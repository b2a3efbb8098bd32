import type { Baseline, Measure, Numeral, Period, PrintedComparator, Quantity } from '../model/measure.ts'
import { recallText } from '../remember.ts'
import { SpannedText } from '../source/spanned-text.ts'

/**
 * `read`, remembered for the texts that come back: what was read in one of them is moved to where it stands
 * now, by `move`. For functions of the text alone.
 */
export const rememberPlaced = <Result>(
  read: (text: SpannedText) => Result,
  move: (result: Result, mover: Mover) => Result,
): ((text: SpannedText) => Result) => {
  const recall = recallText((text) => {
    const whole = SpannedText.ofSource(text, { start: 0, end: text.length })
    return { whole, result: read(whole) }
  })
  return (text) => {
    const kept = recall(text.text)
    return kept === undefined ? read(text) : move(kept.result, new Mover(kept.whole, text))
  }
}

/**
 * What was read in one text, as it stands in another of the same characters: values and units are the
 * same, only the places differ.
 */
export class Mover {
  readonly #from: SpannedText
  readonly #to: SpannedText

  constructor(from: SpannedText, to: SpannedText) {
    this.#from = from
    this.#to = to
  }

  text(text: SpannedText): SpannedText {
    return text.moved(this.#from, this.#to)
  }

  quantity(quantity: Quantity): Quantity {
    switch (quantity.kind) {
      case 'measure':
        return this.measure(quantity)
      case 'period':
        return this.#period(quantity)
      default:
        return this.#baseline(quantity)
    }
  }

  measure(measure: Measure): Measure {
    const text = this.text(measure.text)
    const { comparator, numeral, upperNumeral, unit, unitText, interval, approximate, change } = measure
    return {
      kind: 'measure',
      text,
      span: text.span,
      comparator: this.#comparator(comparator),
      numeral: this.#numeral(numeral),
      upperNumeral: upperNumeral === undefined ? undefined : this.#numeral(upperNumeral),
      unit,
      unitText: unitText === undefined ? undefined : this.text(unitText),
      interval,
      approximate,
      change,
    }
  }

  #period(period: Period): Period {
    const text = this.text(period.text)
    const { from, until, fromExcluded, untilExcluded, recurring } = period
    return { kind: 'period', text, span: text.span, from, until, fromExcluded, untilExcluded, recurring }
  }

  #baseline({ text: own, comparator, year, yearsBack, change }: Baseline): Baseline {
    const text = this.text(own)
    return {
      kind: 'baseline',
      text,
      span: text.span,
      comparator: this.#comparator(comparator),
      year,
      yearsBack,
      change: change === undefined ? undefined : this.measure(change),
    }
  }

  #comparator(comparator: PrintedComparator | undefined): PrintedComparator | undefined {
    return comparator === undefined ? undefined : { sign: comparator.sign, text: this.text(comparator.text) }
  }

  #numeral({ text, value, decimals }: Numeral): Numeral {
    return { text: this.text(text), value, decimals }
  }
}
