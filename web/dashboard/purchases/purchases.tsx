import { useState } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Button } from '../../kit/button.tsx'
import { Split } from '../../kit/split.tsx'
import { type Address, viewOf } from '../address.ts'
import { type Filter, FilterBar } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { LiveStatus } from '../live-status.tsx'
import { PARTS } from '../parts.ts'
import { type Purchase, useNames, useOfferNames, usePurchases } from '../queries.ts'
import { LIVE, SOON } from '../read.ts'
import { focusRow } from '../row-link.tsx'
import { Tabs } from '../tabs.tsx'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Claims } from './claims.tsx'
import { NoPurchases } from './no-purchases.tsx'
import { PurchasePage } from './purchase-page.tsx'
import { PurchasePanel } from './purchase-panel.tsx'
import { PurchaseTable } from './purchase-table.tsx'
import { useArrivals } from './use-arrivals.ts'

const words = texts.purchases

/** Purchases as they happen; one of them opened beside the list, or on a page of its own. */
export function Purchases({ address }: ViewProps) {
  if (address.id !== undefined) return <PurchasePage key={address.id} id={address.id} />
  if (address.tab !== 'claims') return <List address={address} />
  return (
    <div className={styles.parts}>
      <Head title={words.title} />
      <Parts address={address} />
      <Claims address={address} />
    </div>
  )
}

function Parts({ address }: ViewProps) {
  const [first] = PARTS.purchases
  return (
    <Tabs
      label={words.parts}
      address={address}
      current={PARTS.purchases.find((each) => each === address.tab) ?? first}
      tabs={PARTS.purchases.map((each) => [each, words.tabs[each]])}
    />
  )
}

function List({ address }: ViewProps) {
  const [isPaused, setPaused] = useState(false)
  const purchases = usePurchases(address, { isPaused, interval: address.page === 1 ? LIVE : SOON })
  const { open } = address
  const close = () => {
    go({ ...address, open: undefined }, { replace: true })
    if (open !== undefined) requestAnimationFrame(() => focusRow(open))
  }
  return (
    <Split panel={open !== undefined && <PurchasePanel id={open} onClose={close} />}>
      <Head title={words.title} beside={<LiveStatus of={purchases} isPaused={isPaused} />}>
        <Keys />
        <Button icon={isPaused ? 'play' : 'pause'} onClick={() => setPaused(!isPaused)}>
          {isPaused ? words.resume : words.pause}
        </Button>
      </Head>
      <Parts address={address} />
      <p className={styles.lead}>{words.inOrder}</p>
      <Filters address={address} />
      <Listing address={address} of={purchases} isHeld={isPaused} label={words.pages} empty={<NoPurchases />}>
        {/* Another page is another list: what it begins with has not just arrived. */}
        {(content) => <Loaded key={address.page} purchases={content} address={address} />}
      </Listing>
    </Split>
  )
}

function Filters({ address }: ViewProps) {
  const { venues } = useNames()
  const offers = useOfferNames()
  const { filters: names, states, reductions, spends } = words
  const atVenue: Filter = {
    kind: 'choice',
    name: 'venue',
    label: names.venue,
    options: venues.map(({ id, name }) => [id, name]),
  }
  return (
    <FilterBar
      address={address}
      filters={[
        { kind: 'text', name: 'receipt', label: names.receipt },
        { kind: 'date', name: 'from', label: names.from },
        { kind: 'date', name: 'until', label: names.until },
        // Where all is of one venue, there is none to choose.
        ...(address.scope === undefined ? [atVenue] : []),
        {
          kind: 'choice',
          name: 'state',
          label: names.state,
          options: [
            ['POSTED', states.POSTED],
            ['CANCELLED', states.CANCELLED],
          ],
        },
        {
          kind: 'choice',
          name: 'reduction',
          label: names.reduction,
          options: [
            ['FRONT_END', reductions.FRONT_END],
            ['BACK_END', reductions.BACK_END],
          ],
        },
        {
          kind: 'choice',
          name: 'spend',
          label: names.spend,
          options: [
            ['yes', spends.yes],
            ['no', spends.no],
          ],
        },
        {
          kind: 'choice',
          name: 'offer',
          label: names.offer,
          options: offers.map(({ id, name }) => [id, name]),
        },
      ]}
    />
  )
}

interface LoadedProps {
  readonly purchases: readonly Purchase[]
  readonly address: Address
}

function Loaded({ purchases, address }: LoadedProps) {
  const { isNew, announcement } = useArrivals(purchases.map(({ id }) => id))
  return (
    <>
      <Announcement>{announcement > 0 ? words.arrived(announcement) : ''}</Announcement>
      <PurchaseTable
        purchases={purchases}
        open={address.open}
        isNew={isNew}
        addressOf={(open) => viewOf('purchases', { ...address, open })}
      />
    </>
  )
}

function Keys() {
  return (
    <p className={styles.keys}>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {words.keys.move}
      </span>
      <span>
        <kbd>Enter</kbd> {words.keys.open}
      </span>
      <span>
        <kbd>Esc</kbd> {words.keys.close}
      </span>
    </p>
  )
}
