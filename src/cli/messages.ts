import type { Message } from '../model/finding.ts'

/** Why an input could not be read: what is wrong, and what to do. */

export const unreadable = (code: string, reason: string): Message => {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        zh: '没有这个文件或文件夹。请检查路径是否写对',
        en: 'no such file or folder; check the spelling of the path',
      }
    case 'EACCES':
    case 'EPERM':
      return {
        zh: '没有读取权限。请调整文件权限，或换一个有权限的用户运行',
        en: 'permission denied; change the permissions or run as a user who can read it',
      }
    case 'ELOOP':
      return {
        zh: '符号链接绕成了圈。请指明真正的文件',
        en: 'its symbolic links form a loop; name the actual file',
      }
    default:
      return { zh: `无法读取（${code}：${reason}）`, en: `can't be read (${code}: ${reason})` }
  }
}

export const NOT_A_FILE: Message = {
  zh: '不是普通文件（管道、设备或套接字），不读取。从管道读取请用 -',
  en: 'a pipe, device or socket rather than a regular file, so it is not read; to read a pipe, use -',
}

export const LINK_OUTSIDE: Message = {
  zh: '符号链接指向所给文件夹之外，不读取。需要的话请直接写出该文件',
  en: 'a symbolic link to a file outside the given folder, so it is not followed; name the file itself to include it',
}

export const noFilings = (extensions: readonly string[]): Message => ({
  zh: `文件夹中没有公开表文件（${extensions.join(' ')}）。请换一个文件夹，或直接写出文件名`,
  en: `no disclosure files (${extensions.join(' ')}) in this folder; give another folder, or name the files`,
})

export const tooDeep = (limit: number): Message => ({
  zh: `文件夹嵌套超过 ${limit} 层，不再深入。确有需要可用 --max-depth 放宽`,
  en: `folders nested more than ${limit} deep are not searched; raise --max-depth if they should be`,
})

export const ALL_LEFT_OUT: Message = {
  zh: '其中的文件都被 --ignore、.pboignore 或配置文件排除了。请检查这些设置，或直接写出文件名',
  en: 'all files in it are excluded by --ignore, .pboignore or the config; check these, or name the files',
}

export const NO_MATCH: Message = {
  zh: '没有文件与此模式匹配。请检查模式，并用引号括起以免被 shell 展开',
  en: 'no file matches this pattern; check it, and quote it so that the shell does not expand it',
}

export const LEFT_OUT: Message = {
  zh: '被 --ignore、.pboignore 或配置文件排除，没有检查',
  en: 'excluded by --ignore, .pboignore or the config; not checked',
}

export const needsTooMuchMemory = (limit: number): Message => ({
  zh: `读取和检查所需内存超过 ${formatMegabytes(limit)} 的上限，已中止。文件可能已损坏；若确实是公开表，请拆分后再查，或用 --file-memory 放宽`,
  en: `stopped: reading and checking it takes more memory than the limit of ${formatMegabytes(limit)}; the file may be damaged; if it really is a disclosure table, split it or raise --file-memory`,
})

const formatMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1048576)} MB`

export const threadNotStarted = (reason: string): Message => ({
  zh: `检查线程未能启动，本文件没有检查（${reason}）。请关闭其他程序后重试`,
  en: `not checked, because the thread for it did not start (${reason}); close other programs and try again`,
})

export const threadEnded = (reason: string): Message => ({
  zh: `检查线程意外终止，本文件没有检查（${reason}）。请重试；若再次发生，请将此文件报告给开发者`,
  en: `not checked, because the thread checking it ended unexpectedly (${reason}); try again, and report the file if it happens again`,
})

export const CHANGED: Message = {
  zh: '检查期间文件有变动，请重新检查',
  en: 'the file changed while it was being checked; check again',
}

/** A folder is written once, while watching goes on. */
export const WATCHED_FOLDER: Message = {
  zh: '--watch 会反复检查，而写入文件夹的 --output 只写一次，两者不能同时使用',
  en: '--watch keeps checking, but an --output folder is written only once: they cannot be combined',
}

export const EXPECT_IN_SHARDS: Message = {
  zh: '--expect 要看全部文件，不能与 --shard 同用',
  en: '--expect needs all files, so it can’t be used with --shard',
}
