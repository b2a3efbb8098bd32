import { SpannedText } from '../source/spanned-text.ts'
import { cellKind } from '../vocabulary/cell-kinds.ts'
import { hintsOf } from '../vocabulary/header-hints.ts'
import { headerRole } from '../vocabulary/headers.ts'

/** What kind of content a text is by itself; see `cellKind`. */
export const kindOf = SpannedText.remember(({ meaning }) => cellKind(meaning))

/** What a text says as a header or a label; see `headerRole`. */
export const headIn = SpannedText.remember(({ meaning }) => headerRole(meaning))

/** What the parts of a text speak for, as a header or a label that no list has; see `hintsOf`. */
export const hintsIn = SpannedText.remember(({ meaning }) => hintsOf(meaning))
