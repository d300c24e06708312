import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { requireWholeBusiness } from './prepare-promotion.ts'
import type { Promotion } from './promotion.ts'
import type { PromotionReply, PromotionsQuery } from './promotions.api.ts'
import { countPromotions, findPromotion, pageOfPromotions } from './promotions.store.ts'

export async function listPromotions(work: Work, query: PromotionsQuery): Promise<Page<PromotionReply>> {
  requireWholeBusiness(work)
  const request = { ...query, includeTotal: query.include_total }
  const rows = await pageOfPromotions(work, request)
  const total = query.include_total ? await countPromotions(work) : null
  return pageOf(request, rows, showPromotion, total)
}

export async function getPromotion(work: Work, id: string): Promise<PromotionReply> {
  requireWholeBusiness(work)
  const guid = parseGuid(id)
  const promotion = guid && (await findPromotion(work, guid))
  if (!promotion) throw notFound('promotion', id)
  return showPromotion(promotion)
}

export function showPromotion(promotion: Promotion): PromotionReply {
  const { changes } = promotion
  const count = (which: string) => changes.filter(({ change }) => change === which).length
  return {
    id: promotion.id,
    state: promotion.state,
    kinds: promotion.kinds,
    digest: promotion.digest.toString('hex'),
    counts: { added: count('ADDED'), changed: count('CHANGED'), only_in_live: count('ONLY_IN_LIVE') },
    changes,
    problems: promotion.problems,
    created_on: epochSeconds(promotion.createdAt),
    applied_on: promotion.appliedAt ? epochSeconds(promotion.appliedAt) : null,
  }
}
