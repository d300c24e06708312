import { arrayOf, hasCome, ofOnly, type Runner, statement, type Work } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import type { CommunicationId, ContactId, OrganisationId } from '../kit/id.ts'

/** A message that is to be sent now. */
export interface DueMessage {
  readonly tenant: Tenant
  readonly business: OrganisationId
  readonly mode: Mode
  readonly id: CommunicationId
  readonly contact: ContactId
  readonly kind: string
  readonly channel: 'EMAIL' | 'DEVICE'
  readonly target: string
  readonly language: string
  readonly sender: string
  readonly subject: string
  readonly content: string
  /** Before this one. */
  readonly attempts: number
}

const CLAIM = statement(
  'notifications_claim',
  `with next as (
     select c.tenant, c.id from communications c join tenants t on t.tenant = c.tenant
      where c.state = 'PENDING' and ${hasCome('c.next_at', '$1')} and (c.lease_until is null or c.lease_until <= $1)
        and ${ofOnly('$4')} and c.tenant <> all ($5::int[])
      order by c.next_at limit $3::int
        for no key update of c skip locked)
   update communications m set lease_until = $2::timestamptz
     from next n
     join tenants t on t.tenant = n.tenant
    where m.tenant = n.tenant and m.id = n.id
   returning m.tenant, t.business_id as business, t.mode, m.id, m.contact_id as contact, m.kind, m.channel, m.target, m.language,
             m.sender, m.subject, m.content, m.attempts`,
)

/** Takes messages that are due, so that no other process sends them meanwhile. */
export function claimMessages(
  sql: Runner,
  {
    at,
    until,
    most,
    only,
    busy,
  }: {
    readonly at: Date
    readonly until: Date
    readonly most: number
    readonly only: Tenant | undefined
    /** Businesses whose messages wait for now. */
    readonly busy: readonly Tenant[]
  },
): Promise<readonly DueMessage[]> {
  return sql.run<DueMessage>(CLAIM, [at, until, most, only ?? null, arrayOf(busy)])
}

export interface Tried {
  readonly state: 'PENDING' | 'COMPLETED' | 'REJECTED'
  readonly nextAt: Date | undefined
  readonly error: string | undefined
  /** With this one; a message that is kept back was not tried. */
  readonly attempts: number
}

const SAVE_TRY = statement(
  'notifications_save_try',
  `update communications
      set state = $3::text, attempts = $7::int, next_at = $4::timestamptz, error = $5::text, lease_until = null,
          sent_at = case when $3 = 'COMPLETED' then $6::timestamptz end
    where tenant = $1::int and id = $2::uuid and state = 'PENDING'`,
)

export async function saveTry({ sql, actor, at }: Work, id: CommunicationId, tried: Tried): Promise<void> {
  const { state, nextAt, error, attempts } = tried
  await sql.run(SAVE_TRY, [actor.tenant, id, state, nextAt ?? null, error ?? null, at, attempts])
}
