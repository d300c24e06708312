import type { Work } from '../db/index.ts'
import { invalidField, notFound } from '../kit/error.ts'
import { type Directory, directoryOf, readBusiness, readOrganisations } from '../organisations/index.ts'
import { findPool } from '../wallets/index.ts'
import { readAward } from './awards/index.ts'
import { readCondition } from './conditions/index.ts'
import { type OfferTerms, offerTerms } from './offer.ts'
import type { OfferChange } from './offers.api.ts'
import { ifSent, type Translator, translator } from './translator.ts'

export interface Translation {
  readonly translate: Translator
  readonly directory: Directory
}

export async function openTranslation({ db, actor }: Work): Promise<Translation> {
  const { currency } = await readBusiness(db, actor.tenant)
  const directory = directoryOf(await readOrganisations(db, actor.tenant), [])
  return { translate: translator(currency, directory), directory }
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
  const { commerce_pool, funder } = change
  const sent = {
    name: change.name,
    description: change.description,
    goal: change.goal,
    type: change.type,
    availability: change.availability === null ? {} : ifSent(change.availability, readAvailability),
    conditions: (change.conditions === null ? [] : change.conditions)?.map((each, index) =>
      readCondition(each, translate.at(`conditions[${index}]`)),
    ),
    award: ifSent(change.award, (award) => readAward(award, translate.at('award'))),
    base: change.award_base,
    commerce_pool_id:
      commerce_pool === null ? defaults.pool : commerce_pool && (await poolNamed(work, commerce_pool)),
    expires_after: change.expires_after,
    funder_id:
      funder === null ? defaults.funder : funder && translate.organisation(funder.id ?? funder.code ?? '').id,
    limits:
      change.limits === null
        ? {}
        : ifSent(change.limits, (limits) => readLimits(limits, translate.at('limits'))),
    priority: change.priority,
    on_top: change.on_top,
  }
  const merged = { ...(before ?? startingTerms(sent, defaults)), ...given(sent) }
  return offerTerms.parse(withoutNulls(merged))
}

function startingTerms(
  { conditions = [] }: { readonly conditions: OfferTerms['conditions'] | undefined },
  { pool, funder }: Change['defaults'],
): Omit<OfferTerms, 'name' | 'award'> {
  return {
    goal: 'SPEND',
    type: conditions.some(({ kind }) => kind === 'TIMINGS') ? 'HAPPYHOUR' : 'DISCOUNT',
    availability: {},
    conditions: [],
    base: 'GROSS',
    commerce_pool_id: pool,
    funder_id: funder,
    limits: {},
    priority: 0,
    on_top: false,
  }
}

function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function withoutNulls(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}

async function poolNamed(
  work: Work,
  { id, code }: NonNullable<OfferChange['commerce_pool']>,
): Promise<string> {
  const wanted = id ?? code ?? ''
  const pool = await findPool(work, wanted)
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
  { budget, per_contact }: NonNullable<OfferChange['limits']>,
  translate: Translator,
): OfferTerms['limits'] {
  return {
    budget: ifSent(budget, (text) => translate.minor('budget', text)),
    per_contact: ifSent(per_contact, ({ amount, uses, period }) => ({
      amount: ifSent(amount, (text) => translate.minor('per_contact.amount', text)),
      uses,
      period,
    })),
  }
}
