import { expect, test } from 'vitest'
import { heardOf } from './streamed.ts'

async function heard(...pieces: string[]) {
  const found = []
  for await (const each of heardOf(new Response(new Blob(pieces)))) found.push(each)
  return found
}

test('events are read by id, type and data, however the pieces are cut; comments are signs of life', async () => {
  const text =
    'retry: 2000\nid: 4\n\nid: 5\nevent: purchase.posted\ndata: {"a":": b"}\n\n: still here\nid: 5\n\n: still here\n\n'
  const expected = [
    { id: '4', type: undefined, data: undefined },
    { id: '5', type: 'purchase.posted', data: '{"a":": b"}' },
    { id: '5', type: undefined, data: undefined },
  ]
  expect(await heard(text)).toEqual(expected)
  expect(await heard(...text)).toEqual(expected)
  expect(await heard(`${text}id: 6\nevent: cut`)).toEqual(expected)
})

test('a stream without ids is read as well', async () => {
  expect(await heard('retry: 2000\n\nevent: process\ndata: {"id":"1"}\n\n')).toEqual([
    { id: undefined, type: undefined, data: undefined },
    { id: undefined, type: 'process', data: '{"id":"1"}' },
  ])
})

test('a stream that falls silent is over, and its connection is ended', async () => {
  let isEnded = false
  const body = new ReadableStream({
    start: (to) => to.enqueue(new TextEncoder().encode('retry: 2000\nid: 4\n\n: still here\n\n')),
    cancel: () => {
      isEnded = true
    },
  })
  const found = []
  for await (const each of heardOf(new Response(body), 20)) found.push(each.id)
  expect(found).toEqual(['4'])
  await expect.poll(() => isEnded).toBe(true)
})
