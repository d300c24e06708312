/** What offers name: schemes, tiers, passes and pools. */
export const managed = {
  name: 'Name',
  description: 'Description',
  state: 'State',
  states: { ACTIVE: 'Active', INACTIVE: 'Not active' },
  acts: 'Change or delete',
  keep: 'Save',
  kept: (name: string) => `${name} is saved.`,
  change: (name: string) => `Change ${name}`,
  delete: (name: string) => `Delete ${name}`,
  deleteAct: 'Delete',
  deleteMeans: 'Only what nothing uses can be deleted.',
  deleted: (name: string) => `${name} is deleted.`,
  pages: 'Pages',
} as const

export const schemes = {
  names: {
    caption: 'Reward schemes, the newest first',
    create: 'New scheme',
    none: 'No schemes yet',
    noneMeans:
      'A scheme groups offers for those who take part in it: everybody, who signs up, or a closed circle.',
  },
  signUp: 'Who takes part',
  options: {
    AUTO_SIGN_UP: 'Everybody who did not sign out',
    SELF_SIGN_UP: 'Who signs up',
    CLOSE_LOOP_SIGN_UP: 'A closed circle',
  },
  method: 'Shown by',
  methods: { CODE: 'a code', EMAIL_DOMAIN: 'the e-mail address' },
  domains: 'Domains of e-mail addresses',
  domainsHint: 'Such as acme.example. Several with commas between them.',
  active: 'Active: its offers are for its members',
  codes: 'Codes',
  codesOf: (name: string) => `Sign-up codes of ${name}`,
  codesMean: 'Each lets one customer in. They are made up and can be handed out.',
  count: 'How many',
  makeCodes: 'Make codes',
} as const

export const tiers = {
  names: {
    caption: 'Reward tiers, the newest first',
    create: 'New tier',
    none: 'No tiers yet',
    noneMeans: 'Whoever spends enough in a period is in a tier, and offers may be for a tier alone.',
  },
  programme: 'How spending leads to tiers',
  counts: (rate: string, currency: string, period: string) =>
    `${rate} ${rate === '1' ? 'unit' : 'units'} for each ${currency}, counted ${period}.`,
  noProgramme: 'Nothing is counted yet, so nobody is in a tier.',
  setProgramme: 'Set how it is counted',
  programmeMeans: 'It holds at once, also for what was spent before.',
  programmeKept: 'Spending is counted so from now on.',
  rate: (currency: string) => `Units for each ${currency}`,
  period: 'Counted',
  periodHint: 'A tier is held to the end of the period after the one in which it was reached.',
  periods: { MONTH: 'by the month', QUARTER: 'by the quarter', YEAR: 'by the year', EVER: 'for ever' },
  units: 'Units',
  unitsHint: 'Reached with so many or more. With 0 it is the tier of everybody.',
  benefits: 'Benefits',
  benefitsHint: 'What its holders are promised, in your words. What they get is what offers say.',
} as const

export const plans = {
  names: {
    caption: 'Pass plans, the newest first',
    create: 'New pass plan',
    none: 'No pass plans yet',
    noneMeans: 'Passes of a plan open offers, or put money into a wallet: vouchers, gift cards, top-ups.',
  },
  kind: 'For',
  kindHint: 'It stays as it is made.',
  kinds: { PROMOTION: 'opening offers', GIFT: 'a gift of money', TOPUP: 'topping up' },
  value: 'Value',
  between: (least: string, most: string) => `${least} to ${most}`,
  fixed: 'All passes carry the same value',
  least: 'At least',
  most: 'At most',
  pool: 'May be spent',
  open: 'anywhere, as open money',
  codeType: 'Codes',
  codeTypes: { SINGLE: 'each pass has its own', MULTIPLE: 'one for everybody' },
  uses: 'Uses of a pass',
  usesHint: 'Empty: without limit.',
  usesEach: 'Uses by each customer',
  validity: 'Valid',
  validities: { ALWAYS: 'always', PERIOD: 'for a time', DATE: 'until a day' },
  period: (count: number, unit: string) => `${count} ${unit}`,
  until: (day: string) => `until ${day}`,
  units: { DAYS: 'days', MONTHS: 'months', YEARS: 'years' },
  count: 'For so many',
  unit: 'Unit',
  date: 'Until',
  active: 'Active: its passes can be used',
} as const

export const pools = {
  names: {
    caption: 'Pools, the newest first',
    create: 'New pool',
    none: 'No pools yet',
    noneMeans: 'A pool says where, when and on what reward money may be spent.',
  },
  means:
    'Restrictions hold at once, also for money that was given before; how long it lasts holds for money given from now on.',
  where: 'Where',
  what: 'On what',
  long: 'For how long',
  everywhere: 'everywhere',
  everything: 'everything',
  forEver: 'for ever',
  switched: 'Customers switch it on before they can spend',
} as const
