import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { SelectField } from '../../kit/field.tsx'
import { Problem } from '../../kit/problem.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { NEVER, type Reply, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'
import { EventObject } from './event-object.tsx'

const words = texts.triggers
const A_WHILE = 60_000

type Trigger = Reply<'testHelpers', 'listTestTriggers'>['content'][number]
type Happened = Reply<'testHelpers', 'triggerTestEvent'>

/** Makes any event happen, by what an integrator would do for it. */
export function Triggers() {
  const triggers = useRead(['triggers'], (client, options) => client.testHelpers.listTestTriggers(options), {
    interval: NEVER,
  })
  const trigger = useCommand({
    run: (client, event: Trigger['event']) =>
      client.testHelpers.triggerTestEvent({ event }, { timeout: A_WHILE }),
    // Contacts, purchases, orders: nearly everything that is shown tells of it.
    changes: [[]],
    isToldInPlace: true,
  })
  return (
    <>
      <Card title={words.title}>
        <p className={styles.note}>{words.means}</p>
        <Answer to={triggers} waiting={<SkeletonLines lines={3} />}>
          {({ content }) => (
            <Choice
              triggers={content}
              isBusy={trigger.isPending}
              onTrigger={(event) => trigger.mutate(event)}
            />
          )}
        </Answer>
        <div className={styles.status} role="status">
          {trigger.isPending ? words.happening : trigger.data ? words.happened(trigger.data.event) : ''}
        </div>
        {trigger.isError && <Problem of={trigger.error} />}
      </Card>
      {trigger.data && !trigger.isPending && <WhatHappened told={trigger.data} />}
    </>
  )
}

interface ChoiceProps {
  readonly triggers: readonly Trigger[]
  readonly isBusy: boolean
  readonly onTrigger: (event: Trigger['event']) => void
}

function Choice({ triggers, isBusy, onTrigger }: ChoiceProps) {
  const [event, setEvent] = useState<string>('purchase.posted')
  const chosen = triggers.find((each) => each.event === event)
  return (
    <form
      className={styles.parts}
      onSubmit={(submitted) => {
        submitted.preventDefault()
        if (chosen?.can_be_triggered && !isBusy) onTrigger(chosen.event)
      }}
    >
      <SelectField
        label={words.event}
        hint={chosen && words.happens[chosen.event]}
        value={event}
        onChange={setEvent}
        options={triggers.map((each) => [each.event, each.event])}
      />
      {chosen && !chosen.can_be_triggered && <p>{words.byItself}</p>}
      <div>
        <Button
          kind="primary"
          icon="play"
          type="submit"
          disabled={isBusy || chosen?.can_be_triggered !== true}
        >
          {words.trigger}
        </Button>
      </div>
    </form>
  )
}

function WhatHappened({ told: { events } }: { readonly told: Happened }) {
  return (
    <Card title={words.all}>
      <p className={styles.note}>{words.allMeans}</p>
      <Rows
        label={words.all}
        head={[words.event, words.object]}
        texts={[1]}
        rows={events.map(({ id, type, object_id: object }) => ({
          key: id,
          cells: [
            <Link key="event" to={viewOf('events', { id })}>
              {type}
            </Link>,
            <EventObject key="object" type={type} id={object} />,
          ],
        }))}
      />
    </Card>
  )
}
