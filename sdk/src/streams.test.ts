import { afterEach, describe, expect, test } from 'vitest'
import { type FakeServer, fakeServer, type Scripted } from '../test/server.ts'
import type { StreamOptions } from './index.ts'
import { blocksOf } from './streams.ts'

let server: FakeServer
const started = async (...script: readonly Scripted[]) => {
  server = await fakeServer(...script)
  return server.client()
}
afterEach(() => server?.stop())

const piece = (text: string): Scripted => ({ text, headers: { 'content-type': 'text/event-stream' } })
const told = (id: string) =>
  `id: ${id}\nevent: purchase.posted\ndata: ${JSON.stringify({ id, cursor: id })}\n\n`
const BEGINS = 'retry: 5\nid: 3\n\n'

/** The first so many, and then no more. */
async function heard(events: AsyncIterable<{ readonly id: string }>, most: number): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of events) if (ids.push(id) === most) break
  return ids
}

describe('a stream', () => {
  test('is followed over every loss of the line, each time after what was heard last', async () => {
    const client = await started(
      piece(`${BEGINS}${told('4')}${told('5')}id: 6\nevent: cut`),
      'drop',
      { status: 503, json: { message: 'draining' } },
      piece(`retry: 5\nid: 5\n\n: still here\nid: 7\n\n`),
      piece(told('8')),
    )
    const said: string[] = []
    const options: StreamOptions = {
      onOpen: () => said.push('open'),
      onLost: ({ message }) => said.push(message),
    }
    expect(await heard(client.webhooks.streamEvents({}, options), 3)).toEqual(['4', '5', '8'])
    expect(server.arrived.map(({ headers }) => headers['last-event-id'])).toEqual([
      undefined,
      '5',
      '5',
      '5',
      '7',
    ])
    expect(said).toEqual([
      'open',
      'The stream ended.',
      expect.stringContaining('could not be reached'),
      'draining',
      'open',
      'The stream ended.',
      'open',
    ])
  })

  test('begins where an earlier reader stood, with the query, the key and the filters', async () => {
    const client = await started(piece(told('9')))
    await heard(client.webhooks.streamEvents({ type: 'purchase.posted' }, { lastEventId: '8' }), 1)
    expect(server.arrived).toMatchObject([
      {
        url: '/backoffice/v2/events/stream?type=purchase.posted',
        headers: { 'last-event-id': '8', authorization: 'Bearer tb_test_key', accept: 'text/event-stream' },
      },
    ])
  })

  test.each([
    [401, 'AuthenticationError'],
    [403, 'PermissionError'],
    [400, 'TillbackError'],
  ])('that is refused with %s is no loss of the line: it is thrown', async (status, name) => {
    const client = await started(piece(BEGINS), { status, json: { message: 'no' } })
    await expect(heard(client.webhooks.streamEvents(), 1)).rejects.toMatchObject({ name, status })
    expect(server.arrived).toHaveLength(2)
  })

  test('ends when it is told to, though nothing comes', async () => {
    const client = await started('hang')
    const gone = new AbortController()
    const reading = heard(client.processes.stream({ signal: gone.signal }), 1)
    await expect.poll(() => server.arrived.length).toBe(1)
    gone.abort()
    expect(await reading).toEqual([])
  })
})

describe('the text of a stream', () => {
  const read = async (body: Response, silence?: number) => {
    const found = []
    for await (const { id, data, retry } of blocksOf(body, silence)) found.push([id, data, retry])
    return found
  }

  test('is read however its pieces are cut; comments alone are signs of life', async () => {
    const text =
      'retry: 2000\nid: 4\n\nid: 5\nevent: purchase.posted\ndata: {"a":": é"}\n\n: still here\nid: 5\n\n: still here\n\n'
    const expected = [
      ['4', undefined, 2000],
      ['5', '{"a":": é"}', undefined],
      ['5', undefined, undefined],
    ]
    expect(await read(new Response(text))).toEqual(expected)
    expect(await read(new Response(`${text}id: 6\nevent: cut`))).toEqual(expected)
    const bytes = [...new TextEncoder().encode(text)].map((byte) => new Uint8Array([byte]))
    const cut = new ReadableStream({
      start: (to) => {
        for (const byte of bytes) to.enqueue(byte)
        to.close()
      },
    })
    expect(await read(new Response(cut))).toEqual(expected)
    expect(await read(new Response('data: a\r\ndata: b\r\n\r\n'))).toEqual([[undefined, 'a\nb', undefined]])
  })

  test('that falls silent is over, and its connection is ended', async () => {
    let isEnded = false
    const body = new ReadableStream({
      start: (to) => to.enqueue(new TextEncoder().encode('retry: 2000\nid: 4\n\n: still here\n\n')),
      cancel: () => {
        isEnded = true
      },
    })
    expect(await read(new Response(body), 20)).toEqual([['4', undefined, 2000]])
    await expect.poll(() => isEnded).toBe(true)
  })
})
