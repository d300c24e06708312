import type { Work } from '../db/index.ts'
import {
  goalsOf,
  ifSent,
  type Names,
  type OfferTerms,
  offerTerms,
  type Quota,
  readAward,
  readCondition,
  type Translator,
  typeFor,
} from '../engine/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { invalidField, notFound } from '../kit/error.ts'
import { readPositiveMinor, readPositiveQuantity } from '../kit/reading.ts'
import { type Directory, directoryOf, readBusiness, readOrganisations } from '../organisations/index.ts'
import { readPassPlans } from '../passes/index.ts'
import { holdScheme, readSchemes } from '../schemes/index.ts'
import { readTierProgramme } from '../tiers/index.ts'
import { lockPool } from '../wallets/index.ts'
import type { OfferChange } from './offer-body.ts'
import { requireSense } from './require-sense.ts'
import { finderOf, namerOf, translator } from './translator.ts'

export interface Translation {
  readonly translate: Translator
  /** As sentences name what the terms hold with its id. */
  readonly called: Names['ofStored']
  readonly directory: Directory
}

export async function openTranslation({ db, actor }: Work): Promise<Translation> {
  const { currency } = await readBusiness(db, actor.tenant)
  const directory = directoryOf(await readOrganisations(db, actor.tenant), [])
  const [schemes, tiers, plans] = await Promise.all([
    readSchemes(db, actor.tenant),
    readTierProgramme(db, actor.tenant),
    readPassPlans(db, actor.tenant),
  ])
  const all = {
    organisation: [...directory.organisations.values()],
    scheme: [...schemes.values()],
    tier: tiers?.tiers ?? [],
    pass_plan: [...plans.values()],
  }
  const finders = {
    organisation: (idOrCode: string) => directory.find(idOrCode),
    scheme: finderOf(all.scheme),
    tier: finderOf(all.tier),
    pass_plan: finderOf(all.pass_plan),
  }
  return { translate: translator(currency, finders), called: namerOf({ finders, all }, actor), directory }
}

interface Change extends Translation {
  readonly before: OfferTerms | undefined
  readonly change: OfferChange
  readonly defaults: { readonly pool: string; readonly funder: string }
}

/** The terms with the change applied: what it leaves out stays, null takes the default. */
export async function changedTerms(
  work: Work,
  { before, change, defaults, translate }: Change,
): Promise<OfferTerms> {
  const { commerce_pool, funder, scheme } = change
  const sent = {
    name: change.name,
    description: change.description,
    goal: change.goal,
    type: change.type,
    availability: change.availability === null ? {} : ifSent(change.availability, readAvailability),
    conditions: (change.conditions === null ? [] : change.conditions)?.map((each, index) =>
      readCondition(each, translate.at(`conditions[${index}]`)),
    ),
    scheme: scheme && (await schemeNamed(work, scheme)),
    progress: change.progress && readProgress(change.progress, translate.at('progress')),
    award: ifSent(change.award, (award) => readAward(award, translate.at('award'))),
    redeem_method: change.redeem_method,
    base: change.award_base,
    before_discounts: change.before_discounts,
    commerce_pool_id:
      commerce_pool === null ? defaults.pool : commerce_pool && (await poolNamed(work, commerce_pool)),
    expires_after: change.expires_after,
    available_after: change.available_after,
    funder_id: funder === null ? defaults.funder : funder && translate.find('organisation', funder).id,
    limits:
      change.limits === null
        ? {}
        : ifSent(change.limits, (limits) => readLimits(limits, translate.at('limits'))),
    return_policy: change.return_policy,
    priority: change.priority,
    on_top: change.on_top,
    exclusive_group: change.exclusive_group,
  }
  const start = before ? { ...before, ...kindAfter(before, sent) } : startingTerms(sent, defaults)
  const merged = { ...start, ...given(sent) }
  const terms = offerTerms.parse(withoutNulls(merged))
  requireSense(terms)
  return terms
}

interface Start {
  readonly type: OfferTerms['type'] | undefined
  readonly conditions: OfferTerms['conditions'] | undefined
}

function startingTerms(
  { type, conditions = [] }: Start,
  { pool, funder }: Change['defaults'],
): Omit<OfferTerms, 'name' | 'award'> {
  const kind = type ?? typeFor(new Set(conditions.map((each) => each.kind)))
  const [goal = 'SPEND'] = goalsOf(kind)
  return {
    goal,
    type: kind,
    availability: {},
    conditions: [],
    base: 'GROSS',
    commerce_pool_id: pool,
    funder_id: funder,
    // A referral costs nothing to invent, so unlimited ones are not the default.
    limits: kind === 'REFER' ? { per_contact: { uses: 2, period: 'DAY' } } : {},
    priority: 0,
    on_top: false,
  }
}

/** An offer whose type followed from its conditions gets the type that follows from the new ones. */
function kindAfter(before: OfferTerms, { type, conditions }: Start): Partial<OfferTerms> {
  const implied = (all: OfferTerms['conditions']) => typeFor(new Set(all.map((each) => each.kind)))
  if (type !== undefined || !conditions || implied(before.conditions) !== before.type) return {}
  const after = implied(conditions)
  const [goal = before.goal] = goalsOf(after)
  return goalsOf(after).includes(before.goal) ? { type: after } : { type: after, goal }
}

function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function withoutNulls(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}

/** Held until the offer is there, so that nobody deletes the scheme meanwhile. */
async function schemeNamed(
  work: Work,
  { id, code }: NonNullable<OfferChange['scheme']>,
): Promise<{ id: string; name: string }> {
  const wanted = id ?? code ?? ''
  const scheme = await holdScheme(work, wanted)
  if (!scheme) throw notFound('reward_scheme', wanted)
  return { id: scheme.id, name: scheme.name }
}

async function poolNamed(
  work: Work,
  { id, code }: NonNullable<OfferChange['commerce_pool']>,
): Promise<string> {
  const wanted = id ?? code ?? ''
  // Held until the offer is there, so that nobody deletes the pool meanwhile.
  const pool = await lockPool(work, wanted)
  if (!pool) throw notFound('commerce_pool', wanted)
  return pool.id
}

function readAvailability({
  from,
  to,
}: NonNullable<OfferChange['availability']>): OfferTerms['availability'] {
  if (from && to && to <= from) {
    throw invalidField('availability.to', to.toISOString(), `a time after ${from.toISOString()} is needed`)
  }
  return given({ from: from?.getTime(), to: to?.getTime() })
}

function readLimits(
  { budget, per_period, per_contact, per_venue }: NonNullable<OfferChange['limits']>,
  translate: Translator,
): OfferTerms['limits'] {
  const quota = (field: string, sent: typeof per_contact): Quota | undefined =>
    ifSent(sent, ({ amount, uses, period }) => ({
      amount: ifSent(amount, (text) => translate.minor(`${field}.amount`, text)),
      uses,
      period,
    }))
  return {
    budget: ifSent(budget, (text) => translate.minor('budget', text)),
    per_period: quota('per_period', per_period),
    per_contact: quota('per_contact', per_contact),
    per_venue: quota('per_venue', per_venue),
  }
}

function readProgress(
  { of, target, ...rest }: NonNullable<OfferChange['progress']>,
  translate: Translator,
): OfferTerms['progress'] {
  const read = {
    AMOUNT: () => readPositiveMinor(translate.path('target'), target, minorDigits(translate.currency)),
    QUANTITY: () => readPositiveQuantity(translate.path('target'), target),
    VISITS: () => readPositiveMinor(translate.path('target'), target, 0),
  }[of]
  return { of, target: read().toString(), ...rest }
}
