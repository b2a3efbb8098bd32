import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

// Words are in src/vocabulary, each with where it was seen. What asks the model may not know any of its own.

const HAN = /\p{Script=Han}/u

const nodesOf = function* (node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  for (const child of children) yield* nodesOf(child)
}

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isRegularExpressionLiteral(node)

const wordsIn = (folder: string, isOne: (node: ts.Node) => boolean): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const source = ts.createSourceFile(
        file,
        readFileSync(join(folder, file), 'utf8'),
        ts.ScriptTarget.Latest,
        true,
      )
      return [...nodesOf(source)]
        .filter((node) => isOne(node) && HAN.test(node.getText(source)))
        .map((node) => `${file}: ${node.getText(source)}`)
    })

test('facts hold no words', () => {
  expect(wordsIn('src/facts', isText)).toEqual([])
})

test('rules have words in messages and documentation only', () => {
  expect(wordsIn('src/rules', ts.isRegularExpressionLiteral)).toEqual([])
})

/** Lines of code, without blank ones, comments and the documentation of the rule. */
const lengthOf = (file: string): number => {
  const text = readFileSync(join('src/rules', file), 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  let code = text
  for (const node of nodesOf(source))
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === 'docs')
      code = code.replace(node.getText(source), '')
  return code
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => line.trim() !== '').length
}

test('no rule takes more than a hundred lines', () => {
  const files = readdirSync('src/rules').filter((file) => file.endsWith('.ts') && file !== 'index.ts')
  expect(files.filter((file) => lengthOf(file) > 100)).toEqual([])
})
