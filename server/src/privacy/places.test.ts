import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { PLACES } from './places.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

// Only these can hold a name, an address, a date of birth: ids, amounts, times and states of a fixed list cannot.
const TELLING = ['text', 'varchar', 'json', 'jsonb', 'bytea', '_text', 'date']

/** Columns that say nothing of a contact, each looked at. */
const IMPERSONAL: Readonly<Record<string, string>> = {
  accounting_maps: 'map',
  accounts: 'kind head',
  adjustments: 'reference_number type state asked_by_kind decided_by_kind',
  api_keys: 'name kind prefix last4 hash scopes api_version last_used_from',
  audit_heads: 'hash',
  audit_log: 'by_kind by_name operation changes_hash address request_id previous hash',
  branding: 'display_name accent_light accent_dark logo logo_hash logo_type',
  claims: 'receipt origin state reason asked_by_kind decided_by_kind',
  classifications: 'code name',
  commerce_pools: 'code name terms',
  communication_templates: 'kind language subject content',
  contacts: 'type',
  dietary_tags: 'tags',
  early_undos: 'kind name content state reason',
  events: 'type',
  ledger_seal_heads: 'head',
  ledger_seals: 'previous hash',
  migrations: 'name checksum',
  notification_settings: 'language off email email_secret sms sms_secret',
  offer_counters: 'period',
  offer_versions: 'terms',
  offers: 'code state',
  order_adaptors: 'name kind state event_types settings secrets',
  order_cancellation_reasons: 'code name description state',
  order_catalogues: 'code name display_name description state supply_methods time_availability creatives',
  order_categories: 'code name description creatives',
  order_provisionings: 'event_type state error',
  order_stages: 'code name state colour',
  orders: 'number state stage_times supply_method delivery_method rewards payments pass content_hash',
  organisations: 'type code name time_zone state settings',
  pass_plans: 'code name classification state terms',
  packed_pages: 'fingerprint page',
  passes: 'code pin_hash state payment_method',
  payout_attempts: 'reference provider method_type state provider_reference reason',
  payout_files: 'state message_id execution_date debtor',
  payout_providers: 'kind state settings secrets',
  payouts: 'state money provider method_type reason',
  processes: 'kind state input checkpoint result error',
  product_feed_skus: 'had gone',
  promotions: 'state kinds digest changes problems',
  product_feeds:
    'name url format csv schedule time_zone header_name secrets state etag last_modified digest outcome error missing',
  product_groups: 'kind code name source',
  product_sync_parts: 'list rows rejections',
  product_syncs: 'source',
  products: 'sku name description source categories classification type_composition tax_model creatives told',
  purchases: 'reference_number state reduction_method content_hash lines outcome explain came_back',
  return_parts: 'explain',
  returns: 'reference_number parts content_hash answer',
  reward_events: 'occasion reference outcome explain',
  scheme_codes: 'code',
  schemes: 'code name description sign_up_option sign_up_method email_domains state',
  recovery_codes: 'code_hash',
  request_hours: 'operation',
  request_log: 'by_kind operation method path error fields sent',
  sign_in_tries: 'kind subject',
  taps: 'kind code name',
  tenants: 'mode',
  tier_programmes: 'period',
  tiers: 'code name description benefits',
  till_entries: 'hash refused',
  till_incidents: 'kind',
  tills: 'name public_key head',
  topups: 'code payment_method state',
  transfers: 'kind from_hash to_hash',
  staff_mails: 'kind secret error',
  users: 'username password_hash role name state invitation_hash totp_secret reset_hash',
  wallet_blocks: 'entity state',
  wallet_limits: 'rules',
  wallet_transfers: 'code',
  wallet_uses: 'day kind',
  webhook_deliveries: 'state error',
  webhook_tries: 'url error',
  webhook_endpoints: 'url description event_types state reason secret former_secret',
}

test('every column that could tell who somebody is stands in a place to be erased, or among those that cannot', async () => {
  const { rows } = await server.database.pool.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
      where c.table_schema = 'public' and c.udt_name = any($1)
      order by 1, c.ordinal_position`,
    [TELLING],
  )
  const known = new Map(PLACES.map(({ table, forget }) => [String(table), forget]))
  const undecided = rows.filter(({ table, column }) => {
    const forget = known.get(table)
    if (forget === 'DELETE' || (forget && column in forget)) return false
    return !(IMPERSONAL[table] ?? '').split(' ').includes(column)
  })
  expect(undecided.map(({ table, column }) => `${table}.${column}`)).toEqual([])
})

test('what is said of columns is said of columns that there are', async () => {
  const { rows } = await server.database.pool.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
  )
  const real = new Set(rows.map(({ name }) => name))
  const said = [
    ...Object.entries(IMPERSONAL).flatMap(([table, columns]) =>
      columns.split(' ').map((column) => `${table}.${column}`),
    ),
    ...PLACES.flatMap(({ table, shown, forget }) =>
      [...shown, ...(forget === 'DELETE' ? [] : Object.keys(forget))].map((column) => `${table}.${column}`),
    ),
  ]
  expect(said.filter((name) => !real.has(name))).toEqual([])
})
