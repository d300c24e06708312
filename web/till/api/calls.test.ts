import { expect, test } from 'vitest'
import { beginCall, endCall, folded, readCalls } from './calls.ts'

function called(method: string, path: string, answer = '{}'): number {
  const id = beginCall({ at: 0, method, path, request: undefined })
  endCall(id, { status: 200, ms: 1, answer })
  return id
}

const shown = () => folded(readCalls()).map(({ method, path, times }) => `${method} ${path} ${times}`)

test('a sale is found in the log after hours in which orders were asked for, each question with how often it was', () => {
  const sale = called('POST', '/purchases')
  const first = called('GET', '/orders?state=NEW', '[1]')
  for (let times = 0; times < 500; times += 1) {
    called('GET', '/orders?state=NEW', '[]')
    called('GET', '/orders?state=IN_PROGRESS', '[]')
  }
  expect(shown()).toEqual([
    'GET /orders?state=IN_PROGRESS 500',
    'GET /orders?state=NEW 500',
    'GET /orders?state=NEW 1',
    'POST /purchases 1',
  ])
  expect(folded(readCalls()).slice(2)).toMatchObject([{ first, answer: '[1]' }, { id: sale }])
})

test('what is asked again keeps its place until it is answered; what is sent twice stands there twice', () => {
  const before = shown()
  const again = beginCall({ at: 0, method: 'GET', path: '/orders?state=NEW', request: undefined })
  expect(shown()).toEqual(before)
  endCall(again, { status: 0, ms: 10_000, answer: undefined })
  expect(shown()[0]).toBe('GET /orders?state=NEW 1')
  for (const _ of [1, 2]) called('POST', '/purchases')
  expect(shown().slice(0, 2)).toEqual(['POST /purchases 1', 'POST /purchases 1'])
})
