import { ContactName } from '../contacts/contact-name.tsx'
import { useWallet } from '../queries.ts'

/** Whose wallet it is; nobody decides about money without seeing to whom it goes. */
export function Whose({ wallet }: { readonly wallet: string }) {
  const { data } = useWallet(wallet)
  return data ? <ContactName id={data.contact.id} code={data.contact.code} /> : null
}
