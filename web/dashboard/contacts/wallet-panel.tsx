import { Answer } from '../../kit/answer.tsx'
import { Id } from '../../kit/id.tsx'
import { Panel } from '../../kit/panel.tsx'
import { recognisedBy } from '../../kit/person.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { type Contact, useContact, useWallet } from '../queries.ts'
import { texts } from '../texts.ts'
import { Balance } from './balance.tsx'
import { Lots } from './lots.tsx'
import { Transactions } from './transactions.tsx'
import styles from './wallet-panel.module.css'

const words = texts.wallet

/** One wallet: what it holds, what that is made of, what moved last. */
export function WalletPanel({
  contact: id,
  onClose,
}: {
  readonly contact: string
  readonly onClose: () => void
}) {
  const contact = useContact(id)
  return (
    <Panel title={contact.data?.name ?? texts.lists.one.contacts} closeLabel={texts.close} onClose={onClose}>
      <Answer key={id} to={contact} waiting={<SkeletonLines lines={12} />}>
        {(shown) => shown.wallet && <Shown contact={shown} wallet={shown.wallet.id} />}
      </Answer>
    </Panel>
  )
}

function Shown({ contact, wallet: id }: { readonly contact: Contact; readonly wallet: string }) {
  const wallet = useWallet(id)
  return (
    <>
      <div className={styles.facts}>
        <Link to={viewOf('contacts', { id: contact.id })}>{texts.contact.open}</Link>
        <bdi>{recognisedBy(contact)}</bdi>
        <span>
          {words.contactCode} <Id value={contact.code} of={words.contactCode} />
        </span>
        {wallet.data && (
          <span>
            {words.code} <Id value={wallet.data.code} of={words.code} />
          </span>
        )}
      </div>
      <Answer to={wallet} waiting={<SkeletonLines lines={8} />}>
        {(shown) => (
          <>
            <Balance wallet={shown} />
            <Lots wallet={shown} />
          </>
        )}
      </Answer>
      <Transactions wallet={id} />
    </>
  )
}
