/**
 * 一级指标 and 二级指标 (FORM: as printed on filings of some 20 provinces, 2015–2026).
 *
 * Old scheme: 产出(数量 质量 时效 成本), 效益(经济 社会 生态 可持续影响), 满意度.
 * New scheme, seen since 2021: 成本(经济成本 社会成本 生态环境成本), 产出(数量 质量 时效),
 * 效益(经济 社会 生态), 满意度.
 */
export type CategoryId =
  // level 1; cost is level 2 of output in the old scheme
  | 'output'
  | 'benefit'
  | 'satisfaction'
  | 'cost'
  // level 2 of output
  | 'quantity'
  | 'quality'
  | 'timeliness'
  // level 2 of cost
  | 'economic-cost'
  | 'social-cost'
  | 'ecological-cost'
  // level 2 of benefit
  | 'economic'
  | 'social'
  | 'ecological'
  | 'sustained-impact'
  // level 2 of satisfaction
  | 'recipient-satisfaction'
  // headings of evaluation tables: known, but no promise
  | 'decision'
  | 'process'
