import { expect, test } from 'vitest'
import { eventTypes } from './event-types.ts'

async function heard(...pieces: string[]) {
  const found = []
  for await (const each of eventTypes(new Response(new Blob(pieces)))) found.push(each)
  return found
}

test('events are read by id and type, however the pieces are cut; comments are signs of life', async () => {
  const text =
    'retry: 2000\nid: 4\n\nid: 5\nevent: purchase.posted\ndata: {"a":": b"}\n\n: still here\nid: 5\n\n'
  const expected = [
    { id: '4', type: undefined },
    { id: '5', type: 'purchase.posted' },
    { id: '5', type: undefined },
  ]
  expect(await heard(text)).toEqual(expected)
  expect(await heard(...text)).toEqual(expected)
  expect(await heard(`${text}id: 6\nevent: cut`)).toEqual(expected)
})
