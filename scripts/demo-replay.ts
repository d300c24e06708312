import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type DemoBasket, readBaskets } from '../server/src/main/demo/fixture.ts'
import { replayedAt } from '../server/src/main/demo/history.ts'
import { type DemoFile, ensureServer } from './demo-server.ts'

// Sends the shipped real baskets through the HTTP API in the order of their time. Every basket has its own reference number and
// every request follows from the answers before it, so a second run, or one that continues after a crash, changes nothing twice.

const { values } = parseArgs({
  options: {
    live: { type: 'boolean', default: false },
    limit: { type: 'string', default: '0' },
    concurrency: { type: 'string', default: '16' },
    json: { type: 'boolean', default: false },
  },
})

interface Answer {
  readonly rewards: { readonly award: number; readonly spend: number }
  readonly wallet: { readonly total: number } | null
}

interface Tally {
  sent: number
  awarded: number
  spent: number
  spends: number
  replayed: number
  readonly latencies: number[]
}

/** Every fourth basket of a household pays with what the wallet holds; the rest only earn. */
const SPENDS_EVERY = 4
const GIVE_UP_AFTER_MS = 60_000

async function main(): Promise<void> {
  const server = await ensureServer()
  const demo: DemoFile = JSON.parse(readFileSync(server.file, 'utf8'))
  const key = values.live ? demo.live_key : demo.test_key
  try {
    const { tally, seconds } = await replayed(key, demo)
    const verify = await verified(demo.base_url, key)
    report(tally, seconds, verify)
    if (!verify.holds) process.exitCode = 1
  } finally {
    await server.stop()
  }
}

async function replayed(key: string, demo: DemoFile): Promise<{ tally: Tally; seconds: number }> {
  const baskets = await basketsOf(Number(values.limit))
  const tally: Tally = { sent: 0, awarded: 0, spent: 0, spends: 0, replayed: 0, latencies: [] }
  const started = performance.now()
  const progress = showProgress(baskets.length, tally)
  await sendAll(baskets, { url: demo.base_url, key, shiftDays: demo.history_shift_days }, tally)
  progress.end()
  return { tally, seconds: (performance.now() - started) / 1_000 }
}

async function basketsOf(limit: number): Promise<DemoBasket[]> {
  const baskets: DemoBasket[] = []
  for await (const basket of readBaskets()) {
    if (limit > 0 && baskets.length >= limit) break
    baskets.push(basket)
  }
  return baskets
}

interface Target {
  readonly url: string
  readonly key: string
  readonly shiftDays: number
}

/** What is known of a household from its answers so far. */
interface Shopper {
  visits: number
  walletCents: number
  last: Promise<void>
}

/** Time order overall; a household's next basket waits for its last answer, whose balance it may spend. */
async function sendAll(baskets: readonly DemoBasket[], target: Target, tally: Tally): Promise<void> {
  const shoppers = new Map<string, Shopper>()
  const running = new Set<Promise<void>>()
  for (const basket of baskets) {
    while (running.size >= Number(values.concurrency)) await Promise.race(running)
    const shopper = shoppers.get(basket.household) ?? { visits: 0, walletCents: 0, last: Promise.resolve() }
    shoppers.set(basket.household, shopper)
    const sending = shopper.last.then(() => sendBasket(basket, shopper, target, tally))
    shopper.last = sending
    running.add(sending)
    void sending.finally(() => running.delete(sending))
  }
  await Promise.all(running)
}

async function sendBasket(basket: DemoBasket, shopper: Shopper, target: Target, tally: Tally): Promise<void> {
  shopper.visits += 1
  const totalCents = basket.lines.reduce((sum, line) => sum + cents(line.total), 0)
  const spendCents = shopper.visits % SPENDS_EVERY === 0 ? Math.min(shopper.walletCents, totalCents) : 0
  const started = performance.now()
  const { answer, replayed } = await submit(
    bodyOf(basket, { totalCents, spendCents, shiftDays: target.shiftDays }),
    target,
  )
  tally.latencies.push(performance.now() - started)
  shopper.walletCents = Math.round((answer.wallet?.total ?? 0) * 100)
  tally.sent += 1
  tally.awarded += Math.round(answer.rewards.award * 100)
  tally.spent += Math.round(answer.rewards.spend * 100)
  tally.spends += answer.rewards.spend > 0 ? 1 : 0
  tally.replayed += replayed ? 1 : 0
}

interface Paying {
  readonly totalCents: number
  readonly spendCents: number
  readonly shiftDays: number
}

function bodyOf(basket: DemoBasket, { totalCents, spendCents, shiftDays }: Paying): object {
  return {
    reference_number: basket.basket,
    contact: { loyalty_identifier: basket.household },
    organisation: { venue_tap: { code: basket.store } },
    transaction_amounts: { total: text(totalCents) },
    date: Math.floor(replayedAt(basket, shiftDays).getTime() / 1_000),
    products: basket.lines.map(({ product, quantity, total }) => ({
      sku: product,
      quantity,
      total_amount: total,
    })),
    ...(spendCents > 0 ? { spend_request: { amount: text(spendCents) } } : {}),
  }
}

function cents(amount: string): number {
  return Math.round(Number(amount) * 100)
}

function text(amount: number): string {
  return (amount / 100).toFixed(2)
}

interface Answered {
  readonly answer: Answer
  readonly replayed: boolean
}

interface Unanswered {
  readonly problem: string
  readonly waitMs: number
}

const AGAIN_AFTER_MS = 200

/** Sends until it is answered: a server that is down, restarting or wants fewer requests gets the same one again. */
async function submit(body: object, { url, key }: Target): Promise<Answered> {
  const until = performance.now() + GIVE_UP_AFTER_MS
  for (;;) {
    const told = await fetch(`${url}/backoffice/v2/purchases`, {
      method: 'POST',
      headers: { api_key: key, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then(
      async (response): Promise<Answered | Unanswered> => {
        if (response.status === 200) {
          const answer = (await response.json()) as Answer
          return { answer, replayed: response.headers.get('idempotent-replayed') === 'true' }
        }
        if (response.status < 500 && response.status !== 429)
          throw new Refused(`${response.status} ${await response.text()} for ${JSON.stringify(body)}`)
        await response.body?.cancel()
        const wanted = Number(response.headers.get('retry-after') ?? 0) * 1_000
        return { problem: `answer ${response.status}`, waitMs: Math.max(AGAIN_AFTER_MS, wanted) }
      },
      (error: unknown): Unanswered => ({ problem: String(error), waitMs: AGAIN_AFTER_MS }),
    )
    if ('answer' in told) return told
    if (performance.now() > until)
      throw new Error(`no answer within ${GIVE_UP_AFTER_MS / 1_000} s: ${told.problem}`)
    await new Promise((resolve) => setTimeout(resolve, told.waitMs))
  }
}

class Refused extends Error {
  override readonly name = 'Refused'
}

interface Verified {
  readonly holds: boolean
  readonly checks: readonly {
    readonly name: string
    readonly looked_at: number
    readonly broken: readonly string[]
  }[]
}

async function verified(url: string, key: string): Promise<Verified> {
  const response = await fetch(`${url}/backoffice/v2/ledger/verify`, { headers: { api_key: key } })
  if (response.status !== 200) throw new Error(`verify answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Verified
}

function showProgress(total: number, tally: Tally): { end(): void } {
  const WIDTH = 30
  const draw = () => {
    const done = Math.round((tally.sent / Math.max(1, total)) * WIDTH)
    process.stderr.write(
      `\r[${'█'.repeat(done)}${'·'.repeat(WIDTH - done)}] ${tally.sent} of ${total} baskets`,
    )
  }
  if (!process.stderr.isTTY) return { end: () => {} }
  const timer = setInterval(draw, 100)
  return {
    end: () => {
      clearInterval(timer)
      draw()
      process.stderr.write('\n')
    },
  }
}

function report(
  { sent, awarded, spent, spends, replayed, latencies }: Tally,
  seconds: number,
  verify: Verified,
): void {
  latencies.sort((a, b) => a - b)
  const at = (share: number) =>
    Number((latencies[Math.floor((latencies.length - 1) * share)] ?? 0).toFixed(1))
  const figures = {
    purchases: sent,
    answered_before: replayed,
    awarded: text(awarded),
    spent: text(spent),
    purchases_with_spend: spends,
    seconds: Number(seconds.toFixed(1)),
    per_second: Math.round(sent / seconds),
    p50_ms: at(0.5),
    p99_ms: at(0.99),
    verify: verify.holds ? 'holds' : 'BROKEN',
  }
  if (values.json) {
    console.log(JSON.stringify(figures))
    return
  }
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(22)} ${value}`)
  for (const { name, looked_at, broken } of verify.checks) {
    console.log(`  ${broken.length === 0 ? '✓' : '✗'} ${name} (${looked_at} looked at)`)
    for (const line of broken) console.log(`      ${line}`)
  }
}

await main()
