import { total } from './decimal.ts'
import type { Notes } from './notes.ts'
import type { Explanation, Outcome, StoredAward } from './stored.ts'

/** A transfer of the row's journal that awards or spends, with the lot that it moves. */
export interface Entry {
  readonly journal: string
  readonly kind: string
  readonly amount: bigint
  readonly lot: string | undefined
  readonly lotAmount: bigint | undefined
  readonly lotOffer: string | undefined
  readonly lotVersion: number | undefined
  readonly lotJournal: string | undefined
}

export interface Booked {
  readonly id: string
  readonly award: bigint
  readonly spend: bigint
  readonly outcome: Outcome
  readonly entries: readonly Entry[]
}

/** The row, the answer and the ledger say of each award and spend what the explanation says. */
export function checkBooks(explained: Explanation, booked: Booked, notes: Notes): void {
  const { awards, spend } = explained
  const instant = awards.filter(({ redeem }) => redeem === 'INSTANT')
  const taken = spend?.taken ?? 0n
  notes.amount('award', booked.award, amountsOf(awards))
  notes.amount('spend', booked.spend, taken + amountsOf(instant))
  checkAwards(awards, booked, notes)
  checkSpends(explained, booked, notes)
  checkCounted(awards, booked.outcome, notes)
}

function amountsOf(all: readonly { readonly amount: bigint }[]): bigint {
  return total(all.map(({ amount }) => amount))
}

function checkAwards(awards: readonly StoredAward[], { id, outcome, entries }: Booked, notes: Notes): void {
  notes.text('outcome.awards.length', outcome.awards.length, awards.length)
  const booked = entries.filter(({ kind }) => kind === 'AWARD')
  notes.text('transfers AWARD', booked.length, awards.length)
  outcome.awards.forEach(({ offer, amount, lot, shares }, index) => {
    const award = awards[index]
    const about = notes.about(offer.id)
    const field = `outcome.awards[${index}]`
    if (!award) {
      about.amount(`${field}.amount`, amount, 0n)
      return
    }
    about.text(
      `${field}.offer`,
      `${offer.id} version ${offer.version}`,
      `${award.offer} version ${award.version}`,
    )
    about.amount(`${field}.amount`, amount, award.amount)
    about.amounts(`${field}.shares`, shares, award.shares)
    checkLot({ award, id, lot, booked }, about)
  })
}

interface Awarded {
  readonly award: StoredAward
  readonly id: string
  readonly lot: string
  readonly booked: readonly Entry[]
}

function checkLot({ award, id, lot, booked }: Awarded, notes: Notes): void {
  const moved = booked.filter((entry) => entry.lot === lot)
  notes.amount(`transfer AWARD of lot ${lot}`, amountsOf(moved), award.amount)
  const [entry] = moved
  if (!entry) return
  notes.amount(`lot ${lot}.amount`, entry.lotAmount ?? 0n, award.amount)
  notes.text(`lot ${lot}.offer`, entry.lotOffer, award.offer)
  notes.text(`lot ${lot}.version`, entry.lotVersion, award.version)
  notes.text(`lot ${lot}.journal`, entry.lotJournal, id)
}

function checkSpends(explained: Explanation, { outcome, entries }: Booked, notes: Notes): void {
  const instant = explained.awards.flatMap(({ redeem, amount, shares }, index) =>
    redeem === 'INSTANT' ? [{ lot: outcome.awards[index]?.lot ?? '', amount, lines: shares }] : [],
  )
  const wanted = [...instant, ...(explained.spend?.parts ?? [])]
  notes.text('outcome.spends.length', outcome.spends.length, wanted.length)
  const booked = entries.filter(({ kind }) => kind === 'SPEND' || kind === 'PAYOUT_SPEND')
  notes.text('transfers SPEND', booked.length, wanted.length)
  wanted.forEach(({ lot, amount, lines }, index) => {
    const told = outcome.spends[index]
    const field = `outcome.spends[${index}]`
    notes.text(`${field}.lot`, told?.lot, lot)
    notes.amount(`${field}.amount`, told?.amount ?? 0n, amount)
    notes.amounts(`${field}.lines`, told?.lines ?? [], lines)
    notes.amount(
      `transfer SPEND of lot ${lot}`,
      amountsOf(booked.filter((entry) => entry.lot === lot)),
      amount,
    )
  })
}

/** What limits and goals counted for an award is what it gave and what it reached. */
function checkCounted(awards: readonly StoredAward[], { counted }: Outcome, notes: Notes): void {
  counted.forEach(({ of, offer, owner, amount, uses }, index) => {
    const award = awards.find((each) => each.offer === (offer ?? owner))
    if (!award) return
    const about = notes.about(award.offer)
    if (of === 'LIMIT') about.amount(`outcome.counted[${index}].amount`, amount, award.amount)
    if (of !== 'GOAL' || !award.progress) return
    about.text(`outcome.counted[${index}].amount`, amount, award.progress.added)
    about.text(`outcome.counted[${index}].uses`, uses, award.progress.due)
  })
}
