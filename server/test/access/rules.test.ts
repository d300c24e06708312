import { expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from '../../src/http/index.ts'
import { SCOPES } from '../../src/kit/actor.ts'
import { endpoints } from './stand-in.ts'

test('an endpoint without a rule of access, or with one that there is not, does not compile', () => {
  const declared = {
    name: 'openDoor',
    method: 'GET',
    path: '/backoffice/v2/door',
    tag: 'Doors',
    summary: 'A door',
    effect: 'reads',
    reply: z.object({}),
    errors: [],
  } as const
  // @ts-expect-error: who may ask is a part of every declaration
  const open = endpoint(declared)
  // @ts-expect-error: and it is one that keys can have
  const misspelt = endpoint({ ...declared, access: 'purchase:read' })
  expect([open.access, misspelt.access]).toEqual([undefined, 'purchase:read'])
})

test('every endpoint has a rule that there is', () => {
  const rules = new Set<string>([...SCOPES, 'staff', 'app', 'contact', 'public'])
  const wrong = endpoints.filter(({ access }) => ![access].flat().every((each) => rules.has(each)))
  expect(wrong.map(({ name }) => name)).toEqual([])
})
