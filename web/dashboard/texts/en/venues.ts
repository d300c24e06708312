import { locale } from './counting.ts'

export const venues = {
  title: 'Venues & tills',
  parts: 'Parts of venues and tills',
  tabs: { places: 'Venues', tills: 'Tills', codes: 'Receipt codes' },
  caption: 'Merchants and venues',
  pages: 'Pages of venues',
  find: 'Find a merchant or venue',
  create: 'New merchant or venue',
  columns: { name: 'Name', type: 'Kind', taps: 'Numbers at tills', reduction: 'Reduction', state: 'State' },
  types: { BUSINESS: 'Business', MERCHANT: 'Merchant', VENUE: 'Venue' },
  reductions: { FRONT_END: 'At the till', BACK_END: 'Paid out afterwards' },
  asParent: 'As above it',
  states: { ACTIVE: 'Active', INACTIVE: 'Inactive' },
  empty: {
    title: 'No venues yet',
    text: 'A merchant has venues; tills know each by a number, which stands on receipts.',
  },
  form: {
    parent: 'Belongs to',
    merchantFirst: 'There is no merchant yet: create one first.',
    tap: 'Number at the till',
    tapHint: 'Under which the front end names it. It stands on receipts and is never taken away.',
    addTap: 'Add a number at the till',
    create: 'Create',
    created: 'Created.',
    save: 'Save',
    changed: 'Saved.',
    active: 'Active',
    reductionHint:
      'At the till: the spend is taken off the price. Paid out: the customer pays in full and gets it back.',
  },
} as const

export const tills = {
  means:
    'A till that may sell without a line signs each sale with a key of its own and counts them. Here is how far each has sent, and whether an entry was changed, copied or cut out.',
  caption: 'Tills, the newest first',
  pages: 'Pages of tills',
  columns: { till: 'Till', sent: 'Entries sent', since: 'Known since' },
  head: 'Last entry',
  fits: 'Everything it sent fits together',
  incidents: 'What did not fit',
  incident: 'What',
  sent: 'Was sent',
  expected: 'Would have been next',
  when: 'When',
  kinds: {
    BAD_SIGNATURE: 'Changed, or signed by another key',
    COUNTER_REUSED: 'A number twice, as of a copied till',
    GAP: 'Entries are missing before it',
    FORK: 'Two queues grew from one, as of a copied till',
  },
  empty: {
    title: 'No tills yet',
    text: 'A till registers its key with the first sale that it makes without a line.',
  },
} as const

const millimetres = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const fine = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })

export const codes = {
  title: 'What the receipt says',
  means:
    'Customers claim a receipt by scanning its code. Look here whether your numbers fit your paper, print one, and read it with the reader you have.',
  sample: 'R-100001',
  venue: 'Venue',
  paper: 'Paper',
  mm: (mm: number) => `${mm} mm`,
  code: 'Code',
  kinds: { qr: 'QR code', barcode: 'Barcode (Code 128)' },
  receipt: 'Number of the receipt',
  receiptHint: 'The longest that your tills give.',
  amount: 'Total',
  amountHint: 'The largest that you take.',
  merchant: 'Number of the merchant',
  venueNumber: 'Number of the venue',
  noNumber: 'Without a number of its own, 0 stands in its place.',
  giveNumber: 'Give it one',
  wrong: 'This cannot stand in a code.',
  preview: 'On paper',
  previewMeans:
    'In true millimetres on paper; how large a millimetre is on a screen, the screen decides. What would not be printed ends at the red line.',
  print: 'Print it',
  picture: (kind: string, text: string) => `${kind} that says ${text}`,
  width: 'Width check',
  widthMeans:
    'For printers of 203 dpi, eight dots a millimetre. Readers like three dots a module, and most fail below two.',
  verdict: 'Verdict',
  verdicts: { FITS: 'Fits', TIGHT: 'Tight', TOO_WIDE: 'Does not fit' },
  cannot: 'Letters that a barcode cannot say',
  widthOf: 'Width',
  module: 'Module',
  millimetres: (mm: number) => `${millimetres.format(mm)} mm`,
  dots: (dots: number, mm: number) => `${dots} dots, ${fine.format(mm)} mm`,
  reading: {
    title: 'Read it',
    means: 'Put the cursor here and scan the code, from the screen or from paper.',
    field: 'What the reader gives',
    outcomes: {
      SAME: 'Read as printed',
      SPACES: 'Read, with something around it',
      LAYOUT: 'Read with another keyboard layout',
      OTHER: 'Another code',
    },
    advice: {
      SAME: 'A till can take it like this.',
      SPACES: 'A till has to take off what the reader adds before and after.',
      LAYOUT:
        'The reader types as an American keyboard and this machine has another one: set the reader to the country, or have the till read keys instead of letters.',
      OTHER: 'It does not say what stands above.',
    },
  },
} as const
