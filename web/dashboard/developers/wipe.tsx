import { type ReactNode, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { Rows } from '../../kit/rows.tsx'
import { NEVER, type Reply, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'
import { useCounts } from './use-counts.ts'

const words = texts.wipe
const counts = new Intl.NumberFormat(texts.locale)
const LONG = 5 * 60_000
const KEEPS = ['CONFIGURATION', 'NOTHING'] as const

type Keep = (typeof KEEPS)[number]
type Wiped = Reply<'testHelpers', 'wipeTestData'>

/** Removes what happened in the TEST business, or all of it. */
export function Wipe() {
  const [asked, setAsked] = useState<Keep>()
  const [wiped, setWiped] = useState<Wiped>()
  return (
    <>
      <p className={styles.lead}>{words.means}</p>
      {KEEPS.map((keep) => (
        <Card key={keep} title={words.keeps[keep].name}>
          <WhatGoes keep={keep} />
          <div>
            <Button kind="danger" icon="trash" onClick={() => setAsked(keep)}>
              {words.keeps[keep].act}
            </Button>
          </div>
        </Card>
      ))}
      {wiped && <WhatWent wiped={wiped} />}
      {asked && <ConfirmWipe keep={asked} onWiped={setWiped} onClose={() => setAsked(undefined)} />}
    </>
  )
}

interface WhatGoesProps {
  readonly keep: Keep
  /** How much there is of it. */
  readonly children?: ReactNode
}

function WhatGoes({ keep, children }: WhatGoesProps) {
  const { goes, stays } = words.keeps[keep]
  return (
    <>
      <p>
        <strong>{words.goes}:</strong> {goes}
      </p>
      {children}
      <p>
        <strong>{words.stays}:</strong> {stays}
      </p>
    </>
  )
}

interface ConfirmWipeProps {
  readonly keep: Keep
  readonly onWiped: (wiped: Wiped) => void
  readonly onClose: () => void
}

function ConfirmWipe({ keep, onWiped, onClose }: ConfirmWipeProps) {
  const business = useRead(
    ['organisations', 'business'],
    (client, options) => client.organisations.list({ type: 'BUSINESS', size: 1 }, options),
    { interval: NEVER },
  )
  const found = useCounts(keep === 'NOTHING')
  const wipe = useCommand({
    run: (client) => client.testHelpers.wipeTestData({ keep }, { timeout: LONG }),
    changes: [[]],
    done: words.done,
    isToldInPlace: true,
  })
  // Who may not read places types what this is about instead.
  const name = business.data?.content[0]?.name ?? (business.isError ? words.testData : undefined)
  const { title, act } = words.keeps[keep]
  return (
    <Confirm
      title={title}
      action={act}
      isDangerous
      isReady={name !== undefined}
      {...(name === undefined ? {} : { typed: name })}
      onConfirm={async () => onWiped(await wipe.mutateAsync())}
      onClose={onClose}
    >
      <WhatGoes keep={keep}>
        {found.length > 0 && (
          <ul className={styles.list} aria-label={words.amongThem}>
            {found.map(([kind, number]) => (
              <li key={kind}>{words.counted[kind](number)}</li>
            ))}
          </ul>
        )}
      </WhatGoes>
      <p>{words.forGood}</p>
    </Confirm>
  )
}

function WhatWent({ wiped: { removed } }: { readonly wiped: Wiped }) {
  return (
    <Card title={words.removed}>
      {removed.length === 0 ? (
        <p className={styles.note}>{words.nothingThere}</p>
      ) : (
        <Rows
          label={words.removed}
          head={[words.records, words.number]}
          rows={removed.map(({ name, count }) => ({
            key: name,
            cells: [<code key="name">{name}</code>, counts.format(count)],
          }))}
        />
      )}
    </Card>
  )
}
