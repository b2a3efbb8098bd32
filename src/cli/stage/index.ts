import { recognizeLayout } from '../../layout/index.ts'
import type { Language } from '../../model/finding.ts'
import type { Document } from '../../read/document.ts'
import type { Stage } from '../options.ts'
import { renderDraft } from './draft-stage.ts'
import { renderGrid } from './grid-stage.ts'
import { renderSource } from './source-stage.ts'

/** What one stage made of a file, for finding out where reading went wrong. */
export const renderStage = (stage: Stage, { source, grid }: Document, language: Language): string => {
  if (stage === 'source') return renderSource(source, language)
  if (stage === 'grid') return renderGrid(grid, source, language)
  return renderDraft(recognizeLayout(grid, source.text), source, language)
}
