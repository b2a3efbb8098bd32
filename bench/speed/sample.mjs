// What a piece of work spends its time on, by V8's sampling profiler.
import { Session } from 'node:inspector/promises'

/** The profile of `work`, sampled every `interval` microseconds. */
export const sampleProfile = async (interval, work) => {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval })
  await session.post('Profiler.start')
  await work()
  const { profile } = await session.post('Profiler.stop')
  return profile
}
