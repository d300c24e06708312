import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { FieldRow, TextField } from '../../kit/field.tsx'
import { fieldOf, textOf } from '../../kit/reading.ts'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import type { Address } from '../address.ts'
import { dayStart } from '../list/days.ts'
import { ProcessCard } from '../processes/process-card.tsx'
import { useProcess, useProcesses } from '../processes/use-process.ts'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'
import { Findings } from './findings.tsx'
import type { Offer } from './queries.ts'
import { readReplay } from './replay-report.ts'
import { ReplayTold } from './replay-told.tsx'

const words = texts.replay

/** What an offer would have cost on the purchases that there were, and who would have won by it. */
export function Replay({ offer, address }: { readonly offer: Offer; readonly address: Address }) {
  const begun = useProcesses('REPLAY')
  // The last one is shown to everybody who looks, also after a reload.
  const last = begun.data?.content.find(({ input }) => textOf(input, 'offer') === offer.id)?.id
  const process = useProcess(address.filters.process ?? last)
  const report = process.data?.result ? readReplay(process.data.result) : undefined
  return (
    <>
      <div className={styles.halves}>
        <div>
          <Begin offer={offer} address={address} isAgain={process.data !== undefined} />
          {process.data && <ProcessCard title={words.title} process={process.data} unit={words.unit} />}
          {begun.isPending && <SkeletonRows rows={2} />}
        </div>
        <div>
          <Findings offer={offer} />
        </div>
      </div>
      {report && <ReplayTold report={report} />}
    </>
  )
}

interface BeginProps {
  readonly offer: Offer
  readonly address: Address
  readonly isAgain: boolean
}

function Begin({ offer, address, isAgain }: BeginProps) {
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const begin = useCommand({
    run: async (client) => {
      const process = await client.rewardOffers.replay(offer.id, {
        from: dayStart(from),
        to: dayStart(until),
      })
      go({ ...address, tab: 'replay', filters: { process: String(fieldOf(process, 'id')) } })
      return process
    },
    changes: [['processes']],
  })
  return (
    <Card title={words.title}>
      <p className={styles.lead}>{words.means}</p>
      <FieldRow>
        <TextField label={words.from} hint={words.fromHint} type="date" value={from} onChange={setFrom} />
        <TextField label={words.until} hint={words.untilHint} type="date" value={until} onChange={setUntil} />
      </FieldRow>
      <div>
        <Button kind="primary" icon="play" disabled={begin.isPending} onClick={() => begin.mutate()}>
          {isAgain ? words.again : words.begin}
        </Button>
      </div>
    </Card>
  )
}
