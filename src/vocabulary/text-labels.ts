/** Words in front of colons and of money in running text (FORM). */

/** Words that name a column, and anything else in running text. */
export const TOO_SHORT = /^(?:项目|年度|部门|预算|指标|三级|性质|符号|值|其他|其它|说明|用途|资金名称)$/

/** What heads the indicators in a self-evaluation: 绩效指标完成情况. */
export const INDICATORS_REACHED = /^(?:年度|项目)?(?:绩效)?指标(?:完成|实现)情况(?:分析)?$/

/** 单位:万元 is no label with its value. */
export const isMoneyUnit = (folded: string): boolean =>
  /^[^:]{2,8}:\s*(?:人民币\s*)?(?:千元|万元|亿元|元)\s*$/.test(folded.slice(0, 32))

/** `项目预算100万元`, `该项目2022年安排资金12.5万元`: words for money glued to a number. */
export const LABELLED_MONEY =
  /(?:^|[;,。、:\s])((?:[该本]项目)?(?:20\d\d年度?)?[\u4e00-\u9fff]{4,14}?)(?:共计|合计|总计|为|是|共|约)?\s?(?=[\d¥][\d,.]*\s?(?:千元|万元|亿元|元))/g
