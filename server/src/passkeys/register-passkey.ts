import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { type Database, transact, type Work } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import { InvalidState } from '../kit/error.ts'
import { newId } from '../kit/id.ts'
import { keepChallenge, useChallenge } from './challenges.ts'
import { type NewCredential, readClientData } from './credential.ts'
import type { CreationOptions } from './options.ts'
import { ALGORITHMS, CHALLENGE_MS, handleOf, MOST_PASSKEYS, type Passkey, type SubjectOf } from './passkey.ts'
import { InvalidPasskey } from './passkeys.errors.ts'
import { insertPasskey, isKnownCredential, passkeysOf } from './passkeys.store.ts'
import { originsFor, type RelyingParty } from './relying-party.ts'

interface Owner extends SubjectOf {
  /** As the device shows who the key is of. */
  readonly name: string
  readonly fullName: string
  /** For what it is. */
  readonly site: string
}

/** What a device needs to know to make a key for the owner. */
export async function askForPasskey(
  work: Work,
  { kind, subject, name, fullName, site }: Owner,
  { domain }: RelyingParty,
): Promise<CreationOptions> {
  const known = await refuseMore(work, { kind, subject })
  const options = await generateRegistrationOptions({
    rpName: site,
    rpID: domain,
    userID: handleOf(subject),
    userName: name,
    userDisplayName: fullName,
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId.toString('base64url'),
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(work, options.challenge, { kind, subject })
  return options
}

interface Registering {
  readonly database: Database
  readonly party: RelyingParty
}

/** Keeps the key that the device made, once it has shown that it was asked for just now, here, by the owner. */
export async function registerPasskey(
  { database, party }: Registering,
  asking: { readonly actor: Actor; readonly at: Date },
  {
    kind,
    subject,
    credential,
    name,
  }: SubjectOf & { readonly credential: NewCredential; readonly name: string },
): Promise<Passkey> {
  const said = readClientData(credential.response.clientDataJSON)
  if (!said || !(await useChallenge(database, asking, { challenge: said.challenge, kind, subject }))) {
    throw notOurs('The challenge is over, was used, or is of somebody else: ask for another.')
  }
  const made = await verified(credential, said, party)
  const passkey: Passkey = {
    id: newId<string>(),
    subject,
    userHandle: subject,
    name,
    credentialId: Buffer.from(made.credential.id, 'base64url'),
    publicKey: Buffer.from(made.credential.publicKey),
    counter: made.credential.counter,
    transports: credential.response.transports ?? [],
    isBackedUp: made.credentialBackedUp,
    createdAt: asking.at,
    usedAt: undefined,
  }
  await transact(database, asking, async (work) => {
    await refuseMore(work, { kind, subject })
    if (await isKnownCredential(work, passkey.credentialId)) throw notOurs('It is registered already.')
    await insertPasskey(work, kind, passkey)
  })
  return passkey
}

async function verified(
  { id, rawId, type, response }: NewCredential,
  { challenge, origin }: { readonly challenge: string; readonly origin: string },
  party: RelyingParty,
) {
  const { clientDataJSON, attestationObject } = response
  const judged = await verifyRegistrationResponse({
    response: {
      id,
      rawId,
      type,
      response: { clientDataJSON, attestationObject },
      clientExtensionResults: {},
    },
    expectedChallenge: challenge,
    expectedOrigin: originsFor(party, origin),
    expectedRPID: party.domain,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch((error: unknown) => {
    throw notOurs(error instanceof Error ? error.message.slice(0, 300) : 'It cannot be read.')
  })
  if (!judged.verified) throw notOurs('What the device says of itself is not signed as it should be.')
  return judged.registrationInfo
}

async function refuseMore(work: Work, of: SubjectOf): Promise<readonly Passkey[]> {
  const known = await passkeysOf(work, of)
  if (known.length < MOST_PASSKEYS) return known
  throw InvalidState({
    parameters: ['passkeys', String(known.length)],
    detail: `There are ${known.length} passkeys, and no more than ${MOST_PASSKEYS} may be: remove one first.`,
  })
}

function notOurs(detail: string): Error {
  return InvalidPasskey({ detail })
}
