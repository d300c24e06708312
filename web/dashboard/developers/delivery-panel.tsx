import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { capital } from '../../kit/capital.ts'
import { Card } from '../../kit/card.tsx'
import { CodeBlock } from '../../kit/code-block.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { Panel } from '../../kit/panel.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { type Reply, SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { DELIVERY_STATES, Resend } from './deliveries.tsx'
import { plainly } from './plainly.ts'
import own from './webhooks.module.css'

const words = texts.webhooks.deliveries
const told = words.panel

type Full = Reply<'webhooks', 'getDelivery'>
type Try = Full['tries'][number]

export interface DeliveryPanelProps {
  readonly id: string
  readonly onClose: () => void
}

/** One delivery: what was sent, and what each try was answered. */
export function DeliveryPanel({ id, onClose }: DeliveryPanelProps) {
  const delivery = useRead(
    ['deliveries', 'one', id],
    (client, options) => client.webhooks.getDelivery(id, options),
    { interval: SOON },
  )
  return (
    <Panel title={delivery.data?.event.type ?? told.title} closeLabel={texts.close} onClose={onClose}>
      <Answer to={delivery} waiting={<SkeletonLines lines={8} />}>
        {(shown) => <Told delivery={shown} />}
      </Answer>
    </Panel>
  )
}

function Told({ delivery }: { readonly delivery: Full }) {
  const { id, state, event, created_on, next_attempt_on: next, tries, attempts } = delivery
  return (
    <div className={styles.parts}>
      <Facts>
        <Fact name={words.state}>
          <Badge {...DELIVERY_STATES[state]}>{words.states[state]}</Badge>
        </Fact>
        <Fact name={words.event}>
          <Link to={viewOf('events', { id: event.id })}>{event.type}</Link>
        </Fact>
        <Fact name={told.happened}>
          <Time at={created_on} />
        </Fact>
        {next !== null && (
          <Fact name={told.next}>
            <Time at={next} />
          </Fact>
        )}
      </Facts>
      <div>
        <Resend id={id} />
      </div>
      {tries.length === 0 && <p className={styles.note}>{attempts === 0 ? told.noTries : told.forgotten}</p>}
      {tries.toReversed().map((each, at) => (
        <OneTry key={each.id} of={each} number={tries.length - at} body={delivery.body} />
      ))}
    </div>
  )
}

interface OneTryProps {
  readonly of: Try
  readonly number: number
  readonly body: string | null
}

function OneTry({ of: each, number, body }: OneTryProps) {
  const [part, setPart] = useState<'answer' | 'request'>('answer')
  return (
    <Card title={told.attempt(number)} aside={<Time at={each.date} inList />}>
      <Facts>
        <Fact name={words.answer}>
          <Badge tone={each.taken ? 'positive' : 'negative'} icon={each.taken ? 'check' : 'alert'}>
            {each.status === null ? told.noAnswer : String(each.status)}
          </Badge>
        </Fact>
        <Fact name={told.took}>{texts.requests.milliseconds(each.milliseconds)}</Fact>
        {each.error !== null && each.status === null && <Fact name={told.why}>{capital(each.error)}</Fact>}
      </Facts>
      {/* biome-ignore lint/a11y/useSemanticElements: keys that choose between two views of one thing */}
      <div role="group" aria-label={told.parts} className={own.turns}>
        <Button aria-pressed={part === 'answer'} onClick={() => setPart('answer')}>
          {told.answer}
        </Button>
        <Button aria-pressed={part === 'request'} onClick={() => setPart('request')}>
          {told.request}
        </Button>
      </div>
      {part === 'answer' ? <Answered of={each} /> : <Sent of={each} body={body} />}
    </Card>
  )
}

function Answered({
  of: { status, answer, answer_headers: headers, answer_is_whole: isWhole },
}: {
  readonly of: Try
}) {
  if (status === null) return <p className={styles.note}>{told.nothingCame}</p>
  if (answer === null) return <p className={styles.note}>{told.erased}</p>
  return (
    <>
      {headers.length > 0 && <CodeBlock name={told.headers} shown={linesOf(headers)} />}
      {answer === '' ? (
        <p className={styles.note}>{told.noBody}</p>
      ) : (
        <CodeBlock name={told.body} shown={isWhole ? plainly(answer) : `${answer}…`} copied={answer} />
      )}
      {!isWhole && <p className={styles.note}>{told.cut}</p>}
    </>
  )
}

function Sent({
  of: { url, request_headers: headers },
  body,
}: {
  readonly of: Try
  readonly body: string | null
}) {
  return (
    <>
      <CodeBlock name={told.headers} shown={`POST ${url}\n${linesOf(headers)}`} />
      {body === null ? (
        <p className={styles.note}>{told.erased}</p>
      ) : (
        <CodeBlock name={told.body} shown={plainly(body)} copied={body} />
      )}
      <p className={styles.note}>{told.signed}</p>
    </>
  )
}

function linesOf(headers: Try['answer_headers']): string {
  return headers.map(({ name, value }) => `${name}: ${value}`).join('\n')
}
