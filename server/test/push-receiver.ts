import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { importJWK, jwtVerify } from 'jose'
import { trustedCertificate } from './trusted-certificate.ts'

export interface Pushed {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface PushService {
  readonly received: Pushed[]
  /** What it answers from now on, and with which headers. */
  answer: { readonly status: number; readonly headers?: Record<string, string> }
  readonly origin: string
  close(): Promise<void>
}

/** A push service on this machine, by TLS as in the world. */
export async function openPushService(): Promise<PushService> {
  const service: PushService = { received: [], answer: { status: 201 }, origin: '', close: async () => {} }
  const server = https.createServer(await trustedCertificate(), (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      service.received.push({ path: request.url ?? '', headers, body: Buffer.concat(chunks) })
      response.writeHead(service.answer.status, service.answer.headers).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(service, {
    origin: `https://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}

/** A browser that subscribed: what it tells the server, and how it reads what comes. */
export interface Browser {
  readonly token: string
  readonly path: string
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the test is about
  read(body: Buffer): any
}

export function subscribe(origin: string): Browser {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const auth = randomBytes(16)
  const path = `/push/${randomBytes(16).toString('base64url')}`
  const keys = { p256dh: pair.getPublicKey('base64url'), auth: auth.toString('base64url') }
  return {
    path,
    token: JSON.stringify({ endpoint: `${origin}${path}`, expirationTime: null, keys }),
    read: (body) => JSON.parse(decrypted(body, { privateKey: pair.getPrivateKey(), auth })),
  }
}

const TAG_BYTES = 16

/** As RFC 8291 and RFC 8188 have it, with code of its own: what the product encrypts, any browser must read. */
export function decrypted(
  body: Buffer,
  { privateKey, auth }: { readonly privateKey: Buffer; readonly auth: Buffer },
): string {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(privateKey)
  const salt = body.subarray(0, 16)
  const sender = body.subarray(21, 21 + body.readUInt8(20))
  const record = body.subarray(21 + sender.length)
  if (record.length > body.readUInt32BE(16)) throw new Error('one record is expected')
  const bytes = (secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, info, length))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender])
  const secret = bytes(pair.computeSecret(sender), auth, info, 32)
  const key = bytes(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = bytes(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-TAG_BYTES))
  const padded = Buffer.concat([cipher.update(record.subarray(0, -TAG_BYTES)), cipher.final()])
  const end = padded.lastIndexOf(2)
  if (padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('wrong padding')
  return padded.subarray(0, end).toString('utf8')
}

/** What the push service learns of the sender, checked as RFC 8292 wants it; throws if the signature is not of that key. */
export async function checkVapid({ headers }: Pushed, { audience }: { readonly audience: string }) {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? []
  const point = Buffer.from(key, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const { payload } = await jwtVerify(token, await importJWK(jwk, 'ES256'), {
    algorithms: ['ES256'],
    audience,
    requiredClaims: ['exp', 'sub'],
  })
  return { key, payload }
}
