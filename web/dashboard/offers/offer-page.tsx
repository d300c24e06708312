import { lazy, Suspense } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { type Address, viewOf } from '../address.ts'
import { Head } from '../list/head.tsx'
import { RecordPage } from '../list/record.tsx'
import { PARTS_OF_ONE } from '../parts.ts'
import { Tabs } from '../tabs.tsx'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { LifeCycle } from './life-cycle.tsx'
import { Overview } from './overview.tsx'
import { PHASES } from './phases.ts'
import { type Offer, useOffer } from './queries.ts'
import { Replay } from './replay.tsx'
import { Versions } from './versions.tsx'

const words = texts.offers
/** It brings the server's schemas along, which lists do without. */
const Editor = lazy(async () => ({ default: (await import('./editor.tsx')).Editor }))
const TABS = PARTS_OF_ONE.offers

/** One offer: what it says, what it has given, what it would give, and how it came to be. */
export function OfferPage({ id, address }: { readonly id: string; readonly address: Address }) {
  const offer = useOffer(id)
  return (
    <RecordPage of={offer} view="offers" lines={16}>
      {(shown) => <Shown offer={shown} address={address} />}
    </RecordPage>
  )
}

function Shown({ offer, address }: { readonly offer: Offer; readonly address: Address }) {
  const tab = TABS.find((each) => each === address.tab) ?? (offer.state === 'DRAFT' ? 'edit' : 'overview')
  return (
    <>
      <Head
        title={offer.name}
        above={{ name: words.title, to: viewOf('offers') }}
        beside={
          <>
            <Badge {...PHASES[offer.phase]}>{words.phases[offer.phase]}</Badge>
            <span className={styles.note}>{words.version(offer.version)}</span>
          </>
        }
      >
        <LifeCycle offer={offer} />
      </Head>
      <Tabs
        label={words.parts}
        address={address}
        current={tab}
        tabs={TABS.map((each) => [each, words.tabs[each]])}
      />
      {tab === 'overview' && <Overview offer={offer} />}
      {tab === 'edit' && (
        <Suspense fallback={<SkeletonLines lines={16} />}>
          <Editor offer={offer} />
        </Suspense>
      )}
      {tab === 'replay' && <Replay offer={offer} address={address} />}
      {tab === 'versions' && <Versions offer={offer} />}
    </>
  )
}
