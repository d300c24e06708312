import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A device with a lock, in software: it makes keys on P-256 and signs with them, byte by byte as the standard says. */
export interface Authenticator {
  /** What `navigator.credentials.create` gives a page, as `toJSON()` writes it. */
  create(options: Creation): Credential
  /** What `navigator.credentials.get` gives it. */
  get(options: { readonly challenge: string }): Credential
  /** What is wrong with it, to be changed by tests. */
  readonly state: State
}

interface State {
  origin: string
  domain: string
  /** Whether it asks for finger, face or PIN. */
  verifies: boolean
  /** It counts what it signs, as security keys do; undefined: it does not. */
  counter: number | undefined
  /** Whom it says that the key is of; undefined: as it was told. */
  userHandle: string | undefined
}

interface Creation {
  readonly challenge: string
  readonly user: { readonly id: string }
}

export interface Credential {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly authenticatorAttachment: 'platform'
  readonly clientExtensionResults: object
  readonly response: Readonly<Record<string, string | readonly string[]>>
}

const PRESENT = 1
const VERIFIED = 4
const HAS_KEY = 64

export function openAuthenticator(): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  const state: State = {
    origin: 'http://localhost:8080',
    domain: 'localhost',
    verifies: true,
    counter: undefined,
    userHandle: undefined,
  }
  let owner = ''
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: state.origin, crossOrigin: false }))
  const head = (flags: number) => {
    if (state.counter !== undefined) state.counter += 1
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(state.counter ?? 0)
    const all = flags | PRESENT | (state.verifies ? VERIFIED : 0)
    return Buffer.concat([sha256(Buffer.from(state.domain)), Buffer.of(all), counter])
  }
  const credential = (response: Credential['response']): Credential => ({
    id: url(id),
    rawId: url(id),
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
    response,
  })
  return {
    state,
    create: ({ challenge, user }) => {
      owner = user.id
      const key = cborMap([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([head(HAS_KEY), Buffer.alloc(16), length, id, key])
      const attestation = cborMap([
        ['fmt', 'none'],
        ['attStmt', []],
        ['authData', authData],
      ])
      return credential({
        clientDataJSON: url(clientData('webauthn.create', challenge)),
        attestationObject: url(attestation),
        transports: ['internal', 'hybrid'],
      })
    },
    get: ({ challenge }) => {
      const said = clientData('webauthn.get', challenge)
      const authData = head(0)
      const signature = sign('sha256', Buffer.concat([authData, sha256(said)]), privateKey)
      return credential({
        clientDataJSON: url(said),
        authenticatorData: url(authData),
        signature: url(signature),
        userHandle: state.userHandle ?? owner,
      })
    },
  }
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function url(bytes: Buffer): string {
  return bytes.toString('base64url')
}

type Value = number | string | Buffer | Pairs
type Pairs = readonly (readonly [number | string, Value])[]

/** As much of CBOR (RFC 8949) as a device speaks. */
function cborMap(pairs: Pairs): Buffer {
  return Buffer.concat([
    cborHead(5, pairs.length),
    ...pairs.flatMap(([key, value]) => [cbor(key), cbor(value)]),
  ])
}

function cbor(value: Value): Buffer {
  if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value)
  if (typeof value === 'string') return Buffer.concat([cborHead(3, value.length), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value])
  return cborMap(value)
}

function cborHead(major: number, count: number): Buffer {
  if (count < 24) return Buffer.of((major << 5) | count)
  return count < 256
    ? Buffer.of((major << 5) | 24, count)
    : Buffer.of((major << 5) | 25, count >> 8, count & 255)
}
