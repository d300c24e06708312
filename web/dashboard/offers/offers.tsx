import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { FilterBar, SearchField } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { LiveStatus } from '../live-status.tsx'
import { PARTS } from '../parts.ts'
import { Tabs } from '../tabs.tsx'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Plans } from './around/plans.tsx'
import { Pools } from './around/pools.tsx'
import { Schemes } from './around/schemes.tsx'
import { Tiers } from './around/tiers.tsx'
import { NewOffer, Templates } from './new-offer.tsx'
import { OfferPage } from './offer-page.tsx'
import { OfferTable } from './offer-table.tsx'
import { useOffers } from './queries.ts'

const words = texts.offers

/** What the business gives its customers, and for what. */
export function Offers({ address }: ViewProps) {
  return address.id === undefined ? (
    <Lists address={address} />
  ) : (
    <OfferPage key={address.id} id={address.id} address={address} />
  )
}

const TABS = PARTS.offers

/** The offers, and beside them what they name. */
function Lists({ address }: ViewProps) {
  const tab = TABS.find((each) => each === address.tab) ?? 'offers'
  const [isNew, setNew] = useState(false)
  return (
    <div className={styles.parts}>
      <Head title={words.title} beside={tab === 'offers' && <Status address={address} />}>
        {tab === 'offers' && (
          <Button kind="primary" icon="plus" onClick={() => setNew(true)}>
            {words.create}
          </Button>
        )}
      </Head>
      <Tabs
        label={words.aroundLabel}
        address={address}
        current={tab}
        tabs={TABS.map((each) => [each, words.around[each]])}
      />
      {tab === 'offers' && <List address={address} />}
      {tab === 'schemes' && <Schemes address={address} />}
      {tab === 'tiers' && <Tiers address={address} />}
      {tab === 'plans' && <Plans address={address} />}
      {tab === 'pools' && <Pools address={address} />}
      {isNew && <NewOffer onClose={() => setNew(false)} />}
    </div>
  )
}

function Status({ address }: ViewProps) {
  return <LiveStatus of={useOffers(address)} />
}

function List({ address }: ViewProps) {
  const offers = useOffers(address)
  return (
    <>
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
    </>
  )
}
