import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { type Database, transact, type Work } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import type { SubjectKind } from '../sessions/index.ts'
import { keepChallenge, useChallenge } from './challenges.ts'
import { type Assertion, readClientData } from './credential.ts'
import type { RequestOptions } from './options.ts'
import { CHALLENGE_MS, type Passkey, subjectInHandle } from './passkey.ts'
import { InvalidPasskey } from './passkeys.errors.ts'
import { holdCredential, saveUse } from './passkeys.store.ts'
import { originsFor, type RelyingParty } from './relying-party.ts'

/** What a device has to sign for somebody to sign in: which keys it has, it knows itself. */
export async function askForProof(
  work: Work,
  kind: SubjectKind,
  { domain }: RelyingParty,
): Promise<RequestOptions> {
  const options = await generateAuthenticationOptions({
    rpID: domain,
    userVerification: 'required',
    timeout: CHALLENGE_MS,
  })
  await keepChallenge(work, options.challenge, { kind })
  return options
}

interface Proving {
  readonly database: Database
  readonly party: RelyingParty
}

/**
 * Whose key signed the challenge, which is used up whatever comes of it; `then` is done in the work that writes that the key was used.
 * A counter that does not rise is of a copy of the device, and refused.
 */
export async function provePasskey<Result>(
  { database, party }: Proving,
  asking: { readonly actor: Actor; readonly at: Date },
  { kind, credential }: { readonly kind: SubjectKind; readonly credential: Assertion },
  then: (work: Work, subject: string) => Promise<Result>,
): Promise<Result> {
  const said = readClientData(credential.response.clientDataJSON)
  if (!said) throw InvalidPasskey()
  const { challenge, origin } = said
  if (!(await useChallenge(database, asking, { challenge, kind, subject: undefined }))) throw InvalidPasskey()
  return transact(database, asking, async (work) => {
    const passkey = await holdCredential(work, kind, Buffer.from(credential.id, 'base64url'))
    if (!passkey || !isNamed(passkey, credential)) throw InvalidPasskey()
    await saveUse(work, passkey.id, await judged(passkey, credential, { challenge, origin, party }))
    return then(work, passkey.subject)
  })
}

function isNamed({ userHandle }: Passkey, { response }: Assertion): boolean {
  return response.userHandle == null || subjectInHandle(response.userHandle) === userHandle
}

interface Said {
  readonly challenge: string
  readonly origin: string
  readonly party: RelyingParty
}

async function judged(
  { credentialId, publicKey, counter }: Passkey,
  { id, rawId, type, response }: Assertion,
  { challenge, origin, party }: Said,
): Promise<Pick<Passkey, 'counter' | 'isBackedUp'>> {
  const { clientDataJSON, authenticatorData, signature } = response
  const told = await verifyAuthenticationResponse({
    response: {
      id,
      rawId,
      type,
      response: { clientDataJSON, authenticatorData, signature },
      clientExtensionResults: {},
    },
    expectedChallenge: challenge,
    expectedOrigin: originsFor(party, origin),
    expectedRPID: party.domain,
    credential: { id: credentialId.toString('base64url'), publicKey: new Uint8Array(publicKey), counter },
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!told?.verified) throw InvalidPasskey()
  const { newCounter, credentialBackedUp } = told.authenticationInfo
  return { counter: newCounter, isBackedUp: credentialBackedUp }
}
