import { count, many } from './counting.ts'

export const home = {
  title: 'Home',
  stats: {
    liability: 'Owed to customers now',
    report: 'Report',
    available: 'Of it spendable now',
    payouts: 'Payouts due',
    queue: 'Queue',
    debts: 'Owed by customers',
    debtsMean: 'repaid first from what they earn next',
  },
  sales: {
    today: {
      sales: 'Sold today',
      awarded: 'Awarded today',
      spent: 'Spent today',
      purchases: 'Purchases today',
    },
    before: (what: string) => `${what} a week ago`,
    count: (number: number) => count.format(number),
    byDay: 'Sales by day',
    day: 'Day',
    summary: (purchases: number, days: number) =>
      `${many(purchases, 'purchase', 'purchases')} in the last ${days} days; voided ones are not counted.`,
    none: 'Nothing was sold in the last 28 days.',
  },
  liability: 'Owed to customers, week by week',
  liabilitySummary: (amount: string) => `${amount} at the end of last week.`,
  noHistory: 'The books have no full week yet.',
  week: 'Week until',
  series: { available: 'Spendable', pending: 'Not yet available', blocked: 'Blocked' },
  given: {
    title: 'What offers gave in the last 30 days',
    none: 'No offer has given anything in the last 30 days.',
    offer: 'Offer',
    awarded: 'Awarded',
    spent: 'Spent of it',
  },
  latest: { title: 'Latest purchases', all: 'All', none: 'No purchases yet.' },
  needs: {
    title: 'Needs you',
    nothing: 'Nothing waits for you.',
    each: {
      payouts: (number: number) => many(number, 'payout has failed', 'payouts have failed'),
      unknownPayouts: (number: number) =>
        `${many(number, 'payout', 'payouts')} of which nobody knows whether it was paid`,
      adjustments: (number: number) =>
        `${many(number, 'correction waits', 'corrections wait')} for a second person`,
      orders: (number: number) => `${many(number, 'order waits', 'orders wait')} to be started`,
      webhooks: (number: number) =>
        `${many(number, 'webhook endpoint is', 'webhook endpoints are')} paused because it does not answer`,
      syncs: (number: number) => many(number, 'import has failed', 'imports have failed'),
    },
  },
  steps: {
    title: 'First steps',
    tickedBy: (call: string) => call,
    each: {
      key: 'Make a key',
      purchase: 'Send the first purchase',
      webhook: 'Connect a webhook',
      offer: 'Create an offer',
      colleague: 'Invite a colleague',
    },
  },
} as const
