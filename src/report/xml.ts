/** What XML 1.0 can't hold, not even escaped: controls, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** `text` without characters that no XML document may have; U+FFFD stands in their place. */
export const xmlCharacters = (text: string): string => text.replace(FORBIDDEN, '\ufffd')

/** `text` for content and attribute values. Blanks that parsers normalise in attributes are references. */
export const escapeXml = (text: string): string =>
  xmlCharacters(text)
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
    .replace(/[\t\r]/g, (character) => `&#${character.charCodeAt(0)};`)

/** Attributes of an element, each with a blank in front. */
export const xmlAttributes = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('')
