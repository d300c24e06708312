import type { Operation, Schema } from './document.ts'
import { choicesOf } from './fields.ts'
import { singularOf } from './sdk-names.ts'

type Values = Readonly<Record<string, unknown>>

const GUID = '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11'
const SOME_DAY = 1_798_797_600
const HALF_A_YEAR = 15_552_000

/**
 * What fields of this name hold in examples, most telling first: `offer.name` before `name`. A sale of
 * 12.50 in the demo business, with 2 % back.
 */
const VALUES: Values = {
  'paging.page': 1,
  'paging.size': 10,
  'paging.total': null,
  'paging.has_more': false,
  'offer.name': '2 % on everything',
  'reward_offer.name': '2 % on everything',
  'reward_offer.code': 'EVERYTHING',
  'reward_offer.state': 'ACTIVE',
  'reward_offer.description': null,
  'reward_offer.priority': 0,
  'reward_offer.budget_used': 41.2,
  'reward_scheme.name': 'Staff',
  'reward_scheme.code': 'STAFF',
  'reward_scheme.sign_up_option': 'CLOSE_LOOP_SIGN_UP',
  'reward_scheme.sign_up_method': 'EMAIL_DOMAIN',
  'commerce_pool.name': 'Anywhere, within one year',
  'commerce_pool.code': 'DEFAULT',
  'pool.name': 'Anywhere, within one year',
  'organisation.name': 'Store 400',
  'organisation.code': 'STORE-400',
  'organisation.type': 'VENUE',
  'organisations.name': 'Store 400',
  'organisations.code': 'STORE-400',
  'parent.name': 'Large Stores',
  'parent_organisation.name': 'Large Stores',
  'funder.name': 'Large Stores',
  'funder.code': 'LARGE-STORES',
  'owner.name': 'Large Stores',
  'contact.name': 'Household 6',
  'contact.code': 'C-7731',
  'user.name': 'Household 6',
  'api_key.name': 'Till 1',
  'api_key.code': 'K-1',
  'product.name': 'Flat white',
  'family.name': 'Hot drinks',
  'brand.name': 'Green Bean',
  'type.name': 'Beverage',
  'product_sku.name': 'Flat white',
  'product_family.name': 'Hot drinks',
  'product_group.name': 'Hot drinks',
  'products.name': 'Flat white',
  'products.amount': 0.5,
  'products.award': 0.25,
  'products.code': 'HOT',
  'wallet.code': '7310482256019934',
  'wallet.total': 3.75,
  'balances.total': 3.75,
  'wallet.open': 3.5,
  'wallet.commerce': 0.25,
  'spends.amount': 0.5,
  'award.rate': 2,
  'award.cap': 10,
  'process.kind': 'PRODUCT_SYNC',
  'process.state': 'IN_PROGRESS',
  'process.total': 2_000,
  'process.done': 750,
  'process.completed_on': null,
  'process.result': null,
  'process.error': null,
  'limits.budget': 500,
  'per_contact.uses': 1,
  'per_contact.period': 'DAY',
  'expires_after.count': 6,
  'expires_after.unit': 'MONTHS',
  'validity.count': 6,
  'validity.unit': 'MONTHS',
  'conditions.minimum': 5,
  'merchant_tap.code': '102',
  'venue_tap.code': '400',
  'taps.code': '400',
  'taps.name': 'Store 400',
  'family.code': 'HOT',
  'brand.code': 'GB',
  'type.code': 'BEV',
  'product_family.code': 'HOT',
  'product_group.code': 'HOT',
  id: GUID,
  code: '06H0M2ETNC00',
  name: 'Store 400',
  sku: '10-204',
  reference_number: 'R-1001',
  transaction_reference: 'T-88',
  receipt_number: 'R-1001',
  total: 12.5,
  net: 10.5,
  tax: 2,
  discount: 0,
  total_amount: 12.5,
  net_amount: 10.5,
  tax_amount: 2,
  unit_price: 6.25,
  quantity: 2,
  return_amount: 12.5,
  award: 0.25,
  redeem: 0,
  spend: 0.5,
  amount: 0.25,
  remaining: 0.25,
  amount_due: 12,
  award_reversed: 0.25,
  spend_returned: 0.5,
  redeem_undone: 0,
  return_spent_amount: 0.5,
  unmatched_amount: 0,
  debt: 0,
  open: 3.5,
  commerce: 0.25,
  total_balance: 3.75,
  total_open: 3.5,
  total_commerce: 0.25,
  balance_after: 3.75,
  say: '12.00 USD to pay, 0.25 USD earned.',
  qr: 'R-1001;102;400;1250',
  barcode: '102;R-1001;1250;400',
  signed_code: '06H0M2ETNC00-7K2MXQ4D',
  currency: 'USD',
  currency_code: 'USD',
  time_zone: 'America/New_York',
  phone: '+35799123456',
  email: 'maria@example.com',
  email_address: 'maria@example.com',
  birthday: '1990-05-31',
  name_day: '07-26',
  segments: ['VIP'],
  referral_code: '7K2MXQ4D',
  email_domains: ['acme.example'],
  codes: ['7K2MXQ4D9F'],
  first_name: 'Maria',
  last_name: 'Petrou',
  username: 'admin',
  password: 'correct horse battery staple',
  start_time: '08:00',
  end_time: '11:00',
  search_value: 'flat',
  key: 'tb_test_…',
  prefix: 'tb_test_',
  last4: '9fQ2',
  wallet_code: '7310482256019934',
  description: null,
  sentence: 'Earn 2 % back when the purchase is at least 5.00 USD.',
  is_primary: true,
  from: SOME_DAY,
  to: null,
  language_code: 'en',
  country_code: 'CYP',
  phone_type: 'MOBILE',
  number: '+35799123456',
  identifier: 'LOY-1188',
  access_token: 'eyJhbGciOi…',
  scopes: ['purchases:write'],
  notes: null,
  expires_on: SOME_DAY + HALF_A_YEAR,
  expiry_date: SOME_DAY + HALF_A_YEAR,
  revoked_on: null,
  cancelled_on: null,
  earns: true,
  version: 1,
  line: 1,
}

interface Place {
  readonly name: string
  readonly parent: string
}

/** Where an operation's body or answer starts: in "Reward offers" it is a reward_offer. */
export function rootOf({ tag }: Operation): Place {
  return { name: singularOf(tag.toLowerCase().replaceAll(' ', '_')), parent: '' }
}

/**
 * A value that the schema allows and that reads like the real thing. `full`: optional fields too, as
 * answers have them.
 */
export function sampleOf(schema: Schema, full: boolean, place: Place): unknown {
  const [given] = schema.examples ?? []
  if (given !== undefined) return given
  if (schema.const !== undefined) return schema.const
  const known = knownValue(schema, place)
  if (known !== undefined) return known
  if (schema.enum) return schema.enum[0]
  const choice = choicesOf(schema).find(({ type }) => type !== 'null')
  if (choice) return sampleOf(choice, full, place)
  return plainSample(schema, full, place)
}

function plainSample(schema: Schema, full: boolean, place: Place): unknown {
  switch ([schema.type ?? 'null'].flat()[0]) {
    case 'object':
      return objectSample(schema, full, place.name)
    case 'array':
      // A page is not a thing of its own: what stands in it is what the list is of.
      return schema.items ? [sampleOf(schema.items, full, itemPlace(place))] : []
    case 'boolean':
      return false
    case 'integer':
    case 'number':
      return schema.description?.includes('Epoch') ? SOME_DAY : Math.max(1, schema.minimum ?? 1)
    case 'string':
      return place.name.endsWith('_id') ? GUID : 'text'
    default:
      return null
  }
}

function itemPlace({ name, parent }: Place): Place {
  return name === 'content' ? { name: parent, parent: '' } : { name, parent }
}

function objectSample({ properties = {}, required = [] }: Schema, full: boolean, parent: string): unknown {
  const names = Object.keys(properties).filter((name) => full || required.includes(name))
  return Object.fromEntries(
    names.map((name) => [name, sampleOf(properties[name] ?? {}, full, { name, parent })] as const),
  )
}

function knownValue(schema: Schema, { name, parent }: Place): unknown {
  const value = VALUES[`${parent}.${name}`] ?? VALUES[name]
  return value !== undefined && isOf(schema, value) ? value : undefined
}

/** Whether the name's value is of a type that the schema has: fields of the same name may differ. */
function isOf(schema: Schema, value: unknown): boolean {
  const choices = choicesOf(schema)
  if (choices.length > 0) return choices.some((each) => isOf(each, value))
  if (schema.enum) return schema.enum.some((each) => each === value)
  const types = [schema.type ?? []].flat()
  if (value === null) return types.includes('null')
  if (typeof value === 'number')
    return types.includes('number') || (types.includes('integer') && Number.isInteger(value))
  return types.includes(typeof value)
}

/** The required query fields of an operation. */
export function queryOf({ query }: Operation): Values {
  return Object.fromEntries(
    query
      .filter(({ required }) => required)
      .map(({ name, schema }) => [name, sampleOf(schema, false, { name, parent: '' })] as const),
  )
}
