import type { Work } from '../db/index.ts'
import { type ContactId, idOf, parseGuid, type WalletId } from '../kit/id.ts'

/** Whose wallet it is. */
export async function contactOfWallet({ db, actor }: Work, wallet: WalletId): Promise<ContactId | undefined> {
  const row = await db
    .selectFrom('wallets')
    .select('contact_id')
    .where('tenant', '=', actor.tenant)
    .where('id', '=', wallet)
    .executeTakeFirst()
  return row && idOf<ContactId>(row.contact_id)
}

export interface OwnedWallet {
  readonly id: WalletId
  readonly contact: ContactId
  readonly currency: string
}

/** By id, or by the code that the contact shows at the till. */
export async function walletNamed({ db, actor }: Work, idOrCode: string): Promise<OwnedWallet | undefined> {
  const id = parseGuid(idOrCode)
  const row = await db
    .selectFrom('wallets')
    .select(['id', 'contact_id', 'currency'])
    .where('tenant', '=', actor.tenant)
    .where((w) => (id === undefined ? w('code', '=', idOrCode.replaceAll(/[\s-]/g, '')) : w('id', '=', id)))
    .executeTakeFirst()
  return (
    row && { id: idOf<WalletId>(row.id), contact: idOf<ContactId>(row.contact_id), currency: row.currency }
  )
}
