// Replays all baskets of the public "Complete Journey" data through the HTTP API, into a business and a database of its own: its
// campaigns as offers, its coupons as passes. At the end the books and every explanation are proved.
import { shiftOf } from '../server/src/main/demo/history.ts'
import { closeAll, closeOnSignal } from './bench/closing.ts'
import { checkExplanations } from './check-explain/check.ts'
import { type Api, openApi } from './replay-real/api.ts'
import { isSkippedHour } from './replay-real/calendar.ts'
import { type RealData, readRealData } from './replay-real/data.ts'
import { judgeAgain } from './replay-real/judge-again.ts'
import { countOddities, type Oddities } from './replay-real/oddities.ts'
import { type Options, readOptions, USAGE } from './replay-real/options.ts'
import { KEPT_FOLDER, openPlace, type Place } from './replay-real/place.ts'
import { showProgress } from './replay-real/progress.ts'
import { proveReports } from './replay-real/prove.ts'
import { rehearse } from './replay-real/rehearse.ts'
import { figuresOf, isSound, type Outcome, print, type Verified } from './replay-real/report.ts'
import { emptyTally, sendAgain, sendAll, type Tally } from './replay-real/send.ts'
import { setUp } from './replay-real/set-up.ts'
import { readTotals } from './replay-real/totals.ts'
import { shareUndone, type Undone, undoMany } from './replay-real/undo.ts'

const say = (line: string) => console.error(`replay:real: ${line}`)

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  if (!options) {
    console.log(USAGE)
    return 0
  }
  closeOnSignal()
  if (options.judge > 0) return judgeKept(options)
  const oddities = countOddities()
  say(`reading ${options.folder}`)
  const data = readRealData(options.folder, oddities)
  const place = await openPlace(options, say)
  const outcome = await replay(place, { options, data, oddities })
  if (options.json) console.log(JSON.stringify({ ...figuresOf(outcome), ...told(outcome) }))
  else print(outcome)
  if (options.keep) say(`the database stays in ${KEPT_FOLDER}: TILLBACK_DATA_DIR=${KEPT_FOLDER} npm start`)
  return isSound(outcome) ? 0 : 1
}

/** The history of an earlier run, judged again and again. */
async function judgeKept(options: Options): Promise<number> {
  const place = await openPlace(options, say)
  if (!place.kept) throw new Error(`there is no kept run in ${KEPT_FOLDER}: run it once with --keep alone`)
  const runs = await judgeAgain(openApi(place.url, place.kept.key), place, options.judge)
  if (options.json) console.log(JSON.stringify(runs))
  else console.table(runs)
  return runs.every(({ different = 0 }) => different === 0) ? 0 : 1
}

interface Replaying {
  readonly options: Options
  readonly data: RealData
  readonly oddities: Oddities
}

async function replay(place: Place, { options, data, oddities }: Replaying): Promise<Outcome> {
  const started = performance.now()
  const shiftDays = place.kept?.shiftDays ?? shiftOf(new Date())
  const baskets = options.limit > 0 ? data.baskets.slice(0, options.limit) : data.baskets
  oddities.add(
    'baskets of an hour that the clocks skip on the day to which it is moved, one hour later',
    baskets.filter(({ at }) => isSkippedHour(at, shiftDays)).length,
  )
  const key = place.kept?.key ?? (await setUp(place, { data, shiftDays, oddities, say })).key
  if (!place.kept) await place.keep({ key, shiftDays })
  const api = openApi(place.url, key)
  const setUpSeconds = (performance.now() - started) / 1_000

  say(`${baskets.length} baskets, ${shiftDays} days after their own`)
  const tally = emptyTally()
  const progress = showProgress(baskets.length, () => tally.sent)
  const begun = performance.now()
  const sending = { api, shiftDays, shown: data.shown, concurrency: options.concurrency, oddities }
  await sendAll(baskets, sending, tally).finally(() => progress.end())
  const seconds = (performance.now() - begun) / 1_000

  const different = await sendAgain(api, tally)
  say('judging all of it again by the live offers')
  const rehearsed = await rehearse(api)
  const undone = await undo(api, tally, options)
  say('proving the books, the reports and the explanations')
  return {
    tally,
    undone,
    proofs: await proveReports(api, place.databaseUrl),
    seconds,
    setUpSeconds,
    sentAgain: { requests: tally.first.length, different },
    totals: await readTotals(place.databaseUrl),
    oddities: oddities.list(),
    verified: await api.get<Verified>('ledger/verify'),
    checked: await checkExplanations(place.databaseUrl),
    rehearsed,
  }
}

/** Returns and voids, in an order of their own: whoever is asked for them again gets the same. */
async function undo(api: Api, { posted }: Tally, { concurrency }: Options): Promise<Undone> {
  const inOrder = posted.toSorted((a, b) => Number(a.basket.basket) - Number(b.basket.basket))
  let done = 0
  say('returning a third of it by line, voiding half of the rest')
  const progress = showProgress(shareUndone(inOrder.length), () => done)
  const count = () => {
    done += 1
  }
  return undoMany(api, inOrder, concurrency, count).finally(() => progress.end())
}

function told({ totals, oddities, verified, checked, rehearsed, proofs }: Outcome): object {
  return {
    oddities: Object.fromEntries(oddities),
    ...totals,
    ledger: verified.checks,
    checked,
    rehearsed,
    proofs,
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error('replay:real:', error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await closeAll()
}
