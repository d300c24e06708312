import { useState } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Answer } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { Split } from '../../kit/split.tsx'
import { type Address, viewOf } from '../address.ts'
import { LiveStatus } from '../live-status.tsx'
import { Pages } from '../pages.tsx'
import { type PurchasePage, usePurchases } from '../queries.ts'
import { focusRow } from '../row-link.tsx'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import { useLive } from '../use-live.ts'
import styles from '../view.module.css'
import { NoPurchases } from './no-purchases.tsx'
import { PurchasePanel } from './purchase-panel.tsx'
import { PurchaseTable } from './purchase-table.tsx'
import { useArrivals } from './use-arrivals.ts'

const words = texts.purchases

const isOfPurchase = (type: string) => type.startsWith('purchase.')

/** Purchases as they happen; one of them opened beside the list. */
export function Purchases({ address }: { readonly address: Address }) {
  const [isPaused, setPaused] = useState(false)
  const isLive = useLive(isPaused ? 'nothing' : 'purchases', isOfPurchase)
  const purchases = usePurchases(address.page, { isPaused, isLive })
  const { purchase: open } = address
  const close = () => {
    go({ ...address, purchase: undefined }, { replace: true })
    if (open !== undefined) requestAnimationFrame(() => focusRow(open))
  }
  return (
    <Split panel={open !== undefined && <PurchasePanel id={open} onClose={close} />}>
      <header className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        <LiveStatus of={purchases} isPaused={isPaused} />
        <div className={styles.end}>
          <Keys />
          <Button icon={isPaused ? 'play' : 'pause'} onClick={() => setPaused(!isPaused)}>
            {isPaused ? words.resume : words.pause}
          </Button>
        </div>
      </header>
      <Answer to={purchases} waiting={<SkeletonRows />}>
        {/* Another page is another list: what it begins with has not just arrived. */}
        {(page) => <Loaded key={page.paging.page} page={page} address={address} />}
      </Answer>
    </Split>
  )
}

function Loaded({ page, address }: { readonly page: PurchasePage; readonly address: Address }) {
  const { content, paging } = page
  const { isNew, announcement } = useArrivals(content.map(({ id }) => id))
  const isFirstUse = content.length === 0 && address.page === 1
  return (
    <>
      <Announcement>{announcement > 0 ? words.arrived(announcement) : ''}</Announcement>
      {isFirstUse && <NoPurchases />}
      {!isFirstUse && content.length === 0 && <p>{words.noMore}</p>}
      {content.length > 0 && (
        <PurchaseTable
          purchases={content}
          open={address.purchase}
          isNew={isNew}
          addressOf={(purchase) => viewOf('purchases', { page: address.page, purchase })}
        />
      )}
      <Pages label={words.pages} address={viewOf('purchases', address)} hasMore={paging.has_more} />
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
