import type { Marker } from '../model/disclosure.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { isDots, isTemplateName } from '../vocabulary/template-words.ts'

/**
 * Whether an item without a value is still the form's: `指标2:`, `……`, `指标3:……`, `3.`. `all` is the item with its
 * marker, `content` what stands behind that.
 */
export const isTemplateItem = (
  all: SpannedText,
  marker: Marker | undefined,
  content: SpannedText,
): boolean => {
  if (all.length > LONGEST) return false
  const isNumbered = marker !== undefined && marker.style !== 'bullet'
  return isTemplate(all) || (isNumbered && (content.isBlank || isTemplate(content)))
}

const LONGEST = 40

const isTemplate = (text: SpannedText): boolean => {
  const { folded } = text.trim()
  return isDots(folded) || isTemplateName(folded)
}
