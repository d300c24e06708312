import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { errorBody } from '../../server/src/http/replies.ts'
import { declaredEndpoints } from '../../server/src/main/docs/declared.ts'
import { PassExpired } from '../../server/src/passes/passes.errors.ts'
import { documentOf, operationsOf } from './document.ts'
import { judgeOf } from './judge.ts'
import { fuzz } from './run.ts'

const MINUTE = 60_000
const document = documentOf(declaredEndpoints())

test('openapi.json is an OpenAPI 3.1 document', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)))
  expect({ valid, errors, version: validator.version }).toEqual({
    valid: true,
    errors: undefined,
    version: '3.1',
  })
})

describe('an answer is judged by the document:', () => {
  const operation = operationsOf(document).find(({ id }) => id === 'listContacts')
  if (!operation) throw new Error('listContacts is declared')
  const judge = judgeOf(document)
  const answer = { status: 200, type: 'application/json; charset=utf-8', requestId: 'req_1' }
  const paging = { page: 1, size: 10, total: null, has_more: false }
  const refused = errorBody(PassExpired(), 'req_1')
  const good = JSON.stringify({ content: [], paging })

  test('one that keeps it is let be', () => {
    expect(judge(operation, { ...answer, text: good })).toBeUndefined()
  })
  test.each([
    ['a fault of the server', { status: 500 }, '500'],
    ['an undeclared status', { status: 418 }, 'status 418 is not declared'],
    ['a record that is not found, as 404', { status: 404 }, '404'],
    ['another media type', { type: 'text/html' }, 'text/html is not declared'],
    ['a missing field', { text: JSON.stringify({ content: [] }) }, 'paging'],
    ['a wrong type', { text: JSON.stringify({ content: [{ id: 1 }], paging }) }, '/content/0'],
    [
      'an undeclared field',
      { text: JSON.stringify({ content: [], paging, rows: 1 }) },
      'additional properties',
    ],
    ['an error without its body', { status: 400, text: '{"error":"x"}' }, 'required property'],
    ['a refusal that is not declared', { status: 400, text: JSON.stringify(refused) }, 'is not declared'],
    ['no request id', { requestId: undefined }, 'no Request-Id'],
  ])('%s is a problem', (_, wrong, problem) => {
    expect(judge(operation, { ...answer, text: good, ...wrong })).toContain(problem)
  })
})

test(
  '20,000 drawn requests, valid, near-valid and hostile, get only answers that the document declares',
  async () => {
    const { sent, never, onTour, found, faults } = await fuzz({ seed: 20_261_128, requests: 20_000 })
    expect({ found, faults }).toEqual({ found: [], faults: [] })
    expect(sent).toBe(20_000)
    // Operations are reached behind their checks, and nearly all of them by what is drawn.
    expect(never.length, never.join(', ')).toBeLessThan(8)
    expect(onTour.length, onTour.join(', ')).toBeLessThan(40)
  },
  10 * MINUTE,
)
