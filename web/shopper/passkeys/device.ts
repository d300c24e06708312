import type { Tillback } from '@tillback/sdk'
import { sessionOf } from '../client.ts'
import type { Session } from '../session/session.ts'

/** Whether this browser makes passkeys and writes them as the server reads them. */
export function canUsePasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  )
}

/** The device's own window asks for finger, face or PIN. Undefined: it was closed. */
export async function signInByPasskey(client: Tillback): Promise<Session | undefined> {
  const { public_key } = await client.selfService.askForPasskeySignIn()
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(public_key as never)
  const credential = await unlessClosed(navigator.credentials.get({ publicKey }))
  if (!credential) return undefined
  return sessionOf(await client.selfService.signInWithPasskey({ credential: written(credential) }))
}

/** Answers whether one was made; a device that has one already makes no second. */
export async function makePasskey(client: Tillback, contact: string, name: string): Promise<boolean> {
  const { public_key } = await client.selfService.askForOwnPasskey(contact)
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(public_key as never)
  const credential = await unlessClosed(navigator.credentials.create({ publicKey }))
  if (!credential) return false
  await client.selfService.registerOwnPasskey(contact, { credential: written(credential), name })
  return true
}

/** Whoever closes the device's window wanted nothing, and that is no failure. */
async function unlessClosed(asked: Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    const credential = await asked
    return credential instanceof PublicKeyCredential ? credential : undefined
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return undefined
    throw error
  }
}

function written(credential: PublicKeyCredential): never {
  return credential.toJSON() as never
}
