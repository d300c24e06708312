import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { viewOf } from '../address.ts'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import { useCommand } from '../use-command.ts'
import { Consequences } from './consequences.tsx'
import type { Offer } from './queries.ts'

const words = texts.offers

export type Act = 'publish' | 'pause' | 'resume' | 'end' | 'delete'

const ACTS: Readonly<Record<Offer['state'], readonly Act[]>> = {
  DRAFT: ['delete', 'publish'],
  ACTIVE: ['end', 'pause'],
  INACTIVE: ['end', 'resume'],
  ENDED: [],
}

const NEXT = { publish: 'ACTIVE', resume: 'ACTIVE', pause: 'INACTIVE', end: 'ENDED' } as const

/** Publishes, pauses, resumes, ends and deletes; what follows is shown before. */
export function LifeCycle({ offer }: { readonly offer: Offer }) {
  const [asked, setAsked] = useState<Act>()
  const act = useCommand<Act>({
    run: async (client, done) => {
      if (done !== 'delete') return client.rewardOffers.setState(offer.id, { life_cycle_state: NEXT[done] })
      const deleted = await client.rewardOffers.delete(offer.id)
      go(viewOf('offers'))
      return deleted
    },
    changes: [['offer', offer.id], ['offers'], ['findings', offer.id], ['ruleBook']],
    done: asked && words.acts[asked].done,
    isToldInPlace: true,
  })
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
          {asked !== 'delete' && <Consequences offer={offer} act={asked} />}
        </Confirm>
      )}
    </>
  )
}
