import type { Work } from '../db/index.ts'
import { epochSeconds } from '../kit/time.ts'
import type { AccountingMapReply } from './accounting-map.api.ts'
import { readAccountingMap, saveAccountingMap } from './accounting-map.store.ts'
import { type AccountingMap, requireComplete } from './accounting-map.ts'
import { requireWholeBusiness } from './report-period.ts'

export async function getAccountingMap(work: Work): Promise<AccountingMapReply> {
  requireWholeBusiness(work.actor)
  const { map, updatedAt } = await readAccountingMap(work)
  return {
    is_default: updatedAt === undefined,
    updated_on: updatedAt ? epochSeconds(updatedAt) : null,
    ...map,
  }
}

/** Replaces the whole map, so that no account is left on one that somebody else chose. */
export async function setAccountingMap(work: Work, map: AccountingMap): Promise<AccountingMapReply> {
  requireWholeBusiness(work.actor)
  requireComplete(map)
  await saveAccountingMap(work, map)
  return getAccountingMap(work)
}
