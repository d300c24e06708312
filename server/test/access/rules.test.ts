import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { EVENT_TYPES } from '../../src/events/index.ts'
import { endpoint } from '../../src/http/index.ts'
import { SCOPES } from '../../src/kit/actor.ts'
import { READERS } from '../../src/main/snapshots.ts'
import { SCOPE_OF } from '../../src/webhooks/types-for.ts'
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

test('who is told that something happened may read it where events read it', () => {
  const accessOf = new Map<string, readonly string[]>(
    endpoints.map(({ name, access }) => [name, [access].flat()]),
  )
  const isRead = (type: (typeof EVENT_TYPES)[number]) =>
    (READERS[type.split('.')[0] ?? ''] ?? []).some((name) => accessOf.get(name)?.includes(SCOPE_OF[type]))
  // Events read no token and no till.
  expect(EVENT_TYPES.filter((type) => !isRead(type))).toEqual(['token.blocked', 'till.blocked'])
})

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url))
// One search each: without a place that is kept from one file to the next.
const MOUNTS =
  /\b\w+\.(?:get|post|put|delete|patch|head|options|all|route)(?:<[^(]*>)?\(\s*(?:['"`]\/|\{\s*method|url,)/

test('nothing is mounted beside the declared endpoints but pages, probes and the messages of payment providers', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  const mounting = files
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) => MOUNTS.test(readFileSync(SOURCE + name, 'utf8')))
  expect(mounting.toSorted()).toEqual([
    // Every declared endpoint, behind its rule.
    'http/serve.ts',
    // A shop's logo and manifest, which browsers ask for without a key.
    'main/brand-files.ts',
    'main/docs/index.ts',
    'main/health.ts',
    'main/web.ts',
    // By the provider's signature.
    'payouts/receive-message.ts',
  ])
})
