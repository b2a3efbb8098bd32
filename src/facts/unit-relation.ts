import type { Unit } from '../model/measure.ts'
import { type Comparability, comparability } from '../model/unit.ts'

/** Counters that people use for the same things: 36场次 and 30场, 4辆 and 3台. */
const KIN: readonly ReadonlySet<string>[] = [
  '次 场 场次 期 批 批次 班次',
  '台 辆 套 部 台套',
  '本 册 卷 套',
  '份 张 本',
  '家 户',
  '座 处',
  '所 座',
  '株 棵',
  '头 只 羽',
  '件 起 宗 例',
  '间 套',
  '篇 份',
].map((words) => new Set(words.split(' ')))

/** As `comparability`, but counters that stand for the same things are compatible too. */
export const unitRelation = (a: Unit | undefined, b: Unit | undefined): Comparability => {
  const relation = comparability(a, b)
  if (relation !== 'different' || a === undefined || b === undefined) return relation
  if (a.per.length > 0 || b.per.length > 0) return relation
  return KIN.some((words) => words.has(a.base) && words.has(b.base)) ? 'compatible' : relation
}
