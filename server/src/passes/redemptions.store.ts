import type { Work } from '../db/index.ts'
import { idOf, type OrganisationId, type PassId, type PoolId, type WalletId } from '../kit/id.ts'

/** That the money of a pass went into a wallet. It has the id of the pass, and so has the journal. */
export interface Redemption {
  readonly id: PassId
  readonly wallet: WalletId
  /** The venue or merchant where it was redeemed. */
  readonly organisation: OrganisationId
  readonly currency: string
  readonly amount: bigint
  readonly pool: PoolId | undefined
  readonly date: Date
  readonly customFields: readonly { readonly key: string; readonly value: string }[] | undefined
}

export async function insertRedemption({ db, actor, at }: Work, redemption: Redemption): Promise<void> {
  const { id, customFields } = redemption
  await db
    .insertInto('pass_redemptions')
    .values({
      tenant: actor.tenant,
      id,
      pass_id: id,
      wallet_id: redemption.wallet,
      organisation_id: redemption.organisation,
      currency: redemption.currency,
      amount: redemption.amount,
      pool_id: redemption.pool ?? null,
      date: redemption.date,
      custom_fields: customFields ? JSON.stringify(customFields) : null,
      created_at: at,
    })
    .execute()
}

export async function redemptionsOf(
  { db, actor }: Work,
  passes: readonly PassId[],
): Promise<ReadonlyMap<PassId, Pick<Redemption, 'id' | 'wallet' | 'organisation' | 'date'>>> {
  if (passes.length === 0) return new Map()
  const rows = await db
    .selectFrom('pass_redemptions')
    .select(['id', 'pass_id', 'wallet_id', 'organisation_id', 'date'])
    .where('tenant', '=', actor.tenant)
    .where('pass_id', 'in', passes)
    .execute()
  return new Map(
    rows.map((row) => [
      idOf<PassId>(row.pass_id),
      {
        id: idOf<PassId>(row.id),
        wallet: idOf<WalletId>(row.wallet_id),
        organisation: idOf<OrganisationId>(row.organisation_id),
        date: row.date,
      },
    ]),
  )
}
