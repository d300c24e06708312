import { randomInt } from 'node:crypto'
import { type FoundContact, findContacts } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import type { Counters, Shopper } from '../engine/index.ts'
import { recordEvents } from '../events/index.ts'
import { type ClassificationId, type ContactId, newId, type WalletId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import {
  contactAccount,
  type DebtBook,
  insertLots,
  LANES,
  lockAccounts,
  NO_DEBTS,
  post,
  readDebts,
  saveDebts,
} from '../ledger/index.ts'
import { lockCounters, saveCounters } from '../offers/index.ts'
import { type Catalogue, drawLuck, insertClassifications, shopperOf } from '../purchases/index.ts'
import { readMemberships } from '../schemes/index.ts'
import { type Decided, decideEvent, type Occurrence } from './decide-event.ts'
import { basketOf, type Happening, isOpen, judgedBy, placeOf } from './happening.ts'
import { countersRead } from './judge-happening.ts'
import { type EventClassification, keyOf, type RewardEvent } from './reward-event.ts'
import { findEvents, saveEvents } from './reward-events.store.ts'

/** Rewards what happened to a contact, once: told again, it is the same event with the same answer. */
export async function rewardOccasion(
  work: Work,
  catalogue: Catalogue,
  happening: Happening,
): Promise<RewardEvent> {
  const [event] = await rewardOccasions(work, catalogue, [happening])
  return present(event, 'what happened is kept')
}

/**
 * The same for several that happen at once, each seeing those before it. They are rewarded together, so that all wallets are
 * locked before any counter, and all counters before the accounts of organisations.
 */
export async function rewardOccasions(
  work: Work,
  catalogue: Catalogue,
  happenings: readonly Happening[],
): Promise<readonly RewardEvent[]> {
  const by = judgedBy(catalogue, work.at)
  const earlier = await findEvents(work, happenings)
  const fresh = happenings.filter((each) => isOpen(each, earlier.get(keyOf(each)), by))
  const made = fresh.length === 0 ? [] : await rewardFresh(work, catalogue, fresh)
  const events = new Map([...earlier, ...made.map((event) => [keyOf(event), event] as const)])
  return happenings.map((each) => present(events.get(keyOf(each)), 'what happened is kept'))
}

async function rewardFresh(
  work: Work,
  catalogue: Catalogue,
  happenings: readonly Happening[],
): Promise<readonly RewardEvent[]> {
  const people = await peopleOf(work, catalogue, happenings)
  const wallets = [...people.values()].map(({ contact }) => ({
    tenant: work.actor.tenant,
    id: contact.wallet,
    currency: contact.currency,
  }))
  const locked = await lockAccounts(
    work.sql,
    wallets.map((wallet) => contactAccount('CONTACT_COMMERCE', wallet)),
  )
  // Whoever was told the same meanwhile held the wallet, so what came of it is seen now.
  const earlier = await findEvents(work, happenings)
  const by = judgedBy(catalogue, work.at)
  const open = happenings
    .filter((each) => isOpen(each, earlier.get(keyOf(each)), by))
    .map((each) => occurrenceOf(each, { work, catalogue, people, earlier: earlier.get(keyOf(each)) }))
  const counters = await lockCounters(
    work.sql,
    open.flatMap(({ basket }) => countersRead(catalogue, work.actor.tenant, basket)),
  )
  const owed = await readDebts(work.sql, wallets)
  const debts = new Map(owed)
  const lane = randomInt(LANES)
  const decided = open.map((occurrence) => {
    const made = decideEvent(occurrence, {
      catalogue,
      counters,
      lane,
      debts: debts.get(occurrence.contact.wallet) ?? NO_DEBTS,
      at: work.at,
    })
    absorb(made, { counters, debts })
    return made
  })
  const journals = decided.flatMap(({ journal }) => journal ?? [])
  if (journals.length > 0) await post(work.sql, journals, locked)
  await write(work, decided, counters)
  const { tenant } = work.actor
  const changed = [...debts].map(([wallet, after]) => ({
    tenant,
    before: owed.get(wallet) ?? NO_DEBTS,
    after,
  }))
  await saveDebts(work.sql, changed)
  return [...earlier.values(), ...decided.map(({ event }) => event)]
}

interface Person {
  readonly contact: FoundContact
  readonly shopper: Shopper
}

async function peopleOf(
  { sql, actor: { tenant } }: Work,
  catalogue: Catalogue,
  happenings: readonly Happening[],
): Promise<ReadonlyMap<ContactId, Person>> {
  const ids = [...new Set(happenings.map(({ contact }) => contact))]
  const found = await findContacts(
    sql,
    ids.map((id) => ({ tenant, key: { by: 'ID', id } })),
  )
  const memberships = await readMemberships(
    sql,
    found.flat().map((contact) => ({ tenant, contact: contact.id })),
  )
  // Under the id that was named, which may be one that was merged meanwhile.
  return new Map(
    ids.flatMap((id, position) =>
      (found[position] ?? []).map((contact) => {
        const own = memberships.filter((each) => each.contact === contact.id)
        return [id, { contact, shopper: shopperOf(contact, own, catalogue) }]
      }),
    ),
  )
}

interface Known {
  readonly work: Work
  readonly catalogue: Catalogue
  readonly people: ReadonlyMap<ContactId, Person>
  readonly earlier: RewardEvent | undefined
}

function occurrenceOf(happening: Happening, { work, catalogue, people, earlier }: Known): Occurrence {
  const { contact, shopper } = present(people.get(happening.contact), 'what happens happens to a contact')
  const { occasion, amount, date = work.at } = happening
  const classification = classificationMade(happening)
  const basket = basketOf(
    {
      occasion,
      contact: contact.id,
      shopper,
      place: happening.place ?? placeOf(work.actor, catalogue.directory),
      at: date,
      classification: classification?.code,
      amount,
      // Judged anew it draws nothing new: who waits long enough would win.
      luck: earlier?.explanation.luck ?? drawLuck(),
    },
    catalogue,
  )
  return { happening, contact, basket, classification, earlier }
}

function classificationMade({ classification }: Happening): EventClassification | undefined {
  if (!classification) return undefined
  if ('known' in classification) return classification.known
  return { id: newId<ClassificationId>(), ...classification.unknown }
}

interface Moving {
  readonly counters: Counters
  readonly debts: Map<WalletId, DebtBook>
}

/** Moves what was read on, so that the next event of the same work sees this one. */
function absorb({ counted, debts: after, event }: Decided, { counters, debts }: Moving): void {
  debts.set(event.wallet, after)
  for (const { ref, amount, uses } of counted) {
    const counter = present(counters.get(ref), 'a counter is locked before it moves')
    counter.amount += amount
    counter.uses += uses
  }
}

async function write(work: Work, decided: readonly Decided[], counters: Counters): Promise<void> {
  const { tenant } = work.actor
  const moved = decided
    .flatMap(({ counted }) => counted)
    .map(({ ref }) => present(counters.get(ref), 'a counter is locked before it moves'))
  await insertLots(
    work.sql,
    decided.flatMap(({ lots }) => lots),
    work.at,
  )
  await saveCounters(work.sql, [...new Set(moved)])
  await saveEvents(work, decided)
  await recordEvents(
    work.sql,
    decided
      .filter(({ event }) => event.award > 0n)
      .map(({ event }) => ({ tenant, type: 'reward.awarded', entity: event.id, at: work.at })),
  )
  await insertClassifications(
    work.sql,
    decided.flatMap(({ learnt }) => (learnt ? [{ tenant, ...learnt }] : [])),
  )
}
