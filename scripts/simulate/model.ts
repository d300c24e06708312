/**
 * What wallets and offers should do, written from the rules of the product and from nothing of its code: plain, slow, obvious. Money is
 * whole cents, time whole seconds. Where the product may choose (which of equal lines a spend pays), the model takes its choice from
 * the answer and checks that it was allowed.
 */

export interface Offer {
  readonly code: string
  readonly order: number
  readonly award:
    | { readonly kind: 'PERCENTAGE'; readonly basisPoints: number; readonly cap?: number }
    | { readonly kind: 'FIXED'; readonly amount: number }
    | { readonly kind: 'PER_AMOUNT'; readonly amount: number; readonly every: number }
  readonly onTop: boolean
  readonly instant: boolean
  readonly pool: string
  readonly skus?: readonly string[]
  readonly venues?: readonly string[]
  readonly minimum?: number
  readonly everyVisit?: number
  readonly budget?: number
  readonly perContact?: { readonly amount?: number; readonly uses?: number }
  readonly availableAfterDays?: number
}

export interface Pool {
  readonly code: string
  readonly skus?: readonly string[]
  readonly venues?: readonly string[]
}

export interface Rules {
  readonly offers: readonly Offer[]
  readonly pools: ReadonlyMap<string, Pool>
}

export interface Lot {
  /** Which award of which purchase it is of: no two lots have the same. */
  readonly key: string
  readonly order: number
  readonly pool: string
  readonly amount: number
  remaining: number
  expired: number
  /** Of its award, clawed back after it was spent and not repaid. */
  owed: number
  readonly available: number
  expires: number | null
}

export interface Wallet {
  readonly lots: Lot[]
  debt: number
}

export interface Line {
  readonly sku: string
  readonly quantity: number
  readonly cents: number
}

export interface Award {
  readonly offer: string
  readonly amount: number
  readonly instant: boolean
  taken: number
}

export interface Spend {
  readonly lot: string
  readonly amount: number
  back: number
}

export interface Purchase {
  readonly reference: string
  readonly id: string
  readonly contact: string | null
  readonly venue: string
  readonly total: number
  readonly lines: readonly Line[]
  readonly awards: Award[]
  readonly spends: Spend[]
  readonly counted: { readonly key: string; readonly amount: number; readonly uses: number; given: number }[]
  readonly returnedPieces: number[]
  returned: number
  voided: boolean
  readonly text: string
}

export interface State {
  now: number
  readonly wallets: Map<string, Wallet>
  readonly purchases: Map<string, Purchase>
  readonly counters: Map<string, { amount: number; uses: number }>
  /** Voids of purchases that did not arrive yet. */
  readonly early: Set<string>
  lots: number
}

export function emptyState(now: number): State {
  return { now, wallets: new Map(), purchases: new Map(), counters: new Map(), early: new Set(), lots: 0 }
}

export function walletOf(state: State, contact: string): Wallet {
  const wallet = state.wallets.get(contact) ?? { lots: [], debt: 0 }
  state.wallets.set(contact, wallet)
  return wallet
}

export function spendable({ lots }: Wallet, at: number): number {
  return sumOf(lots.filter((lot) => isSpendable(lot, at)).map(({ remaining }) => remaining))
}

export function isSpendable({ remaining, available, expires }: Lot, at: number): boolean {
  return remaining > 0 && available <= at && (expires === null || expires > at)
}

export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}

/** Half up, of an amount that is not below zero. */
function share(base: number, basisPoints: number): number {
  return Math.floor((base * basisPoints * 2 + 10_000) / 20_000)
}

function reckoned(award: Offer['award'], base: number): number {
  switch (award.kind) {
    case 'PERCENTAGE':
      return Math.min(share(base, award.basisPoints), award.cap ?? Number.POSITIVE_INFINITY)
    case 'FIXED':
      return award.amount
    case 'PER_AMOUNT':
      return Math.floor(base / award.every) * award.amount
  }
}

export interface Bought {
  readonly contact: string
  readonly venue: string
  readonly lines: readonly Line[]
}

export interface Counting {
  readonly key: string
  readonly amount: number
  readonly uses: number
}

export interface Judged {
  readonly offer: Offer
  readonly amount: number
  readonly counting: readonly Counting[]
}

function counter(state: State, key: string): { readonly amount: number; readonly uses: number } {
  return state.counters.get(key) ?? { amount: 0, uses: 0 }
}

function limitKeys({ code, budget, perContact }: Offer, contact: string): string[] {
  return [
    ...(budget === undefined ? [] : [`${code}|budget`]),
    ...(perContact === undefined ? [] : [`${code}|${contact}`]),
  ]
}

/** What the limits leave of an amount. */
function withinLimits(state: State, offer: Offer, contact: string, amount: number): number {
  let left = amount
  if (offer.budget !== undefined) {
    left = Math.min(left, offer.budget - counter(state, `${offer.code}|budget`).amount)
  }
  if (offer.perContact) {
    const used = counter(state, `${offer.code}|${contact}`)
    if (offer.perContact.amount !== undefined) left = Math.min(left, offer.perContact.amount - used.amount)
    if (offer.perContact.uses !== undefined && used.uses >= offer.perContact.uses) left = 0
  }
  return Math.max(left, 0)
}

function applies({ skus, venues, minimum }: Offer, { venue, lines }: Bought): boolean {
  if (venues && !venues.includes(venue)) return false
  if (minimum !== undefined && sumOf(lines.map(({ cents }) => cents)) < minimum) return false
  return !skus || lines.some(({ sku }) => skus.includes(sku))
}

/** The offers of one round, with what of each line was paid with reward money and does not earn. */
export function judge(
  state: State,
  { offers }: Rules,
  bought: Bought,
  { instant, paid }: { readonly instant: boolean; readonly paid: readonly number[] },
): { readonly won: readonly Judged[]; readonly visits: readonly Counting[] } {
  const visits: Counting[] = []
  const won: Judged[] = []
  for (const offer of offers.filter((each) => each.instant === instant && applies(each, bought))) {
    const base = sumOf(
      bought.lines.map(({ sku, cents }, line) =>
        !offer.skus || offer.skus.includes(sku) ? cents - (paid[line] ?? 0) : 0,
      ),
    )
    let times = 1
    if (offer.everyVisit !== undefined) {
      const key = `${offer.code}|visits|${bought.contact}`
      const { amount, uses } = counter(state, key)
      times = Math.floor((amount + 1) / offer.everyVisit) - uses
      visits.push({ key, amount: 1, uses: 0 })
      if (times <= 0) continue
    }
    if (base <= 0) continue
    const whole = reckoned(offer.award, base) * (offer.award.kind === 'FIXED' ? times : 1)
    const amount = withinLimits(state, offer, bought.contact, whole)
    if (amount <= 0) continue
    won.push({ offer, amount, counting: countingOf(offer, bought.contact, amount, times) })
  }
  const best = won
    .filter(({ offer }) => !offer.onTop)
    .reduce<Judged | undefined>((a, b) => (a && a.amount >= b.amount ? a : b), undefined)
  const given = won.filter((each) => each.offer.onTop || each === best)
  given.sort((a, b) => b.amount - a.amount || a.offer.order - b.offer.order)
  return { won: given, visits }
}

function countingOf(offer: Offer, contact: string, amount: number, times: number): Counting[] {
  const limits = limitKeys(offer, contact).map((key) => ({ key, amount, uses: 1 }))
  return offer.everyVisit === undefined
    ? limits
    : [...limits, { key: `${offer.code}|visits|${contact}`, amount: 0, uses: times }]
}

/** How much lots can pay of lines at most: the narrowest cut between them, over every set of pools. */
export function most(
  amounts: ReadonlyMap<string, number>,
  lines: readonly number[],
  pays: (pool: string, line: number) => boolean,
): number {
  const pools = [...amounts.keys()]
  let narrowest = Number.POSITIVE_INFINITY
  for (let set = 0; set < 2 ** pools.length; set++) {
    const inside = pools.filter((_, index) => (set >> index) % 2 === 1)
    const outside = pools.filter((pool) => !inside.includes(pool))
    const reached = lines.filter((_, line) => inside.some((pool) => pays(pool, line)))
    narrowest = Math.min(narrowest, sumOf(outside.map((pool) => amounts.get(pool) ?? 0)) + sumOf(reached))
  }
  return narrowest
}

/** In the order in which money is used: soonest expiry first, then the oldest. */
export function inOrderOfUse(lots: readonly Lot[]): Lot[] {
  const when = ({ expires }: Lot) => expires ?? Number.POSITIVE_INFINITY
  return [...lots].sort((a, b) => (when(a) === when(b) ? a.order - b.order : when(a) - when(b)))
}

export interface Taken {
  readonly lot: Lot
  readonly amount: number
}

/** What each lot pays, one after another: as much as all so far can carry together, and never more than `limit` in all. */
export function planSpend(
  lots: readonly Lot[],
  lines: readonly number[],
  pays: (pool: string, line: number) => boolean,
  limit: number,
): Taken[] {
  const amounts = new Map<string, number>()
  const taken: Taken[] = []
  let before = 0
  for (const lot of inOrderOfUse(lots)) {
    amounts.set(lot.pool, (amounts.get(lot.pool) ?? 0) + lot.remaining)
    const after = Math.min(most(amounts, lines, pays), limit)
    if (after > before) taken.push({ lot, amount: after - before })
    before = after
  }
  return taken
}

export function count(state: State, counting: readonly Counting[], times = 1): void {
  for (const { key, amount, uses } of counting) {
    const { amount: before, uses: usedBefore } = counter(state, key)
    state.counters.set(key, { amount: before + times * amount, uses: usedBefore + times * uses })
  }
}

const GRACE_SECONDS = 7 * 86_400

/** Puts money that was spent back into its lot. */
export function giveBack(state: State, wallet: Wallet, { lot: key }: Spend, amount: number): void {
  const lot = lotOf(wallet, key)
  const repaid = Math.min(amount, lot.owed, wallet.debt)
  lot.owed -= repaid
  wallet.debt -= repaid
  const hasExpired = lot.expires !== null && lot.expires <= state.now
  if (hasExpired && repaid < amount) {
    lot.expired += lot.remaining
    lot.remaining = 0
    lot.expires = state.now + GRACE_SECONDS
  }
  lot.remaining += amount - repaid
}

/** Takes an award from its lot, then from what of it expired; the rest is owed. Answers what is owed. */
export function takeBack(wallet: Wallet, key: string, amount: number): number {
  const lot = lotOf(wallet, key)
  const taken = Math.min(lot.remaining, amount)
  lot.remaining -= taken
  const expired = Math.min(lot.expired, amount - taken)
  lot.expired -= expired
  const owed = amount - taken - expired
  lot.owed += owed
  wallet.debt += owed
  return owed
}

export function lotOf({ lots }: Wallet, key: string): Lot {
  const lot = lots.find((each) => each.key === key)
  if (!lot) throw new Error(`the model has no lot ${key}`)
  return lot
}

/** What has expired by now leaves its lots. */
export function expire(state: State): void {
  for (const { lots } of state.wallets.values()) {
    for (const lot of lots) {
      if (lot.expires === null || lot.expires > state.now) continue
      lot.expired += lot.remaining
      lot.remaining = 0
    }
  }
}
