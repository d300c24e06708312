import { z } from 'zod'
import type { Basket } from '../basket.ts'
import { inCapitals } from '../capitals.ts'
import { condition } from '../condition.ts'
import { ifSent } from '../translator.ts'
import { fragments } from '../words/english.ts'

const kind = z.literal('PAYMENT')
const MOST = 100
const prefix = z.string().regex(/^\d{4,11}$/, 'the first 4 to 11 digits of a card are needed')
const mediums = z.array(prefix).min(1).max(MOST)
const asksSomething = ({ mediums, tenders }: { readonly mediums?: unknown; readonly tenders?: unknown }) =>
  mediums !== undefined || tenders !== undefined
const nothingAsked = { error: 'mediums or tenders is needed' }

/** Paid with one of these cards, known by their first digits, or with one of these means of payment. */
export const payment = condition({
  kind: 'PAYMENT',
  settings: z
    .strictObject({
      kind,
      mediums: mediums.optional(),
      tenders: z.array(z.string().min(1).max(50)).min(1).max(MOST).optional(),
    })
    .refine(asksSomething, nothingAsked),
  body: z
    .strictObject({
      kind,
      mediums: mediums.optional().meta({ description: 'First digits that payment_medium_identifier has.' }),
      tenders: z
        .array(z.string().trim().min(1).max(50))
        .min(1)
        .max(MOST)
        .optional()
        .meta({ description: 'Types of tender, such as CASH or CARD; capitals do not matter.' }),
    })
    .refine(asksSomething, nothingAsked),
  reply: z.object({ kind, mediums: z.array(z.string()).optional(), tenders: z.array(z.string()).optional() }),
  fromWire: ({ kind, mediums, tenders }) => ({
    kind,
    mediums: ifSent(mediums, (all) => [...new Set(all)]),
    tenders: ifSent(tenders, (all) => [...new Set(all.map((each) => each.toUpperCase()))]),
  }),
  toWire: (settings) => settings,
  says: ({ tenders = [], mediums = [] }, { words }) => words.conditions.payment(tenders, mediums),
  compile: ({ mediums = [], tenders = [] }) => {
    const wanted = new Set(tenders)
    return {
      holds: ({ paymentMedium, tenders: paidWith }) =>
        (paymentMedium !== undefined && mediums.some((digits) => paymentMedium.startsWith(digits))) ||
        (wanted.size > 0 && paidWith.some((type) => wanted.has(inCapitals(type)))),
      shortfall: (basket) => ({ seen: saysPaid(basket), needed: fragments.means(tenders, mediums) }),
    }
  },
})

/** Four digits name the issuer, and say less of whose card it is than all that the till sent. */
function saysPaid({ paymentMedium, tenders }: Basket): string {
  const card = paymentMedium === undefined ? [] : [`card ${paymentMedium.slice(0, 4)}…`]
  return [...tenders, ...card].join(' and ') || 'no means of payment named'
}
