import type { Tillback } from '@tillback/sdk'
import { tillNumber } from '../sale/reference.ts'
import { makeKeys, publicKeyOf } from './chain.ts'
import { change, readOne } from './database.ts'

/** Who this browser is to the platform: a till with a key of its own and a queue of its own. */
export interface Identity {
  /** Business, mode and venue: another key of another business is another till. */
  readonly scope: string
  readonly till: string
  readonly keys: CryptoKeyPair
  readonly counter: number
  readonly head: string
}

export async function knownIdentity(scope: string): Promise<Identity | undefined> {
  const value = await readOne('identities', scope)
  return isIdentity(value) ? value : undefined
}

/** The identity of this till; made and registered when it has none. */
export async function identityOf(client: Tillback, scope: string): Promise<Identity> {
  return (await knownIdentity(scope)) ?? registerAnew(client, scope)
}

export async function registerAnew(client: Tillback, scope: string): Promise<Identity> {
  const keys = await makeKeys()
  const { id, counter, head } = await client.tills.register({
    name: tillNumber(),
    public_key: await publicKeyOf(keys),
  })
  const identity = { scope, till: id, keys, counter, head }
  await change(['identities'], (store) => store('identities').put(identity))
  return identity
}

function isIdentity(value: unknown): value is Identity {
  return typeof value === 'object' && value !== null && 'till' in value && 'keys' in value && 'head' in value
}
