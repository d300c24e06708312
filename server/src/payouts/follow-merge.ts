import type { Work } from '../db/index.ts'
import type { ContactId, WalletId } from '../kit/id.ts'
import { methodsOf } from './payment-methods.store.ts'

/** Two contacts that become one, with their wallets. */
export interface Merging {
  readonly contacts: { readonly from: ContactId; readonly into: ContactId }
  readonly wallets: { readonly from: WalletId; readonly into: WalletId }
}

/**
 * Payouts and payment methods of a merged contact go over to the one that is left, which keeps its own preferred method. Payouts
 * are locked here: after purchases, before wallets.
 */
export async function payoutsFollow(work: Work, { contacts, wallets }: Merging): Promise<void> {
  const { db, actor, at } = work
  await db
    .updateTable('payouts')
    .set({ wallet_id: wallets.into, updated_at: at })
    .where('tenant', '=', actor.tenant)
    .where('wallet_id', '=', wallets.from)
    .execute()
  const hasPreferred = (await methodsOf(work, contacts.into)).some(({ isPrimary }) => isPrimary)
  await db
    .updateTable('payment_methods')
    .set({ contact_id: contacts.into, ...(hasPreferred && { is_primary: false }) })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contacts.from)
    .execute()
}
