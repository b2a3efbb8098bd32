import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { both, bothIn, escapeHtml, html, Markup } from '../../src/report/html/markup.ts'

describe('a template', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onmouseover="x', '&quot; onmouseover=&quot;x'],
    ["' x `y`", '&#39; x &#96;y&#96;'],
    ['&lt;', '&amp;lt;'],
    ['a\u202eb\u0000c\u2028d', 'a\\u202eb\\x00c\\u2028d'],
    ['门源县“人社局”≥95%', '门源县“人社局”≥95%'],
  ])('makes %j inert', (text, expected) => {
    expect(html`<p>${text}</p>`.html).toBe(`<p>${expected}</p>`)
  })

  test('takes markup as it is, lists one after another, nothing for nothing', () => {
    expect(html`<ul>${['a', 1, undefined, html`<b>${'<'}</b>`]}</ul>`.html).toBe('<ul>a1<b>&lt;</b></ul>')
  })

  test('keeps attributes apart and elements together over its own line ends', () => {
    expect(
      html`<p id="a"
      class="b">x
      y
      <b>z</b>
    </p>`.html,
    ).toBe('<p id="a" class="b">x y<b>z</b></p>')
  })

  test('leaves line ends of values to what is seen', () => {
    expect(html`${'a\nb'}${new Markup('c\nd')}`.html).toBe('a\\nbc\nd')
  })
})

test('whatever goes in, no character comes out that could end text or an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeHtml(text)).not.toMatch(
        /[<>"'`\p{Cc}\p{Cf}\u2028\u2029]|&(?!(?:amp|lt|gt|quot|#39|#96);)/u,
      )
    }),
  )
})

test('a message stands in both languages, once where they agree', () => {
  expect(both({ zh: '一<', en: 'one' }).html).toBe('<span lang="zh">一&lt;</span><span lang="en">one</span>')
  expect(both({ zh: '6:12', en: '6:12' }).html).toBe('6:12')
  expect(bothIn('label', { zh: '"一"', en: 'one' }, 'en').html).toBe(
    'label="one" data-label-zh="&quot;一&quot;" data-label-en="one"',
  )
})
