import { many } from './counting.ts'

export const orders = {
  title: 'Orders',
  venue: 'Venue',
  states: {
    NEW: 'New',
    IN_PROGRESS: 'In progress',
    ON_HOLD: 'On hold',
    COMPLETED: 'Completed',
    CANCELLED: 'Cancelled',
  },
  supply: { DELIVERY: 'Delivery', PICK_UP: 'Pick-up', DIRECT_SALE: 'At the counter' },
  age: (minutes: number) =>
    minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`,
  /** Those that every business begins with, by their names. */
  stages: { Accepted: 'Accepted', Ready: 'Ready' },
  acts: {
    START_PROGRESS: 'Accept',
    COMPLETE: 'Complete',
    CANCEL: 'Cancel',
    stages: { Accepted: 'Accept', Ready: 'Ready' },
  },
  none: 'None',
  empty: {
    title: 'No orders yet',
    text: 'Orders that customers place in the shop show up here, and at the till of the venue.',
    share: 'Share the link of the shop',
    shareMeans: 'Customers open the shop by a link or its QR code, with a key that is made for their app.',
    key: 'App of customers',
  },
  soundOn: 'Sound is on',
  soundOff: 'Sound is off',
  cameIn: (numbers: string) => `A new order has come in: ${numbers}.`,
  byHour: {
    title: 'Orders by hour',
    summary: (total: number) => `${many(total, 'order', 'orders')} came in during the last 24 hours.`,
    hour: 'Hour',
  },
  cancelling: {
    title: (number: string) => `Cancel order ${number}?`,
    action: 'Cancel the order',
    keep: 'Keep the order',
    means: 'Money that was blocked for it goes back to the wallet. The customer is told the reason.',
    reason: 'Reason',
    noReasons: 'There are no reasons yet. Add one under Settings first.',
    done: (number: string) => `Order ${number} is cancelled.`,
  },
} as const

export const products = {
  title: 'Products',
  parts: 'Parts of products',
  caption: 'Products, the newest first',
  pages: 'Pages of products',
  find: 'Find a product by its name or SKU',
  source: 'From',
  sources: { MANUAL: 'By hand', SYNC: 'Synchronised', FEED: 'Feed', PURCHASE: 'Seen at a till' },
  tabs: { products: 'Products', groups: 'Families, brands, types', unknown: 'Seen at tills' },
  columns: {
    product: 'Product',
    family: 'Family',
    brand: 'Brand',
    price: 'Price',
    source: 'From',
    group: 'Group',
    kind: 'Kind',
    earns: 'Earns',
    seen: 'First seen',
    act: 'What to do',
  },
  kinds: { FAMILY: 'Family', BRAND: 'Brand', TYPE: 'Type' },
  inactive: 'not sold any more',
  earns: 'Earns rewards',
  earnsNothing: 'Earns nothing',
  earnsLabel: (name: string) => `${name} earns rewards`,
  turned: (name: string, earns: boolean) =>
    earns ? `${name} earns rewards now.` : `${name} earns nothing now.`,
  noGroups: { title: 'No groups yet', text: 'Groups are made with the first product that names them.' },
  unknownMeans:
    'Tills have sold these, and no system has told what they are. Each can be merged into the product that it is.',
  noUnknown: { title: 'Nothing unknown', text: 'Every product that tills have sold was told by a system.' },
  mergeInto: 'Merge into…',
  mergeTitle: (name: string) => `What is ${name}?`,
  mergeAction: 'Merge',
  mergeMeans:
    'From the next purchase on its SKU leads to the other product. Receipts and all that is past keep the SKU under which it was sold.',
  into: 'It is',
  choose: 'Choose…',
  nothingFound: 'Nothing found yet',
  merged: (name: string) => `${name} is merged.`,
  empty: {
    title: 'No products yet',
    text: 'Products come from your systems by one call, from a file that is imported, from a feed that is fetched by itself, or with the first purchase that names them.',
    command: 'call',
    syncs: 'Imports & syncs',
  },
} as const

export const syncs = {
  title: 'Imports & syncs',
  caption: 'Long jobs, the newest first',
  pages: 'Pages of jobs',
  kind: 'Kind',
  kinds: { PRODUCT_SYNC: 'Product synchronisation', REPLAY: 'Replay of an offer' },
  imports: { products: 'Import products', contacts: 'Import contacts' },
  importCsv: 'Import a CSV',
  toImport: 'To the import',
  toOffer: 'To the offer, and what came of it',
  trial: (kind: string) => `${kind}, only tried out`,
  columns: { process: 'Job', progress: 'Progress', state: 'State' },
  progress: 'Progress',
  units: { PRODUCT_SYNC: 'rows', REPLAY: 'purchases' },
  empty: {
    title: 'No jobs yet',
    text: 'Product synchronisations, feeds and replays are listed here while they run and after.',
  },
  rejected: 'Rows that were rejected',
  rejectedHead: ['Row', 'SKU', 'What is wrong'],
  saveRejected: 'Download rows to fix',
  fixMeans:
    'The file has these rows as they were sent and a column “error”. Put them right and import it as it is:',
  moreRejected: (number: number) => `${many(number, 'more row is', 'more rows are')} in the file.`,
} as const

export const feeds = {
  title: 'Feeds',
  feed: 'Feed',
  last: 'Last run',
  next: 'Next run',
  act: 'What to do',
  outcomes: { SYNCHRONISED: 'Synchronised', UNCHANGED: 'Unchanged', FAILED: 'Failed' },
  run: 'Run now',
  running: 'Running…',
  begun: (name: string) => `${name} is fetched within seconds.`,
} as const
