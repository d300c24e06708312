import { useState } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Button } from '../../kit/button.tsx'
import { Split } from '../../kit/split.tsx'
import { type Address, viewOf } from '../address.ts'
import { FilterBar } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { LiveStatus } from '../live-status.tsx'
import { type Purchase, useNames, usePurchases } from '../queries.ts'
import { focusRow } from '../row-link.tsx'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import { useIsLive } from '../use-live.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { NoPurchases } from './no-purchases.tsx'
import { PurchasePage } from './purchase-page.tsx'
import { PurchasePanel } from './purchase-panel.tsx'
import { PurchaseTable } from './purchase-table.tsx'
import { useArrivals } from './use-arrivals.ts'

const words = texts.purchases

/** Purchases as they happen; one of them opened beside the list, or on a page of its own. */
export function Purchases({ address }: ViewProps) {
  return address.id === undefined ? (
    <List address={address} />
  ) : (
    <PurchasePage key={address.id} id={address.id} />
  )
}

function List({ address }: ViewProps) {
  const [isPaused, setPaused] = useState(false)
  const isLive = useIsLive()
  const purchases = usePurchases(address, { isPaused, isLive })
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
      <Filters address={address} />
      <Listing address={address} of={purchases} label={words.pages} empty={<NoPurchases />}>
        {/* Another page is another list: what it begins with has not just arrived. */}
        {(content) => <Loaded key={address.page} purchases={content} address={address} />}
      </Listing>
    </Split>
  )
}

function Filters({ address }: ViewProps) {
  const { venues } = useNames()
  const { filters: names, states } = words
  return (
    <FilterBar
      address={address}
      filters={[
        { kind: 'text', name: 'receipt', label: names.receipt },
        { kind: 'date', name: 'from', label: names.from },
        { kind: 'date', name: 'until', label: names.until },
        {
          kind: 'choice',
          name: 'venue',
          label: names.venue,
          options: venues.map(({ id, name }) => [id, name]),
        },
        {
          kind: 'choice',
          name: 'state',
          label: names.state,
          options: [
            ['POSTED', states.POSTED],
            ['CANCELLED', states.CANCELLED],
          ],
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
