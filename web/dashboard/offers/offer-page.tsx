import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { type Address, viewOf } from '../address.ts'
import { Head } from '../list/head.tsx'
import { Tabs } from '../tabs.tsx'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'
import { Editor } from './editor.tsx'
import { Overview } from './overview.tsx'
import { PHASES } from './phases.ts'
import { type Offer, useFindings, useOffer } from './queries.ts'
import { Replay } from './replay.tsx'
import { Versions } from './versions.tsx'

const words = texts.offers
const TABS = ['overview', 'edit', 'replay', 'versions'] as const

/** One offer: what it says, what it has given, what it would give, and how it came to be. */
export function OfferPage({ id, address }: { readonly id: string; readonly address: Address }) {
  const offer = useOffer(id)
  return (
    <div className={styles.parts}>
      <Answer to={offer} waiting={<SkeletonLines lines={16} />}>
        {(shown) => <Shown offer={shown} address={address} />}
      </Answer>
    </div>
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
      {tab === 'edit' && <Editor offer={offer} />}
      {tab === 'replay' && <Replay offer={offer} address={address} />}
      {tab === 'versions' && <Versions offer={offer} />}
    </>
  )
}

type Act = 'publish' | 'pause' | 'resume' | 'end' | 'delete'

const ACTS: Readonly<Record<Offer['state'], readonly Act[]>> = {
  DRAFT: ['delete', 'publish'],
  ACTIVE: ['end', 'pause'],
  INACTIVE: ['end', 'resume'],
  ENDED: [],
}

const NEXT = { publish: 'ACTIVE', resume: 'ACTIVE', pause: 'INACTIVE', end: 'ENDED' } as const

function LifeCycle({ offer }: { readonly offer: Offer }) {
  const [asked, setAsked] = useState<Act>()
  const findings = useFindings(offer.id, offer.updated_on)
  const act = useCommand<Act>({
    run: async (client, done) => {
      if (done !== 'delete') return client.rewardOffers.setState(offer.id, { life_cycle_state: NEXT[done] })
      const deleted = await client.rewardOffers.delete(offer.id)
      go(viewOf('offers'))
      return deleted
    },
    changes: [['offer', offer.id], ['offers'], ['findings', offer.id]],
    done: asked && words.acts[asked].done,
    isToldInPlace: true,
  })
  const wrong = (findings.data?.findings ?? []).filter(({ severity }) => severity === 'ERROR')
  return (
    <>
      {ACTS[offer.state].map((each) => (
        <Button
          key={each}
          kind={each === 'publish' || each === 'resume' ? 'primary' : 'plain'}
          onClick={() => setAsked(each)}
        >
          {words.acts[each].name}
        </Button>
      ))}
      {asked && (
        <Confirm
          title={words.acts[asked].title}
          action={words.acts[asked].name}
          isDangerous={asked === 'end' || asked === 'delete'}
          {...(asked === 'end' ? { typed: offer.code } : {})}
          onConfirm={() => act.mutateAsync(asked)}
          onClose={() => setAsked(undefined)}
        >
          <p>
            <strong>{offer.sentence}</strong>
          </p>
          <p>{words.acts[asked].means}</p>
          {asked === 'publish' && wrong.map(({ says }) => <p key={says}>{says}</p>)}
        </Confirm>
      )}
    </>
  )
}
