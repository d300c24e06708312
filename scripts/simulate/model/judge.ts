import { type Bought, type Offer, type Rules, sumOf } from './rules.ts'
import { shared } from './shares.ts'
import { type Counting, counterOf, type State } from './state.ts'

export interface Judged {
  readonly offer: Offer
  readonly amount: number
  readonly shares: readonly number[]
  readonly counting: readonly Counting[]
}

export interface Round {
  readonly won: readonly Judged[]
  /** Visits count whether or not anything is awarded for them. */
  readonly visits: readonly Counting[]
}

/** The offers of one round, with what of each line was paid with reward money and does not earn. */
export function judge(
  state: State,
  { offers }: Pick<Rules, 'offers'>,
  bought: Bought,
  { instant, paid }: { readonly instant: boolean; readonly paid: readonly number[] },
): Round {
  const visits: Counting[] = []
  const possible: Judged[] = []
  for (const offer of offers.filter((each) => each.instant === instant && applies(each, bought))) {
    const bases = bought.lines.map(({ sku, cents }, line) =>
      !offer.skus || offer.skus.includes(sku) ? cents - (paid[line] ?? 0) : 0,
    )
    let times = 1
    if (offer.everyVisit !== undefined) {
      const key = `${offer.code}|goal:|${bought.contact}`
      const { amount, uses } = counterOf(state, key)
      times = Math.floor((amount + 1) / offer.everyVisit) - uses
      visits.push({ of: 'VISIT', offer: offer.code, key, amount: 1, uses: 0, shares: bases })
      if (times <= 0) continue
    }
    if (sumOf(bases) <= 0) continue
    const whole = reckoned(offer, sumOf(bases)) * (offer.award.kind === 'FIXED' ? times : 1)
    const amount = withinLimits(state, offer, { contact: bought.contact, amount: whole })
    if (amount <= 0) continue
    const shares = shared(amount, bases)
    const counting = countingOf(offer, bought.contact, { amount, times, shares })
    possible.push({ offer, amount, shares, counting })
  }
  const inOrder = possible.sort((a, b) => b.amount - a.amount || a.offer.order - b.offer.order)
  const best = inOrder.find(({ offer }) => !offer.onTop)
  return { won: inOrder.filter((each) => each.offer.onTop || each === best), visits }
}

function applies({ skus, venues, minimum }: Offer, { venue, lines }: Bought): boolean {
  if (venues && !venues.includes(venue)) return false
  if (minimum !== undefined && sumOf(lines.map(({ cents }) => cents)) < minimum) return false
  return !skus || lines.some(({ sku }) => skus.includes(sku))
}

function reckoned({ award }: Offer, base: number): number {
  switch (award.kind) {
    case 'PERCENTAGE':
      // Half up.
      return Math.min(
        Math.floor((base * award.basisPoints * 2 + 10_000) / 20_000),
        award.cap ?? Number.POSITIVE_INFINITY,
      )
    case 'FIXED':
      return award.amount
    case 'PER_AMOUNT':
      return Math.floor(base / award.every) * award.amount
  }
}

function withinLimits(
  state: State,
  { code, budget, perContact }: Offer,
  { contact, amount }: { readonly contact: string; readonly amount: number },
): number {
  let left = amount
  if (budget !== undefined) left = Math.min(left, budget - counterOf(state, `${code}||${code}`).amount)
  if (perContact) {
    const used = counterOf(state, `${code}||${contact}`)
    if (perContact.amount !== undefined) left = Math.min(left, perContact.amount - used.amount)
    if (perContact.uses !== undefined && used.uses >= perContact.uses) left = 0
  }
  return Math.max(left, 0)
}

interface Given {
  readonly amount: number
  readonly times: number
  readonly shares: readonly number[]
}

function countingOf(
  { code, budget, perContact, everyVisit }: Offer,
  contact: string,
  { amount, times, shares }: Given,
): Counting[] {
  const limit = (key: string): Counting => ({ of: 'LIMIT', offer: code, key, amount, uses: 1, shares })
  return [
    ...(budget === undefined ? [] : [limit(`${code}||${code}`)]),
    ...(perContact === undefined ? [] : [limit(`${code}||${contact}`)]),
    ...(everyVisit === undefined ? [] : [{ ...limit(`${code}|goal:|${contact}`), amount: 0, uses: times }]),
  ]
}
