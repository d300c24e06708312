import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { StoredTier } from './tier.ts'
import type { TierReply } from './tiers.api.ts'
import { countTiers, findTier, pageOfTiers, type TierFilter } from './tiers.store.ts'

export interface TierQuery extends TierFilter {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
}

export async function listTiers(work: Work, query: TierQuery): Promise<Page<TierReply>> {
  const rows = await pageOfTiers(work, query, query)
  const total = query.include_total ? await countTiers(work, query) : null
  return pageOf({ ...query, includeTotal: query.include_total }, rows, showTier, total)
}

/** By id or code. */
export async function getTier(work: Work, idOrCode: string): Promise<StoredTier> {
  const tier = await findTier(work, idOrCode)
  if (!tier) throw notFound('reward_tier', idOrCode)
  return tier
}

export function showTier({ id, code, name, units, createdAt, ...texts }: StoredTier): TierReply {
  return {
    id,
    code,
    name,
    description: texts.description ?? null,
    benefits: texts.benefits ?? null,
    value_units: Number(units),
    created_on: epochSeconds(createdAt),
  }
}
