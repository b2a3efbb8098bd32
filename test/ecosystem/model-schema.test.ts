import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type * as z from 'zod'
import { modelJsonSchema, modelSchema, type PrintedDisclosure } from '../../scripts/model-schema.ts'
import type { Decimal } from '../../src/model/decimal.ts'
import type { Disclosure } from '../../src/model/disclosure.ts'
import type { SpannedText } from '../../src/source/spanned-text.ts'
import { sampleOf } from '../support/sample.ts'
import { runHere } from './run-here.ts'

const FIXTURES = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
  .map((path) => `fixtures/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\/input\.\w+$|^fixtures\/office\/.*\.(?:xlsx|docx|html|pdf)$/.test(path))
  .sort()

const show = async (path: string): Promise<unknown> =>
  JSON.parse((await runHere('show', path, '--as', 'json')).out)

const menyuan = (): Promise<unknown> => show('fixtures/text/single-cell/menyuan-2022/input.txt')

/** What `renderTreeJson` makes of a value: texts and numbers plain, and nothing that is undefined. */
type Plain<Value> = Value extends SpannedText
  ? NonNullable<PrintedDisclosure['title']>
  : Value extends Decimal
    ? string
    : Value extends readonly (infer Item)[]
      ? Plain<Item>[]
      : Value extends object
        ? { [Key in keyof Value as undefined extends Value[Key] ? never : Key]: Plain<Value[Key]> } & {
            [Key in keyof Value as undefined extends Value[Key] ? Key : never]?: Plain<Value[Key]> | undefined
          }
        : Value

const validate = new Ajv2020({ strict: false }).compile(modelJsonSchema())

describe('the schema of the model', () => {
  test('is the one that is published', () => {
    expect(JSON.parse(readFileSync('schema/model.schema.json', 'utf8'))).toEqual(modelJsonSchema())
  })

  test.each(sampleOf(FIXTURES))('holds for what is printed of %s', async (path) => {
    const printed = await show(path)
    expect(modelSchema.safeParse(printed).error?.issues ?? []).toEqual([])
    expect(validate(printed) ? [] : validate.errors).toEqual([])
    expect(printed).toMatchObject({ files: [{ path, status: 'parsed' }] })
  })

  test('holds for an input that could not be read', async () => {
    const printed = modelSchema.parse(await show('fixtures/gone.txt'))
    expect(printed.files.map(({ status }) => status)).toEqual(['failed'])
  })

  test('has the fields and words of the model, neither more nor fewer', () => {
    // The compiler tells; the schema that is too wide fails in the first line, too narrow in the second.
    expectTypeOf<PrintedDisclosure>().toExtend<Plain<Disclosure>>()
    expectTypeOf<Plain<Disclosure>>().toExtend<PrintedDisclosure>()
    expectTypeOf<z.output<typeof modelSchema>>().toHaveProperty('files')
  })

  test.each([
    ['a number that is no string', /"scale": "1"/, '"scale": 1'],
    ['a field that nobody knows', /"truncated":/, '"shortened": false, "truncated":'],
    ['a kind that nobody knows', /"kind": "qualitative"/, '"kind": "poetic"'],
    ['a text without its place', /"title": \{\s*"text": "[^"]*",\s*"start": \d+,/, '"title": { "text": "",'],
  ])('refuses %s', async (_, found, put) => {
    const text = JSON.stringify(await menyuan(), undefined, 2)
    const changed = text.replace(found, put)
    expect(changed).not.toBe(text)
    expect(modelSchema.safeParse(JSON.parse(changed)).success).toBe(false)
    expect(validate(JSON.parse(changed))).toBe(false)
  })
})
