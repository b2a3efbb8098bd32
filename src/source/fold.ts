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
  ...pairs('≧⩾﹥〉›≦⩽﹤〈‹﹦⩵', '≥≥>>>≤≤<<<=='),
  // punctuation that the full-width block does not hold
  ...pairs('﹙﹚﹝﹞', '()〔〕'),
  ...pairs('﹕﹔﹐﹪', ':;,%'),
  ...pairs('‐‑‒–—―−﹣', '--------'),
  ...pairs('∼〜﹋', '~~~'),
])

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((c, i) => [c, to[i] ?? c])
}

const FOLDABLE =
  /[\u00a0\u00ad\u1680\u2000-\u2015\u202f\u2039\u203a\u205f\u2060\u2212\u223c\u2266\u2267\u2a75\u2a7d\u2a7e\u3000\u3008\u3009\u301c\ufe4b-\ufe6a\ufeff\uff01-\uff5e]/
const FOLDABLE_ALL = new RegExp(FOLDABLE.source, 'g')

/** `text` with full-width forms, blanks and comparator look-alikes folded; of the same length. */
export const fold = (text: string): string =>
  FOLDABLE.test(text)
    ? text.replace(FOLDABLE_ALL, (c) => {
        const code = c.charCodeAt(0)
        if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
        return LOOK_ALIKES.get(c) ?? c
      })
    : text

const IDEOGRAPH = '[\\u3007\\u3400-\\u9fff\\uf900-\\ufaff“”‘’《》、，。；：]'
const BROKEN_WORD = new RegExp(`(?<=${IDEOGRAPH})[ \\t\\r\\n]+(?=${IDEOGRAPH})`, 'g')

/**
 * `text` for comparing what words mean: folded, and without the blanks that line ends and page
 * makers leave inside Chinese words (`服务管理工 作`). Positions are lost; never slice by it.
 */
export const meaning = (text: string): string => {
  const folded = fold(text)
  return folded.includes(' ') || folded.includes('\n') ? folded.replace(BROKEN_WORD, '').trim() : folded
}
