import * as z from 'zod'
import type { Refusal } from './config-schema.ts'
import type { JsonStep } from './json-places.ts'

/** What is wrong in a config, for messages in any language. `path` leads to the value, or to where the key stands. */
export type ConfigFault = { readonly path: readonly JsonStep[] } & (
  | { readonly kind: 'no-json' }
  | { readonly kind: 'double-key'; readonly key: string }
  | { readonly kind: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: 'missing-key'; readonly key: string }
  | { readonly kind: 'unknown-word'; readonly word: string; readonly known: readonly string[] }
  | { readonly kind: 'wrong-type'; readonly expected: ValueType; readonly value: unknown }
  | {
      readonly kind: 'out-of-range'
      readonly least?: number
      readonly most?: number
      readonly value: unknown
    }
  | { readonly kind: 'wrong-length'; readonly least?: number; readonly most?: number }
  | { readonly kind: Refusal; readonly value: unknown }
)

export type ValueType = 'string' | 'number' | 'int' | 'boolean' | 'object' | 'array' | 'level'

/** The issues of a value that isn't as `schema` says, as faults. */
export const faultsOf = (
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  value: unknown,
): readonly ConfigFault[] => issues.flatMap((issue) => faultsOfIssue(issue, schema, value))

const faultsOfIssue = (issue: z.core.$ZodIssue, schema: z.ZodType, root: unknown): ConfigFault[] => {
  const path = issue.path as JsonStep[]
  const value = valueAt(root, path)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path)
      return issue.keys.map((key) => ({ kind: 'unknown-key', path, key, known }))
    }
    case 'invalid_type':
      return value === undefined && path.length > 0
        ? [{ kind: 'missing-key', path: path.slice(0, -1), key: String(path.at(-1)) }]
        : [{ kind: 'wrong-type', path, expected: expectedType(issue), value }]
    case 'invalid_value':
      return typeof value === 'string'
        ? [{ kind: 'unknown-word', path, word: value, known: issue.values.map(String) }]
        : [{ kind: 'wrong-type', path, expected: 'string', value }]
    case 'invalid_union':
      return faultsOfUnion(issue, schema, root)
    case 'too_small':
    case 'too_big': {
      const [least, most] =
        issue.code === 'too_small' ? [Number(issue.minimum), undefined] : [undefined, Number(issue.maximum)]
      const bounds = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) }
      return typeof value === 'number'
        ? [{ kind: 'out-of-range', path, ...bounds, value }]
        : [{ kind: 'wrong-length', path, ...bounds }]
    }
    default:
      return [
        {
          kind: (issue as { params?: { refusal?: Refusal } }).params?.refusal ?? 'path',
          path,
          value,
        },
      ]
  }
}

/** What was begun tells which form was meant: that whose type the value has. */
const faultsOfUnion = (
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.ZodType,
  root: unknown,
): ConfigFault[] => {
  const path = issue.path as JsonStep[]
  const value = valueAt(root, path)
  const isOfOtherType = ({ code, path: within }: z.core.$ZodIssue): boolean =>
    within.length === 0 &&
    (code === 'invalid_type' || (code === 'invalid_value' && typeof value !== 'string'))
  const meant = issue.errors.find((errors) => !errors.some(isOfOtherType))
  if (meant === undefined) {
    const expected = path.length > 1 ? 'level' : path[0] === 'extends' ? 'string' : 'object'
    return [{ kind: 'wrong-type', path, expected, value }]
  }
  return meant.flatMap((inner) => faultsOfIssue({ ...inner, path: [...path, ...inner.path] }, schema, root))
}

const expectedType = ({ expected }: z.core.$ZodIssueInvalidType): ValueType =>
  TYPES.find((type) => type === expected) ?? 'object'

const TYPES: readonly ValueType[] = ['string', 'number', 'int', 'boolean', 'array']

const valueAt = (root: unknown, path: readonly JsonStep[]): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<JsonStep, unknown>)[step]
        : undefined,
    root,
  )

/** The keys that may stand in the object at `path`. */
const keysAt = (schema: z.ZodType, path: readonly JsonStep[]): readonly string[] => {
  let at: unknown = schema
  for (const step of path) {
    const inner = objectIn(at, typeof step === 'number')
    at = inner instanceof z.ZodArray ? inner.element : inner?.shape[step]
  }
  const object = objectIn(at)
  return object instanceof z.ZodObject ? Object.keys(object.shape) : []
}

/** The object, or the array, within what is optional or among several forms. */
const objectIn = (schema: unknown, isArray = false): z.ZodObject | z.ZodArray | undefined => {
  if (isArray && schema instanceof z.ZodArray) return schema
  if (!isArray && schema instanceof z.ZodObject) return schema
  if (schema instanceof z.ZodOptional) return objectIn(schema.unwrap(), isArray)
  if (!(schema instanceof z.ZodUnion)) return undefined
  const forms: readonly unknown[] = schema.options
  return forms.map((form) => objectIn(form, isArray)).find((form) => form !== undefined)
}
