/** Counters that people use for the same things: 36场次 and 30场, 4辆 and 3台. */
export const COUNTER_KIN: readonly ReadonlySet<string>[] = [
  '次 场 场次 期 批 批次 班次 遍 轮 轮次 回 趟',
  '台 辆 套 部 台套',
  '本 册 卷 套',
  '份 张 本',
  '家 户',
  '座 处',
  '所 座',
  '株 棵',
  '头 只 羽',
  '件 起 宗 例 案',
  '间 套',
  '篇 份',
  '千瓦时 度 度电',
].map((words) => new Set(words.split(' ')))
