import type { CallOptions, Tillback } from '@tillback/sdk'
import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { type Address, viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import type { Contact, Wallet } from '../queries.ts'
import { SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import { useCommand } from '../use-command.ts'
import { BesideEachOther } from './beside-each-other.tsx'
import styles from './duplicates.module.css'
import { Consequences } from './merge-consequences.tsx'
import { useMerge } from './use-merge.ts'

const words = texts.duplicates

/** One of the two: who they are, what they hold, how much they bought. */
export interface Compared {
  readonly contact: Contact
  readonly wallet: Wallet
  readonly purchases: number
}

export interface CompareProps {
  readonly ids: readonly [string, string]
  readonly address: Address
}

/** Two records beside each other: one person, of whom one record stays, or two people. */
export function Compare({ ids: [one, other], address }: CompareProps) {
  const both = useRead(
    ['alike', 'both', one, other],
    async (client, options) => Promise.all([read(client, one, options), read(client, other, options)]),
    { interval: SOON },
  )
  return (
    <Answer to={both} waiting={<SkeletonLines lines={12} />}>
      {([first, second]) =>
        first.contact.id === second.contact.id ? (
          <p>
            {words.gone} <Link to={viewOf('contacts', { id: first.contact.id })}>{first.contact.name}</Link>
          </p>
        ) : (
          <Chosen both={[first, second]} address={address} />
        )
      }
    </Answer>
  )
}

async function read(client: Tillback, id: string, options: CallOptions): Promise<Compared> {
  const contact = await client.contacts.get(id, undefined, options)
  const asked = { contact_id: contact.id, size: 1, include_total: true } as const
  const [wallet, { paging }] = await Promise.all([
    client.wallets.get(contact.wallet?.id ?? '', {}, options),
    client.purchases.list(asked, options),
  ])
  return { contact, wallet, purchases: paging.total ?? 0 }
}

interface ChosenProps {
  readonly both: readonly [Compared, Compared]
  readonly address: Address
}

function Chosen({ both, address }: ChosenProps) {
  const [first, second] = both
  const [stays, setStays] = useState(first.contact.id)
  const [isAsked, setAsked] = useState(false)
  const [kept, other] = second.contact.id === stays ? [second, first] : [first, second]
  const merge = useMerge({ kept: kept.contact.id, other: other.contact.id })
  const apart = useCommand({
    run: (client) => client.contacts.tellApart(kept.contact.id, { contact_id: other.contact.id }),
    changes: [['alike']],
    done: () => {
      go({ ...address, open: undefined })
      return words.toldApart
    },
  })
  const mergeAndShow = async () => {
    await merge()
    go(viewOf('contacts', { id: kept.contact.id }))
  }
  return (
    <>
      <Card title={words.title}>
        <BesideEachOther both={both} stays={stays} onStays={setStays} />
      </Card>
      <Card title={words.consequences}>
        <Consequences kept={kept} other={other} />
        <div className={styles.acts}>
          <Button kind="primary" onClick={() => setAsked(true)}>
            {words.merge}
          </Button>
          <Button disabled={apart.isPending} onClick={() => apart.mutate()}>
            {words.apart}
          </Button>
        </div>
      </Card>
      {isAsked && (
        <Confirm
          title={words.mergeTitle(other.contact.code, kept.contact.code)}
          action={texts.merge.action}
          isDangerous
          typed={other.contact.code}
          onConfirm={mergeAndShow}
          onClose={() => setAsked(false)}
        >
          <Consequences kept={kept} other={other} />
        </Confirm>
      )}
    </>
  )
}
