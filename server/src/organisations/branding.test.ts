import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { signIn } from '../../test/self-service/shopper.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { contrast, leastContrast } from './contrast.ts'
import { readLogo } from './logo.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  shop = await openShop(server)
})

const brand = (body: object) => shop.call('PUT', 'branding', body)

/** As much of a PNG as anybody here looks at. */
function png(width: number, height: number, more = 0): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const sizes = Buffer.alloc(8)
  sizes.writeUInt32BE(width, 0)
  sizes.writeUInt32BE(height, 4)
  return Buffer.concat([
    head,
    sizes,
    Buffer.from('0806000000', 'hex'),
    deflateSync(Buffer.alloc(40)),
    Buffer.alloc(more),
  ])
}
const logo = (bytes: Buffer | string) => ({ logo: { content: Buffer.from(bytes).toString('base64') } })

function webp(chunk: string, sizes: readonly number[]): Buffer {
  const start = Buffer.alloc(20)
  start.write('RIFF', 0, 'latin1')
  start.write('WEBP', 8, 'latin1')
  start.write(chunk, 12, 'latin1')
  return Buffer.concat([start, Buffer.from(sizes), Buffer.alloc(20)])
}

describe('an accent', () => {
  test.each`
    one          | other        | ratio
    ${'#000000'} | ${'#ffffff'} | ${21}
    ${'#ffffff'} | ${'#ffffff'} | ${1}
    ${'#0f5c4c'} | ${'#ffffff'} | ${7.91}
    ${'#4fc3a1'} | ${'#1a1d1b'} | ${7.81}
  `('of $one differs from $other by $ratio:1, as the design measured it', ({ one, other, ratio }) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1)
    expect(contrast(other, one)).toBe(contrast(one, other))
  })

  test('that cannot be read is refused for each look, with the ratio that was measured and the one that is needed', async () => {
    const refused = await brand({ accent: { light: '#ffcc00', dark: '#112233' } })
    expect(refused.status).toBe(400)
    const [light, dark] = [leastContrast('#ffcc00', 'light'), leastContrast('#112233', 'dark')]
    expect(refused.body.field_errors).toMatchObject([
      { path: 'accent.light', message: expect.stringContaining(`${light.ratio}:1 with ${light.with}`) },
      { path: 'accent.dark', message: expect.stringContaining(`${dark.ratio}:1 with ${dark.with}`) },
    ])
    expect(refused.body.detail).toContain('4.5:1 is needed')
    expect((await shop.call('GET', 'branding')).body.accent).toBeNull()
    const taken = await brand({ accent: { light: '#1F5AA6', dark: '#8ab8f5' } })
    expect(taken.body.accent).toMatchObject({ light: '#1f5aa6', dark: '#8ab8f5' })
    expect(taken.body.accent.contrast.light).toBeGreaterThan(4.5)
  })
})

describe('a logo', () => {
  test('is served from this server for ever by what is in it, as what it is, and for nobody else’s address', async () => {
    const bytes = png(192, 192)
    const { body } = await brand(logo(bytes))
    expect(body.logo).toMatchObject({ media_type: 'image/png', width: 192, height: 192 })
    const served = await fetch(`${server.url}${body.logo.url}`)
    expect(served.status).toBe(200)
    expect(Buffer.from(await served.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
    })
    const file = body.logo.url.split('/').at(-1)
    const other = await openShop(server)
    const others = `/brands/${other.actor.business}/test/${file}`
    for (const path of [
      others,
      body.logo.url.replace('/test/', '/live/'),
      body.logo.url.replace('.png', '.webp'),
    ]) {
      expect((await fetch(`${server.url}${path}`)).status).toBe(404)
    }
    expect((await brand({ logo: null })).body.logo).toBeNull()
    expect((await fetch(`${server.url}${body.logo.url}`)).status).toBe(404)
  })

  test.each`
    what                             | bytes                                          | says
    ${'SVG, which may carry script'} | ${'<svg xmlns="http://www.w3.org/2000/svg"/>'} | ${'SVG may carry script'}
    ${'SVG behind a declaration'}    | ${'<?xml version="1.0"?><svg/>'}               | ${'SVG may carry script'}
    ${'a page'}                      | ${'<!doctype html><script>alert(1)</script>'}  | ${'a PNG or WebP is needed'}
    ${'a picture that is too small'} | ${png(31, 64)}                                 | ${'32 to 1024 pixels'}
    ${'a picture that is too wide'}  | ${png(1_025, 64)}                              | ${'32 to 1024 pixels'}
    ${'a file that is too large'}    | ${png(64, 64, 65_536)}                         | ${'at most 65536 bytes'}
  `('is not $what', async ({ bytes, says }) => {
    const refused = await brand(logo(bytes))
    expect(refused.body.field_errors).toMatchObject([
      { path: 'logo.content', message: expect.stringContaining(says) },
    ])
  })

  test('may be a WebP of each kind that there is', () => {
    const read = (bytes: Buffer) => {
      const { type, width, height } = readLogo(bytes.toString('base64'))
      return [type, width, height]
    }
    expect(read(webp('VP8X', [0, 0, 0, 0, 99, 0, 0, 49, 0, 0]))).toEqual(['image/webp', 100, 50])
    expect(read(webp('VP8L', [0x2f, 99, 0x40, 0x0c, 0]))).toEqual(['image/webp', 100, 50])
    expect(read(webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 100, 0, 50, 0]))).toEqual(['image/webp', 100, 50])
  })
})

describe('a business', () => {
  test('that chose nothing looks as the product does', async () => {
    expect((await shop.call('GET', 'branding')).body).toMatchObject({
      display_name: null,
      accent: null,
      logo: null,
      manifest_url: null,
    })
  })

  test('is called by its name for shoppers in their app, its manifest and what they are told, from then on', async () => {
    await shop.offer(tenPercent)
    const ana = await signIn(server.url, shop, 'ANNA')
    const colours = { accent: { light: '#1f5aa6', dark: '#8ab8f5' } }
    await brand({ display_name: 'Bean & Co', ...colours, ...logo(png(256, 256)) })
    // What is left out stays.
    const { body: shown } = await brand({})
    expect((await ana.call('GET', 'branding')).body).toEqual(shown)
    expect(shown).toMatchObject({ display_name: 'Bean & Co', shown_name: 'Bean & Co', ...colours })
    const manifest = await fetch(`${server.url}${shown.manifest_url}`)
    expect(manifest.headers.get('content-type')).toContain('application/manifest+json')
    expect(await manifest.json()).toMatchObject({
      name: 'Bean & Co',
      theme_color: '#1f5aa6',
      scope: '/shopper/',
      icons: [{ src: shown.logo.url, sizes: '256x256' }, { sizes: '512x512' }],
    })
    await shop.buy({ contact: 'ANNA', total: '20.00' })
    await server.notify()
    const told = await shop.call('GET', 'contacts/ANNA/communications?channel=INAPP')
    expect(told.body.content[0].sender).toBe('Bean & Co')
    const log = await shop.call('GET', 'audit_log?operation=updateBranding')
    expect(JSON.stringify(log.body.content)).toContain('Bean & Co')
    expect(JSON.stringify(log.body.content)).not.toContain('iVBOR')
  })

  test('is branded by a key of the whole of it alone', async () => {
    const limited = await shop.call('POST', 'api_keys', {
      name: 'till',
      scopes: ['organisations:read', 'organisations:write'],
      organisation: { id: shop.venue },
    })
    const refused = await fetch(`${server.url}/backoffice/v2/branding`, {
      method: 'PUT',
      headers: { api_key: limited.body.key, 'content-type': 'application/json' },
      body: '{"display_name":"Mine"}',
    })
    expect(refused.status).toBe(403)
  })
})
