import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type {
  ApiKeysTable,
  RecoveryCodesTable,
  SignInTriesTable,
  StaffMailsTable,
  UsersTable,
} from './tables-of-access.ts'
import type { AuditHeadsTable, AuditLogTable } from './tables-of-audit.ts'
import type { ClaimsTable, ClaimTriesTable } from './tables-of-claims.ts'
import type {
  CommunicationPreferencesTable,
  CommunicationsTable,
  CommunicationTemplatesTable,
  DevicesTable,
  IdentityChecksTable,
  NotificationFeedsTable,
  NotificationSettingsTable,
} from './tables-of-communications.ts'
import type {
  AccountsTable,
  DebtRepaymentsTable,
  DebtsTable,
  LedgerSealHeadsTable,
  LedgerSealsTable,
  LotsTable,
  RedeemsTable,
  TransfersTable,
} from './tables-of-ledger.ts'
import type { OfferCountersTable, OffersTable, OfferVersionsTable } from './tables-of-offers.ts'
import type { OrderTables } from './tables-of-orders.ts'
import type { PassesTable, PassPlansTable } from './tables-of-passes.ts'
import type { PasskeyChallengesTable, PasskeysTable } from './tables-of-passkeys.ts'
import type {
  PaymentMethodsTable,
  PayoutAttemptsTable,
  PayoutFilesTable,
  PayoutProvidersTable,
  PayoutsTable,
} from './tables-of-payouts.ts'
import type {
  ContactNotesTable,
  ContactsApartTable,
  ContactsTable,
  IdentifiersTable,
  MergesTable,
  WalletsTable,
} from './tables-of-people.ts'
import type { ProcessesTable } from './tables-of-processes.ts'
import type { ProductTables } from './tables-of-products.ts'
import type {
  EarlyUndosTable,
  PurchasesTable,
  ReturnPartsTable,
  ReturnsTable,
} from './tables-of-purchases.ts'
import type { AccountingMapsTable, LotExtensionsTable } from './tables-of-reports.ts'
import type { KeyHoursTable, RequestHoursTable, RequestLogTable } from './tables-of-request-log.ts'
import type { RewardEventsTable } from './tables-of-reward-events.ts'
import type { SchemeCodesTable, SchemeMembersTable, SchemesTable } from './tables-of-schemes.ts'
import type { ContactLoginsTable, SessionsTable } from './tables-of-sessions.ts'
import type {
  PoolActivationsTable,
  SpendPreferencesTable,
  SpendTokensTable,
  WalletCodesTable,
  WrongCodesOfTillsTable,
  WrongCodesTable,
} from './tables-of-spending.ts'
import type { PromotionsTable, RevisionsTable, TenantsTable } from './tables-of-tenants.ts'
import type { TierProgrammesTable, TiersTable } from './tables-of-tiers.ts'
import type { TillTables } from './tables-of-tills.ts'
import type {
  AdjustmentsTable,
  ExpiriesTable,
  PassRedemptionsTable,
  TopupsTable,
  WalletBlocksTable,
  WalletLimitsTable,
  WalletTransfersTable,
  WalletUsesTable,
} from './tables-of-wallets.ts'
import type {
  EventFeedsTable,
  WebhookDeliveriesTable,
  WebhookEndpointsTable,
  WebhookTriesTable,
} from './tables-of-webhooks.ts'

/** The tables as Kysely sees them: one interface a table, columns as in `migrations/`. */

export type Json<T extends object> = JSONColumnType<T, string, string>
export type Created = ColumnType<Date, Date, never>

interface OrganisationsTable {
  tenant: Tenant
  id: string
  type: 'BUSINESS' | 'MERCHANT' | 'VENUE'
  parent_id: string | null
  code: string
  name: string
  time_zone: string
  state: 'ACTIVE' | 'INACTIVE'
  settings: Json<Record<string, unknown>>
  created_at: Created
}

interface BrandingTable {
  tenant: Tenant
  display_name: Generated<string | null>
  accent_light: Generated<string | null>
  accent_dark: Generated<string | null>
  logo: Generated<Buffer | null>
  logo_hash: Generated<string | null>
  logo_type: Generated<'image/png' | 'image/webp' | null>
  logo_width: Generated<number | null>
  logo_height: Generated<number | null>
  updated_at: Date
}

interface DietaryTagsTable {
  tenant: Tenant
  product_id: string
  tags: string[]
  updated_at: Date
}

interface TapsTable {
  tenant: Tenant
  id: string
  organisation_id: string
  merchant_id: string
  kind: 'MERCHANT' | 'VENUE'
  code: string
  name: string
}

interface IdempotencyKeysTable {
  tenant: Tenant
  key: string
  request_hash: Buffer
  status: number
  reply: string
  created_at: Created
}

interface EventsTable {
  tenant: Tenant
  id: string
  type: string
  entity_id: string
  at: Created
  seq: Generated<bigint | null>
  entity_seq: Generated<bigint | null>
}

interface CommercePoolsTable {
  tenant: Tenant
  id: string
  code: string
  name: string
  terms: Json<object>
  created_at: Created
}

interface ClassificationsTable {
  tenant: Tenant
  id: string
  code: string
  name: string
}

export interface Tables extends ProductTables, OrderTables, TillTables {
  tenants: TenantsTable
  revisions: RevisionsTable
  organisations: OrganisationsTable
  branding: BrandingTable
  dietary_tags: DietaryTagsTable
  taps: TapsTable
  api_keys: ApiKeysTable
  users: UsersTable
  recovery_codes: RecoveryCodesTable
  sign_in_tries: SignInTriesTable
  staff_mails: StaffMailsTable
  audit_log: AuditLogTable
  audit_heads: AuditHeadsTable
  request_log: RequestLogTable
  request_hours: RequestHoursTable
  key_hours: KeyHoursTable
  sessions: SessionsTable
  contact_logins: ContactLoginsTable
  passkeys: PasskeysTable
  passkey_challenges: PasskeyChallengesTable
  idempotency_keys: IdempotencyKeysTable
  events: EventsTable
  event_feeds: EventFeedsTable
  communications: CommunicationsTable
  notification_feeds: NotificationFeedsTable
  notification_settings: NotificationSettingsTable
  communication_templates: CommunicationTemplatesTable
  communication_preferences: CommunicationPreferencesTable
  devices: DevicesTable
  identity_checks: IdentityChecksTable
  accounts: AccountsTable
  transfers: TransfersTable
  lots: LotsTable
  debts: DebtsTable
  debt_repayments: DebtRepaymentsTable
  redeems: RedeemsTable
  ledger_seals: LedgerSealsTable
  ledger_seal_heads: LedgerSealHeadsTable
  lot_extensions: LotExtensionsTable
  accounting_maps: AccountingMapsTable
  contacts: ContactsTable
  contact_notes: ContactNotesTable
  contacts_apart: ContactsApartTable
  identifiers: IdentifiersTable
  wallets: WalletsTable
  wallet_blocks: WalletBlocksTable
  wallet_limits: WalletLimitsTable
  wallet_uses: WalletUsesTable
  wallet_transfers: WalletTransfersTable
  expiries: ExpiriesTable
  topups: TopupsTable
  pass_redemptions: PassRedemptionsTable
  adjustments: AdjustmentsTable
  schemes: SchemesTable
  scheme_members: SchemeMembersTable
  scheme_codes: SchemeCodesTable
  tier_programmes: TierProgrammesTable
  tiers: TiersTable
  pass_plans: PassPlansTable
  passes: PassesTable
  commerce_pools: CommercePoolsTable
  offers: OffersTable
  offer_versions: OfferVersionsTable
  merges: MergesTable
  offer_counters: OfferCountersTable
  classifications: ClassificationsTable
  purchases: PurchasesTable
  returns: ReturnsTable
  return_parts: ReturnPartsTable
  early_undos: EarlyUndosTable
  claims: ClaimsTable
  claim_tries: ClaimTriesTable
  payouts: PayoutsTable
  payout_attempts: PayoutAttemptsTable
  payout_files: PayoutFilesTable
  payout_providers: PayoutProvidersTable
  payment_methods: PaymentMethodsTable
  spend_tokens: SpendTokensTable
  wallet_codes: WalletCodesTable
  wrong_codes: WrongCodesTable
  wrong_codes_of_tills: WrongCodesOfTillsTable
  spend_preferences: SpendPreferencesTable
  pool_activations: PoolActivationsTable
  reward_events: RewardEventsTable
  processes: ProcessesTable
  promotions: PromotionsTable
  webhook_endpoints: WebhookEndpointsTable
  webhook_deliveries: WebhookDeliveriesTable
  webhook_tries: WebhookTriesTable
}
