import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { may } from '../kit/actor.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import { post } from '../ledger/index.ts'
import { directoryOf, readOrganisations } from '../organisations/index.ts'
import { getPass } from './list-passes.ts'
import { endOf, isGranted, nextLineOf, type PassMoney, stateAt } from './pass-money.ts'
import { requireWholeBusiness } from './pass-plan.ts'
import { type HeldPass, holdPass, type ListedPass, saveEnded, savePassState } from './passes.store.ts'
import { passBooks } from './sell-passes.ts'

/** Takes a pass out of use or into use again, or voids it. The same state again changes nothing. */
export async function setPassState(
  work: Work,
  idOrCode: string,
  state: 'ACTIVE' | 'INACTIVE' | 'CANCELLED',
): Promise<ListedPass> {
  const pass = await holdPass(work, idOrCode)
  if (!pass) throw notFound('pass', idOrCode)
  await requireOwn(work, pass)
  const now = stateAt(pass, work.at)
  if (now !== state) {
    if (state === 'CANCELLED') await cancel(work, pass)
    else {
      if (now !== 'ACTIVE' && now !== 'INACTIVE') throw hasEnded(pass, now)
      await savePassState(work, pass.id, state)
    }
  }
  return getPass(work, pass.id)
}

/** A pass of nobody but its seller: a key of one merchant changes what it sold itself. */
async function requireOwn({ db, actor }: Work, { money, code }: HeldPass): Promise<void> {
  const { tenant, within } = actor
  if (!money) {
    requireWholeBusiness(actor)
    if (!may(actor, 'offers:write')) throw Forbidden({ parameters: ['offers:write'] })
    return
  }
  if (within === undefined) return
  const directory = directoryOf(await readOrganisations(db, tenant), [])
  const seller = present(directory.organisations.get(money.organisation), 'an organisation is never deleted')
  if (directory.lineOf(seller).some(({ id }) => id === within)) return
  throw Forbidden({ parameters: ['pass', code], detail: `The pass "${code}" was sold by somebody else.` })
}

/** What was paid for it is owed no more; who took the money gives it back. */
async function cancel(work: Work, pass: HeldPass): Promise<void> {
  const now = stateAt(pass, work.at)
  const { money } = pass
  if (!money) {
    throw InvalidState({
      parameters: ['pass', pass.state],
      detail: `The pass "${pass.code}" carries no money to give back; set it to INACTIVE.`,
    })
  }
  if (now !== 'ACTIVE' && now !== 'INACTIVE') throw hasEnded(pass, now)
  await postEnd(work, { pass, money, state: 'CANCELLED' })
}

function hasEnded({ code }: HeldPass, state: string): Error {
  return InvalidState({
    parameters: ['pass', state],
    detail: `The pass "${code}" is ${state}, which stays.`,
  })
}

export interface Ending {
  readonly pass: Pick<HeldPass, 'id'>
  readonly money: PassMoney
  readonly state: 'CANCELLED' | 'EXPIRED'
}

/** Moves what was paid for a pass that nobody redeemed, and writes its end. Of what nobody paid for, nothing moves. */
export async function postEnd(work: Work, { pass, money, state }: Ending): Promise<void> {
  if (!isGranted(money)) {
    const movement = endOf(money, (await passBooks(work))(pass.id, money), state)
    const journal = { id: pass.id, firstLine: nextLineOf(money), at: work.at, movements: [movement] }
    await post(work.sql, [journal])
  }
  await saveEnded(work, pass.id, state)
}
