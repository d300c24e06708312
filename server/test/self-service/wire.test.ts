import { describe, expect, test } from 'vitest'
import type { Endpoint } from '../../src/http/index.ts'
import { endpoints } from '../access/stand-in.ts'
import { besides, faultOf, fieldsOf, missing } from './compare.ts'
import { DIFFERS, NOT_SERVED } from './not-served.ts'
import { readWire, type WireOperation } from './read-wire.ts'

const wire = readWire()
const nameOf = ({ method, path }: { readonly method: string; readonly path: string }) => `${method} ${path}`
const ours = new Map(
  endpoints.filter(({ path }) => path.startsWith('/self-service/')).map((each) => [nameOf(each), each]),
)
const served = wire.flatMap((operation) => {
  const endpoint = ours.get(nameOf(operation))
  return endpoint ? [{ name: nameOf(operation), operation, endpoint }] : []
})

test('the contract was read whole', () => {
  expect(wire.length).toBe(57)
  expect(wire.filter(({ method }) => method === 'GET').every(({ reply }) => reply.size > 0)).toBe(true)
})

test('each operation of it is served, or it is said why not', () => {
  const rest = wire.map(nameOf).filter((name) => !ours.has(name))
  expect(rest.toSorted()).toEqual(Object.keys(NOT_SERVED).toSorted())
})

describe('what is told and taken has the types of the contract', () => {
  test.each(served)('$name', ({ name, operation, endpoint }) => {
    const faults = [
      ...faultsIn(fieldsOf(endpoint.reply, 'output'), operation.reply),
      ...faultsIn(fieldsOf(endpoint.body, 'input'), operation.request),
    ]
    expect(faults.filter((fault) => !(`${name} ${fault}` in DIFFERS))).toEqual([])
  })
})

function faultsIn(fields: ReturnType<typeof fieldsOf>, of: WireOperation['reply']): string[] {
  return [...fields].flatMap(([path, field]) => {
    const type = of.get(path)
    const fault = type === undefined ? undefined : faultOf(field, type)
    return fault === undefined ? [] : [`${path} ${fault}`]
  })
}

test('docs/self-service-coverage.md says what is served, what is not, and what differs', async () => {
  await expect(coverage()).toMatchFileSnapshot('../../../docs/self-service-coverage.md')
})

function coverage(): string {
  const known = new Set(wire.map(nameOf))
  return [
    '# The self-service API, operation by operation',
    '',
    'What contacts do for themselves below `/self-service/v2`, beside the contract that their apps are written for. A test writes this page',
    '(`server/test/self-service/wire.test.ts`) and fails when it is no longer true: names and types of every answer are compared.',
    '',
    `Of ${wire.length} operations ${served.length} are served.`,
    '',
    '## Served',
    '',
    ...served.flatMap(({ name, operation, endpoint }) => [
      `### ${name}`,
      '',
      ...described(operation, endpoint),
    ]),
    '## Not served',
    '',
    ...Object.entries(NOT_SERVED).map(([name, why]) => `- \`${name}\`: ${why}`),
    '',
    '## Of other types',
    '',
    ...Object.entries(DIFFERS).map(([name, why]) => `- \`${name}\`: ${why}`),
    '',
    '## Besides the contract',
    '',
    ...[...ours]
      .filter(([name]) => !known.has(name))
      .map(([name, { summary }]) => `- \`${name}\`: ${summary}`),
    '',
  ].join('\n')
}

function described(operation: WireOperation, endpoint: Endpoint): string[] {
  const reply = fieldsOf(endpoint.reply, 'output')
  const body = fieldsOf(endpoint.body, 'input')
  const query = fieldsOf(endpoint.query, 'input')
  const filters = new Map(operation.query.map((name) => [name, 'string']))
  const lines = [
    ['answers without', missing(operation.reply, reply)],
    ['answers besides', besides(reply, operation.reply)],
    ['does not take', [...missing(operation.request, body), ...missing(filters, query)]],
    ['takes besides', besides(body, operation.request)],
  ] as const
  const told = lines.flatMap(([what, names]) =>
    names.length === 0 ? [] : [`- ${what}: ${names.map((name) => `\`${name}\``).join(', ')}`],
  )
  const { summary } = endpoint
  return [`${summary}.`, '', ...told, ...(told.length > 0 ? [''] : [])]
}
