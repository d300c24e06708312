import type { Tillback } from '@tillback/sdk'
import { sessionOf } from '../client.ts'
import type { Session } from './session.ts'

/** Whether this browser can make and use passkeys as they are written here. */
export function hasPasskeys(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  )
}

/** Lets the device make a passkey for whoever is signed in, and registers it; undefined: they changed their mind. */
export async function makePasskey(client: Tillback, contact: string, name?: string) {
  const asked = await client.selfService.askForOwnPasskey(contact)
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(plain(asked.public_key))
  const made = await unlessDeclined(navigator.credentials.create({ publicKey }))
  if (!made) return undefined
  return client.selfService.registerOwnPasskey(contact, {
    credential: plain(made.toJSON()),
    ...(name && { name }),
  })
}

/** Signs in with a passkey of this device, whosever it is; undefined: they changed their mind, or have none. */
export async function passkeySignIn(client: Tillback): Promise<Session | undefined> {
  const asked = await client.selfService.askForPasskeySignIn()
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(plain(asked.public_key))
  const proof = await unlessDeclined(navigator.credentials.get({ publicKey }))
  if (!proof) return undefined
  return sessionOf(await client.selfService.signInWithPasskey({ credential: plain(proof.toJSON()) }))
}

/** As it goes over the wire. */
function plain(options: object) {
  return JSON.parse(JSON.stringify(options))
}

async function unlessDeclined(asked: Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    const credential = await asked
    return credential instanceof PublicKeyCredential ? credential : undefined
  } catch (error) {
    if (error instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(error.name))
      return undefined
    throw error
  }
}
