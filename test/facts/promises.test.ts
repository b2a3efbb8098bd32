import { expect, test } from 'vitest'
import { promisesOf } from '../../src/facts/promises.ts'
import { projectsOf } from '../../src/model/walk.ts'
import { parseFrozen } from '../../src/test-rule.ts'
import { projectFiling } from '../support/test-rule.ts'

test.each([
  ['to the end of the item', '培训农民600人参加考试,发证', 4],
  ['no further than a sentence goes on', `培训农民600人${'参加考试'.repeat(200)}`, 500],
])('what stands behind a number is read %s', (_, goal, length) => {
  const promises = projectsOf(parseFrozen(projectFiling({ goal }))).flatMap(promisesOf)
  expect(promises.map(({ behind: { from, to } }) => to - from)).toEqual([length])
})
