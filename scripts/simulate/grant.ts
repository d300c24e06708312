import type { Answer, Buying } from './commands.ts'
import { expectEqual } from './differs.ts'
import type { Judged, Round } from './model/judge.ts'
import type { Rules } from './model/rules.ts'
import { type Award, type Counting, count, debtOf, type State, walletOf } from './model/state.ts'

/** When it was bought and by whom is all that its awards need to know of a purchase. */
interface Awarded {
  readonly command: Pick<Buying, 'reference' | 'contact' | 'date'>
  readonly answer: Answer
}

export function awardsOf(given: readonly Judged[]): readonly Award[] {
  return given.map(({ offer, amount, shares }) => ({
    offer: offer.code,
    amount,
    instant: offer.instant,
    keeps: offer.keepsOnReturn === true,
    shares,
    taken: 0,
  }))
}

export function countAll(
  state: State,
  given: readonly Judged[],
  rounds: readonly Round[],
): readonly Counting[] {
  const counted = [...given.flatMap(({ counting }) => counting), ...rounds.flatMap(({ visits }) => visits)]
  for (const each of counted) count(state, each.key, each)
  return counted
}

interface Granting {
  readonly submitted: Awarded
  readonly given: readonly Judged[]
}

const DAY = 86_400

/** Awards become lots; what the contact owes is repaid first. */
export function grant(state: State, rules: Rules, { submitted: { command, answer }, given }: Granting): void {
  const wallet = walletOf(state, command.contact ?? '')
  for (const { offer, amount } of given) {
    // biome-ignore lint/suspicious/noExplicitAny: an answer of the API
    const told = answer.body.awards.find((each: any) => each.offer.name === offer.code)
    const repaid = offer.instant ? amount : Math.min(debtOf(wallet), amount)
    const validDays = rules.pools.get(offer.pool)?.validDays ?? 0
    expectEqual(`expiry of ${offer.code}`, told.expires_on, command.date + validDays * DAY)
    expectEqual(
      `availability of ${offer.code}`,
      told.available_on,
      command.date + (offer.instant ? 0 : (offer.availableAfterDays ?? 0)) * DAY,
    )
    state.lots += 1
    wallet.lots.push({
      key: `${command.reference}|${offer.code}`,
      order: state.lots,
      pool: offer.pool,
      remaining: amount - repaid,
      expired: 0,
      isAward: true,
      repaid: offer.instant ? 0 : repaid,
      available: told.available_on,
      expires: told.expires_on,
    })
  }
}
