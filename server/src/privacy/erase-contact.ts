import { getContact, holdContact, requireWholeBusiness } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { InvalidState } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import { display, money, wireNumber } from '../kit/money.ts'
import { epochSeconds } from '../kit/time.ts'
import { type Person, PLACES } from './places.ts'
import type { EraseReply } from './privacy.api.ts'
import {
  type Erased,
  erasedContact,
  forgetPlace,
  holdingsOf,
  markErased,
  personOf,
  underWay,
} from './privacy.store.ts'

/**
 * Nobody can tell any more who the contact was. What the books need stays, under ids that lead to nobody: purchases, lots, transfers.
 * The same again changes nothing.
 */
export async function eraseContact(
  work: Work,
  name: string,
  { leavesMoney }: { readonly leavesMoney: boolean },
): Promise<EraseReply> {
  refuseBoundKey(work)
  const id = parseGuid(name)
  const before = id === undefined ? undefined : await erasedContact(work, id)
  if (before) return show(work, before)
  const contact = await getContact(work, name)
  await holdContact(work, contact.id)
  const person = await personOf(work, contact.id)
  await refuseUnderWay(work, person)
  if (!leavesMoney) await refuseMoney(work, person)
  for (const place of PLACES) await forgetPlace(work, place, person)
  await markErased(work, person)
  await record(work, 'contact.erased', contact.id)
  return show(work, { id: contact.id, erasedAt: work.at })
}

export function refuseBoundKey({ actor }: Work): void {
  requireWholeBusiness(actor, 'neither copies nor erases them')
}

/** Whoever is still to be paid, served or answered has to be known. */
async function refuseUnderWay(work: Work, person: Person): Promise<void> {
  const found = await underWay(work, person)
  if (!found) return
  throw InvalidState({
    parameters: [found.what, found.name, found.state],
    detail: `The contact has an ${found.what} that is not over: ${found.name} is ${found.state}. Finish or cancel it first.`,
  })
}

async function refuseMoney(work: Work, person: Person): Promise<void> {
  const { currency, open, commerce, blocked, debt } = await holdingsOf(work, person)
  if (open + commerce + blocked === 0n && debt === 0n) return
  const shown = (minor: bigint) => display(money(minor, currency))
  throw InvalidState({
    parameters: ['leave_money', 'false'],
    detail: `The wallet holds ${shown(open + commerce + blocked)} and owes ${shown(debt)}, which nobody can reach afterwards. Settle it, or send "leave_money": true.`,
  })
}

async function show(work: Work, { id, erasedAt }: Erased): Promise<EraseReply> {
  const { currency, open, commerce, blocked, debt } = await holdingsOf(work, await personOf(work, id))
  return {
    id,
    erased_on: epochSeconds(erasedAt),
    left: {
      currency_code: currency,
      open: wireNumber(open, currency),
      commerce: wireNumber(commerce, currency),
      blocked: wireNumber(blocked, currency),
      debt: wireNumber(debt, currency),
    },
  }
}
