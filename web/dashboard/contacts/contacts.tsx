import { EmptyState } from '../../kit/empty-state.tsx'
import { Split } from '../../kit/split.tsx'
import { viewOf } from '../address.ts'
import { SearchField } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { SavedViews } from '../list/saved-views.tsx'
import { LiveStatus } from '../live-status.tsx'
import { PARTS } from '../parts.ts'
import { useContacts } from '../queries.ts'
import { focusRow } from '../row-link.tsx'
import { ImportLink } from '../syncs/import-link.tsx'
import { Tabs } from '../tabs.tsx'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { ContactPage } from './contact-page.tsx'
import { ContactTable } from './contact-table.tsx'
import { Duplicates } from './duplicates.tsx'
import { WalletPanel } from './wallet-panel.tsx'

const words = texts.contacts

/** Contacts and what they own: found by search, opened beside the list or on a page of their own. */
export function Contacts({ address }: ViewProps) {
  if (address.id !== undefined) return <ContactPage key={address.id} id={address.id} address={address} />
  if (address.tab !== 'duplicates') return <List address={address} />
  return (
    <div className={styles.parts}>
      <Head title={words.title} />
      <Parts address={address} />
      <Duplicates address={address} />
    </div>
  )
}

function Parts({ address }: ViewProps) {
  const [first] = PARTS.contacts
  return (
    <Tabs
      label={texts.duplicates.parts}
      address={address}
      current={PARTS.contacts.find((each) => each === address.tab) ?? first}
      tabs={PARTS.contacts.map((each) => [each, texts.duplicates.tabs[each]])}
    />
  )
}

function List({ address }: ViewProps) {
  const { open } = address
  const contacts = useContacts(address.filters.search ?? '', address.page)
  const close = () => {
    go({ ...address, open: undefined }, { replace: true })
    if (open !== undefined) requestAnimationFrame(() => focusRow(open))
  }
  return (
    <Split panel={open !== undefined && <WalletPanel key={open} contact={open} onClose={close} />}>
      <Head title={words.title} beside={<LiveStatus of={contacts} />}>
        <ImportLink name="contacts">{texts.syncs.importCsv}</ImportLink>
      </Head>
      <Parts address={address} />
      <SearchField address={address} label={words.find} hint={words.findBy} />
      <SavedViews address={address} />
      <Listing address={address} of={contacts} label={words.pages} empty={<None />}>
        {(found) => (
          <ContactTable
            contacts={found}
            open={open}
            addressOf={(contact) => viewOf('contacts', { ...address, open: contact })}
          />
        )}
      </Listing>
    </Split>
  )
}

function None() {
  return (
    <EmptyState icon="people" title={words.empty.title}>
      <p>{words.empty.text}</p>
      <p>
        <ImportLink name="contacts">{texts.syncs.importCsv}</ImportLink>
      </p>
    </EmptyState>
  )
}
