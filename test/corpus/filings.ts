import { type CorpusFindings, checkCorpus } from '../../src/corpus/check-corpus.ts'
import { extractFiling } from '../../src/corpus/extract.ts'
import type { FilingExtract } from '../../src/model/filing-extract.ts'
import { parse } from '../../src/parse.ts'
import type { Settings } from '../../src/settings.ts'
import { Source } from '../../src/source/source.ts'

/** What is kept of a text filing. */
export const extractOf = (path: string, text: string): FilingExtract => {
  const source = new Source(text)
  const { disclosure, format } = parse(source)
  return extractFiling({ path, source, disclosure, format, encoded: undefined })
}

export interface FilingParts {
  readonly title?: string
  /** `501\t清河县教育局`. */
  readonly agency?: string
  readonly rows?: readonly string[]
}

const HEADER = '单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标'

export const ROW =
  '\t农技推广\t5.00\t目标1:推广水稻良种。\t一、产出指标 (一)数量指标 1.推广良种数量 ≥3种 二、满意度指标 1.农民满意度 ≥90%'

/** A filing of one agency as text. */
export const filingOf = ({
  title = '清河县2022年部门预算项目支出绩效目标公开表',
  agency = '501\t清河县农业农村局',
  rows = [ROW],
}: FilingParts = {}): string => [title, HEADER, `${agency}\t5.00`, ...rows].join('\n')

/** Findings as `path: severity rule message → other:line`, by path. */
export const linesOf = (found: CorpusFindings): readonly string[] =>
  [...found].flatMap(([path, findings]) =>
    findings.map(
      ({ finding: { severity, rule, message, elsewhere = [] } }) =>
        `${path}: ${severity} ${rule} ${message.zh}${elsewhere.map(({ file, start }) => ` → ${file}:${start.line}:${start.column}`).join('')}`,
    ),
  )

/** What is found among texts by path; names that begin with `old/` are given only to compare with. */
export const findAmong = (
  texts: Readonly<Record<string, string>>,
  settings: Settings = {},
): readonly string[] => {
  const extracts = Object.entries(texts).map(([path, text]) => extractOf(path, text))
  const isOld = ({ path }: FilingExtract): boolean => path.startsWith('old/')
  return linesOf(
    checkCorpus(
      { filings: extracts.filter((one) => !isOld(one)), previous: extracts.filter(isOld) },
      () => settings,
    ),
  )
}
