import { TRIGGERS_OF } from '@tillback/server/test-helpers/triggers.ts'
import { expect, test } from 'vitest'
import { english } from '../texts/en/index.ts'

test('what happens for each event is said as the API says it', () => {
  const said = Object.entries(TRIGGERS_OF).map(([event, { happens }]) => [event, happens])
  expect(english.triggers.happens).toEqual(Object.fromEntries(said))
})
