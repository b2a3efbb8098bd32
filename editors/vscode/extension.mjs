// Starts `pbo lsp` for texts that may be filings; all else is in the command.

import { workspace } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/node'

/** @type {LanguageClient | undefined} */
let client

export const activate = async () => {
  const settings = workspace.getConfiguration('pbo')
  const command = settings.get('command', 'pbo')
  const args = ['lsp', '--stdio', ...settings.get('arguments', [])]
  const cwd = workspace.workspaceFolders?.[0]?.uri.fsPath
  // On Windows commands of npm are scripts, which only a shell starts.
  const shell = process.platform === 'win32'
  client = new LanguageClient(
    'pbo',
    'pbo',
    { command, args, options: { shell, ...(cwd === undefined ? {} : { cwd }) } },
    {
      documentSelector: ['plaintext', 'csv', 'tsv', 'markdown'].map((language) => ({ language })),
      synchronize: { fileEvents: workspace.createFileSystemWatcher('**/pbo{.config,-baseline}.json') },
    },
  )
  await client.start()
}

export const deactivate = () => client?.stop()
