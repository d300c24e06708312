import { NAMES, useRead } from '../read.ts'

const MOST = 100

interface Named {
  readonly id: string
  readonly name: string
}

/** What offers may name, by their names; empty while it is asked for, or where the viewer may not see it. */
export function useTierNames(): readonly Named[] {
  const found = useRead(
    ['tiers', 'names'],
    (client, options) => client.rewardTiers.list({ size: MOST }, options),
    {
      interval: NAMES,
    },
  )
  return found.data?.content ?? []
}

export function usePassPlanNames(): readonly Named[] {
  const found = useRead(
    ['passPlans', 'names'],
    (client, options) => client.passPlans.list({ size: MOST }, options),
    {
      interval: NAMES,
    },
  )
  return found.data?.content ?? []
}

export function useSchemeNames(): readonly Named[] {
  const found = useRead(
    ['schemes', 'names'],
    (client, options) => client.rewardSchemes.list({ size: MOST }, options),
    { interval: NAMES },
  )
  return found.data?.content ?? []
}
