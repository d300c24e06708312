import type { IconName } from '../../kit/icon.tsx'
import { sumOf } from '../../kit/sum.ts'
import type { Address } from '../address.ts'

/** One thing that happened around a contact. */
export interface Moment {
  readonly key: string
  readonly at: number
  readonly icon: IconName
  readonly name: string
  readonly about?: string
  readonly money?: {
    readonly amount: number
    readonly currency: string
    readonly tone: 'plain' | 'award' | 'cash'
  }
  readonly to?: Address
  /** What is told as one thing with others, such as what a purchase took of several credits. */
  readonly group?: string
}

/** Each group as one thing where its first stands. */
export function together(moments: readonly Moment[]): readonly Moment[] {
  const groups = Map.groupBy(moments, ({ key, group }) => group ?? key)
  return [...groups.values()].flatMap((all) => {
    const [first, ...others] = all
    if (!first || others.length === 0) return first ?? []
    const about = [...new Set(all.flatMap((each) => each.about ?? []))].join(', ')
    if (!first.money) return { ...first, about }
    const amount = sumOf(all.map(({ money }) => money?.amount ?? 0))
    return { ...first, about, money: { ...first.money, amount } }
  })
}

/**
 * Several lists as one, the newest first. A list that goes on is known only as far as it was read: what is older than its last one is
 * left to it, so that nothing is missing from what is told.
 */
export function inOneLine(
  lists: readonly { readonly moments: readonly Moment[]; readonly hasMore: boolean }[],
): { readonly moments: readonly Moment[]; readonly isWhole: boolean } {
  const knownSince = Math.max(
    Number.NEGATIVE_INFINITY,
    ...lists.flatMap(({ moments, hasMore }) => (hasMore ? [moments.at(-1)?.at ?? 0] : [])),
  )
  const moments = lists
    .flatMap((list) => list.moments)
    .filter(({ at }) => at >= knownSince)
    .toSorted((a, b) => b.at - a.at)
  return { moments: together(moments), isWhole: lists.every(({ hasMore }) => !hasMore) }
}
