import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { Forbidden, wire } from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'
import { alreadyExists, notFound } from '../kit/error.ts'
import { codeOf, newId, type PoolId } from '../kit/id.ts'
import { type Directory, directoryOf, readOrganisations } from '../organisations/index.ts'
import { type CommercePool, commercePool, type PoolTerms } from './pool.ts'
import type { PoolChange } from './pools.api.ts'
import { findPool, insertPool } from './pools.store.ts'

export async function createPool(
  work: Work,
  body: PoolChange & { readonly name: string },
): Promise<CommercePool> {
  requireWholeBusiness(work.actor)
  const id = newId<PoolId>()
  const code = body.code ?? codeOf(id)
  if (await findPool(work, code)) throw alreadyExists('code', code)
  const directory = directoryOf(await readOrganisations(work.db, work.actor.tenant), [])
  const pool = commercePool(id, code, body.name, changedTerms({}, body, directory))
  await insertPool(work, pool)
  await configurationChanged(work)
  return pool
}

export function requireWholeBusiness({ within }: Actor): void {
  if (within === undefined) return
  throw Forbidden({
    parameters: ['commerce_pool'],
    detail: 'A commerce pool holds for the whole business; a key of one merchant or venue cannot change it.',
  })
}

/** The terms with the change applied: what it leaves out stays, null and empty lists clear. */
export function changedTerms(before: PoolTerms, change: PoolChange, directory: Directory): PoolTerms {
  const { description, organisations, products, timings, validity, needs_activation } = change
  const organisation = ({
    id,
    code,
  }: {
    readonly id?: string | undefined
    readonly code?: string | undefined
  }) => organisationNamed(id ?? code ?? '', directory)
  return {
    description: kept(before.description, description),
    organisations: keptList(before.organisations, organisations, organisation),
    products: keptList(before.products, products, (target) => target),
    timings: keptList(before.timings, timings, wire.readTiming),
    validity: kept(before.validity, validity),
    needs_activation: kept(before.needs_activation, needs_activation),
  }
}

function kept<Value>(there: Value | undefined, sent: Value | null | undefined): Value | undefined {
  return sent === undefined ? there : (sent ?? undefined)
}

function keptList<Sent, Value>(
  there: Value[] | undefined,
  sent: readonly Sent[] | null | undefined,
  read: (sent: Sent) => Value,
): Value[] | undefined {
  if (sent === undefined) return there
  return sent === null || sent.length === 0 ? undefined : sent.map(read)
}

function organisationNamed(idOrCode: string, { find }: Directory): { readonly id: string } {
  const found = find(idOrCode)
  if (!found) throw notFound('organisation', idOrCode)
  return { id: found.id }
}
