import type { Work } from '../db/index.ts'
import {
  type OfferTerms,
  phaseOf,
  type Quota,
  showAward,
  showCondition,
  type Translator,
} from '../engine/index.ts'
import { notFound } from '../kit/error.ts'
import { idOf, type PoolId } from '../kit/id.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { readPools } from '../wallets/index.ts'
import type { OfferReply, VersionReply } from './offer-body.ts'
import {
  countOffers,
  findOffer,
  type OfferFilter,
  pageOfOffers,
  pageOfVersions,
  type StoredOffer,
} from './offers.store.ts'
import { openTranslation, type Translation } from './read-terms.ts'
import { sayerOf } from './say-offers.ts'

interface ListQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
}

export interface OfferQuery extends ListQuery, Omit<OfferFilter, 'search'> {
  readonly search_value?: string | undefined
}

export async function listOffers(work: Work, query: OfferQuery): Promise<Page<OfferReply>> {
  const translation = await openTranslation(work)
  const { find } = translation.translate
  const funder = query.funder === undefined ? undefined : find('organisation', { id: query.funder }).id
  const filter: OfferFilter = { ...query, funder, search: query.search_value }
  const rows = await pageOfOffers(work, filter, query)
  const show = await shower(work, termsOf(rows), translation)
  const total = query.include_total ? await countOffers(work, filter) : null
  return pageOf({ ...query, includeTotal: query.include_total }, rows, show.offer, total)
}

/** By id or code, as answers show it. */
export async function getOffer(work: Work, idOrCode: string): Promise<OfferReply> {
  const offer = await findOffer(work, idOrCode)
  if (!offer) throw notFound('reward_offer', idOrCode)
  return (await shower(work, termsOf([offer]))).offer(offer)
}

export async function listVersions(
  work: Work,
  idOrCode: string,
  query: ListQuery,
): Promise<Page<VersionReply>> {
  const offer = await findOffer(work, idOrCode)
  if (!offer) throw notFound('reward_offer', idOrCode)
  const rows = await pageOfVersions(work, offer.id, query)
  const { terms: showTerms } = await shower(work, termsOf(rows))
  const show = ({ version, terms, createdAt }: (typeof rows)[number]): VersionReply => ({
    id: offer.id,
    ...showTerms(terms, version),
    is_current: version === offer.version,
    created_on: epochSeconds(createdAt),
  })
  // Versions are numbered from one without a gap.
  return pageOf(
    { ...query, includeTotal: query.include_total },
    rows,
    show,
    query.include_total ? offer.version : null,
  )
}

function termsOf(rows: readonly { readonly terms: OfferTerms }[]): readonly OfferTerms[] {
  return rows.map(({ terms }) => terms)
}

interface Shower {
  readonly terms: (
    terms: OfferTerms,
    version: number,
  ) => Omit<VersionReply, 'id' | 'is_current' | 'created_on'>
  readonly offer: (offer: StoredOffer) => OfferReply
}

/** Shows offers with the names of the pools and organisations in their terms. */
async function shower(work: Work, all: readonly OfferTerms[], known?: Translation): Promise<Shower> {
  const translation = known ?? (await openTranslation(work))
  const { translate } = translation
  const say = await sayerOf(work, all, translation)
  const pools = await readPools(work.db, work.actor.tenant)
  const terms: Shower['terms'] = (of, version) => {
    const pool = pools.get(idOf<PoolId>(of.commerce_pool_id))
    const funder = translate.named('organisation', { id: of.funder_id })
    return {
      name: of.name,
      description: of.description ?? null,
      goal: of.goal,
      type: of.type,
      version,
      sentence: say(of),
      currency_code: translate.currency,
      availability: { from: secondsOf(of.availability.from), to: secondsOf(of.availability.to) },
      conditions: of.conditions.map((each) => showCondition(each, translate)),
      scheme: of.scheme ? translate.named('scheme', of.scheme) : null,
      progress: showProgress(of.progress, translate),
      award: showAward(of.award, translate),
      redeem_method: of.redeem_method ?? 'DEFERRED',
      award_base: of.base,
      before_discounts: of.before_discounts ?? false,
      exclusive_group: of.exclusive_group ?? null,
      available_after: of.available_after ?? null,
      commerce_pool: { id: of.commerce_pool_id, code: pool?.code ?? '', name: pool?.name ?? '' },
      expires_after: of.expires_after ?? null,
      funder,
      owner: { id: funder.id, name: funder.name },
      limits: showLimits(of.limits, translate),
      priority: of.priority,
      return_policy: of.return_policy ?? 'PRO_RATA',
      on_top: of.on_top,
    }
  }
  const offer: Shower['offer'] = (stored) => ({
    id: stored.id,
    code: stored.code,
    state: stored.state,
    phase: phaseOf(stored.state, stored.terms, work.at),
    ...terms(stored.terms, stored.version),
    budget_used: stored.budgetUsed === null ? null : translate.decimal(stored.budgetUsed.toString()),
    created_on: epochSeconds(stored.createdAt),
    updated_on: epochSeconds(stored.updatedAt),
  })
  return { terms, offer }
}

function secondsOf(milliseconds: number | undefined): number | null {
  return milliseconds === undefined ? null : epochSeconds(new Date(milliseconds))
}

function showLimits(
  { budget, per_period, per_contact, per_venue }: OfferTerms['limits'],
  { decimal }: Translator,
): OfferReply['limits'] {
  const shown = (minor: string | undefined) => (minor === undefined ? null : decimal(minor))
  const quota = (each: Quota | undefined) =>
    each ? { amount: shown(each.amount), uses: each.uses ?? null, period: each.period } : null
  return {
    budget: shown(budget),
    per_period: quota(per_period),
    per_contact: quota(per_contact),
    per_venue: quota(per_venue),
  }
}

function showProgress(
  progress: OfferTerms['progress'],
  { decimal, pieces }: Translator,
): VersionReply['progress'] {
  if (!progress) return null
  const target = { AMOUNT: decimal, QUANTITY: pieces, VISITS: Number }[progress.of](progress.target)
  return { ...progress, target }
}
