import { sumOf } from '../../kit/sum.ts'
import type { Reply } from '../read.ts'

type Report = Pick<Reply<'reports', 'getLiability'>, 'totals' | 'content'>

/** What is owed of one currency, by where it may be spent. */
export interface Owed {
  readonly currency: string
  readonly liability: number
  readonly available: number
  readonly open: number
  readonly commerce: number
}

/** Read from a report by pool, whose row without one is open money. */
export function owedIn({ totals, content }: Report): readonly Owed[] {
  return totals.map(({ currency_code: currency, liability, available }) => {
    const own = content.filter((row) => row.currency_code === currency)
    const open = own.find(({ pool }) => pool === null)?.liability ?? 0
    return { currency, liability, available, open, commerce: less(liability, open) }
  })
}

export const BANDS = ['ZERO_TO_THIRTY', 'THIRTY_TO_SIXTY', 'SIXTY_TO_NINETY', 'NINETY_PLUS', 'NEVER'] as const
export type Band = (typeof BANDS)[number]

export interface Due {
  readonly band: Band
  readonly open: number
  readonly commerce: number
}

/** Read from a report by expiry and pool: in which days what is owed expires. */
export function dueIn({ content }: Report, currency: string): readonly Due[] {
  return BANDS.map((band) => {
    const own = content.filter((row) => row.expiry === band && row.currency_code === currency)
    const sum = (isOpen: boolean) =>
      sumOf(own.filter(({ pool }) => (pool === null) === isOpen).map(({ liability }) => liability))
    return { band, open: sum(true), commerce: sum(false) }
  })
}

const less = (a: number, b: number) => sumOf([a, -b])
