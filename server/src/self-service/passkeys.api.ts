import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import {
  assertion,
  creationOptions,
  InvalidPasskey,
  newCredential,
  requestOptions,
} from '../passkeys/index.ts'
import { base, tag } from './as-own.ts'
import { signedInReply } from './sign-in.api.ts'

// Beyond the contract: the lock of one's device instead of a code.

const one = z.object({ id: z.string().max(100), passkey: z.string().max(100) })
const name = z.string().trim().min(1).max(100)

const passkeyReply = z.object({
  id: z.string(),
  name: z.string(),
  is_backed_up: z.boolean().meta({ description: 'Whether the owner has it on other devices as well.' }),
  created_on: wire.epoch,
  used_on: wire.epoch.nullable().meta({ description: 'When somebody signed in with it last.' }),
})
export type PasskeyReply = z.input<typeof passkeyReply>

export const askForOwnPasskey = endpoint({
  name: 'askForOwnPasskey',
  method: 'POST',
  path: `${base}/contacts/{id}/passkeys/options`,
  tag,
  summary: 'Ask for what a device needs to make a passkey',
  description:
    'Hand `public_key` to `PublicKeyCredential.parseCreationOptionsFromJSON`. The challenge in it is good once, for five minutes.',
  access: 'contact',
  effect: 'reads',
  params: wire.idParams,
  reply: z.object({ public_key: creationOptions }),
  errors: [InvalidValue, NotFound, InvalidState],
})

export const registerOwnPasskey = endpoint({
  name: 'registerOwnPasskey',
  method: 'POST',
  path: `${base}/contacts/{id}/passkeys`,
  tag,
  summary: 'Register the passkey that a device made',
  description:
    'Send `credential.toJSON()` of the browser. The device has to verify its user by finger, face or PIN. Nothing is kept under an idempotency key: its challenge is good once.',
  access: 'contact',
  effect: 'reads',
  status: 201,
  params: wire.idParams,
  body: z.strictObject({ credential: newCredential, name: name.default('Passkey') }),
  reply: passkeyReply,
  errors: [RequiredField, InvalidValue, NotFound, InvalidState, InvalidPasskey],
})

export const listOwnPasskeys = endpoint({
  name: 'listOwnPasskeys',
  method: 'GET',
  path: `${base}/contacts/{id}/passkeys`,
  tag,
  summary: 'List the passkeys with which one signs in, newest first',
  access: 'contact',
  effect: 'reads',
  params: wire.idParams,
  reply: z.object({ content: z.array(passkeyReply) }),
  errors: [InvalidValue, NotFound],
})

export const renameOwnPasskey = endpoint({
  name: 'renameOwnPasskey',
  method: 'PUT',
  path: `${base}/contacts/{id}/passkeys/{passkey}`,
  tag,
  summary: 'Call a passkey of one’s own by another name',
  access: 'contact',
  effect: 'writes',
  params: one,
  body: z.strictObject({ name }),
  reply: passkeyReply,
  errors: [RequiredField, InvalidValue, NotFound, IdempotencyKeyReused],
})

export const removeOwnPasskey = endpoint({
  name: 'removeOwnPasskey',
  method: 'DELETE',
  path: `${base}/contacts/{id}/passkeys/{passkey}`,
  tag,
  summary: 'Let nobody sign in with a passkey any more',
  description: 'Whoever is signed in stays so; the device is told nothing.',
  access: 'contact',
  effect: 'writes',
  params: one,
  reply: z.object({ id: z.string() }),
  errors: [InvalidValue, NotFound],
})

export const askForPasskeySignIn = endpoint({
  name: 'askForPasskeySignIn',
  method: 'POST',
  path: `${base}/passkeys/options`,
  tag,
  summary: 'Ask for what a device has to sign for its owner to sign in',
  description:
    'Hand `public_key` to `PublicKeyCredential.parseRequestOptionsFromJSON`. It names nobody: the device knows which passkeys it has. The challenge is good once, for five minutes.',
  access: 'app',
  effect: 'reads',
  reply: z.object({ public_key: requestOptions }),
  errors: [InvalidValue],
})

export const signInWithPasskey = endpoint({
  name: 'signInWithPasskey',
  method: 'POST',
  path: `${base}/passkeys/authenticate`,
  tag,
  summary: 'Sign in with a passkey',
  description:
    'Send `credential.toJSON()` of the browser; the answer is that of `contacts/validate_otp`. A passkey that nobody has, a challenge that is over or used, and a wrong signature are answered alike.',
  access: 'app',
  effect: 'reads',
  body: z.strictObject({ credential: assertion }),
  reply: signedInReply,
  errors: [RequiredField, InvalidValue, InvalidPasskey],
})
