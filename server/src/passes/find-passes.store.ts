import { columnsOf, type Runner, statement } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ContactId, PassId, PassPlanId } from '../kit/id.ts'
import { normaliseCode } from './pass-code.ts'
import type { PassState } from './pass-plan.ts'
import type { RedeemablePass } from './pass-problem.ts'

export interface PassKey {
  readonly tenant: Tenant
  /** As it was sent, in any case. */
  readonly code: string
  readonly position: number
}

export interface FoundPass extends RedeemablePass {
  /** That of the key by which it was found. */
  readonly position: number
}

interface Row {
  readonly position: number
  readonly id: PassId
  readonly code: string
  readonly plan: PassPlanId
  readonly contact: ContactId | null
  readonly pin_hash: Buffer | null
  readonly state: PassState
  readonly valid_from: Date
  readonly valid_to: Date | null
}

const BY_CODE = statement(
  'passes_by_code',
  `select k.position, p.id, p.code, p.plan_id as plan, p.contact_id as contact, p.pin_hash, p.state,
          p.valid_from, p.valid_to
     from unnest($1::int[], $2::text[], $3::int[]) as k(tenant, code, position)
     join passes p on p.tenant = k.tenant and p.code = k.code`,
)

/** Finds passes for many purchases at once; a key whose code nobody has is in no answer. */
export async function findPasses(sql: Runner, keys: readonly PassKey[]): Promise<readonly FoundPass[]> {
  if (keys.length === 0) return []
  const rows = await sql.run<Row>(
    BY_CODE,
    columnsOf(
      keys,
      ({ tenant }) => tenant,
      ({ code }) => normaliseCode(code),
      ({ position }) => position,
    ),
  )
  return rows.map(({ contact, pin_hash, valid_from, valid_to, ...pass }) => ({
    ...pass,
    contact: contact ?? undefined,
    pinHash: pin_hash ?? undefined,
    validFrom: valid_from,
    validTo: valid_to ?? undefined,
  }))
}
