import { useQueryClient } from '@tanstack/react-query'
import type { CallOptions, Tillback } from '@tillback/sdk'
import { Card } from '../../kit/card.tsx'
import { Icon } from '../../kit/icon.tsx'
import { type Address, viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { SELDOM, SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from './home.module.css'

const words = texts.home.steps

interface Step {
  readonly name: keyof typeof words.each
  readonly to: Address
  /** The call that tells whether it is done. */
  readonly call: string
  readonly isDone: (client: Tillback, options: CallOptions) => Promise<boolean>
}

interface Done {
  readonly done: boolean
}

const KEY = ['first-steps']
const few = { size: 2 } as const

const STEPS: readonly Step[] = [
  {
    name: 'key',
    to: viewOf('keys'),
    call: 'GET api_keys',
    isDone: async (client, options) => (await client.apiKeys.list(few, options)).content.length > 0,
  },
  {
    name: 'purchase',
    to: viewOf('purchases'),
    call: 'GET purchases',
    isDone: async (client, options) => (await client.purchases.list(few, options)).content.length > 0,
  },
  {
    name: 'webhook',
    to: viewOf('webhooks'),
    call: 'GET webhook_endpoints',
    isDone: async (client, options) => (await client.webhooks.listEndpoints(few, options)).content.length > 0,
  },
  {
    name: 'offer',
    to: viewOf('offers'),
    call: 'GET reward_offers',
    isDone: async (client, options) => (await client.rewardOffers.list(few, options)).content.length > 0,
  },
  {
    name: 'colleague',
    to: viewOf('team'),
    call: 'GET users',
    isDone: async (client, options) => (await client.users.list(few, options)).content.length > 1,
  },
]

/** The way in, each step ticked by what the API says; gone once all are done. */
export function FirstSteps() {
  const known = useQueryClient().getQueryData<readonly Done[]>(KEY)
  const steps = useRead<readonly (Step & Done)[]>(
    KEY,
    async (client, options) => {
      const done = await Promise.allSettled(STEPS.map(({ isDone }) => isDone(client, options)))
      return STEPS.map((step, at) => {
        const told = done[at]
        return { ...step, done: told?.status === 'fulfilled' && told.value }
      })
    },
    // Whoever takes a step looks for its tick.
    { interval: known?.every(({ done }) => done) ? SELDOM : SOON },
  )
  const shown = steps.data ?? []
  if (shown.length === 0 || shown.every(({ done }) => done)) return null
  return (
    <Card title={words.title}>
      <ol className={styles.steps}>
        {shown.map(({ name, to, call, done }) => (
          <li key={name} data-done={done || undefined}>
            <span className={styles.tick}>
              <Icon name={done ? 'check' : 'dot'} />
            </span>
            <span>
              {done ? words.each[name] : <Link to={to}>{words.each[name]}</Link>}
              {done && <code>{words.tickedBy(call)}</code>}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
