import type { Database, Work } from '../db/index.ts'
import { type Actor, nobody } from '../kit/actor.ts'
import { InvalidState } from '../kit/error.ts'
import { idOf, type OrganisationId } from '../kit/id.ts'
import { unseal } from '../kit/sealed.ts'
import { type Clock, DAY, epochSeconds, later, MINUTE } from '../kit/time.ts'
import { readTenants } from '../ledger/index.ts'
import { readBusiness } from '../organisations/index.ts'
import { staffMailOwner, staffMailText } from './staff-mail.ts'
import {
  claimStaffMails,
  forgetStaffMails,
  type StaffMail,
  saveStaffMail,
  staffMailsOf,
} from './staff-mails.store.ts'
import type { OutboxOfStaff } from './staff-outbox.api.ts'
import type { User } from './user.ts'
import { findUser } from './users.store.ts'

export interface EmailToStaff {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly content: string
}

/** Hands an e-mail to whoever sends those of the business; domains to the right know who that is. */
export type MailStaff = (
  actor: Actor,
  email: EmailToStaff,
) => Promise<{ readonly error: string | undefined; readonly isPassing: boolean }>

export interface StaffMailSources {
  readonly database: Database
  readonly clock: Clock
  readonly staffMailKey: Uint8Array
  readonly mailStaff: MailStaff
}

// Longer than a try may take, so that two processes do not send the same at once.
const LEASE_MS = 2 * MINUTE
const DELAYS_MS = [MINUTE, 5 * MINUTE] as const
const KEPT_MS = 30 * DAY

/** Sends every mail to staff that is due, once; answers how many were tried. A call is made in no transaction. */
export async function sendStaffMails(sources: StaffMailSources): Promise<number> {
  const { database, clock } = sources
  let tried = 0
  for (const { tenant } of await readTenants(database)) {
    const at = clock()
    const due = await claimStaffMails(database.query, tenant, { at, until: later(at, LEASE_MS) })
    for (const mail of due) await sendOne(sources, mail)
    tried += due.length
    await forgetStaffMails(database.query, tenant, later(at, -KEPT_MS))
  }
  return tried
}

async function sendOne({ database, clock, staffMailKey, mailStaff }: StaffMailSources, mail: StaffMail) {
  const user = await findUser(database.query, { tenant: mail.tenant, id: mail.user })
  const row = await database.query
    .selectFrom('tenants')
    .select(['mode', 'business_id'])
    .where('tenant', '=', mail.tenant)
    .executeTakeFirst()
  if (!user || !row) return
  const { mode } = row
  const business = idOf<OrganisationId>(row.business_id)
  const { name } = await readBusiness(database.query, mail.tenant)
  const told = textOf(mail, { user, business: name }, staffMailKey)
  const actor: Actor = { ...nobody, tenant: mail.tenant, business, mode }
  // Test data reaches nobody: what would have been sent is read in the outbox.
  const outcome =
    told && mode === 'LIVE'
      ? await mailStaff(actor, { id: mail.id, to: user.username, ...told })
      : { error: undefined, isPassing: false }
  const at = clock()
  const delay = outcome.isPassing ? DELAYS_MS[mail.attempts] : undefined
  await saveStaffMail(database.query, mail, {
    sentAt: outcome.error === undefined ? at : undefined,
    nextAt: delay === undefined ? undefined : later(at, delay),
    error: outcome.error,
    keepsSecret: mode === 'TEST',
  })
}

interface Of {
  readonly user: User
  readonly business: string
}

function textOf({ kind, secret }: StaffMail, { user, business }: Of, key: Uint8Array) {
  const token = secret && unseal(key, staffMailOwner(user), secret).token
  return token === undefined ? undefined : staffMailText(kind, { business, name: user.name, token })
}

const MOST_SHOWN = 100

/** What staff would have been mailed, in TEST mode. */
export async function readStaffOutbox(work: Work, key: Uint8Array): Promise<OutboxOfStaff> {
  if (work.actor.mode !== 'TEST') {
    const detail = 'In LIVE mode mails are sent; use a test key.'
    throw InvalidState({ parameters: ['mode', 'LIVE'], detail })
  }
  const { name: business } = await readBusiness(work.db, work.actor.tenant)
  const content: OutboxOfStaff['content'][number][] = []
  for (const mail of await staffMailsOf(work, MOST_SHOWN)) {
    const user = await findUser(work.db, { tenant: mail.tenant, id: mail.user })
    const told = user && textOf(mail, { user, business }, key)
    if (user && told)
      content.push({ kind: mail.kind, recipient: user.username, ...told, created_on: epochSeconds(mail.at) })
  }
  return { content }
}
