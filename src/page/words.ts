import type { Message } from '../model/finding.ts'
import { PAGE_WORDS } from '../report/html/page-words.ts'
import { plural } from '../report/words.ts'

/** What the page says, beside what the report says. */
export const WORDS = {
  anyRule: PAGE_WORDS.anyRule,
  anyFile: PAGE_WORDS.anyFile,
  reset: PAGE_WORDS.reset,
  search: PAGE_WORDS.search,
  clean: PAGE_WORDS.clean,
  wholeTable: PAGE_WORDS.wholeTable,
  anyAgency: { zh: '全部单位', en: 'All agencies' },
  anyState: { zh: '全部结果', en: 'All results' },
  found: { zh: '有问题', en: 'With findings' },
  none: { zh: '没有问题', en: 'Without findings' },
  failed: { zh: '未能检查', en: 'Not checked' },
  other: { zh: '不是绩效目标表', en: 'No such table' },
  unread: { zh: '没有打开', en: 'Not opened' },
  file: { zh: '文件', en: 'File' },
  agency: { zh: '单位', en: 'Agency' },
  projects: { zh: '项目', en: 'Projects' },
  indicators: { zh: '指标', en: 'Indicators' },
  result: { zh: '结果', en: 'Result' },
  more: { zh: '再显示一些', en: 'Show more' },
  nothing: { zh: '没有符合筛选条件的内容。', en: 'Nothing matches the filters.' },
  waiting: { zh: '正在准备…', en: 'Getting ready…' },
  comparingRounds: { zh: '正在与上次核对…', en: 'Comparing with the last round…' },
  calling: { zh: '正在核对名单…', en: 'Calling the roll…' },
  compared: { zh: '核对完成：', en: 'Compared: ' },
  waits: { zh: '请放入本次的文件', en: 'now drop the present files' },
  notWhole: {
    zh: '检查已取消，还有文件没有检查，不能核对整改和报送情况。',
    en: 'The check was cancelled before all files were read, so it can’t say yet what was corrected or who has filed.',
  },
  earlierMixed: {
    zh: '上次的结果（JSON、JSONL）和上次的文件请只放一种。',
    en: 'Give either saved results (JSON, JSONL) or files of the last round, not both.',
  },
  oneList: { zh: '名单只能是一个文件。', en: 'The list has to be one file.' },
  expected: { zh: '已报送', en: 'filed' },
  stranger: { zh: '不在名单内', en: 'not on the list' },
  unreadShort: { zh: '无法读取', en: 'can’t be read' },
  comparing: { zh: '正在比较各文件…', en: 'Comparing the files…' },
  writing: { zh: '正在生成…', en: 'Writing…' },
  soFar: { zh: '到目前为止', en: 'so far' },
  done: { zh: '检查完成', en: 'Done' },
  noFiles: {
    zh: '没有可以检查的文件。请选择 XLSX、DOCX、PDF、文本等格式的公开表。',
    en: 'There is no file to check. Choose tables in XLSX, DOCX, PDF, text or the like.',
  },
  busy: {
    zh: '正在检查，请等检查完成或取消后再添加文件。',
    en: 'Files are being checked; add others when that is done or cancelled.',
  },
  fault: { zh: '没有完成：', en: 'That did not work: ' },
  usual: { zh: '默认', en: 'usual' },
  off: { zh: '不检查', en: 'off' },
  notReady: { zh: '浏览器没有允许启动检查程序：', en: 'The browser did not let the checks start: ' },
} as const satisfies Record<string, Message>

/** `正在检查第 3 个，共 20 个：a/b.xlsx` */
export const checking = (at: number, count: number, path: string): Message => ({
  zh: `正在检查第 ${at} 个，共 ${count} 个：${path}`,
  en: `Checking ${at} of ${count}: ${path}`,
})

/** `正在检查上次的第 3 个，共 20 个：a/b.xlsx` */
export const checkingEarlier = (at: number, count: number, path: string): Message => ({
  zh: `正在检查上次的第 ${at} 个，共 ${count} 个：${path}`,
  en: `Checking ${at} of ${count} of the last round: ${path}`,
})

/** `正在识别 a/b.pdf 的第 2 页，共 12 页` */
export const scanning = (path: string, page: number, pages: number): Message => ({
  zh: `正在识别 ${path} 的第 ${page} 页，共 ${pages} 页`,
  en: `Reading the scan ${path}, page ${page} of ${pages}`,
})

/** What was given: one file by its name. */
export const given = (paths: readonly string[]): Message => {
  const [path = ''] = paths
  return paths.length === 1
    ? { zh: `已放入：${path}`, en: `Given: ${path}` }
    : { zh: `已放入 ${paths.length} 个文件：${path} 等`, en: `Given: ${paths.length} files, ${path} …` }
}

export const countOfFindings = (shown: number, all: number): Message => ({
  zh: shown === all ? `${all} 个问题` : `显示 ${shown} / ${all} 个问题`,
  en: shown === all ? plural(all, 'finding') : `${shown} of ${plural(all, 'finding')}`,
})

export const countOfFiles = (shown: number, all: number): Message => ({
  zh: shown === all ? `${all} 个文件` : `显示 ${shown} / ${all} 个文件`,
  en: shown === all ? plural(all, 'file') : `${shown} of ${plural(all, 'file')}`,
})

/** Findings below the level that is listed. */
export const countOfLower = (count: number): Message => ({
  zh: `另有 ${count} 个级别较低的问题未列出，可在“设置”中改为列出`,
  en: `${plural(count, 'finding')} of lower severity not listed; the settings can list them`,
})

/** The work was cancelled before so many files were checked. */
export const stopped = (left: number): Message => ({
  zh: `检查已取消，${left} 个文件没有检查，结果不完整`,
  en: `cancelled: ${plural(left, 'file')} not checked, the results are not complete`,
})
