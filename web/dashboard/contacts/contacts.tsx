import { EmptyState } from '../../kit/empty-state.tsx'
import { Split } from '../../kit/split.tsx'
import { viewOf } from '../address.ts'
import { SearchField } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { SavedViews } from '../list/saved-views.tsx'
import { LiveStatus } from '../live-status.tsx'
import { useContacts } from '../queries.ts'
import { focusRow } from '../row-link.tsx'
import { ImportLink } from '../syncs/import-link.tsx'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import type { ViewProps } from '../views.tsx'
import { ContactPage } from './contact-page.tsx'
import { ContactTable } from './contact-table.tsx'
import { WalletPanel } from './wallet-panel.tsx'

const words = texts.contacts

/** Contacts and what they own: found by search, opened beside the list or on a page of their own. */
export function Contacts({ address }: ViewProps) {
  return address.id === undefined ? (
    <List address={address} />
  ) : (
    <ContactPage key={address.id} id={address.id} address={address} />
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
