import { type Known, Person } from '../../kit/person.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { NAMES, useRead } from '../read.ts'

export interface Owner extends Known {
  readonly id: string
}

/** Whose each of some wallets is; asked for once for all that a page shows. */
export function useOwners(wallets: readonly string[]): ReadonlyMap<string, Owner> {
  const asked = [...new Set(wallets)].sort()
  const found = useRead(
    ['contacts', 'of-wallets', asked],
    (client, options) =>
      client.contacts.list(
        { wallet_ids: asked.join(','), size: asked.length, include_wallet: true },
        options,
      ),
    { interval: NAMES, isEnabled: asked.length > 0, keeps: true },
  )
  return new Map(
    (found.data?.content ?? []).flatMap((contact) =>
      contact.wallet === undefined ? [] : [[contact.wallet.id, contact] as const],
    ),
  )
}

/** Whose wallet it is; nobody decides about money without seeing to whom it goes. */
export function Whose({ owner }: { readonly owner: Owner | undefined }) {
  if (!owner) return null
  return (
    <Link to={viewOf('contacts', { id: owner.id })}>
      <Person of={owner} />
    </Link>
  )
}
