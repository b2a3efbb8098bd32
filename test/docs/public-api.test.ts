import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { afterAll, describe, expect, test } from 'vitest'
import { examplesIn } from './examples.ts'

const folder = mkdtempSync(join(tmpdir(), 'pbo-types-'))
afterAll(() => rmSync(folder, { recursive: true }))

const examples = examplesIn(readFileSync('docs/library.md', 'utf8')).map(({ code }, i) => {
  const path = join(folder, `example-${i + 1}.mts`)
  writeFileSync(path, code)
  return path
})

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8')).config,
  ts.sys,
  resolve('.'),
)
const INDEX = resolve('src/index.ts')
const program = ts.createProgram([INDEX, ...examples], {
  ...options,
  noEmit: true,
  rewriteRelativeImportExtensions: false,
  allowImportingTsExtensions: true,
  // Blocks of one page show more than they use.
  noUnusedLocals: false,
  paths: { pbo: [INDEX], 'pbo/*': [resolve('src/*.ts')] },
  typeRoots: [resolve('node_modules/@types')],
})
const checker = program.getTypeChecker()

/** What `src/index.ts` exports, by the symbol that is exported, not by the alias. */
const exported: ReadonlyMap<ts.Symbol, string> = (() => {
  const index = program.getSourceFile(INDEX)
  const module = index === undefined ? undefined : checker.getSymbolAtLocation(index)
  if (module === undefined) throw new Error('src/index.ts is a module')
  const all = checker.getExportsOfModule(module).map((symbol) => [target(symbol), symbol.name] as const)
  return new Map(all)
})()

function target(symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

/** The types of ours that a declaration names where its users can see them. */
const typesNamedIn = (declaration: ts.Declaration): ts.Symbol[] => {
  const named: ts.Symbol[] = []
  const visit = (node: ts.Node): void => {
    // Bodies, first values and what is private, or only for the classes beside it, are nobody's business.
    if (ts.isBlock(node) || (ts.isClassElement(node) && isHidden(node))) return
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
      const name = ts.isTypeReferenceNode(node) ? node.typeName : node.expression
      const symbol = checker.getSymbolAtLocation(name)
      if (symbol !== undefined) named.push(target(symbol))
    }
    ts.forEachChild(node, (child) => {
      if (!isValueOf(child, node)) visit(child)
    })
  }
  visit(declaration)
  return named
}

const isHidden = (element: ts.ClassElement): boolean =>
  isMarkedHidden(element) || (element.name !== undefined && ts.isPrivateIdentifier(element.name))

const isMarkedHidden = (element: ts.ClassElement): boolean =>
  (ts.getCombinedModifierFlags(element) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0

/** Whether a node is the value of a function, not its signature. */
const isValueOf = (child: ts.Node, parent: ts.Node): boolean =>
  (ts.isArrowFunction(parent) && child === parent.body) ||
  (ts.isVariableDeclaration(parent) && parent.type !== undefined && child === parent.initializer)

/** Whether it is a type that its own file lets others import. */
const isOurs = (symbol: ts.Symbol): boolean =>
  symbol.declarations?.some(
    (declaration) =>
      declaration.getSourceFile().fileName.startsWith(resolve('src')) &&
      (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) !== 0,
  ) ?? false

describe('the public API', () => {
  test.each(examples.map((path, i) => [i + 1, path] as const))('types example %i', (_, path) => {
    const file = program.getSourceFile(path)
    if (file === undefined) throw new Error(`${path} is part of the program`)
    const faults = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
    expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
  })

  test('says of everything what it is', () => {
    const silent = [...exported].filter(([symbol]) => {
      const words = symbol.getDocumentationComment(checker).map(({ text }) => text)
      return words.join('').trim() === ''
    })
    expect(silent.map(([, name]) => name).sort()).toEqual([])
  })

  test('exports every type that something exported names', () => {
    const missing = new Set<string>()
    for (const [symbol, name] of exported) {
      for (const declaration of symbol.declarations ?? []) {
        for (const type of typesNamedIn(declaration)) {
          if (isOurs(type) && !exported.has(type)) missing.add(`${type.name}, named by ${name}`)
        }
      }
    }
    expect([...missing].sort()).toEqual([])
  })
})
