import { many } from './counting.ts'

export const keys = {
  title: 'Keys',
  caption: 'API keys, the newest first',
  pages: 'Pages of keys',
  create: 'New key',
  columns: { key: 'Key', scopes: 'May', used: 'Used last', state: 'State', acts: 'What to do' },
  everything: 'Everything',
  never: 'Never',
  expires: 'until',
  states: { valid: 'Valid', revoked: 'Revoked' },
  empty: {
    title: 'No keys yet',
    text: 'Each till and system gets a key of its own, so that one can be taken away alone.',
  },
  acts: {
    roll: {
      name: 'Roll',
      title: (name: string) => `Roll ${name}?`,
      means:
        'A new key takes its place. The old one works for another 24 hours, so that nothing stops meanwhile.',
      done: 'The key is rolled.',
    },
    revoke: {
      name: 'Revoke',
      title: (name: string) => `Revoke ${name}?`,
      means: 'Whatever uses it is refused from now on.',
      done: 'The key is revoked.',
    },
  },
  form: {
    name: 'Name',
    nameHint: 'Where it is used, such as “Till 3, Main St”.',
    purpose: 'For',
    purposes: {
      till: 'A till or web shop',
      catalogue: 'A product catalogue',
      finance: 'Reading for finance',
      everything: 'Everything',
    },
    place: 'Only for',
    placeHint: 'A key of one place sees only that and what is below it.',
    wholeBusiness: 'The whole business',
    create: 'Make the key',
  },
} as const

export const shownOnce = {
  means: 'This is shown now and never again. Keep it where secrets are kept.',
  secret: 'secret',
  line: 'line for .env',
  kept: 'I have kept it',
} as const

export const webhooks = {
  title: 'Webhooks',
  caption: 'Endpoints, the newest first',
  pages: 'Pages of endpoints',
  create: 'New endpoint',
  secret: 'Secret that signs',
  columns: { endpoint: 'Endpoint', events: 'Events', state: 'State' },
  all: 'All',
  states: { ENABLED: 'Enabled', DISABLED: 'Disabled', PAUSED: 'Paused' },
  empty: {
    title: 'No endpoints yet',
    text: 'What happens is posted to your address, signed, in order, and again until it is taken.',
  },
  form: { url: 'Address', urlHint: 'https, in LIVE mode.', description: 'Description', create: 'Create' },
  acts: {
    rotate: 'Rotate the secret',
    recover: 'Send the last day again',
    disable: 'Disable',
    enable: 'Enable',
  },
  recovered: (number: number) => `${many(number, 'delivery is', 'deliveries are')} sent again.`,
  deliveries: {
    caption: 'Deliveries, the newest first',
    pages: 'Pages of deliveries',
    event: 'Event',
    tries: 'Tries',
    answer: 'Answer',
    state: 'State',
    act: 'What to do',
    states: { PENDING: 'Waiting', DELIVERED: 'Delivered', FAILED: 'Failed', DROPPED: 'Given up' },
    resend: 'Resend',
    resent: 'It is sent again.',
    none: 'No deliveries yet',
    noneMeans: 'The next event is posted here by itself.',
  },
} as const

export const events = {
  title: 'Events',
  means: 'What happened, in its order, the oldest first. Kept for 30 days.',
  none: 'No events yet',
  noneMeans: 'A purchase, an award, an order: whatever happens is listed here.',
  earlier: 'Earlier',
  later: 'Later',
} as const

export const tools = {
  title: 'Test tools',
  onlyTest: 'Only for test data',
  onlyTestMeans: 'Sign in with a test key to see what helps while an integration is written.',
  addresses: 'Try it',
  what: 'What',
  where: 'Where',
  places: { '/till/': 'The demo till', '/shopper/': 'The app of customers', '/docs': 'The API reference' },
  outbox: {
    title: 'Outbox',
    means: 'Test data reaches nobody. What would have been sent ends here.',
    pages: 'Pages of messages',
    message: 'Message',
    recipient: 'To',
    channel: 'Channel',
    none: 'Nothing would have been sent yet.',
  },
} as const

export const audit = {
  title: 'Audit log',
  means:
    'Every act of a member of staff, and every act of a key that configures something. Kept for two years.',
  caption: 'Acts, the newest first',
  pages: 'Pages of acts',
  columns: { act: 'Act', by: 'By', changes: 'Changed', from: 'From' },
  kinds: { KEY: 'Key', USER: 'Member of staff' },
  target: 'Id',
  change: (field: string, before: string, after: string) =>
    before === '–' ? `${field}: ${after}` : `${field}: ${after}, was ${before}`,
  more: (number: number) => `and ${number} more`,
  empty: { title: 'Nothing yet', text: 'Whoever changes something is written here with what was changed.' },
} as const

export const team = {
  title: 'Team',
  caption: 'Members of staff',
  pages: 'Pages of members',
  invite: 'Invite',
  inviteMeans: 'They get an invitation that lasts seven days, with which they choose a password.',
  invitation: 'Invitation',
  columns: { member: 'Member', role: 'Role', seen: 'Signed in last', state: 'State', acts: 'What to do' },
  roles: {
    OWNER: 'Owner',
    MANAGER: 'Manager',
    MARKETER: 'Marketer',
    CLERK: 'Clerk',
    DEVELOPER: 'Developer',
    AUDITOR: 'Auditor',
  },
  states: { INVITED: 'Invited', ACTIVE: 'Active', DISABLED: 'Disabled' },
  never: 'Never',
  change: 'Change',
  save: 'Save',
  changed: 'Saved.',
  disabledMeans: 'Disabled: signed out everywhere at once.',
  email: 'E-mail',
  name: 'Name',
  empty: { title: 'Nobody yet', text: 'Invite who works with you, each with the role that fits.' },
} as const

export const settings = {
  title: 'Settings',
  business: 'Business',
  change: 'Change',
  name: 'Name',
  currency: 'Currency',
  zone: 'Time zone',
  names: {
    reduction_method: 'Reduction method',
    accepts_days_back: 'Purchases accepted, days back',
    accepts_minutes_ahead: 'Purchases accepted, minutes ahead',
    grace_days: 'Days of grace after a void',
    claim_days: 'Days to claim a receipt',
    claims_per_day: 'Claims a day and customer',
    claims_per_day_in_all: 'Claims a day in all',
    self_submitted_purchases: 'Receipts that only customers sent',
    self_submitted_up_to: 'Such receipts up to',
    minimum_spend: 'Least spend',
    maximum_spend: 'Largest spend',
    token_minutes: 'Minutes of a spend code',
    dynamic_wallet_code: 'Wallet codes change',
    allows_automatic_spend: 'Automatic spend allowed',
    automatic_spend: 'Automatic spend',
    automatic_spend_minimum_balance: 'Automatic spend from a balance of',
    automatic_spend_from_purchase: 'Automatic spend from a purchase of',
    automatic_spend_maximum: 'Automatic spend at most',
    redeem_method: 'Redeeming',
    adjustment_approval_above: 'Corrections approved by a second person above',
  },
  reasons: {
    title: 'Reasons to cancel an order',
    create: 'Add a reason',
    created: 'Added.',
    none: 'None yet. An order cannot be cancelled without one.',
    reason: 'Reason',
    standing: 'Standing',
    byDefault: 'By default',
  },
  notifications: {
    title: 'Notifications',
    language: 'Language',
    quiet: 'Quiet hours',
    reminder: 'Reminder before expiry, days',
    email: 'E-mail',
    noEmail: 'Not set up',
  },
  providers: {
    title: 'Payouts',
    means: 'By which ways customers can be paid. The wallet always pays.',
    always: 'Always',
  },
} as const
