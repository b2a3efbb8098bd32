/**
 * Radicals that stand for a whole character of today's printing. Browsers write them into PDFs, since
 * fonts draw both with one glyph: 长 comes out as ⻓. The Kangxi radicals have their own folding in Unicode,
 * but for ⼾, which is folded to 戶 and drawn as 户.
 */
const RADICALS =
  '⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⼾户'

/** Punctuation as it is printed in vertical lines. */
const VERTICAL_FORMS =
  '︐，︑、︒。︓：︔；︕！︖？︙…︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］'

const PLAIN: ReadonlyMap<string, string> = new Map(
  Array.from(`${RADICALS}${VERTICAL_FORMS}`.matchAll(/(.)(.)/gu), (pair) => [
    pair[1] as string,
    pair[2] as string,
  ]),
)

/** Radicals, and the block of vertical forms. */
const IS_FORM = /[\u2e80-\u2fdf\ufe10-\ufe19\ufe30-\ufe4f]/

/** What a glyph says, as text: other forms of a character as itself, any blank as a plain one. */
export const readCharacter = (unicode: string): string => {
  if (/^\s*$/.test(unicode)) return unicode === '' ? '' : ' '
  if (!IS_FORM.test(unicode)) return unicode
  return Array.from(
    unicode,
    (char) => PLAIN.get(char) ?? (char >= '\u2f00' && char <= '\u2fdf' ? char.normalize('NFKC') : char),
  ).join('')
}
