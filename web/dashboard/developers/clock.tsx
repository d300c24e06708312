import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { TextField } from '../../kit/field.tsx'
import { exactText } from '../../kit/moment.ts'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'

const words = texts.tools.clock
const DAY = 24 * 60 * 60
const LONG = 10 * 60_000
const STEPS = ['PT1H', 'P1D', 'P7D', 'P30D'] as const
const days = new Intl.NumberFormat(texts.locale, {
  style: 'unit',
  unit: 'day',
  unitDisplay: 'long',
  maximumFractionDigits: 1,
})

/** The time of the test business: a year goes by while one looks. */
export function Clock() {
  const clock = useRead(['clock'], (client, options) => client.testHelpers.readTestClock(options), {
    interval: SOON,
  })
  const [to, setTo] = useState('')
  const move = useCommand({
    run: (client, given: { by: string } | { to: number }) =>
      client.testHelpers.moveTestClock(given, { timeout: LONG }),
    // Whatever is read tells of another time afterwards.
    changes: [[]],
    done: ({ stops, is_there }) => (is_there ? words.moved(stops) : words.notThere),
  })
  const next = clock.data?.next_expiry_on ?? null
  const wanted = new Date(to).getTime() / 1_000
  return (
    <Card title={words.title}>
      <p className={styles.note}>{words.means}</p>
      <Answer to={clock} waiting={<SkeletonLines lines={2} />}>
        {({ now, ahead_seconds, next_expiry_on: expiry }) => (
          <Facts>
            <Fact name={words.now}>
              {exactText(now, texts.locale)},{' '}
              {ahead_seconds < 1 ? words.notAhead : words.ahead(days.format(ahead_seconds / DAY))}
            </Fact>
            <Fact name={words.nextExpiry}>
              {expiry === null ? words.noExpiry : exactText(expiry, texts.locale)}
            </Fact>
          </Facts>
        )}
      </Answer>
      <div className={styles.status} role="status">
        {move.isPending ? words.moving : ''}
      </div>
      <div className={styles.head}>
        {STEPS.map((by) => (
          <Button key={by} icon="clock" disabled={move.isPending} onClick={() => move.mutate({ by })}>
            {words.steps[by]}
          </Button>
        ))}
        <Button
          icon="clock"
          disabled={move.isPending || next === null}
          onClick={() => next !== null && move.mutate({ to: next })}
        >
          {words.toExpiry}
        </Button>
      </div>
      <form
        className={styles.fieldAndKey}
        onSubmit={(event) => {
          event.preventDefault()
          if (!Number.isNaN(wanted)) move.mutate({ to: Math.floor(wanted) })
        }}
      >
        <TextField label={words.to} type="datetime-local" value={to} onChange={setTo} />
        <Button type="submit" disabled={move.isPending || Number.isNaN(wanted)}>
          {words.move}
        </Button>
      </form>
    </Card>
  )
}
