import type { Address } from '../address.ts'
import { NAMES, type Reply, SELDOM, useRead } from '../read.ts'

export type Offer = Reply<'rewardOffers', 'get'>
export type Version = Reply<'rewardOffers', 'listVersions'>['content'][number]
export type Finding = Reply<'rewardOffers', 'lint'>['findings'][number]

const OFFERS_A_PAGE = 50
/** Many baskets are judged for it. */
const A_MINUTE = 60_000
const STATES = ['DRAFT', 'ACTIVE', 'INACTIVE', 'ENDED'] as const
const GOALS = ['SPEND', 'VISITS', 'MEMBERSHIP', 'ACHIEVEMENT'] as const

export function useOffers({ page, filters }: Pick<Address, 'page' | 'filters'>) {
  const state = STATES.find((each) => each === filters.state)
  const goal = GOALS.find((each) => each === filters.goal)
  const asked = {
    page,
    size: OFFERS_A_PAGE,
    ...(state === undefined ? {} : { state }),
    ...(goal === undefined ? {} : { goal }),
    ...(filters.search === undefined ? {} : { search_value: filters.search }),
  } as const
  return useRead(['offers', asked], (client, options) => client.rewardOffers.list(asked, options), {
    keeps: true,
  })
}

export function useOffer(id: string) {
  return useRead(['offer', id], (client, options) => client.rewardOffers.get(id, options))
}

export function useFindings(id: string, version: number) {
  return useRead(
    ['findings', id, version],
    (client, options) => client.rewardOffers.lint(id, { ...options, timeout: A_MINUTE }),
    { interval: NAMES },
  )
}

export function useVersions(id: string) {
  return useRead(['versions', id], (client, options) =>
    client.rewardOffers.listVersions(id, { size: OFFERS_A_PAGE }, options),
  )
}

/** What each offer has given since it began, by its id. */
export function useAwarded() {
  const report = useRead(['report', 'awards'], (client, options) => client.reports.getAwards({}, options), {
    interval: SELDOM,
  })
  return new Map(report.data?.content.map((row) => [row.offer.id, row]))
}
