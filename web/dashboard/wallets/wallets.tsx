import { Announcement } from '../../kit/announcement.tsx'
import { Answer } from '../../kit/answer.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { Split } from '../../kit/split.tsx'
import { type Address, viewOf } from '../address.ts'
import { LiveStatus } from '../live-status.tsx'
import { Pages } from '../pages.tsx'
import { type ContactPage, useContacts } from '../queries.ts'
import { focusRow } from '../row-link.tsx'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import styles from '../view.module.css'
import { ContactTable } from './contact-table.tsx'
import { Search } from './search.tsx'
import { WalletPanel } from './wallet-panel.tsx'

const words = texts.wallets

/** Contacts and what they own; one wallet opened beside the list. */
export function Wallets({ address }: { readonly address: Address }) {
  const { search = '', contact: open, page } = address
  const contacts = useContacts(search, page)
  const close = () => {
    go({ ...address, contact: undefined }, { replace: true })
    if (open !== undefined) requestAnimationFrame(() => focusRow(open))
  }
  return (
    <Split panel={open !== undefined && <WalletPanel key={open} contact={open} onClose={close} />}>
      <header className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        <LiveStatus of={contacts} />
      </header>
      <Search address={address} />
      <Answer key={search} to={contacts} waiting={<SkeletonRows />}>
        {(found) => <Found address={address} contacts={found} />}
      </Answer>
    </Split>
  )
}

function Found({ address, contacts }: { readonly address: Address; readonly contacts: ContactPage }) {
  const { search = '', page } = address
  const { content, paging } = contacts
  const list = viewOf('wallets', { search, page })
  return (
    <>
      <Announcement>{search === '' ? '' : words.found(content.length, paging.has_more)}</Announcement>
      {content.length > 0 ? (
        <ContactTable
          contacts={content}
          open={address.contact}
          addressOf={(contact) => ({ ...list, contact })}
        />
      ) : search === '' ? (
        <EmptyState icon="wallet" title={words.empty.title}>
          <p>{words.empty.text}</p>
        </EmptyState>
      ) : (
        <EmptyState icon="search" title={words.nothingFound.title(search)}>
          <p>{words.nothingFound.text}</p>
        </EmptyState>
      )}
      <Pages label={words.pages} address={list} hasMore={paging.has_more} />
    </>
  )
}
