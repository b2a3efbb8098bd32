// What is counted, in one bundle.
export { check } from '../../src/check.ts'
export { parseMeasures } from '../../src/grammar/quantity/index.ts'
export { parse } from '../../src/parse.ts'
export { Source } from '../../src/source/source.ts'
