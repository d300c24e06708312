import type { Work } from '../db/index.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { SealReply } from './ledger.api.ts'
import { pageOfSeals } from './seals.store.ts'

export interface SealQuery {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

export async function listSeals(work: Work, query: SealQuery): Promise<Page<SealReply>> {
  const seals = await pageOfSeals(work, query)
  return pageOf({ ...query, includeTotal: false }, seals, ({ number, at, accounts, previous, hash }) => ({
    number,
    sealed_on: epochSeconds(at),
    accounts,
    previous,
    hash,
  }))
}
