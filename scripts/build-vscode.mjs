// Packs editors/vscode as `dist/pbo.vsix`, the extension of VS Code: a zip of the bundled code and what VS Code wants
// beside it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { strToU8, zipSync } from 'fflate'
import { noticesOf } from './build/notices.mjs'

const FOLDER = 'editors/vscode'
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const manifest = { ...JSON.parse(readFileSync(`${FOLDER}/package.json`, 'utf8')), version }
const { name, publisher, displayName, description, engines } = manifest

const { outputFiles, metafile } = await build({
  entryPoints: [`${FOLDER}/extension.mjs`],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  legalComments: 'eof',
  metafile: true,
  external: ['vscode'],
  write: false,
  logLevel: 'warning',
})

const escaped = (text) => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`)
const ASSETS = {
  'Microsoft.VisualStudio.Code.Manifest': 'package.json',
  'Microsoft.VisualStudio.Services.Content.Details': 'README.md',
  'Microsoft.VisualStudio.Services.Content.License': 'LICENSE.txt',
}
const vsixManifest = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="zh-CN" Id="${name}" Version="${version}" Publisher="${publisher}"/>
    <DisplayName>${escaped(displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(description)}</Description>
    <Categories>Linters</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${escaped(engines.vscode)}"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets>
${Object.entries(ASSETS)
  .map(([type, path]) => `    <Asset Type="${type}" Path="extension/${path}" Addressable="true"/>`)
  .join('\n')}
  </Assets>
</PackageManifest>
`
const types = ['json', 'cjs', 'md', 'txt', 'vsixmanifest']
const contentTypes = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types
  .map((type) => `<Default Extension=".${type}" ContentType="application/octet-stream"/>`)
  .join('')}</Types>
`
mkdirSync('dist', { recursive: true })
writeFileSync(
  'dist/pbo.vsix',
  zipSync(
    {
      'extension.vsixmanifest': strToU8(vsixManifest),
      '[Content_Types].xml': strToU8(contentTypes),
      'extension/package.json': strToU8(`${JSON.stringify(manifest, undefined, 2)}\n`),
      'extension/extension.cjs': outputFiles[0].contents,
      'extension/README.md': readFileSync(`${FOLDER}/README.md`),
      'extension/LICENSE.txt': readFileSync('LICENSE'),
      'extension/third-party-notices.txt': strToU8(noticesOf([metafile])),
    },
    // The same bytes of the same sources.
    { mtime: new Date(1980, 0, 1), level: 9 },
  ),
)
