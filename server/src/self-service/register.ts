import { hashPassword } from '../access/index.ts'
import { createContact, getContact } from '../contacts/index.ts'
import { transact, type Work } from '../db/index.ts'
import type { Command } from '../http/index.ts'
import { sendCheck } from '../identity-checks/index.ts'
import { invalidField } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { sendsSms, updatePreferences } from '../notifications/index.ts'
import { shown } from './ask-code.ts'
import { addressIn } from './find-signer.ts'
import { saveWanted } from './logins.store.ts'
import type { SignInSources } from './prove-code.ts'
import { showSignedIn } from './show-signed-in.ts'
import type { RegisterBody, SignedInReply } from './sign-in.api.ts'

/**
 * Makes the contact, and sends the code that proves the address: until it is given back nobody is let in, no password holds and
 * nothing is given for signing up.
 */
export async function register(
  command: Command,
  body: RegisterBody,
  sources: SignInSources,
): Promise<SignedInReply> {
  if (!body['accept_terms_&_conditions']) {
    throw invalidField('accept_terms_&_conditions', 'false', 'nobody registers without accepting them')
  }
  const { identification } = body
  const { method } = addressIn(identification, {
    email: 'identification.email',
    phone: 'identification.phone',
  })
  const { database } = sources.messages
  if (method === 'SMS' && !(await transact(database, command, sendsSms))) {
    throw invalidField('identification.provider', 'PHONE', 'EMAIL is needed: nobody sends text messages here')
  }
  const passwordHash =
    identification.password == null ? undefined : await hashPassword(identification.password)
  const id = await transact(database, command, (work) => create(work, body))
  const sent = await sendCheck(command, { contact: id, method }, sources)
  return transact(database, command, async (work) => {
    await saveWanted(work, id, { check: sent.auth_otp, passwordHash })
    const contact = await getContact(work, id)
    return showSignedIn(work, { contact, sent: shown(command, sent), existing: false })
  })
}

async function create(work: Work, body: RegisterBody): Promise<ContactId> {
  const { provider, email, phone } = body.identification
  const { id } = await createContact(work, {
    first_name: body.first_name,
    last_name: body.last_name,
    language_code: body.language_code.slice(0, 2).toLowerCase(),
    ...(body.referral_code !== undefined && { referral_code_used: body.referral_code.toUpperCase() }),
    ...(provider === 'EMAIL' && email != null && { emails: [{ email_address: email, is_primary: true }] }),
    ...(provider === 'PHONE' && phone != null && { phones: [{ ...phone, is_primary: true }] }),
  })
  // Whoever proves the address first takes the contact, even if the code was never sent.
  await saveWanted(work, id, { check: id, passwordHash: undefined })
  if (body.email_opt_out !== undefined)
    await updatePreferences(work, id, { email_opt_out: body.email_opt_out })
  return id
}
