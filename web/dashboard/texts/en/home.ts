import { count, many } from './counting.ts'

export const home = {
  title: 'Home',
  whole: (what: string) => `${what} · whole business`,
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
    sold: 'Sold',
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
  liabilitySummary: (amount: string) => `${amount} now.`,
  noHistory:
    'Nothing was booked before this week; the curve begins with its end. A purchase of the past is booked when it arrives, and is owed from then on.',
  week: 'Week until',
  now: 'Now',
  series: { commerce: 'Rewards', open: 'Cash' },
  due: {
    title: 'When what is owed expires',
    none: 'Nothing is owed.',
    summary: (amount: string) => `${amount} within the next 30 days, unless it is spent.`,
    when: 'Expires',
    bands: {
      ZERO_TO_THIRTY: '30 days',
      THIRTY_TO_SIXTY: '60 days',
      SIXTY_TO_NINETY: '90 days',
      NINETY_PLUS: 'Later',
      NEVER: 'Never',
    },
  },
  claims: {
    title: 'Receipts claimed',
    none: 'Nothing was sold in the last 12 weeks.',
    allNamed: 'In the last 12 weeks every purchase named its customer at the till.',
    summary: (claimed: number, unnamed: number) =>
      `Claimed: ${count.format(claimed)} of ${many(unnamed, 'receipt', 'receipts')} without a customer in the last 12 weeks.`,
    step: 'Step',
    number: 'Receipts',
    unnamed: 'No customer',
    claimed: 'Claimed',
    held: 'Held',
  },
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
    nothingHere: 'Nothing waits for you here. Claims and orders of other venues are not counted.',
    each: {
      payouts: (number: number) => many(number, 'payout has failed', 'payouts have failed'),
      unknownPayouts: (number: number) =>
        `${many(number, 'payout', 'payouts')} of which nobody knows whether it was paid`,
      adjustments: (number: number) =>
        `${many(number, 'correction waits', 'corrections wait')} for a second person`,
      claims: (number: number) =>
        `${many(number, 'claimed receipt waits', 'claimed receipts wait')} for a decision`,
      orders: (number: number) => `${many(number, 'order waits', 'orders wait')} to be started`,
      webhooks: (number: number) =>
        `${many(number, 'webhook endpoint is', 'webhook endpoints are')} paused because it does not answer`,
      syncs: (number: number) => many(number, 'import has failed', 'imports have failed'),
      keys: (number: number) => `${many(number, 'key expires', 'keys expire')} within two weeks`,
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
