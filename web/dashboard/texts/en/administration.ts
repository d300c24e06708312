import { count, many } from './counting.ts'

export const keys = {
  title: 'Keys',
  caption: 'API keys, the newest first',
  pages: 'Pages of keys',
  create: 'New key',
  columns: {
    key: 'Key',
    scopes: 'May',
    used: 'Used last',
    calls: 'In 24 hours',
    state: 'State',
    acts: 'What to do',
  },
  calls: {
    number: (number: number) => many(number, 'call', 'calls'),
    refused: (number: number) => `${count.format(number)} refused`,
  },
  everything: 'Everything',
  ofApp: 'The app of customers',
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
      app: 'The app of customers',
    },
    appMeans: 'Is no secret: it stands in the link to the app, and a customer signs in with it.',
    place: 'Only for',
    placeHint: 'A key of one place sees only that and what is below it.',
    wholeBusiness: 'The whole business',
    until: 'Valid until',
    untilHint: 'To the end of that day; left empty, until it is revoked.',
    create: 'Make the key',
  },
} as const

export const shownOnce = {
  means: 'This is shown now and never again. Keep it where secrets are kept.',
  publicMeans: 'This is shown now and never again. It is no secret: it stands in the link to the app.',
  secret: 'secret',
  key: 'key',
  line: 'line for .env',
  kept: 'I have kept it',
  shop: 'link to the shop',
  shopMeans: 'Customers who open this link or read the code are in the app of this business.',
} as const

export const code = {
  languages: 'Languages',
  run: 'Run in test',
  answer: 'answer',
} as const

export const webhooks = {
  title: 'Webhooks',
  caption: 'Endpoints, the newest first',
  pages: 'Pages of endpoints',
  create: 'New endpoint',
  secret: 'Secret that signs',
  columns: { endpoint: 'Endpoint', events: 'Events', deliveries: 'Calls', state: 'State' },
  health: {
    failing: 'Calls fail',
    notCalled: 'Not called in 24 hours',
    allTaken: (taken: number) => `${many(taken, 'call', 'calls')} in 24 hours, all taken`,
    taken: (taken: number, all: number) =>
      `${count.format(taken)} of ${many(all, 'call', 'calls')} taken in 24 hours`,
    waiting: (number: number) => `${count.format(number)} waiting, the oldest`,
  },
  all: 'All',
  states: { ENABLED: 'Enabled', DISABLED: 'Disabled', PAUSED: 'Paused' },
  empty: {
    title: 'No endpoints yet',
    listen:
      'First on your own machine: “tillback listen” posts every event to the program that you write, signed as it will be, without an address that others can reach.',
    command: 'command',
    where: 'In the folder of Tillback. At first it prints the secret with which signatures are checked.',
    address: 'Then the address: what happens is posted there, signed, in order, and again until it is taken.',
  },
  form: {
    url: 'Address',
    urlHint: 'With live data it must be https.',
    description: 'Description',
    all: 'Every event is sent, also those of kinds that come later',
    create: 'Create',
  },
  groups: {
    purchase: 'Purchases',
    claim: 'Claims',
    reward: 'Rewards',
    wallet: 'Wallets',
    payout: 'Payouts',
    order: 'Orders',
    contact: 'Contacts',
    scheme: 'Schemes',
    products: 'Products',
    token: 'Spend codes',
    till: 'Tills',
    webhook_endpoint: 'Webhooks',
  },
  isPaused: 'is paused: nothing is sent there until it is enabled again.',
  acts: {
    rotate: 'Rotate the secret',
    recover: 'Send again since…',
    change: 'Change',
    delete: 'Delete',
    disable: 'Disable',
    enable: 'Enable',
  },
  recovered: (number: number) => `${many(number, 'delivery is', 'deliveries are')} sent again.`,
  recovering: {
    means:
      'Everything that was not taken since then is sent again, in its order. Events are kept for 30 days.',
    since: 'Since',
    all: 'Also what was taken',
    action: 'Send again',
  },
  deleting: {
    title: 'Delete this endpoint?',
    means: 'Nothing more is sent there, and its deliveries are not shown any more.',
    done: 'The endpoint is deleted.',
  },
  signature: {
    title: 'Check a signature',
    means:
      'Paste what your endpoint received. It is reckoned on this page; neither the secret nor the rest leaves it.',
    fields: {
      secret: 'Secret (whsec_…)',
      id: 'webhook-id',
      timestamp: 'webhook-timestamp',
      signature: 'webhook-signature',
      body: 'Body, exactly as it was received',
    },
    check: 'Check',
    verdicts: {
      GOOD: 'The signature is right.',
      OTHER: 'It does not fit. Most often the body was parsed and written again before it was checked.',
      NO_SECRET: 'That is no secret of an endpoint; it begins with whsec_.',
    },
  },
  calls: {
    title: 'Calls of the last 24 hours',
    summary: (taken: number, failed: number, p95: string) =>
      `${count.format(taken)} taken, ${count.format(failed)} failed; 95 of 100 were over within ${p95}.`,
    taken: 'Taken',
    failed: 'Failed',
    p95: '95 of 100 within',
  },
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
    panel: {
      title: 'Delivery',
      happened: 'Made',
      next: 'Next try',
      attempt: (number: number) => `Try ${count.format(number)}`,
      took: 'Took',
      why: 'Why',
      noAnswer: 'No answer',
      parts: 'Answer or request',
      answer: 'Answer',
      request: 'Request',
      headers: 'Headers',
      body: 'Body',
      noBody: 'The answer had no body.',
      nothingCame: 'Nobody answered, so there is nothing to show.',
      cut: 'The beginning of the answer; more of it is not kept.',
      erased: 'It is not kept: it spoke of a customer who was erased.',
      signed: 'The signature is not kept; what your endpoint received is checked at the foot of this page.',
      noTries: 'It was not tried yet.',
      forgotten: 'What was answered is kept for seven days.',
    },
  },
} as const

export const audit = {
  title: 'Audit log',
  means:
    'Every act of a member of staff, and of a key whatever configures something or looks at who a contact is. Kept for two years.',
  caption: 'Acts, the newest first',
  pages: 'Pages of acts',
  columns: { act: 'Act', by: 'By', changes: 'Changed', from: 'From' },
  kinds: { KEY: 'Key', USER: 'Member of staff' },
  target: 'Id',
  acts: {
    revealContact: 'Looked at contact details',
    exportContact: 'Exported all that is kept of a contact',
  },
  fields: {
    phones: 'Phone',
    emails: 'E-mail',
    loyalty_identifiers: 'Loyalty card',
    kept: 'What was kept',
    removed: 'What was removed',
    now: 'Time of the business',
  },
  change: (field: string, before: string, after: string) =>
    before === '–' ? `${field}: ${after}` : `${field}: ${after} (was ${before})`,
  more: (number: number) => `and ${number} more`,
  save: 'Download CSV',
  saved: (number: number) => `${many(number, 'act is', 'acts are')} in the file.`,
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
  means: {
    OWNER: 'Everything, owners and their rights among it.',
    MANAGER:
      'The whole daily business and its staff; not keys, webhooks, feeds, adaptors and payout providers.',
    MARKETER: 'Offers, passes, pools, products and messages; sees purchases, contacts and reports.',
    CLERK:
      'Contacts and what happens at the counter: purchases, returns, claims, passes, top-ups, orders; asks for adjustments.',
    DEVELOPER:
      'Keys, webhooks, feeds, adaptors and all that a till or shop does, so that it can be given to their keys; no payouts, adjustments or staff.',
    AUDITOR: 'Sees everything and changes nothing.',
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
