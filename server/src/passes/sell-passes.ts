import type { Work } from '../db/index.ts'
import type { OrganisationId, PassId } from '../kit/id.ts'
import { type Journal, post } from '../ledger/index.ts'
import { type Directory, directoryOf, readBusiness, readOrganisations } from '../organisations/index.ts'
import { isGranted, type PassBooks, type PassMoney, saleOf } from './pass-money.ts'

interface Sold {
  readonly id: PassId
  readonly money: PassMoney | undefined
}

/** What was paid for passes is owed to whoever has them. Those that nobody paid for move nothing yet. */
export async function sellPasses(work: Work, passes: readonly Sold[]): Promise<void> {
  const paid = passes.flatMap(({ id, money }) => (money && !isGranted(money) ? [{ id, money }] : []))
  if (paid.length === 0) return
  const booksOf = await passBooks(work)
  const journals = paid.map(
    ({ id, money }): Journal => ({
      id,
      firstLine: 1,
      at: work.at,
      movements: [saleOf(money, booksOf(id, money))],
    }),
  )
  await post(work.sql, journals)
}

/** Whose accounts passes move money of. */
export async function passBooks({
  db,
  actor,
}: Work): Promise<(pass: PassId, money: Pick<PassMoney, 'organisation'>) => PassBooks> {
  const { tenant, business } = actor
  const { currency } = await readBusiness(db, tenant)
  const directory: Directory = directoryOf(await readOrganisations(db, tenant), [])
  const merchantOf = (id: OrganisationId) => directory.formerPlace(id).merchant.id
  return (pass, { organisation }) => ({
    tenant,
    currency,
    business,
    merchant: merchantOf(organisation),
    pass,
  })
}
