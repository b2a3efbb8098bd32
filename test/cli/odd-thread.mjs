import { parentPort } from 'node:worker_threads'

const check = (path) => {
  if (path === 'hang') for (;;);
  if (path === 'regex') /^(a+)+$/.test(`${'a'.repeat(60)}b`)
  if (path === 'memory') {
    const all = []
    for (;;) all.push(`${all.length}`.repeat(100).split(''))
  }
  if (path === 'exit') process.exit(5)
  if (path === 'throw') throw new Error('made up')
}

parentPort.on('message', ({ orders }) => {
  for (const { path } of orders) {
    check(path)
    const record = { kind: 'skipped', path, reason: { zh: '', en: '' } }
    parentPort.postMessage({ is: 'answer', value: [record] })
    if (path === 'exit-behind') process.exit(6)
  }
  parentPort.postMessage({ is: 'done' })
})
parentPort.postMessage({ is: 'loaded' })
