import { useQueryClient } from '@tanstack/react-query'
import { type CallOptions, PermissionError, type Tillback } from '@tillback/sdk'
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

/** Whoever may not see whether a step is done cannot take it either. */
type State = 'OPEN' | 'DONE' | 'OTHERS'

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

/** What is open is asked for; what is done, or is for others, is so from then on. */
async function stateOf(asked: Promise<boolean>): Promise<State> {
  try {
    return (await asked) ? 'DONE' : 'OPEN'
  } catch (error) {
    return error instanceof PermissionError ? 'OTHERS' : 'OPEN'
  }
}

/** The way in, each step ticked by what the API says; gone once all are done. */
export function FirstSteps() {
  const cache = useQueryClient()
  const known = () => cache.getQueryData<readonly State[]>(KEY) ?? []
  const { data = [] } = useRead<readonly State[]>(
    KEY,
    (client, options) => {
      const before = known()
      return Promise.all(
        STEPS.map(({ isDone }, at) => {
          const state = before[at] ?? 'OPEN'
          return state === 'OPEN' ? stateOf(isDone(client, options)) : state
        }),
      )
    },
    // Whoever takes a step looks for its tick.
    { interval: known().includes('OPEN') ? SOON : SELDOM },
  )
  if (!data.includes('OPEN')) return null
  return (
    <Card title={words.title}>
      <ol className={styles.steps}>
        {STEPS.flatMap(({ name, to, call }, at) => {
          if (data[at] === 'OTHERS') return []
          const done = data[at] === 'DONE'
          return (
            <li key={name} data-done={done || undefined}>
              <span className={styles.tick}>
                <Icon name={done ? 'check' : 'dot'} />
              </span>
              <span>
                {done ? words.each[name] : <Link to={to}>{words.each[name]}</Link>}
                {done && <code>{words.tickedBy(call)}</code>}
              </span>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
