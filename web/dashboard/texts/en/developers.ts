import { count, many } from './counting.ts'

export const events = {
  title: 'Events',
  means: 'What happened, in its order, the oldest first. Kept for 30 days.',
  none: 'No events yet',
  noneMeans: 'A purchase, an award, an order: whatever happens is listed here.',
  earlier: 'Earlier',
  later: 'Later',
} as const

export const requests = {
  title: 'Requests',
  means:
    'What keys asked and what they were answered, of the last seven days. Names of fields are kept, never what was sent in them.',
  caption: 'Requests, the newest first',
  pages: 'Pages of requests',
  one: 'Request',
  columns: { request: 'Request', answer: 'Answer', by: 'By', took: 'Took', when: 'When' },
  outcome: 'Outcome',
  outcomes: { SUCCEEDED: 'Went well', REFUSED: 'Refused' },
  operation: 'Endpoint',
  error: 'Error',
  key: 'Key',
  kinds: { KEY: 'A key', USER: 'A member of staff', CONTACT: 'A customer' },
  milliseconds: (number: number) => `${count.format(number)} ms`,
  replayed: (status: number) => `${status}, answered again`,
  empty: {
    title: 'No requests yet',
    text: 'The first call with a key shows up here within seconds. What this page itself reads is not listed.',
  },
  report: {
    title: 'Requests of the last 24 hours',
    summary: (requests: number, refused: number) =>
      `${many(requests, 'request', 'requests')}, of which ${count.format(refused)} refused.`,
    hour: 'Hour',
    requests: 'Requests',
    refused: 'Refused',
    refusals: 'What was refused',
    number: 'How often',
    none: 'Nothing was refused.',
  },
  fields: 'Fields that were refused',
  field: 'Field',
  why: 'Why',
  codes: {
    required: 'is missing',
    invalid: 'has a value that is not accepted',
    unknown_field: 'is not known here',
    taken: 'is in use already',
  } as Readonly<Record<string, string>>,
  against: 'Against one that went well',
  noGood: 'No request of this kind that went well is kept, so there is none to hold it against.',
  sameNames: 'Both had the same fields, so it is a value that differs.',
  difference: 'Only in',
  onlyHere: 'this one',
  onlyThere: 'the one that went well',
  again: 'Send it again',
  againMeans: 'With the names that it had; fill in what stands open.',
} as const

export const tools = {
  title: 'Test tools',
  onlyTest: 'Only for test data',
  onlyTestMeans: 'Sign in with a test key to see what helps while an integration is written.',
  addresses: 'Try it',
  what: 'What',
  where: 'Where',
  places: { '/till/': 'The demo till', '/shopper/': 'The app of customers', '/docs': 'The API reference' },
  clock: {
    title: 'Clock',
    means:
      'The time of this test business. Moved forward, everything that falls due in between is done at its time: expiries, reminders, retries, payouts. It cannot be moved back, and live data has no such clock.',
    now: 'It is',
    ahead: (days: string) => `${days} ahead of the machine`,
    notAhead: 'the same as the machine',
    steps: { PT1H: '+1 hour', P1D: '+1 day', P7D: '+7 days', P30D: '+30 days' },
    to: 'To',
    move: 'Move there',
    moving: 'Moving…',
    moved: (stops: number) => `Moved, with ${many(stops, 'stop', 'stops')} on the way.`,
    notThere: 'So much fell due that it stopped on the way. Move it again.',
  },
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
