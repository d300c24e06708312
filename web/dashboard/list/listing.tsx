import type { ReactNode } from 'react'
import { Answer, type Asked } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import type { Address } from '../address.ts'
import { venueOf } from '../frame/scope.ts'
import { Pages } from '../pages.tsx'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import { NothingYet } from './nothing-yet.tsx'
import { Stale } from './stale.tsx'

const words = texts.lists

export interface Page<Item> {
  readonly content: readonly Item[]
  readonly paging: { readonly has_more: boolean }
}

export interface ListingProps<Item> {
  readonly address: Address
  readonly of: Asked<Page<Item>> & { readonly dataUpdatedAt?: number }
  /** Whoever looks wants it as it was. */
  readonly isHeld?: boolean
  /** Names the pages for those who hear them. */
  readonly label: string
  /** Nothing there yet at all: what this is and how it begins. */
  readonly empty: ReactNode
  readonly children: (items: readonly Item[]) => ReactNode
}

/** A list in each of its states: waiting, failed, nothing yet, nothing that fits, and the page of it. */
export function Listing<Item>({ address, of, isHeld = false, label, empty, children }: ListingProps<Item>) {
  return (
    <Answer key={JSON.stringify([venueOf(address), address.filters])} to={of} waiting={<SkeletonRows />}>
      {({ content, paging }) => (
        <>
          <Stale at={isHeld ? undefined : of.dataUpdatedAt} />
          {content.length > 0 ? children(content) : <Nothing address={address} empty={empty} />}
          <Pages label={label} address={address} hasMore={paging.has_more} />
        </>
      )}
    </Answer>
  )
}

function Nothing({ address, empty }: { readonly address: Address; readonly empty: ReactNode }) {
  if (address.page > 1) return <p>{words.noMore}</p>
  const isAtVenue = venueOf(address) !== undefined
  if (Object.keys(address.filters).length === 0 && !isAtVenue) return <NothingYet>{empty}</NothingYet>
  return (
    <EmptyState icon="search" title={words.noneByFilter}>
      <p>{words.noneByFilterMeans}</p>
      <div>
        <Button onClick={() => go({ ...address, filters: {}, page: 1, scope: undefined })}>
          {isAtVenue ? texts.scope.everywhere : words.clearFilters}
        </Button>
      </div>
    </EmptyState>
  )
}
