import { isQuality } from './qualities.ts'

/** How no counter begins: 以上 and its like, ordinals (3号楼, 90后, 100强), times of day, and what joins. */
const BEGINS = /^[以及左上下内外余多几至到前后年月日较比倍号届版强大时点分之的和与或者元等均个按为是]/
/** What a number stands before that counts nothing: names of places to call, of plans and documents, and what is done. */
const ENDS =
  /(?:平台|热线|电话|中心|急救|接警|报警|工程|计划|规划|行动|战略|精神|标准|要求|规定|政策|模式|机制|会议|活动|文件|体系|制度|达标|合格|完成|覆盖|公开|发放|到位|验收|执行|使用|正常|达成|服务|值班|运行|响应|办结|参加|补贴|补助|升级|改造|建设|更新|提升)$/
/** 12345热线, 110联动: numbers to call. */
const CALLED = /^(?:11[0249]|12[02]|12[1-9]\d\d|9[56]\d{3}|400)$/

/** Whether `word` behind the digits `number` at the end of a value is no unit. */
export const isNoUnit = (word: string, number: string): boolean =>
  BEGINS.test(word) || ENDS.test(word) || CALLED.test(number) || isQuality(word)
