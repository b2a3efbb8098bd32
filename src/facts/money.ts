import type { Decimal } from '../model/decimal.ts'
import type { MoneyUnit } from '../model/disclosure.ts'

/** What an amount is written in: the unit of the table, or none. */
export type WrittenUnit = Pick<MoneyUnit, 'yuan'> & { readonly name: string }

/** A sum of money in 元, written in the unit of the table: `264.79万元`. At least `decimals` decimals. */
export const formatMoney = (yuan: Decimal, unit: WrittenUnit, decimals = 0): string =>
  `${formatNumber(yuan.div(unit.yuan), decimals)}${unit.name}`

/** A decimal in full, never in powers of ten, with at least `decimals` decimals. */
export const formatNumber = (value: Decimal, decimals = 0): string =>
  value.decimalPlaces() < decimals ? value.toFixed(decimals) : value.toFixed()
