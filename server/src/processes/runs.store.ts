import { arrayOf, type Runner, statement } from '../db/index.ts'
import type { Actor, Mode, Tenant } from '../kit/actor.ts'
import { idOf, newId, type OrganisationId, type ProcessId } from '../kit/id.ts'
import type { Clock } from '../kit/time.ts'
import type { JsonObject, ProcessState } from './process.ts'

/**
 * Which server runs what. A lease is reckoned by the database's clock, which is one for all servers; the times that are
 * shown come from the caller's.
 */

/** One run of a process: who holds the lease, on whose behalf, from where it goes on. */
export interface Claim {
  readonly tenant: Tenant
  readonly id: ProcessId
  readonly holder: string
  readonly actor: Actor
  readonly kind: string
  readonly input: JsonObject
  readonly done: number
  readonly total: number | undefined
  readonly checkpoint: JsonObject | undefined
}

/** How far a run is, and what it would need to go on from here. */
export interface Progress {
  readonly done: number
  readonly total: number | undefined
  /** Undefined: as stored. */
  readonly checkpoint: JsonObject | undefined
}

interface DueRow {
  readonly tenant: Tenant
  readonly id: string
  readonly attempts: number
  readonly organisation_id: string | null
  readonly business_id: string
  readonly mode: Mode
}

const DUE = statement(
  'processes_due',
  `select p.tenant, p.id, p.attempts, p.organisation_id, t.business_id, t.mode
   from processes p join tenants t on t.tenant = p.tenant
   where p.state in ('PENDING', 'IN_PROGRESS') and p.kind = any ($1::text[])
     and (p.lease_until is null or p.lease_until < now())
   order by p.created_at, p.id limit 1`,
)

const CLAIM = statement(
  'process_claim',
  `update processes set state = 'IN_PROGRESS', attempts = attempts + 1, lease_holder = $3::uuid,
     lease_until = now() + $4::int * interval '1 millisecond',
     started_at = coalesce(started_at, $5::timestamptz), heartbeat_at = $5::timestamptz
   where tenant = $1::int and id = $2::uuid and state in ('PENDING', 'IN_PROGRESS')
     and (lease_until is null or lease_until < now())
   returning kind, input, done, total, checkpoint`,
)

const GIVE_UP = statement(
  'process_give_up',
  `update processes set state = 'FAILED', error = $3::text, completed_at = $4::timestamptz,
     lease_holder = null, lease_until = null
   where tenant = $1::int and id = $2::uuid and state in ('PENDING', 'IN_PROGRESS')
     and (lease_until is null or lease_until < now())`,
)

// A process that ends its server each time would otherwise end all of them for ever.
const MOST_ATTEMPTS = 5
const GIVEN_UP = `It was begun ${MOST_ATTEMPTS} times and came no further before its server ended or lost the database; RESUME tries again.`

export interface Wanted {
  readonly kinds: readonly string[]
  readonly leaseMs: number
  readonly clock: Clock
}

/** Takes the oldest process that nobody runs; undefined: there is none. Of several servers that try, one gets it. */
export async function claimNext(sql: Runner, { kinds, leaseMs, clock }: Wanted): Promise<Claim | undefined> {
  for (;;) {
    const [due] = await sql.run<DueRow>(DUE, [arrayOf(kinds)])
    if (!due) return undefined
    const at = clock(due.tenant)
    if (due.attempts >= MOST_ATTEMPTS) {
      await sql.run(GIVE_UP, [due.tenant, due.id, GIVEN_UP, at])
      continue
    }
    const holder = newId()
    const [row] = await sql.run<ClaimedRow>(CLAIM, [due.tenant, due.id, holder, leaseMs, at])
    if (row) return claimOf(due, holder, row)
  }
}

interface ClaimedRow {
  readonly kind: string
  readonly input: JsonObject
  readonly done: number
  readonly total: number | null
  readonly checkpoint: JsonObject | null
}

function claimOf(due: DueRow, holder: string, { total, checkpoint, ...row }: ClaimedRow): Claim {
  const actor: Actor = {
    tenant: due.tenant,
    business: idOf<OrganisationId>(due.business_id),
    mode: due.mode,
    by: { kind: 'nobody' },
    scopes: new Set(['*']),
    within: due.organisation_id === null ? undefined : idOf<OrganisationId>(due.organisation_id),
  }
  return {
    ...row,
    tenant: due.tenant,
    id: idOf<ProcessId>(due.id),
    holder,
    actor,
    total: total ?? undefined,
    checkpoint: checkpoint ?? undefined,
  }
}

const RENEW = statement(
  'process_renew',
  `update processes set done = $4::int, total = $5::int, heartbeat_at = $7::timestamptz,
     attempts = case when $6::jsonb is null or checkpoint = $6::jsonb then attempts else 1 end,
     checkpoint = coalesce($6::jsonb, checkpoint),
     lease_until = now() + $8::int * interval '1 millisecond'
   where tenant = $1::int and id = $2::uuid and lease_holder = $3::uuid
   returning state`,
)

/** Keeps the lease and tells how far the run is. The state as it is now; undefined: the lease is another's. */
export async function renew(
  sql: Runner,
  claim: Claim,
  { progress, at, leaseMs }: { readonly progress: Progress; readonly at: Date; readonly leaseMs: number },
): Promise<ProcessState | undefined> {
  const values = [...progressValues(claim, progress), at, leaseMs]
  const [row] = await sql.run<{ readonly state: ProcessState }>(RENEW, values)
  return row?.state
}

const RELEASE = statement(
  'process_release',
  `update processes set done = $4::int, total = $5::int, checkpoint = coalesce($6::jsonb, checkpoint),
     state = case when state = 'IN_PROGRESS' then 'PENDING' else state end,
     attempts = greatest(attempts - $7::int, 0), lease_holder = null, lease_until = null
   where tenant = $1::int and id = $2::uuid and lease_holder = $3::uuid`,
)

/** Gives the process back unfinished. `counts`: whether the attempt counts against it. */
export async function release(
  sql: Runner,
  claim: Claim,
  { progress, counts }: { readonly progress: Progress; readonly counts: boolean },
): Promise<void> {
  await sql.run(RELEASE, [...progressValues(claim, progress), counts ? 0 : 1])
}

const END = statement(
  'process_end',
  `update processes set done = $4::int, total = $5::int, state = $7::text, result = $8::jsonb, error = $9::text,
     checkpoint = case when $7::text = 'COMPLETED' then null else coalesce($6::jsonb, checkpoint) end,
     completed_at = $10::timestamptz, lease_holder = null, lease_until = null
   where tenant = $1::int and id = $2::uuid and lease_holder = $3::uuid and state = 'IN_PROGRESS'
   returning id`,
)

export type Ending =
  | { readonly state: 'COMPLETED'; readonly result: JsonObject }
  | { readonly state: 'FAILED'; readonly error: string }

/** Writes what came of the run, unless it was cancelled or its lease is another's; answers whether it did. */
export async function end(
  sql: Runner,
  claim: Claim,
  { progress, ending, at }: { readonly progress: Progress; readonly ending: Ending; readonly at: Date },
): Promise<boolean> {
  const told = ending.state === 'COMPLETED' ? [JSON.stringify(ending.result), null] : [null, ending.error]
  const rows = await sql.run(END, [...progressValues(claim, progress), ending.state, ...told, at])
  return rows.length > 0
}

function progressValues({ tenant, id, holder }: Claim, { done, total, checkpoint }: Progress): unknown[] {
  const stored = checkpoint === undefined ? null : JSON.stringify(checkpoint)
  return [tenant, id, holder, done, total ?? null, stored]
}
