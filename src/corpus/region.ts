/** Names of places that end in a word of everyday use: 城市管理, 社区, 市场监管. */
const PLACE =
  /[\u4e00-\u9fff]{2,9}?(?:自治区|自治州|自治县|自治旗|省|州|市(?![场政容民])|盟|地区|县(?!级)|旗|(?<![社园校小景库林牧灌矿片辖地])区(?![域划]))/y

/**
 * The smallest place that a name begins with: 门源县 of 海北州门源县人社局; empty where it begins with
 * none. Agency codes are given out place by place, so that equal codes mean one agency only there.
 */
export const regionOf = (name: string): string => {
  let region = ''
  PLACE.lastIndex = 0
  for (let found = PLACE.exec(name); found !== null; found = PLACE.exec(name)) region = found[0]
  return region
}
