/**
 * Widths and look-alikes folded one to one, so that a position in the folded text is the same
 * position in the text. NFKC is not safe here: it turns ㎡ into m2 and ① into 1.
 */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  // blanks, and characters that print as nothing
  ...[
    ...'\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  ].map((c) => [c, ' '] as const),
  ...[...'\u00ad\u200b\u200c\u200d\u2060\ufeff'].map((c) => [c, ' '] as const),
  // comparators
  ...pairs('≧⩾≮⪰≽≳﹥〉›≱≦⩽≯⪯≼≲﹤〈‹≰﹦⩵═', '≥≥≥≥≥≥>>><≤≤≤≤≤≤<<<>==='),
  // punctuation that the full-width block does not hold
  ...pairs('﹙﹚﹝﹞', '()〔〕'),
  ...pairs('﹕﹔﹐﹪', ':;,%'),
  ...pairs('‐‑‒–—―−﹣', '--------'),
  ...pairs('∼〜﹋', '~~~'),
  // traditional characters of labels, headings and units, as mirror sites print them
  ...pairs(
    '項稱資總額萬標級產數質時濟會態續響滿務對單預財點個績門縣區鎮鄉團體員業專實際開關備註說達於與為過進運選適該計記設評議護變費購轉辦廳廣應庫歲層師帶報場塊壓導屬強當據檔檢減測準環現監種積穩節範築約納終組結給統經綠維網線編縮繼習職聯臨舉術衛裝補規視觀訂訓責軍車輔較連醫釋錄錢長間階隊險雙離電頁領頻類顯貨貧貸賠獎礎權號圓兩億畝噸戶輛張條處歷屆幫復簡',
    '项称资总额万标级产数质时济会态续响满务对单预财点个绩门县区镇乡团体员业专实际开关备注说达于与为过进运选适该计记设评议护变费购转办厅广应库岁层师带报场块压导属强当据档检减测准环现监种积稳节范筑约纳终组结给统经绿维网线编缩继习职联临举术卫装补规视观订训责军车辅较连医释录钱长间阶队险双离电页领频类显货贫贷赔奖础权号圆两亿亩吨户辆张条处历届帮复简',
  ),
])

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((c, i) => [c, to[i] ?? c])
}

/** For each character the one it folds to; 0 for those that stay. One look-up, since all text passes here. */
const FOLDED: Uint16Array = (() => {
  const table = new Uint16Array(0x10000)
  for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = code - 0xfee0
  for (const [from, to] of LOOK_ALIKES) table[from.charCodeAt(0)] = to.charCodeAt(0)
  return table
})()

/** `text` with full-width forms, blanks, comparator look-alikes and letters that stand for digits folded; of the same length. */
export const fold = (text: string): string => {
  const folded = foldCharacters(text)
  return HAS_LETTERED.test(folded) ? folded.replace(LETTERED, digitsOf) : folded
}

/** No pattern: V8 looks up each character of a text by itself in a class of so many. */
const foldCharacters = (text: string): string => {
  let folded = ''
  let end = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = FOLDED[text.charCodeAt(at)] as number
    if (code === 0) continue
    folded += text.slice(end, at) + String.fromCharCode(code)
    end = at + 1
  }
  return end === 0 ? text : folded + text.slice(end)
}

const HAS_LETTERED = /\d[OolI〇]|[OolI〇][.,]?\d|[≥≤<>=][OolI]/
/** Digits and characters that look like some, with no other letter beside them. */
const LETTERED = /(?<![A-Za-z\d])[\dOolI〇][\dOolI〇.,]*(?![A-Za-z\d])/g
/** 二〇21: 〇 is a Chinese digit beside others. */
const CHINESE_DIGIT = /[一二三四五六七八九十百千]/
/** O3 is ozone, I5 a processor. */
const NAMES = /^[Oo](?!\.\d)|^I\d$/
/** 20l is a volume, unless another unit stands behind it. */
const LITRES = /\d[lI]$/
const UNIT = /^[%‰万千百亿元个人次户名项米亩公家处座所条场份套台件头株]/
/** 2OO: more letters than digits are a number only where they are its zeros, or where a sign and a unit stand around. */
const ZEROS = /^[1-9lI][Oo〇]+$/
const SIGN = /^[≥≤<>=]$/
const COUNT = /^[1-9lI][\dOolI〇]+(?:\.[\dOolI〇]+)?$/

/** 2OO, l2.50, ≥lO处: a number in which letters were typed or recognized for digits, with those. */
const digitsOf = (figure: string, at: number, whole: string): string => {
  const digits = figure.replace(/\D/g, '').length
  const letters = figure.replace(/[^OolI〇]/g, '').length
  const isChinese =
    figure.includes('〇') &&
    (CHINESE_DIGIT.test(whole.charAt(at - 1)) || CHINESE_DIGIT.test(whole.charAt(at + figure.length)))
  const isUnit = UNIT.test(whole.charAt(at + figure.length))
  const isMostly = digits > 0 && (letters <= digits || ZEROS.test(figure))
  const isNumber =
    (isMostly || (isUnit && SIGN.test(whole.charAt(at - 1)) && COUNT.test(figure))) &&
    !isChinese &&
    !NAMES.test(figure) &&
    (!LITRES.test(figure) || isUnit)
  return isNumber ? figure.replace(/[Oo〇]/g, '0').replace(/[lI]/g, '1') : figure
}

/** Whether letters stand for digits in a text, given with what it folds to. */
export const isLettered = (text: string, folded: string): boolean => {
  if (text === folded) return false
  for (let i = 0; i < text.length; i += 1)
    if ('OolI〇'.includes(text[i] as string) && text[i] !== folded[i]) return true
  return false
}

/**
 * `text` for comparing what words mean: folded, and without the blanks that line ends and page
 * makers leave inside Chinese words (`服务管理工 作`). Positions are lost; never slice by it.
 */
export const meaning = (text: string): string => meaningOfFolded(fold(text))

/** The same of text that is folded already. */
export const meaningOfFolded = (folded: string): string => {
  const whole = folded.includes('???')
    ? folded.replace(LOST_BLANKS, (run) => (run.includes('???') ? '' : run))
    : folded
  // A tab alone parts cells.
  return whole.includes(' ') || whole.includes('\n') ? whole.replace(INSIDE_WORDS, '').trim() : whole
}

/** 绩????效: blanks that a wrong encoding has turned into question marks. */
const LOST_BLANKS = /(?<=[\u4e00-\u9fff])[? ]+(?=[\u4e00-\u9fff])/g

/** Blanks between characters of words and sentences. */
const INSIDE_WORDS =
  /(?<=[\u3007\u3400-\u9fff\uf900-\ufaff“”‘’《》、，。；：])[ \t\n\r]+(?=[\u3007\u3400-\u9fff\uf900-\ufaff“”‘’《》、，。；：])/g

/** Whether a character is a blank or one that prints as nothing, folded or not. */
export const isBlankCode = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || FOLDED[code] === 32

/** The code of the character that one folds to. */
export const foldedCode = (code: number): number => FOLDED[code] || code

/** Whether a code is a blank or a line end of folded text. */
export const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13

/** How many Chinese characters a text has: what tells a sentence from a value. */
export const countIdeographs = (text: string): number => text.replace(/[^\u4e00-\u9fff]/g, '').length
