import { main } from '../../src/cli/main.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Core } from '../../src/records/core.ts'
import { fakeCore } from './fake-core.ts'
import { fakeIo, type World } from './fake-io.ts'
import { SAMPLE_TEXT } from './samples.ts'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command in a made-up world that holds `sample.txt` unless it is told otherwise. */
export const runPbo = async (
  line: string | readonly string[],
  world: World = {},
  core: Core | readonly Finding[] = [],
): Promise<Outcome> => {
  const io = fakeIo({ files: { 'sample.txt': SAMPLE_TEXT }, ...world })
  const argv = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line
  const library = 'check' in core ? core : fakeCore(core)
  const code = await main(argv, io, library)
  return { code, out: io.out(), err: io.err() }
}
