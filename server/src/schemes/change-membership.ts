import { type Contact, lockContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { InvalidState, InvalidValue, invalidField, missingField, NotFound, notFound } from '../kit/error.ts'
import { claimCode, findCode } from './codes.store.ts'
import { showMembership } from './list-memberships.ts'
import type { MemberReply } from './members.api.ts'
import { actionsOf, type LastAction, saveAction } from './members.store.ts'
import { isAtDomain, isSignedUp, type Scheme } from './scheme.ts'
import { holdScheme } from './schemes.store.ts'
import { domainsOf, methodOf } from './sign-up.ts'

interface MembershipChange {
  readonly reward_scheme_id: string
  readonly action: 'SIGN_UP' | 'SIGN_OUT'
  readonly sign_up_code?: string | undefined
}

/** Signing up twice is once, and so is signing out. */
export async function changeMembership(
  work: Work,
  contactName: string,
  { reward_scheme_id, action, sign_up_code }: MembershipChange,
): Promise<MemberReply> {
  // The contact first: what one contact does twice at once is done one after the other.
  const contact = await lockContact(work, contactName)
  const scheme = await holdScheme(work, reward_scheme_id)
  if (!scheme) throw notFound('reward_scheme', reward_scheme_id)
  const before = (await actionsOf(work, contact.id)).get(scheme.id)
  if (isSignedUp(scheme, before) === (action === 'SIGN_UP')) return showMembership(scheme, before)

  if (action === 'SIGN_UP') await admit(work, { scheme, contact, code: sign_up_code })
  const after: LastAction = { state: action === 'SIGN_UP' ? 'IN' : 'OUT', since: work.at }
  await saveAction(work, { contact: contact.id, scheme: scheme.id }, after)
  if (action === 'SIGN_UP') await record(work, 'scheme.joined', contact.id)
  return showMembership(scheme, after)
}

interface Applicant {
  readonly scheme: Scheme
  readonly contact: Contact
  readonly code: string | undefined
}

/** Lets the contact in or says why not. */
async function admit(work: Work, { scheme, contact, code }: Applicant): Promise<void> {
  const { signUp, state } = scheme
  if (state === 'INACTIVE') {
    throw InvalidState({
      parameters: ['reward_scheme', state],
      detail: `The scheme "${scheme.code}" is INACTIVE; only an ACTIVE one can be signed up to.`,
    })
  }
  const method = methodOf(signUp)
  if (method === 'CODE') return useCode(work, { scheme, contact, code })
  if (code !== undefined) {
    throw invalidField('sign_up_code', `"${code}"`, `leave it out: the scheme "${scheme.code}" takes none`)
  }
  if (method === 'EMAIL_DOMAIN') requireAddress(scheme.code, contact, domainsOf(signUp))
}

async function useCode(work: Work, { scheme, contact, code }: Applicant): Promise<void> {
  if (code === undefined) {
    throw missingField('sign_up_code', `the scheme "${scheme.code}" is signed up to with a code`)
  }
  if (await claimCode(work, { scheme: scheme.id, code, contact: contact.id })) return
  const known = await findCode(work, scheme.id, code)
  if (!known) {
    const message = `sign_up_code is "${code}"; a code of the scheme "${scheme.code}" is needed`
    const fields = [{ path: 'sign_up_code', code: 'unknown', message }]
    throw NotFound({ parameters: ['sign_up_code', code], detail: message, fields })
  }
  if (known.used_by !== contact.id) {
    throw invalidField('sign_up_code', `"${code}"`, 'another contact has used it; an unused code is needed')
  }
}

function requireAddress(scheme: string, { identifiers }: Contact, domains: readonly string[]): void {
  const addresses = identifiers.flatMap(({ kind, value }) => (kind === 'EMAIL' ? [value] : []))
  if (addresses.some((address) => isAtDomain(address, domains))) return
  const seen = addresses.length === 0 ? 'no e-mail address' : `${addresses.length} at other domains`
  throw InvalidValue({
    parameters: ['emails', ...domains],
    detail: `The scheme "${scheme}" needs a contact with an e-mail address at ${domains.join(' or ')}; this one has ${seen}.`,
  })
}
