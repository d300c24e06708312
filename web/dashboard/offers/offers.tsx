import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { FilterBar, SearchField } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { LiveStatus } from '../live-status.tsx'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { NewOffer, Templates } from './new-offer.tsx'
import { OfferPage } from './offer-page.tsx'
import { OfferTable } from './offer-table.tsx'
import { useOffers } from './queries.ts'

const words = texts.offers

/** What the business gives its customers, and for what. */
export function Offers({ address }: ViewProps) {
  return address.id === undefined ? (
    <List address={address} />
  ) : (
    <OfferPage key={address.id} id={address.id} address={address} />
  )
}

function List({ address }: ViewProps) {
  const offers = useOffers(address)
  const [isNew, setNew] = useState(false)
  return (
    <div className={styles.parts}>
      <Head title={words.title} beside={<LiveStatus of={offers} />}>
        <Button kind="primary" icon="plus" onClick={() => setNew(true)}>
          {words.create}
        </Button>
      </Head>
      <SearchField address={address} label={words.find} />
      <FilterBar
        address={address}
        filters={[
          {
            kind: 'choice',
            name: 'state',
            label: words.columns.state,
            options: Object.entries(words.states),
          },
          { kind: 'choice', name: 'goal', label: words.goal, options: Object.entries(words.goals) },
        ]}
      />
      <Listing address={address} of={offers} label={words.pages} empty={<Templates />}>
        {(found) => <OfferTable offers={found} />}
      </Listing>
      {isNew && <NewOffer onClose={() => setNew(false)} />}
    </div>
  )
}
