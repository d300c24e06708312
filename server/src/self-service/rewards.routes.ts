import type { z } from 'zod'
import type { Contact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { type Route, route } from '../http/index.ts'
import { InvalidState, NotFound, Refusal } from '../kit/error.ts'
import { MAX_PAGE_SIZE } from '../kit/limits.ts'
import { pageOf } from '../kit/page.ts'
import { readQuantity } from '../kit/reading.ts'
import { DAY, epochSeconds, later, SECOND } from '../kit/time.ts'
import { offsetAt } from '../kit/zone.ts'
import { offersApi } from '../offers/index.ts'
import { readBusiness } from '../organisations/index.ts'
import { goalsApi, purchasesApi } from '../purchases/index.ts'
import { membersApi } from '../schemes/index.ts'
import { tiersApi } from '../tiers/index.ts'
import { walletsApi } from '../wallets/index.ts'
import { contactRoute } from './as-own.ts'
import type { BackOffice } from './ask-back-office.ts'
import { openingNow } from './opening.ts'
import { inOwnLanguage, own, ownContact, signedIn } from './own.ts'
import * as api from './rewards.api.ts'

export function rewardsRoutes(office: BackOffice): readonly Route[] {
  return [
    ...offerRoutes(office),
    route(api.listOwnSchemes, async (work, { query: { is_signed, name } }) => {
      const both = is_signed === undefined ? [true, false] : [is_signed]
      const schemes = await Promise.all(both.map((each) => schemesOf(office, work, each)))
      const content = schemes.flat().filter((each) => name === undefined || each.name === name)
      return { content }
    }),
    contactRoute(office, api.changeOwnMembership, membersApi.changeMembership),
    route(api.getOwnRewards, async (work, { params }) =>
      showRewards(office, work, await ownContact(work, params.id)),
    ),
    route(api.listOwnOrganisations, async (work, { params, query }) => {
      const { wallet } = await ownContact(work, params.id)
      const { id, name } = await readBusiness(work.db, work.actor.tenant)
      const { total_balance: balance } = await office.ask(work, walletsApi.getWallet, {
        params: { id: wallet.id },
      })
      const shown = {
        id,
        name,
        ...(query.include_wallet && {
          wallet: { wallet_id: wallet.id, balance, currency_code: wallet.currency },
        }),
      }
      const isWanted = query.page === 1 && (query.name === undefined || query.name === name)
      return pageOf({ ...query, includeTotal: true }, isWanted ? [shown] : [], (each) => each, 1)
    }),
  ]
}

function offerRoutes(office: BackOffice): readonly Route[] {
  return [
    route(api.listShownOffers, async (work, { query: { goals, types, owner, sort: _, ...query } }) => {
      const { content, paging } = await office.ask(await inOwnLanguage(work), offersApi.listOffers, {
        query: {
          ...query,
          state: 'ACTIVE',
          ...(goals !== undefined && { goal: goals }),
          ...(types !== undefined && { type: types }),
          ...(owner !== undefined && { funder: owner }),
        },
      })
      const show = await shower(work)
      return { content: content.filter(isRunning).map(show), paging }
    }),
    route(api.getShownOffer, async (work, { params }) => {
      const offer = await runningOffer(office, await inOwnLanguage(work), params.id)
      return (await shower(work))(offer)
    }),
    route(api.getOwnPerformance, async (work, { params }) =>
      showPerformance(office, work, await runningOffer(office, work, params.id)),
    ),
  ]
}

function runningOffer(office: BackOffice, work: Work, id: string): Promise<Offer> {
  const find = () => office.ask(work, offersApi.getOffer, { params: { id } })
  return own('reward_offer', id, { find, isOwn: isRunning })
}

/** In the words of the contract. */
const COUNTED = { AMOUNT: 'AMOUNT', QUANTITY: 'PRODUCT', VISITS: 'EVENT' } as const

async function showPerformance(
  office: BackOffice,
  work: Work,
  { id, name }: Offer,
): Promise<api.PerformanceReply> {
  const { content } = await office.ask(work, goalsApi.listContactGoals, {
    params: { id: signedIn(work).id },
    query: { reward_offer: id },
  })
  const [goal] = content
  if (!goal) {
    throw InvalidState({
      parameters: ['reward_offer', id],
      detail: `"${name}" is reached by one purchase; there is no way to it that could be told.`,
    })
  }
  const { of, counted: current, target, missing } = goal
  // Of whole ten-thousandths, whatever is counted: less than all is at most 99.
  const exact = (told: number) => readQuantity('progress', String(told))
  const progress = missing === 0 ? 100 : Number((exact(current) * 100n) / exact(target))
  return { type: COUNTED[of], progress, current, target }
}

type Offer = z.output<typeof offersApi.getOffer.reply>

/** What is planned, paused or over is not told before its time or after it. */
function isRunning({ phase }: Offer): boolean {
  return phase === 'RUNNING'
}

async function shower(work: Work): Promise<(offer: Offer) => api.ShownOffer> {
  const { timeZone: zone } = await readBusiness(work.db, work.actor.tenant)
  return ({ sentence, description, ...offer }) => ({
    ...offer,
    short_description: sentence,
    long_description: description,
    opening: openingNow(
      offer.conditions.flatMap((each) => (each.kind === 'TIMINGS' ? [each.timings] : [])),
      { at: work.at, zone },
    ),
  })
}

async function schemesOf(office: BackOffice, work: Work, isSigned: boolean) {
  const { content } = await office.ask(work, membersApi.listContactSchemes, {
    params: { id: signedIn(work).id },
    query: { is_signed: isSigned, size: MAX_PAGE_SIZE },
  })
  return content
}

async function showRewards(office: BackOffice, work: Work, contact: Contact): Promise<api.RewardsReply> {
  const { timeZone } = await readBusiness(work.db, work.actor.tenant)
  const programme = await none(office.ask(work, tiersApi.getProgramme, {}))
  const params = { id: contact.id }
  const tier = programme && (await none(office.ask(work, purchasesApi.getContactTier, { params })))
  const until = (day: string | null) => (day === null ? null : epochSeconds(endOfDay(day, timeZone)))
  return {
    id: contact.id,
    reward_schemes: await schemesOf(office, work, true),
    sign_up_date: epochSeconds(contact.createdAt),
    reward_tier: tier
      ? {
          id: tier.reward_tier?.id ?? null,
          name: tier.reward_tier?.name ?? null,
          period_value_units: tier.period_value_units,
          maintain_tier: tier.maintain_tier && {
            points_needed: tier.maintain_tier.points_needed,
            collected_by: until(tier.maintain_tier.collected_by),
          },
          progress: tier.progress && { ...tier.progress, collected_by: until(tier.progress.collected_by) },
        }
      : null,
    reward_tiers: programme ?? null,
  }
}

/** A business without tiers has nothing to tell of them. */
async function none<Told>(asked: Promise<Told>): Promise<Told | undefined> {
  return asked.catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === NotFound.kind) return undefined
    throw error
  })
}

/** The last second of a calendar day where the business is. */
function endOfDay(day: string, zone: string): Date {
  const asUtc = later(new Date(`${day}T00:00:00Z`), DAY - SECOND)
  return later(asUtc, -offsetAt(asUtc, zone))
}
