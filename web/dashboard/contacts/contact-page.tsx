import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { Id } from '../../kit/id.tsx'
import { dayText } from '../../kit/moment.ts'
import { recognisedBy } from '../../kit/person.tsx'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { type Address, viewOf } from '../address.ts'
import { Head } from '../list/head.tsx'
import { RecordPage } from '../list/record.tsx'
import { PARTS_OF_ONE } from '../parts.ts'
import { type Contact, useContact, useWallet } from '../queries.ts'
import { useRead } from '../read.ts'
import { Tabs } from '../tabs.tsx'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { Activity } from './activity.tsx'
import { Adjustments } from './adjustments.tsx'
import { Balance } from './balance.tsx'
import { ContactActs } from './contact-acts.tsx'
import { ContactOrders } from './contact-orders.tsx'
import page from './contact-page.module.css'
import { ContactPurchases } from './contact-purchases.tsx'
import { Devices } from './devices.tsx'
import { Identifiers } from './identifiers.tsx'
import { ExpiryBars, Lots } from './lots.tsx'
import { Messages } from './messages.tsx'
import { Notes } from './notes.tsx'
import { Progress } from './progress.tsx'
import { Transactions } from './transactions.tsx'
import { useReveal } from './use-reveal.ts'

const words = texts.contact
const TABS = PARTS_OF_ONE.contacts

/** One contact: who they are, what they own and of what it is made, and what has happened. */
export function ContactPage({ id, address }: { readonly id: string; readonly address: Address }) {
  const contact = useContact(id)
  return (
    <RecordPage of={contact} view="contacts" lines={16}>
      {(shown) => <Shown contact={shown} address={address} />}
    </RecordPage>
  )
}

function Shown({ contact, address }: { readonly contact: Contact; readonly address: Address }) {
  const walletId = contact.wallet?.id
  const wallet = useWallet(walletId)
  const tab = TABS.find((each) => each === address.tab) ?? 'activity'
  return (
    <>
      <Head
        title={contact.name}
        above={{ name: texts.contacts.title, to: viewOf('contacts') }}
        beside={<bdi className={styles.status}>{recognisedBy(contact)}</bdi>}
      >
        <ContactActs contact={contact} wallet={wallet.data} />
      </Head>
      <div className={page.page}>
        <div>
          <Answer to={wallet} waiting={<SkeletonLines lines={4} />}>
            {(shown) => <Balance wallet={shown} />}
          </Answer>
        </div>
        <div>
          <Tabs
            label={words.parts}
            address={address}
            current={tab}
            tabs={TABS.map((each) => [each, words.tabs[each]])}
          />
        </div>
        <div>
          {tab === 'activity' && <Activity contact={contact.id} wallet={walletId} />}
          {tab === 'wallet' && walletId !== undefined && <Transactions wallet={walletId} address={address} />}
          {tab === 'purchases' && <ContactPurchases contact={contact.id} address={address} />}
          {tab === 'orders' && <ContactOrders contact={contact.id} address={address} />}
          {tab === 'progress' && <Progress contact={contact.id} address={address} />}
          {tab === 'adjustments' && walletId !== undefined && <Adjustments wallet={walletId} />}
          {tab === 'messages' && <Messages contact={contact.id} address={address} />}
          {tab === 'devices' && <Devices contact={contact} />}
          {tab === 'notes' && <Notes contact={contact.id} address={address} />}
        </div>
        <div>
          {wallet.data && (
            <>
              <ExpiryBars wallet={wallet.data} />
              <Lots wallet={wallet.data} />
            </>
          )}
          <Who contact={contact} walletCode={wallet.data?.code} />
        </div>
      </div>
    </>
  )
}

interface WhoProps {
  readonly contact: Contact
  readonly walletCode: string | undefined
}

function Who({ contact, walletCode }: WhoProps) {
  const { segments = [], birthday } = contact
  const reveal = useReveal(contact.id)
  const wishes = useRead(['contact', contact.id, 'wishes'], (client, options) =>
    client.communications.getPreferences(contact.id, options),
  ).data
  return (
    <Card title={words.who}>
      <Facts>
        <Fact name={words.code}>
          <Id value={contact.code} of={texts.wallet.contactCode} isWhole />
        </Fact>
        {walletCode !== undefined && (
          <Fact name={words.walletCode}>
            <Id value={walletCode} of={texts.wallet.code} isWhole />
          </Fact>
        )}
        <Identifiers contact={contact} reveal={reveal} />
        {birthday && <Fact name={words.birthday}>{dayText(birthday, texts.locale)}</Fact>}
        {segments.length > 0 && <Fact name={words.segments}>{segments.join(', ')}</Fact>}
        {wishes && (
          <Fact name={words.wishes.name}>
            {[
              wishes.email_opt_out ? words.wishes.noEmail : words.wishes.email,
              wishes.device_opt_out ? words.wishes.noPush : words.wishes.push,
            ].join(', ')}
          </Fact>
        )}
        <Fact name={words.since}>
          <Time at={contact.created_on} />
        </Fact>
      </Facts>
      {reveal.error && <Problem of={reveal.error} />}
    </Card>
  )
}
