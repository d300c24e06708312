import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { useContact, useWallet } from '../queries.ts'

/** Whose wallet it is; nobody decides about money without seeing to whom it goes. */
export function Whose({ wallet }: { readonly wallet: string }) {
  const { data } = useWallet(wallet)
  const contact = useContact(data?.contact.id)
  if (!data) return null
  return (
    <Link to={viewOf('contacts', { id: data.contact.id })}>{contact.data?.name ?? data.contact.code}</Link>
  )
}
