import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf, SENT } from '../../web/forms/refusal-of.ts'
import { declaredEndpoints } from '../src/main/docs/declared.ts'
import { startServer, type TestServer } from './harness.ts'
import { openShop, type Shop } from './shop.ts'

let server: TestServer
let shop: Shop

beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
})
afterAll(async () => {
  await server.stop()
})

const isSentByForms = ({ method, path, body, bulk }: ReturnType<typeof declaredEndpoints>[number]) =>
  method !== 'GET' && path.startsWith('/backoffice/v2/') && body !== undefined && bulk === undefined

test('every request with a body that the back office takes is known, but for rows by the thousand', () => {
  const declared = declaredEndpoints().filter(isSentByForms)
  const known = new Set(SENT.map(({ name }) => name))
  expect(declared.filter(({ name }) => !known.has(name)).map(({ name }) => name)).toEqual([])
})

test.each`
  method    | path                        | body
  ${'POST'} | ${'webhook_endpoints'}      | ${{ url: 7, more: 1 }}
  ${'POST'} | ${'webhook_endpoints'}      | ${{}}
  ${'POST'} | ${'organisations'}          | ${{ type: 'PALACE', name: 7, tap: [] }}
  ${'POST'} | ${'users'}                  | ${{ username: 'nobody', role: 'KING' }}
  ${'PUT'}  | ${'notification_settings'}  | ${{ quiet_hours: { start_time: 'late' } }}
  ${'POST'} | ${'contacts/any-one/merge'} | ${{}}
`('$method $path with $body is refused in the words of the server', async ({ method, path, body }) => {
  const here = refusalOf(method, `/backoffice/v2/${path}`, body)
  const told = await shop.call(method, path, body)
  expect(here).toBeDefined()
  expect({ ...told.body, instance: '' }).toEqual(here)
})

test('what the schemas take is left to the server, and so is what is no form', () => {
  const at = (name: string) => `/backoffice/v2/${name}`
  expect(refusalOf('POST', at('webhook_endpoints'), { url: 'https://example.com/hook' })).toBeUndefined()
  expect(refusalOf('POST', at('nothing'), {})).toBeUndefined()
  expect(refusalOf('POST', at('webhook_endpoints/one/too/many'), {})).toBeUndefined()
})

test('the module for browsers is one file that needs nothing of Node and makes no code of text', async () => {
  const made = [
    await build({ configFile: 'web/forms.config.ts', root: 'web', build: { write: false } }),
  ].flat()
  const [file, ...others] = made.flatMap((each) => ('output' in each ? each.output : []))
  expect(others).toEqual([])
  if (file?.type !== 'chunk') throw new Error('nothing was built')
  expect([file.fileName, file.imports, file.dynamicImports]).toEqual(['forms.js', [], []])
  expect(file.code.length).toBeLessThan(350_000)
  expect(file.code).not.toMatch(/node:|\bprocess\.|\bBuffer\b|require\(/)
  expect(file.code).toContain('jitless')
})
