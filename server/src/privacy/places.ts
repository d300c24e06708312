import { type RawBuilder, sql } from 'kysely'
import type { Tables } from '../db/index.ts'
import { namedIn } from './named-in.ts'
import { PLACES_OF_WEBHOOKS } from './places-of-webhooks.ts'

/** One person: every contact that was merged into the one that is left, it among them, and their wallets. */
export interface Person {
  readonly contacts: readonly string[]
  readonly wallets: readonly string[]
}

/** One kind of row that says something of a person. */
export interface Place {
  readonly table: keyof Tables
  /** Which rows are of the person; the tenant is asked for by whoever reads or writes them. */
  readonly of: (person: Person) => RawBuilder<unknown>
  /** What a copy for the person shows of them; none: it shows what other places do, or is kept under a key. */
  readonly shown: readonly string[]
  /** DELETE: the rows go. Otherwise what their columns become; what is not named says nothing of the person. */
  readonly forget: 'DELETE' | Readonly<Record<string, RawBuilder<unknown>>>
}

const NULL = sql`null`
const ofContact = ({ contacts }: Person) => sql`contact_id = any(${contacts}::uuid[])`
const ofSubject = ({ contacts }: Person) => sql`(kind = 'CONTACT' and subject_id = any(${contacts}::uuid[]))`
const ofWallet = ({ wallets }: Person) => sql`wallet_id = any(${wallets}::uuid[])`
/** Not what the till sent, and unlike every other. */
const unknown = sql`'erased-' || id::text`

/**
 * Where the product keeps what is personal. A column of a new table is in here, or in the test's list of those that say nothing of
 * anybody: the test asks the database for all columns.
 */
export const PLACES: readonly Place[] = [
  {
    table: 'contacts',
    of: ({ contacts }) => sql`id = any(${contacts}::uuid[])`,
    shown: [
      'id',
      'code',
      'type',
      'first_name',
      'last_name',
      'language',
      'birthday',
      'name_day',
      'segments',
      'referral_code',
      'referred_by',
      'created_at',
    ],
    forget: {
      code: unknown,
      first_name: NULL,
      last_name: NULL,
      first_last: sql`''`,
      last_first: sql`''`,
      language: sql`'en'`,
      birthday: NULL,
      name_day: NULL,
      segments: sql`'{}'`,
      referral_code: unknown,
    },
  },
  { table: 'identifiers', of: ofContact, shown: ['kind', 'value', 'details'], forget: 'DELETE' },
  {
    table: 'wallets',
    of: ofContact,
    shown: ['id', 'code', 'currency', 'created_at'],
    forget: { code: unknown },
  },
  {
    table: 'transfers',
    of: ({ wallets }) =>
      sql`exists (select from accounts a where a.tenant = transfers.tenant and a.owner_id = any(${wallets}::uuid[])
                   and a.id in (transfers.from_account, transfers.to_account))`,
    shown: ['at', 'kind', 'amount', 'currency', 'journal_id', 'lot_id'],
    forget: {},
  },
  {
    table: 'lots',
    of: ofWallet,
    shown: [
      'id',
      'pool_id',
      'amount',
      'remaining',
      'currency',
      'available_at',
      'expires_at',
      'offer_id',
      'journal_id',
      'created_at',
    ],
    forget: {},
  },
  {
    table: 'purchases',
    of: ofContact,
    shown: [
      'id',
      'reference_number',
      'merchant_id',
      'venue_id',
      'state',
      'currency',
      'total',
      'award',
      'redeem',
      'spend',
      'returned',
      'date',
      'lines',
      'details',
    ],
    // What a till writes for itself may name anybody; what the split of a bill and a pass were is judged again.
    forget: {
      details: sql`(details::jsonb - array['notes', 'transaction_reference', 'payment_medium_identifier', 'tender', 'metadata'])::json`,
    },
  },
  {
    table: 'returns',
    of: ofContact,
    shown: ['id', 'reference_number', 'purchase_id', 'currency', 'return_amount', 'amount', 'date'],
    forget: { content: NULL },
  },
  {
    table: 'reward_events',
    of: ofContact,
    shown: ['id', 'occasion', 'reference', 'award', 'currency', 'date'],
    forget: {},
  },
  {
    table: 'claims',
    of: ofContact,
    shown: ['id', 'receipt', 'origin', 'state', 'purchase_id', 'currency', 'total', 'created_at'],
    forget: { scanned: NULL },
  },
  {
    table: 'claim_tries',
    of: ({ contacts }) => sql`who = any(${contacts}::text[])`,
    shown: [],
    forget: 'DELETE',
  },
  {
    table: 'orders',
    of: ofContact,
    shown: [
      'id',
      'number',
      'state',
      'supply_method',
      'delivery_method',
      'address',
      'currency',
      'items',
      'total',
      'notes',
      'custom_fields',
      'submitted_at',
    ],
    forget: {
      address: NULL,
      items: sql`(select coalesce(jsonb_agg(item - 'notes' order by place), '[]')
                    from jsonb_array_elements(items) with ordinality as i(item, place))`,
      notes: NULL,
      custom_fields: sql`'{}'`,
    },
  },
  { table: 'order_estimates', of: ofContact, shown: ['id', 'content', 'created_at'], forget: 'DELETE' },
  {
    table: 'topups',
    of: ofWallet,
    shown: ['id', 'code', 'currency', 'amount', 'payment_method', 'topup_date', 'notes', 'state'],
    forget: {
      payment_method_id: NULL,
      notes: NULL,
      reason: sql`case when reason is not null then 'erased' end`,
    },
  },
  {
    table: 'wallet_transfers',
    of: ({ wallets }) =>
      sql`(origin_id = any(${wallets}::uuid[]) or destination_id = any(${wallets}::uuid[]))`,
    shown: ['id', 'code', 'currency', 'amount', 'transfer_date', 'notes'],
    forget: { notes: NULL },
  },
  {
    table: 'adjustments',
    of: ofWallet,
    shown: ['id', 'reference_number', 'type', 'state', 'currency', 'amount', 'reason', 'created_at'],
    forget: {
      reason: sql`'erased'`,
      decision_notes: sql`case when decision_notes is not null then 'erased' end`,
    },
  },
  {
    table: 'passes',
    of: ofContact,
    shown: ['id', 'code', 'state', 'valid_from', 'valid_to', 'gift'],
    forget: { payment_method_id: NULL, gift: NULL },
  },
  {
    table: 'pass_redemptions',
    of: ofWallet,
    shown: ['id', 'pass_id', 'currency', 'amount', 'date'],
    forget: { custom_fields: NULL },
  },
  {
    table: 'payment_methods',
    of: ofContact,
    shown: ['id', 'type', 'name', 'notes', 'is_primary', 'details', 'created_at'],
    forget: 'DELETE',
  },
  {
    table: 'payouts',
    of: ofWallet,
    shown: ['id', 'purchase_id', 'currency', 'amount', 'state', 'medium', 'notes', 'created_at'],
    forget: { notes: NULL, medium: NULL },
  },
  {
    table: 'spend_preferences',
    of: ofContact,
    shown: ['automatic', 'minimum_wallet_balance', 'from_purchase_amount', 'maximum_spend_amount'],
    forget: 'DELETE',
  },
  { table: 'spend_tokens', of: ofContact, shown: [], forget: 'DELETE' },
  { table: 'wallet_codes', of: ofContact, shown: [], forget: 'DELETE' },
  { table: 'identity_checks', of: ofContact, shown: [], forget: 'DELETE' },
  // Who of the staff did what stays; what it was about a contact goes.
  {
    table: 'audit_log',
    of: ({ contacts, wallets }) =>
      sql`(target_id = any(${[...contacts, ...wallets]}::uuid[]) or ${namedIn(sql`changes`, { contacts, wallets })})`,
    shown: [],
    forget: { changes: NULL },
  },
  {
    table: 'merges',
    of: ({ contacts }) =>
      sql`(contact_id = any(${contacts}::uuid[]) or merged_id = any(${contacts}::uuid[]))`,
    shown: ['id', 'created_at', 'undone_at'],
    // With it the merge could not be undone either.
    forget: { moved: sql`'{}'::jsonb` },
  },
  // What staff wrote about a person is theirs to read.
  { table: 'contact_notes', of: ofContact, shown: ['id', 'text', 'created_at'], forget: 'DELETE' },
  { table: 'contact_logins', of: ofContact, shown: [], forget: 'DELETE' },
  {
    table: 'passkeys',
    of: ofSubject,
    shown: ['id', 'name', 'is_backed_up', 'created_at', 'used_at'],
    forget: 'DELETE',
  },
  { table: 'passkey_challenges', of: ofSubject, shown: [], forget: 'DELETE' },
  {
    table: 'sessions',
    of: ofSubject,
    shown: ['id', 'device', 'created_at', 'rotated_at', 'ended_at'],
    forget: 'DELETE',
  },
  {
    table: 'scheme_members',
    of: ofContact,
    shown: ['scheme_id', 'state', 'since'],
    forget: 'DELETE',
  },
  {
    table: 'communications',
    of: ofContact,
    shown: ['kind', 'channel', 'language', 'subject', 'content', 'created_at', 'viewed_at'],
    forget: 'DELETE',
  },
  {
    table: 'communication_preferences',
    of: ofContact,
    shown: ['email_opt_out', 'device_opt_out', 'off', 'quiet_from', 'quiet_until', 'time_zone'],
    forget: 'DELETE',
  },
  {
    table: 'devices',
    of: ofContact,
    shown: ['id', 'platform', 'service', 'labels', 'created_at'],
    forget: 'DELETE',
  },
  ...PLACES_OF_WEBHOOKS,
  {
    table: 'idempotency_keys',
    of: (person) => namedIn(sql`reply`, person),
    shown: [],
    forget: 'DELETE',
  },
]
