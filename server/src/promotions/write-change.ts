import type { Work } from '../db/index.ts'
import type { AskWithin, SentWithin } from '../http/index.ts'
import { present } from '../kit/invariant.ts'
import type { Change } from './compare.ts'
import { type Fields, gathered, type Json } from './document.ts'
import { KINDS, type Kind } from './kinds.ts'

/** Does one change in LIVE mode through the endpoint that anybody would use for it, with its rules, refusals and events. */
export async function writeChange(ask: AskWithin, work: Work, change: Change): Promise<void> {
  const kind = present(
    KINDS.find(({ kind: name }) => name === change.kind),
    'a change is of a kind that there is',
  )
  if (change.change === 'ONLY_IN_LIVE') return
  const fields = Object.fromEntries(change.fields.map(({ field, to }) => [field, to]))
  const { code, of = '' } = change
  if (change.change === 'ADDED') await add(ask, work, { kind, code, of, fields })
  else await alter(ask, work, { kind, code, of, fields })
}

interface Wanted {
  readonly kind: Kind
  readonly code: string
  readonly of: string
  readonly fields: Fields
}

async function add(ask: AskWithin, work: Work, wanted: Wanted): Promise<void> {
  const { kind, code, of, fields } = wanted
  const { create, notAtFirst = [] } = kind
  if (create === undefined) return alter(ask, work, wanted)
  const first = without(fields, [...notAtFirst, ...(kind.kind === 'OFFER' ? ['state'] : [])])
  const body = { code, ...gathered(first), ...stateAtFirst(kind, fields) }
  await ask.work(work, create, together(kind.part?.create?.(of) ?? {}, body))
  const later = Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in first)))
  if (kind.kind === 'OFFER') await moveOffer(ask, work, { code, state: later.state })
  else if (Object.keys(later).length > 0) await alter(ask, work, { ...wanted, fields: later })
}

/** What names the record, and what is told of it. */
function together(named: SentWithin, body: Fields): SentWithin {
  const { body: more } = named
  return { ...named, body: { ...body, ...(typeof more === 'object' && more) } }
}

/** An offer that is paused was started before. */
function stateAtFirst({ kind }: Kind, { state }: Fields): Fields {
  return kind === 'OFFER' ? { state: state === 'DRAFT' ? 'DRAFT' : 'ACTIVE' } : {}
}

async function alter(ask: AskWithin, work: Work, { kind, code, of, fields }: Wanted): Promise<void> {
  const isOffer = kind.kind === 'OFFER'
  const { state, ...terms } = fields
  const changed = isOffer ? terms : fields
  const named = kind.part?.update?.(of, code) ?? (kind.isOne ? {} : { params: { id: code } })
  if (Object.keys(changed).length > 0) {
    await ask.work(work, kind.update, together(named, whole(kind, gathered(changed))))
  }
  if (isOffer) await moveOffer(ask, work, { code, state })
}

/** Rules and accounts are replaced as a whole. */
function whole({ kind }: Kind, body: Fields): Fields {
  return kind === 'WALLET_LIMITS' && body.rules === null ? { rules: [] } : body
}

async function moveOffer(
  ask: AskWithin,
  work: Work,
  { code, state }: { readonly code: string; readonly state: Json | undefined },
): Promise<void> {
  if (state === undefined || state === null || state === 'DRAFT') return
  await ask.work(work, 'setRewardOfferState', { params: { id: code }, body: { life_cycle_state: state } })
}

function without(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}
