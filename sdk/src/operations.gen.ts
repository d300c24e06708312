// Written by "npm run openapi" from the declarations of the endpoints; do not edit.
import type { CallOptions, Operation, QueryOptions } from './call.ts'
import type { StreamOptions } from './streams.ts'

/** An amount as "12.50" or 12.5, exact. */
export type Decimal = number | string

/** An amount in the currency of the record, exact. */
export type Amount = number

/** A time in whole seconds since 1970. */
export type EpochSeconds = number

/** Epoch seconds, or ISO 8601 with offset. */
export type Time = number | string

/** A time, or the times between two. */
export type TimeRange =
  | Time
  | {
      readonly gt?: Time | undefined
      readonly gte?: Time | undefined
      readonly lt?: Time | undefined
      readonly lte?: Time | undefined
    }

/** Where a page stands in its list; total is null unless include_total was asked for. */
export interface Paging {
  readonly page: number
  readonly size: number
  readonly total: number | null
  readonly has_more: boolean
}

/** The codes of refusals; /docs/errors says what each means and what to do. */
export type ErrorCode =
  | 'COM.CRM.EXCEPTIONS.CIMALREADYEXISTSFORANOTHERCONTACTEXCEPTION'
  | 'COM.CRM.EXCEPTIONS.SPENDAMOUNTNOTCOVEREDEXCEPTION'
  | 'COM.CRM.EXCEPTIONS.SPENDAMOUNTNOTFULLYCOVEREDEXCEPTION'
  | 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION'
  | 'CRM.EXCEPTIONS.CANNOTREDEEMPASSEXCEPTION'
  | 'CRM.EXCEPTIONS.CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION'
  | 'CRM.EXCEPTIONS.FORBIDDENEXCEPTION'
  | 'CRM.EXCEPTIONS.IDEMPOTENCYKEYREUSEDEXCEPTION'
  | 'CRM.EXCEPTIONS.INTERNALEXCEPTION'
  | 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION'
  | 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION'
  | 'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION'
  | 'CRM.EXCEPTIONS.MORETHANONEENTITYEXISTSEXCEPTION'
  | 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'
  | 'CRM.EXCEPTIONS.NUMBERGREATERTHANNUMBEREXCEPTION'
  | 'CRM.EXCEPTIONS.ONLYACTIVEPASSESCANBEREDEEMEDEXCEPTION'
  | 'CRM.EXCEPTIONS.PASSEXPIREDEXCEPTION'
  | 'CRM.EXCEPTIONS.PRINTERAWAYEXCEPTION'
  | 'CRM.EXCEPTIONS.REQUESTINPROGRESSEXCEPTION'
  | 'CRM.EXCEPTIONS.REQUIREDFIELDEXCEPTION'
  | 'CRM.EXCEPTIONS.ROUTENOTFOUNDEXCEPTION'
  | 'CRM.EXCEPTIONS.SECONDAPPROVALNEEDEDEXCEPTION'
  | 'CRM.EXCEPTIONS.SECONDFACTORREQUIREDEXCEPTION'
  | 'CRM.EXCEPTIONS.SERVICEUNAVAILABLEEXCEPTION'
  | 'CRM.EXCEPTIONS.THISPASSHASALREADYBEENREDEEMEDEXCEPTION'
  | 'CRM.EXCEPTIONS.TILLQUEUECUTEXCEPTION'
  | 'CRM.EXCEPTIONS.TILLQUEUEFORKEDEXCEPTION'
  | 'CRM.EXCEPTIONS.TILLSIGNATUREEXCEPTION'
  | 'CRM.EXCEPTIONS.TOKENALREADYUSEDEXCEPTION'
  | 'CRM.EXCEPTIONS.TOKENEXPIREDEXCEPTION'
  | 'CRM.EXCEPTIONS.TOOMANYATTEMPTSEXCEPTION'
  | 'CRM.EXCEPTIONS.TOOMANYREQUESTSEXCEPTION'
  | 'CRM.EXCEPTIONS.UNAUTHORIZEDEXCEPTION'
  | 'CRM.EXCEPTIONS.WALLETLIMITEXCEEDEDEXCEPTION'

export interface AllAdjustment {
  /** Also of the journal, once it is posted. */
  readonly id: string
  readonly wallet_id: string
  readonly type: 'CREDIT' | 'DEBIT' | 'DEBT_RELIEF'
  readonly state: 'PENDING_APPROVAL' | 'POSTED' | 'REJECTED'
  readonly amount: Amount
  readonly currency_code: string
  readonly commerce_pool: {
    readonly id: string
    readonly name: string
  } | null
  readonly expires_on: EpochSeconds | null
  readonly reason: string
  readonly reference_number: string | null
  /** The API key or the person. */
  readonly asked_by: {
    readonly kind: 'key' | 'user'
    readonly id: string
  }
  /** null: nobody had to, or nobody did yet. */
  readonly decided_by: {
    readonly kind: 'key' | 'user'
    readonly id: string
  } | null
  readonly decision_notes: string | null
  readonly created_on: EpochSeconds
  /** When it was posted or rejected. */
  readonly decided_on: EpochSeconds | null
}

export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly kind: 'SECRET' | 'PUBLISHABLE'
  readonly prefix: string
  readonly last4: string
  readonly scopes: readonly string[]
  /** The one merchant or venue that the key is for; null: the whole business. */
  readonly organisation: {
    readonly id: string
    readonly name: string
  } | null
  readonly created_on: EpochSeconds
  readonly expires_on: EpochSeconds | null
  readonly revoked_on: EpochSeconds | null
  /** The key that took its place; expires_on is then its own end. */
  readonly rolled_to: string | null
  /** To about a minute. */
  readonly last_used_on: EpochSeconds | null
  /** The address of that use; of a publishable key none is kept, as it would be a shopper’s. */
  readonly last_used_from: string | null
}

export interface AuditLog {
  /** Without gaps; the next act of the business has the next one. */
  readonly number: number
  readonly date: EpochSeconds
  readonly by: {
    readonly kind: 'KEY' | 'USER'
    readonly id: string
    /** As they were called then. */
    readonly name: string
  }
  /** The name of the endpoint, as in this reference. */
  readonly operation: string
  readonly target_id: string | null
  /**
   * Fields of the record that became others. Of contacts and their money only which fields; null: it was
   * about a contact who was erased.
   */
  readonly changes:
    | readonly {
        readonly field: string
        readonly before?: unknown | undefined
        readonly after?: unknown | undefined
      }[]
    | null
  readonly address: string
  readonly request_id: string
}

export interface Claim {
  readonly id: string
  /**
   * CLAIMED: the contact has it. HELD: the till or a person has to confirm it. REFUSED: nobody has it by
   * this.
   */
  readonly state: 'CLAIMED' | 'HELD' | 'REFUSED'
  /** TILL: the till had sent the purchase. CONTACT: the contact was first. */
  readonly origin: 'TILL' | 'CONTACT'
  readonly contact: {
    readonly id: string
    readonly code: string
    /** null: none is known, or the key lacks contacts:read. */
    readonly name: string | null
  }
  readonly organisation: {
    readonly id: string
    readonly name: string
  }
  /** The number on the receipt. */
  readonly reference_number: string
  readonly purchase_id: string | null
  /** What the contact says that was paid. */
  readonly total: number
  /** What the till says, where that differs. */
  readonly till_total: Amount | null
  readonly currency_code: string
  /** As it was scanned or typed. */
  readonly transaction_code: string | null
  /** Why it waits, or was refused. */
  readonly reason: string | null
  /** The API key, the person, or the contact in their app. */
  readonly asked_by: {
    readonly kind: 'key' | 'user' | 'contact'
    readonly id: string
  }
  /** null: nobody had to, or nobody did yet. */
  readonly decided_by: {
    readonly kind: 'key' | 'user' | 'contact'
    readonly id: string
  } | null
  readonly created_on: EpochSeconds
  readonly decided_on: EpochSeconds | null
}

export interface CommercePool {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly description: string | null
  readonly organisations: readonly {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly type: string
  }[]
  readonly products: readonly {
    readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
    readonly code: string
  }[]
  readonly timings: readonly {
    readonly days?: readonly number[] | undefined
    readonly months?: readonly number[] | undefined
    readonly start_time?: string | undefined
    readonly end_time?: string | undefined
  }[]
  readonly validity: {
    readonly count: number
    readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
  } | null
  readonly needs_activation: boolean
  readonly created_on: EpochSeconds
}

export interface CommunicationTemplate {
  /** Kind and language: AWARD.el */
  readonly id: string
  readonly kind:
    | 'AWARD'
    | 'SPEND'
    | 'VOID'
    | 'RETURN'
    | 'CLAIM'
    | 'PAYOUT_PAID'
    | 'PAYOUT_FAILED'
    | 'ORDER_CREATED'
    | 'ORDER_STARTED'
    | 'ORDER_READY'
    | 'ORDER_COMPLETED'
    | 'ORDER_CANCELLED'
    | 'EXPIRY_REMINDER'
    | 'ONE_TIME_CODE'
  readonly language: string
  readonly subject: string
  readonly content: string
  /** false: the text of the product. */
  readonly is_own: boolean
  /** What the text may name, each in braces: {amount}. */
  readonly values: readonly string[]
  readonly example: {
    readonly subject: string
    readonly content: string
  }
}

export interface Contact {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly first_name: string | null
  readonly last_name: string | null
  readonly type: 'PERSON' | 'COMPANY'
  readonly phones: readonly {
    readonly country_code: string | null
    readonly phone_type: string
    readonly number: string
    readonly is_primary: boolean
  }[]
  readonly emails: readonly {
    readonly email_address: string
    readonly is_primary: boolean
  }[]
  readonly loyalty_identifiers: readonly {
    readonly identifier: string
  }[]
  readonly language_code: string
  readonly birthday?: string | null | undefined
  readonly name_day?: string | null | undefined
  readonly segments?: readonly string[] | undefined
  readonly referral_code?: string | undefined
  readonly referred_by?:
    | {
        readonly id: string
        readonly code: string
      }
    | null
    | undefined
  readonly created_on: EpochSeconds
  /** Of a purchase that stands; null: none does. Only where it was asked for. */
  readonly last_purchase_on?: EpochSeconds | null | undefined
  /** What can be spent at this moment. */
  readonly wallet?:
    | {
        readonly id: string
        readonly code: string
        readonly currency_code: string
        readonly balance: Amount
        readonly open: Amount
        readonly commerce: Amount
      }
    | undefined
  readonly financials?:
    | {
        readonly wallet: {
          readonly id: string
          readonly code: string
          readonly currency_code: string
          readonly balance: Amount
          readonly open: Amount
          readonly commerce: Amount
        }
      }
    | undefined
}

export interface Communication {
  readonly id: string
  /** What it tells of, such as AWARD. */
  readonly name: string
  readonly state: 'PENDING' | 'COMPLETED' | 'REJECTED'
  /** INAPP is the inbox; the others are sent besides. */
  readonly channel: 'INAPP' | 'EMAIL' | 'DEVICE' | 'SMS'
  readonly is_viewed: boolean
  readonly viewed_on: EpochSeconds | null
  readonly is_archived: boolean
  readonly clicked_on: EpochSeconds | null
  readonly created_on: EpochSeconds
  readonly sent_on: EpochSeconds | null
  readonly language: string
  readonly sender: string
  /** E-mail address or device; null for the inbox. */
  readonly recipient: string | null
  readonly subject: string
  readonly subtitle: string | null
  readonly content: string
  readonly in_app_image_url: string | null
  readonly contact: {
    readonly id: string
    readonly name: string
    readonly code: string
  }
  readonly message_type: 'MAIL' | 'OSD'
  readonly attempts: number
  /** Why it was not sent, or not yet. */
  readonly error: string | null
  /** Of what it tells. */
  readonly event_id: string
}

export interface Device {
  readonly id: string
  readonly platform: 'MOBILE' | 'BROWSER' | 'OTHER'
  /** The host that takes its messages. */
  readonly push_service: string
  readonly mac_address: string | null
  readonly serial_number: string | null
  readonly electronic_id: string | null
  readonly application_id: string | null
  readonly registration_date: EpochSeconds
}

export interface ContactGoal {
  readonly offer: {
    readonly id: string
    readonly code: string
    readonly name: string
  }
  readonly of: 'AMOUNT' | 'VISITS' | 'QUANTITY'
  readonly per: 'CONTACT' | 'EVERYONE'
  /** Toward the next award: money, purchases or pieces; never above the target. */
  readonly counted: number
  readonly target: number
  readonly missing: number
  /** How often it was awarded in this period. */
  readonly times_reached: number
  readonly repeats: boolean
  /** It was reached, and nothing more is to be reached in this period. */
  readonly is_over: boolean
  readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
  /** The last day that counts, such as 2026-12-31. */
  readonly until: string | null
  readonly currency_code: string
}

export interface LoyaltyIdentifier {
  readonly identifier: string
}

export interface ContactNote {
  readonly id: string
  readonly contact_id: string
  readonly text: string
  /** The person or the API key, as they were called then. */
  readonly by: {
    readonly kind: 'KEY' | 'USER'
    readonly id: string
    readonly name: string
  }
  readonly created_on: EpochSeconds
  /** Whether who asks may take it away. */
  readonly removable: boolean
}

export interface OrdersOfContact {
  readonly id: string
  readonly number: string
  readonly supply_method: 'DELIVERY' | 'PICK_UP' | 'DIRECT_SALE'
  readonly delivery_method: 'DIRECT_DELIVERY' | 'COURIER_SERVICE' | 'PICKUP_POINT' | null
  readonly state: 'NEW' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED' | 'ON_HOLD'
  readonly stage: {
    readonly id: string
    readonly name: string
  } | null
  readonly is_favorite: boolean
  readonly currency: string
  readonly submitted_date: EpochSeconds
  readonly requested_date: EpochSeconds | null
  readonly fulfilled_by: {
    readonly id: string
    readonly name: string
  }
  readonly contact: {
    readonly id: string
    readonly code: string
    readonly name: string | null
  }
  readonly total: Amount
  /** Of the items, before the discount. */
  readonly sub_total: number
  readonly net_amount: Amount
  readonly tax_amount: Amount
  readonly discount: {
    /** Without its tax. */
    readonly amount: number
    readonly amount_incl_tax: Amount
  } | null
  /** What the wallet pays of it. */
  readonly wallet_funds: number
  /** Less discounts of offers and what the wallet pays. */
  readonly amount_due: number
  /** What of it is taken when the goods are handed over; the rest was paid with the order. */
  readonly amount_to_collect: number
  /** As quoted when it was placed; of a completed order, as its purchase has it. */
  readonly rewards: {
    readonly award: Amount
    readonly discount: Amount
    readonly spend: Amount
  }
  /** With include_custom_fields. */
  readonly custom_fields?:
    | readonly {
        readonly key: string
        readonly value: string
      }[]
    | undefined
  readonly items: readonly {
    readonly id: string
    readonly quantity: number
    readonly notes: string | null
    readonly life_cycle_state: 'PENDING_DELIVERY' | 'DELIVERED' | 'PENDING_STOCK_MOVEMENT'
    readonly product: {
      readonly id: string | null
      readonly sku: string
      readonly name: string
      readonly quantity: number
      readonly price: Amount
      /** Of the line, with its tax. */
      readonly cost: number
      readonly tax_amount: Amount
      readonly net_amount: Amount
    }
    readonly components: readonly {
      readonly id: string
      readonly quantity: number
      readonly notes: string | null
      readonly life_cycle_state: 'PENDING_DELIVERY' | 'DELIVERED' | 'PENDING_STOCK_MOVEMENT'
      readonly product: {
        readonly id: string | null
        readonly sku: string
        readonly name: string
        readonly quantity: number
        readonly price: Amount
        /** Of the line, with its tax. */
        readonly cost: number
        readonly tax_amount: Amount
        readonly net_amount: Amount
      }
    }[]
  }[]
}

export interface PaymentMethod {
  readonly id: string
  readonly payment_method_id: string
  readonly payment_method_type: 'CARD' | 'PAYPAL' | 'ACCOUNT' | 'WALLET'
  readonly is_primary: boolean
  readonly name: string | null
  readonly notes: string | null
  readonly card: {
    readonly first6: string
    readonly last4: string
    readonly brand: string | null
    readonly expiration_month: number | null
    readonly expiration_year: number | null
  } | null
  readonly paypal: {
    /** Masked. */
    readonly email: string
  } | null
  readonly account_debit: {
    /** Masked. */
    readonly iban: string
    readonly account_name: string
    readonly swift: string | null
  } | null
  readonly created_on: EpochSeconds
}

export interface ContactScheme {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly description: string | null
  readonly sign_up_option: 'AUTO_SIGN_UP' | 'SELF_SIGN_UP' | 'CLOSE_LOOP_SIGN_UP'
  readonly sign_up_method: 'EMAIL_DOMAIN' | 'CODE' | null
  readonly state: 'ACTIVE' | 'INACTIVE'
  readonly is_signed: boolean
  /** What the contact did last; null for who takes part without having done anything. */
  readonly action: 'SIGN_UP' | 'SIGN_OUT' | null
  readonly signed_up_on: EpochSeconds | null
  readonly signed_out_on: EpochSeconds | null
}

export interface ContactsAlike {
  /**
   * PHONE, EMAIL: one has as loyalty identifier what is the other’s phone or e-mail address.
   * PAYOUT_METHOD: both are paid to the same place.
   */
  readonly signs: readonly ('NAME' | 'BIRTHDAY' | 'PHONE' | 'EMAIL' | 'PAYOUT_METHOD')[]
  /** Both, the one that is known for longer first. */
  readonly contacts: readonly {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly created_on: EpochSeconds
  }[]
}

export interface Event {
  readonly id: string
  /** Ask with `after` for what comes after it. */
  readonly cursor: string
  readonly type: string
  readonly api_version: string
  readonly mode: 'LIVE' | 'TEST'
  readonly entity_id: string
  /** Of the entity: whoever has seen a higher one leaves this aside. */
  readonly sequence: number
  readonly created_on: EpochSeconds
  /** The thing as it is now, in the shape in which it is read; null: it can no longer be read. */
  readonly data: { readonly [name: string]: unknown } | null
}

export interface Seal {
  readonly number: number
  readonly sealed_on: EpochSeconds
  /** How many accounts had changed since the seal before. */
  readonly accounts: number
  /** The hash of the seal before. */
  readonly previous: string
  /**
   * SHA-256 over the seal before and where each of the accounts stood. Keep one outside to prove the
   * past later.
   */
  readonly hash: string
}

export interface OrderAdaptor {
  readonly id: string
  readonly name: string
  readonly kind: 'PRINTER' | 'HTTP'
  readonly state: 'ENABLED' | 'DISABLED'
  readonly organisation_id: string | null
  readonly event_types: readonly string[]
  readonly printer: {
    readonly host: string
    readonly port: number
    readonly paper_mm: number
  } | null
  /** Of headers their names. */
  readonly http: {
    readonly url: string
    readonly headers: readonly string[]
    readonly template: unknown
  } | null
  readonly created_on: EpochSeconds
  readonly updated_on: EpochSeconds
}

export interface OrderCancellationReason {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly description: string | null
  readonly is_default: boolean
  readonly state: 'ACTIVE' | 'INACTIVE'
}

export interface OrderCatalogue {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly display_name: string
  readonly description: string | null
  readonly state: 'ACTIVE' | 'INACTIVE'
  readonly supply_methods: readonly ('DELIVERY' | 'PICK_UP' | 'DIRECT_SALE')[]
  /** By the wall clock of the place that is ordered from; none: always. */
  readonly time_availability: readonly {
    readonly day_of_week: 'SUNDAY' | 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY'
    readonly start_time: string | null
    readonly end_time: string | null
  }[]
  /** Merchants with their venues, and venues; none: all. */
  readonly organisations: readonly {
    readonly id: string
    readonly name: string
  }[]
  /** What an order must come to. */
  readonly minimum_amount: Amount | null
  readonly creatives: readonly {
    readonly id: string
    readonly url: string
    readonly usage_type: string | null
    readonly format: string | null
    readonly width: number | null
    readonly height: number | null
    readonly caption: string | null
    readonly sort_order: number
  }[]
  readonly is_pricing_table: boolean
  readonly created_on: EpochSeconds
  readonly updated_on: EpochSeconds
}

export interface OrderCategory {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly description: string | null
  /** How many categories stand right below it. */
  readonly child_nodes: number
  /** The lowest is shown first. */
  readonly priority: number
  readonly parent: {
    readonly id: string
    readonly name: string
  } | null
  readonly creatives: readonly {
    readonly id: string
    readonly url: string
    readonly usage_type: string | null
    readonly format: string | null
    readonly width: number | null
    readonly height: number | null
    readonly caption: string | null
    readonly sort_order: number
  }[]
  readonly products: readonly {
    readonly id: string
    readonly product: {
      readonly id: string
      readonly name: string
      readonly sku: string
    }
    readonly priority: number
  }[]
}

export interface OrderCatalogueProduct {
  readonly id: string
  readonly sku: string
  readonly name: string
  readonly description: string | null
  readonly classification:
    | 'TERMED_SERVICE'
    | 'USAGE_SERVICE'
    | 'ONE_TIME_SERVICE'
    | 'TRACEABLE_PHYSICAL_GOOD'
    | 'NON_TRACEABLE_PHYSICAL_GOOD'
    | 'EXPENSES_SERVICE'
    | null
  readonly type_composition: 'FLAT' | 'FLEXIBLE_BUNDLE' | 'FIXED_BUNDLE' | 'COMPOSITE'
  readonly number_of_prices: number
  readonly is_modifier: boolean
  readonly is_stockable: boolean
  /** Percent. */
  readonly tax_rate: number | null
  readonly pricing: readonly {
    readonly id: string
    readonly price: Amount
    readonly currency_code: string
    readonly is_default: boolean
    readonly tax_model: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE'
  }[]
  readonly creatives: readonly {
    readonly id: string
    readonly url: string
    readonly usage_type: string | null
    readonly format: string | null
    readonly width: number | null
    readonly height: number | null
    readonly caption: string | null
    readonly sort_order: number
  }[]
  /** As the shop says; none says nothing either way. */
  readonly dietary_tags: readonly (
    | 'VEGETARIAN'
    | 'VEGAN'
    | 'GLUTEN_FREE'
    | 'LACTOSE_FREE'
    | 'CONTAINS_NUTS'
    | 'CONTAINS_ALCOHOL'
    | 'SPICY'
  )[]
  readonly components: number
  readonly variants: number
}

export interface OrderProvisioning {
  readonly id: string
  readonly order: {
    readonly id: string
    readonly number: string
  }
  readonly adaptor: {
    readonly id: string
    readonly name: string
  }
  readonly event_type: string
  /** PENDING is tried again by itself; FAILED only when it is asked for. */
  readonly state: 'PENDING' | 'COMPLETED' | 'FAILED'
  readonly attempts: number
  /** Of the last try. */
  readonly error: string | null
  readonly next_on: EpochSeconds | null
  readonly created_on: EpochSeconds
  readonly sent_on: EpochSeconds | null
}

export interface OrderStage {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly state: 'NEW' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED' | 'ON_HOLD'
  readonly colour: string | null
  readonly priority: number
  readonly is_default: boolean
  readonly is_initial: boolean
}

export interface Organisation {
  readonly id: string
  readonly type: 'BUSINESS' | 'MERCHANT' | 'VENUE'
  readonly code: string
  readonly name: string
  readonly state: 'ACTIVE' | 'INACTIVE'
  readonly time_zone: string
  readonly parent: {
    readonly id: string
    readonly name: string
  } | null
  readonly taps: readonly {
    readonly id: string
    readonly code: string
    readonly name: string
  }[]
  /** What is set here; for the rest the parent decides. */
  readonly settings: {
    readonly reduction_method?: 'FRONT_END' | 'BACK_END' | undefined
    readonly accepts_days_back?: number | undefined
    readonly accepts_minutes_ahead?: number | undefined
    readonly grace_days?: number | undefined
    readonly claim_days?: number | undefined
    readonly claims_per_day?: number | undefined
    readonly claims_per_day_in_all?: number | undefined
    readonly self_submitted_purchases?: 'ACCEPT' | 'HOLD' | 'REFUSE' | undefined
    readonly self_submitted_up_to?: Amount | undefined
    readonly minimum_spend?: Amount | undefined
    readonly maximum_spend?: Amount | undefined
    readonly token_minutes?: number | undefined
    readonly dynamic_wallet_code?: boolean | undefined
    readonly allows_automatic_spend?: boolean | undefined
    readonly automatic_spend?: boolean | undefined
    readonly automatic_spend_minimum_balance?: Amount | undefined
    readonly automatic_spend_from_purchase?: Amount | undefined
    readonly automatic_spend_maximum?: Amount | undefined
    readonly redeem_method?: 'ON_SPEND' | 'AUTOMATIC' | 'ON_REQUEST' | undefined
    readonly adjustment_approval_above?: Amount | undefined
  }
  readonly currency_code: string
  readonly created_on: EpochSeconds
}

export interface PassPlan {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly description: string | null
  readonly classification: 'GIFT' | 'TOPUP' | 'PROMOTION'
  readonly state: 'ACTIVE' | 'INACTIVE'
  readonly pass_code_type: 'SINGLE' | 'MULTIPLE'
  readonly maximum_usage: number | null
  readonly maximum_usage_per_contact: number | null
  readonly validity: {
    readonly type: 'PERIOD' | 'DATE' | 'ALWAYS'
    readonly count: number | null
    readonly unit: 'DAYS' | 'MONTHS' | 'YEARS' | null
    readonly fixed_date: EpochSeconds | null
  }
  readonly code_format: {
    readonly type: 'ALPHANUMERIC' | 'ALPHABETIC' | 'NUMERIC'
    readonly length: number
    readonly prefix: string | null
    readonly suffix: string | null
  }
  /** null: no money. */
  readonly value_type: 'FIXED' | 'VARIABLE' | null
  readonly value: Amount | null
  readonly minimum_value: Amount | null
  readonly maximum_value: Amount | null
  readonly currency_code: string
  /** null: no money. */
  readonly credit_wallet_balance: 'OPEN' | 'COMMERCE' | null
  readonly commerce_pool: {
    readonly id: string
    readonly name: string
  } | null
  readonly created_on: EpochSeconds
}

export interface Pass {
  readonly id: string
  readonly code: string
  /** A pass with money is REDEEMED once, or CANCELLED, or EXPIRED: to the second, posted or not. */
  readonly state: 'ACTIVE' | 'INACTIVE' | 'REDEEMED' | 'CANCELLED' | 'EXPIRED'
  readonly classification: 'GIFT' | 'TOPUP' | 'PROMOTION'
  readonly pass_plan: {
    readonly id: string
    readonly code: string
    readonly name: string
  }
  readonly contact: {
    readonly id: string
    readonly code: string
  } | null
  readonly has_pin: boolean
  readonly valid_from: EpochSeconds
  /** The first instant at which it is no longer valid. */
  readonly valid_to: EpochSeconds | null
  readonly maximum_usage: number | null
  readonly maximum_usage_per_contact: number | null
  /** How often it was used, by purchases that stand. */
  readonly used: number
  /** null: it carries no money. */
  readonly value: Amount | null
  /** What redeeming it now would put into a wallet. */
  readonly balance: Amount | null
  readonly currency_code: string
  /** Where its money goes; null: open money. */
  readonly commerce_pool: {
    readonly id: string
    readonly name: string
  } | null
  readonly payment_method: {
    readonly type: string
    readonly id: string | null
  } | null
  /** Who sold it or gives it. */
  readonly organisation: {
    readonly id: string
    readonly name: string
  } | null
  readonly recipient: {
    readonly name?: string | undefined
    readonly medium_type?: string | undefined
    readonly medium_value?: string | undefined
  } | null
  readonly gift_sender: {
    readonly name?: string | undefined
    readonly message?: string | undefined
  } | null
  readonly redemption: {
    readonly id: string
    readonly wallet_id: string
    readonly date: EpochSeconds
    readonly organisation: {
      readonly id: string
      readonly name: string
    }
  } | null
  /** When it was redeemed, voided or posted as over. */
  readonly ended_on: EpochSeconds | null
  readonly created_on: EpochSeconds
}

export interface PayoutProvider {
  readonly id: string
  readonly kind: 'WALLET' | 'SEPA' | 'STRIPE' | 'PAYPAL'
  readonly state: 'ACTIVE' | 'INACTIVE'
  readonly sepa: {
    readonly name: string
    readonly iban: string
    readonly bic: string | null
  } | null
  readonly stripe: {
    readonly financial_account: string
  } | null
  readonly paypal: {
    readonly environment: string
    readonly webhook_id: string | null
  } | null
  /** Names of the secrets that are set; they are never read back. */
  readonly secrets: readonly string[]
  /** Where the provider sends its messages. */
  readonly webhook_path: string | null
  readonly created_on: EpochSeconds
  readonly updated_on: EpochSeconds
}

export interface Payout {
  readonly id: string
  readonly state:
    | 'PENDING'
    | 'SENDING'
    | 'SENT'
    | 'PAID'
    | 'FAILED'
    | 'UNKNOWN'
    | 'RETURNED'
    | 'CANCELLED'
    | 'REVERSAL_REQUIRED'
    | 'REVERSED'
  readonly amount: Amount
  readonly currency_code: string
  readonly wallet_id: string
  /** null: the contact asked for it. */
  readonly purchase_id: string | null
  readonly provider: 'WALLET' | 'SEPA' | 'STRIPE' | 'PAYPAL' | 'PRETEND' | null
  readonly payment_method_type: 'CARD' | 'PAYPAL' | 'ACCOUNT' | 'WALLET' | null
  /** Where the money is: waiting, out, in the wallet, or back where it came from. */
  readonly money: 'CLEARING' | 'PAID_OUT' | 'WALLET' | 'BACK'
  /** Its purchase was voided while nobody could tell whether it was paid: it is not sent again. */
  readonly is_stopped: boolean
  readonly reason: string | null
  readonly notes: string | null
  /** How often it was begun to be paid. */
  readonly tries: number
  /** Under which the provider knows the last try; null: nobody was asked yet. */
  readonly reference: string | null
  /** When it is looked at next by itself; null: not before somebody acts. */
  readonly next_attempt_on: EpochSeconds | null
  readonly created_on: EpochSeconds
  readonly updated_on: EpochSeconds
}

export interface PayoutFile {
  readonly id: string
  readonly state: 'MADE' | 'SENT' | 'CONFIRMED' | 'CANCELLED'
  readonly message_id: string
  readonly payouts: number
  readonly total: Amount
  readonly currency_code: string
  readonly execution_date: string
  readonly created_on: EpochSeconds
  readonly updated_on: EpochSeconds
}

export interface Process {
  readonly id: string
  /** What is being done; each kind has its own input and result. */
  readonly kind: string
  readonly state: 'PENDING' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'CANCELLED'
  /** How much is done, in the units of the kind. */
  readonly done: number
  /** How much there is; null until that is known. */
  readonly total: number | null
  readonly created_on: EpochSeconds
  /** When it was first begun. Epoch seconds. */
  readonly started_on: EpochSeconds | null
  /** When the server that runs it last said so. Epoch seconds. */
  readonly heartbeat_on: EpochSeconds | null
  /** When it ended, in whichever way; null while it goes on. Epoch seconds. */
  readonly completed_on: EpochSeconds | null
  /** What it was started with. */
  readonly input: { readonly [name: string]: unknown }
  /** What came of it; null until it is COMPLETED. */
  readonly result: { readonly [name: string]: unknown } | null
  /** Why it is FAILED. */
  readonly error: string | null
  /** Of kinds that take rows. */
  readonly totals?:
    | {
        readonly received: number
        readonly created: number
        readonly updated: number
        readonly unchanged: number
        readonly rejected: number
      }
    | undefined
}

export interface ProductFeed {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly format: 'JSON' | 'CSV'
  readonly csv: {
    readonly delimiter: string
    readonly decimal_mark: string
    readonly columns: { readonly [name: string]: string } | null
  } | null
  readonly schedule: string
  readonly time_zone: string
  readonly header: {
    readonly name: string
  } | null
  readonly state: 'ENABLED' | 'DISABLED' | 'DELETED'
  /**
   * What becomes of products that the file had before and has no more. DEACTIVATE: they are offered no
   * more (is_active false) until the file has them again. A file that lacks more than half of them is
   * taken for one that was cut off, and changes none; RUN takes it as it is.
   */
  readonly missing: 'KEEP' | 'DEACTIVATE'
  readonly is_running: boolean
  readonly next_run_on: EpochSeconds | null
  readonly last_run: {
    readonly started_on: EpochSeconds
    readonly ended_on: EpochSeconds
    /** UNCHANGED: the file is the one that was taken before, and nothing was done. */
    readonly outcome: 'SYNCHRONISED' | 'UNCHANGED' | 'FAILED'
    readonly error: string | null
    /** With DEACTIVATE: products that the file had before and had no more. */
    readonly lacked: number | null
    /** Those of them that were made inactive. */
    readonly deactivated: number | null
  } | null
  /** Runs in a row that failed. */
  readonly failures: number
  /** The last synchronisation that it began, for GET processes/{id}. */
  readonly process_id: string | null
  readonly created_on: EpochSeconds
  readonly updated_on: EpochSeconds
}

export interface ProductGroup {
  readonly id: string
  readonly kind: 'FAMILY' | 'BRAND' | 'TYPE'
  readonly code: string
  readonly name: string
  /** Who told of it last; PURCHASE: a till that sold of it. */
  readonly source: 'MANUAL' | 'SYNC' | 'FEED' | 'PURCHASE'
  /** false: none of its products earns. */
  readonly earns: boolean
  readonly created_on: EpochSeconds
}

export interface Product {
  readonly id: string
  readonly sku: string
  readonly name: string
  readonly description: string | null
  readonly family: {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly earns: boolean
  } | null
  readonly brand: {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly earns: boolean
  } | null
  readonly type: {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly earns: boolean
  } | null
  readonly categories: readonly {
    readonly name: string
  }[]
  readonly classification:
    | 'TERMED_SERVICE'
    | 'USAGE_SERVICE'
    | 'ONE_TIME_SERVICE'
    | 'TRACEABLE_PHYSICAL_GOOD'
    | 'NON_TRACEABLE_PHYSICAL_GOOD'
    | 'EXPENSES_SERVICE'
    | null
  readonly type_composition: 'FLAT' | 'FLEXIBLE_BUNDLE' | 'FIXED_BUNDLE' | 'COMPOSITE' | null
  /** Percent. */
  readonly tax_rate: number | null
  /** In the currency that stands beside it. */
  readonly price: {
    readonly amount: Amount
    readonly currency_code: string
    readonly tax_model: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE'
  } | null
  readonly creatives: readonly {
    readonly id: string
    readonly url: string
    readonly usage_type: string | null
    readonly format: string | null
    readonly width: number | null
    readonly height: number | null
    readonly caption: string | null
    readonly sort_order: number
  }[]
  readonly is_active: boolean
  /** SKUs of products that were merged into it: whoever names one of them means this. */
  readonly merged_skus: readonly string[]
  /**
   * Who told of it last: MANUAL entered by hand, SYNC sent in bulk, FEED fetched from an address,
   * PURCHASE learnt from a till that sold it.
   */
  readonly source: 'MANUAL' | 'SYNC' | 'FEED' | 'PURCHASE'
  /** Of the product itself; its groups may still keep it from earning. */
  readonly earns: boolean
  readonly created_on: EpochSeconds
}

export interface Promotion {
  readonly id: string
  readonly state: 'PREPARED' | 'APPLIED'
  /** What was compared. */
  readonly kinds: readonly (
    | 'ORGANISATION'
    | 'COMMERCE_POOL'
    | 'SCHEME'
    | 'TIER_PROGRAMME'
    | 'TIER'
    | 'PASS_PLAN'
    | 'OFFER'
    | 'PRODUCT_GROUP'
    | 'ORDER_CATALOGUE'
    | 'ORDER_CATEGORY'
    | 'ORDER_STAGE'
    | 'CANCELLATION_REASON'
    | 'TEMPLATE'
    | 'NOTIFICATION_SETTINGS'
    | 'WALLET_LIMITS'
    | 'ACCOUNTING_MAP'
  )[]
  /** Of all changes; who applies it sends it to say what they have reviewed. */
  readonly digest: string
  readonly counts: {
    readonly added: number
    readonly changed: number
    readonly only_in_live: number
  }
  /** In the order in which they are made. */
  readonly changes: readonly {
    readonly kind:
      | 'ORGANISATION'
      | 'COMMERCE_POOL'
      | 'SCHEME'
      | 'TIER_PROGRAMME'
      | 'TIER'
      | 'PASS_PLAN'
      | 'OFFER'
      | 'PRODUCT_GROUP'
      | 'ORDER_CATALOGUE'
      | 'ORDER_CATEGORY'
      | 'ORDER_STAGE'
      | 'CANCELLATION_REASON'
      | 'TEMPLATE'
      | 'NOTIFICATION_SETTINGS'
      | 'WALLET_LIMITS'
      | 'ACCOUNTING_MAP'
    /** By which it is the same in both modes. */
    readonly code: string
    /** Within what the code is told apart: the order catalogue of a category, the kind of a product group. */
    readonly of?: string | undefined
    readonly name: string
    /** ONLY_IN_LIVE: TEST mode has none of this code; it stays as it is. */
    readonly change: 'ADDED' | 'CHANGED' | 'ONLY_IN_LIVE'
    readonly fields: readonly {
      readonly field: string
      /** In LIVE mode now; null: nothing. */
      readonly from: unknown
      /** As in TEST mode. */
      readonly to: unknown
    }[]
    /** Of an offer: all of it in words, in LIVE mode now and as in TEST mode. */
    readonly sentence?:
      | {
          readonly from: string | null
          readonly to: string
        }
      | undefined
  }[]
  /** What would be refused as things are; it can be applied when there is none. */
  readonly problems: readonly {
    readonly kind:
      | 'ORGANISATION'
      | 'COMMERCE_POOL'
      | 'SCHEME'
      | 'TIER_PROGRAMME'
      | 'TIER'
      | 'PASS_PLAN'
      | 'OFFER'
      | 'PRODUCT_GROUP'
      | 'ORDER_CATALOGUE'
      | 'ORDER_CATEGORY'
      | 'ORDER_STAGE'
      | 'CANCELLATION_REASON'
      | 'TEMPLATE'
      | 'NOTIFICATION_SETTINGS'
      | 'WALLET_LIMITS'
      | 'ACCOUNTING_MAP'
    /** By which it is the same in both modes. */
    readonly code: string
    /** Within what the code is told apart: the order catalogue of a category, the kind of a product group. */
    readonly of?: string | undefined
    readonly detail: string
  }[]
  readonly created_on: EpochSeconds
  readonly applied_on: EpochSeconds | null
}

export interface Purchase {
  readonly id: string
  readonly code: string
  readonly reference_number: string | null
  readonly state: 'POSTED' | 'CANCELLED'
  readonly reduction_method: 'FRONT_END' | 'BACK_END'
  readonly currency_code: string
  readonly date: EpochSeconds
  readonly transaction_amounts: {
    readonly net: Amount | null
    readonly tax: Amount | null
    readonly discount: Amount | null
    readonly total: Amount
  }
  readonly rewards: {
    readonly award: Amount
    readonly redeem: Amount
    readonly spend: Amount
  }
  readonly amount_due: Amount
  readonly spends: readonly {
    readonly amount: Amount
    readonly method: 'ON_REQUEST' | 'OTP' | 'AUTO_SPEND' | 'INSTANT'
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    } | null
    readonly products: readonly {
      readonly line: number
      readonly sku: string | null
      readonly amount: Amount
    }[]
  }[]
  /** Commerce money that became open money, pool by pool. */
  readonly redeems: readonly {
    readonly amount: Amount
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    }
    readonly expires_on: EpochSeconds | null
  }[]
  readonly awards: readonly {
    readonly amount: Amount
    readonly offer: {
      readonly id: string
      readonly name: string
      readonly version: number
    }
    /** INSTANT: it went off the price of this purchase, as one of its spends. */
    readonly redeem_method: 'DEFERRED' | 'INSTANT'
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    }
    readonly expires_on: EpochSeconds | null
    readonly available_on: EpochSeconds
  }[]
  readonly wallet: {
    readonly total: Amount
    readonly open: Amount
    readonly commerce: Amount
  } | null
  readonly receipt: {
    readonly qr: string
    readonly barcode: string
    readonly signed_code: string
  }
  readonly contact: {
    readonly id: string
    readonly name: string | null
    readonly code: string
  } | null
  readonly organisation: {
    readonly id: string
    readonly name: string
  }
  readonly parent_organisation: {
    readonly id: string
    readonly name: string
  } | null
  readonly classification: {
    readonly id: string
    readonly name: string
  } | null
  readonly products: readonly {
    readonly line: number
    readonly product_sku: {
      readonly sku: string
      readonly name: string
      /**
       * The SKU of the product into which this one was merged when it was judged: who names either means the
       * line.
       */
      readonly leads_to?: string | undefined
    }
    readonly product_family: {
      readonly id: string
      readonly name: string
    } | null
    readonly quantity: number
    readonly net_amount: Amount
    readonly tax_amount: Amount
    readonly total_amount: Amount
    /** Pieces that came back; a weight in parts. */
    readonly returned_quantity: number
    /** The value of what came back of this line. */
    readonly returned_amount: number
    readonly award: Amount
    readonly spend: Amount
  }[]
  readonly returned: {
    readonly award: Amount
    readonly redeem: Amount
    readonly spend: Amount
    readonly total: Amount
    /** Of the total, what came back without a line being named. */
    readonly of_no_line: number
  }
  readonly payout: {
    readonly id: string
    readonly state: string
  } | null
  readonly created_on: EpochSeconds
  readonly cancelled_on: EpochSeconds | null
  readonly notes: string | null
  readonly transaction_reference: string | null
  readonly payment_medium_identifier: string | null
  readonly metadata: { readonly [name: string]: string } | null
}

export interface Liability {
  readonly currency_code: string
  /** What is owed: available, pending and blocked. */
  readonly liability: number
  readonly available: Amount
  /** Awarded, and available at a later time only. */
  readonly pending: number
  /** Set aside for orders that are not completed yet. */
  readonly blocked: number
  /** Past its expiry and not owed; still in the wallets’ accounts until the expiry is posted. */
  readonly expired_not_posted: number
  /** Who gave the money; null: nobody, so it is the business’s. */
  readonly funder?:
    | {
        readonly id: string
        readonly name: string
      }
    | null
    | undefined
  /** The funder’s merchant, or the business; null: nobody funded it. */
  readonly merchant?:
    | {
        readonly id: string
        readonly name: string
      }
    | null
    | undefined
  readonly offer?:
    | {
        readonly id: string
        readonly name: string
      }
    | null
    | undefined
  /** null: open money. */
  readonly pool?:
    | {
        readonly id: string
        readonly name: string
      }
    | null
    | undefined
  /** Days from the instant to the expiry. */
  readonly expiry?:
    | 'EXPIRED'
    | 'ZERO_TO_THIRTY'
    | 'THIRTY_TO_SIXTY'
    | 'SIXTY_TO_NINETY'
    | 'NINETY_PLUS'
    | 'NEVER'
    | undefined
  /** Its name is its code. */
  readonly wallet?:
    | {
        readonly id: string
        readonly name: string
      }
    | null
    | undefined
  /** That made it; its name is its reference number. null: it came of something else, such as a top-up. */
  readonly purchase?:
    | {
        readonly id: string
        readonly name: string
      }
    | null
    | undefined
}

export interface Request {
  /** As in the header Request-Id of its answer. */
  readonly id: string
  readonly date: EpochSeconds
  readonly by_kind: 'KEY' | 'USER' | 'CONTACT'
  readonly api_key_id: string | null
  /** The name of the endpoint, as in this reference. */
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly milliseconds: number
  readonly idempotent_replayed: boolean
  readonly error: string | null
  /** Fields that were refused. A name that the API does not have is shown as “…”. */
  readonly fields: readonly {
    readonly path: string
    readonly code: string
  }[]
  /**
   * Names of the API that the request had, such as `contact.phone`, `products[].sku`, `?page`; never
   * what was sent under them.
   */
  readonly sent: readonly string[]
}

export interface RewardEvent {
  readonly id: string
  readonly code: string
  readonly occasion: 'SIGN_UP' | 'PROFILE' | 'REFERRAL' | 'ACHIEVEMENT' | 'BIRTHDAY' | 'NAME_DAY'
  /** The reporter's own; of a referral the friend's id, of a celebration its year. */
  readonly reference_number: string
  readonly contact: {
    readonly id: string
    readonly code: string
  }
  readonly organisation: {
    readonly id: string
    readonly name: string
  }
  readonly classification: {
    readonly id: string
    readonly code: string
    readonly name: string
  } | null
  readonly amount: Amount | null
  readonly currency_code: string
  /** Zero: no offer gave anything; explain says why. */
  readonly award: number
  readonly awards: readonly {
    readonly amount: Amount
    readonly offer: {
      readonly id: string
      readonly name: string
      readonly version: number
    }
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    }
    readonly expires_on: EpochSeconds | null
    readonly available_on: EpochSeconds
  }[]
  readonly date: EpochSeconds
  readonly created_on: EpochSeconds
}

export interface RewardOffer {
  readonly id: string
  readonly code: string
  readonly state: 'DRAFT' | 'ACTIVE' | 'INACTIVE' | 'ENDED'
  /** Where it stands in its life now: an ACTIVE offer waits, runs or is over. */
  readonly phase: 'DRAFT' | 'SCHEDULED' | 'RUNNING' | 'PAUSED' | 'ENDED'
  readonly name: string
  readonly description: string | null
  readonly goal: 'SPEND' | 'VISITS' | 'MEMBERSHIP' | 'ACHIEVEMENT'
  readonly type:
    | 'DISCOUNT'
    | 'BUNDLE'
    | 'HAPPYHOUR'
    | 'LOTTERY'
    | 'ACHIEVEMENT'
    | 'REFER'
    | 'PROFILE'
    | 'SIGNUP'
    | 'GIFT'
    | 'REACH_TIER'
  readonly version: number
  /** The whole offer in words: English, or Greek where Accept-Language asks for el. */
  readonly sentence: string
  readonly currency_code: string
  readonly availability: {
    readonly from: EpochSeconds | null
    readonly to: EpochSeconds | null
  }
  readonly conditions: readonly (
    | {
        readonly kind: 'TIMINGS'
        readonly timings: readonly {
          readonly days?: readonly number[] | undefined
          readonly months?: readonly number[] | undefined
          readonly start_time?: string | undefined
          readonly end_time?: string | undefined
        }[]
      }
    | {
        readonly kind: 'AMOUNT'
        readonly minimum?: Amount | undefined
        readonly maximum?: Amount | undefined
      }
    | {
        readonly kind: 'CHANNELS'
        readonly channels: readonly string[]
      }
    | {
        readonly kind: 'CLASSIFICATIONS'
        readonly classifications: readonly string[]
      }
    | {
        readonly kind: 'PASS'
        readonly pass_plans: readonly {
          readonly id: string
          readonly code: string
          readonly name: string
        }[]
      }
    | {
        readonly kind: 'MEMBER_SINCE'
        readonly within_days?: number | undefined
        readonly before?: EpochSeconds | undefined
        readonly from?: EpochSeconds | undefined
      }
    | {
        readonly kind: 'ORGANISATIONS'
        readonly organisations: readonly {
          readonly id: string
          readonly code: string
          readonly name: string
        }[]
      }
    | {
        readonly kind: 'TIERS'
        readonly tiers: readonly {
          readonly id: string
          readonly code: string
          readonly name: string
        }[]
        readonly or_above: boolean
        readonly reached: boolean
      }
    | {
        readonly kind: 'SEGMENTS'
        readonly any_of?: readonly string[] | undefined
        readonly none_of?: readonly string[] | undefined
      }
    | {
        readonly kind: 'PAYMENT'
        readonly mediums?: readonly string[] | undefined
        readonly tenders?: readonly string[] | undefined
      }
    | {
        readonly kind: 'OCCASION'
        readonly occasion: 'BIRTHDAY' | 'NAME_DAY'
        readonly during: 'DAY' | 'WEEK' | 'MONTH'
        readonly days_before?: number | undefined
        readonly days_after?: number | undefined
      }
    | {
        readonly kind: 'PRODUCTS'
        readonly products: readonly {
          readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
          readonly code: string
        }[]
        readonly except?:
          | readonly {
              readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
              readonly code: string
            }[]
          | undefined
        readonly minimum_quantity?: number | undefined
        readonly minimum_amount?: Amount | undefined
      }
    | {
        readonly kind: 'BUNDLE'
        readonly items: readonly {
          readonly products: readonly {
            readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
            readonly code: string
          }[]
          readonly quantity: number
        }[]
        readonly repeats: boolean
      }
    | {
        readonly kind: 'LOTTERY'
        readonly one_in: number
      }
  )[]
  readonly scheme: {
    readonly id: string
    readonly code: string
    readonly name: string
  } | null
  readonly progress: {
    readonly of: 'AMOUNT' | 'VISITS' | 'QUANTITY'
    readonly target: number
    readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
    readonly per: 'CONTACT' | 'EVERYONE'
    readonly repeats: boolean
    readonly on_accumulated: boolean
  } | null
  readonly award:
    | {
        readonly kind: 'PERCENTAGE'
        readonly rate: number
        readonly cap?: Amount | undefined
      }
    | {
        readonly kind: 'FIXED'
        readonly amount: Amount
      }
    | {
        readonly kind: 'PER_AMOUNT'
        readonly amount: Amount
        readonly every: Amount
        readonly cap?: Amount | undefined
      }
    | {
        readonly kind: 'STEPS'
        readonly steps: readonly {
          readonly from: Amount
          readonly amount?: Amount | undefined
          readonly rate?: number | undefined
          readonly cap?: Amount | undefined
        }[]
      }
    | {
        readonly kind: 'PRODUCT'
        readonly products?:
          | readonly {
              readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
              readonly code: string
            }[]
          | undefined
        readonly quantity: number
        readonly for_every?: number | undefined
        readonly pick: 'CHEAPEST' | 'DEAREST'
        readonly rate: number
        readonly cap?: Amount | undefined
      }
  readonly redeem_method: 'DEFERRED' | 'INSTANT'
  readonly award_base: 'GROSS' | 'NET'
  readonly before_discounts: boolean
  readonly exclusive_group: string | null
  readonly available_after: {
    readonly count: number
    readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
  } | null
  readonly commerce_pool: {
    readonly id: string
    readonly code: string
    readonly name: string
  }
  readonly expires_after: {
    readonly count: number
    readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
  } | null
  readonly funder: {
    readonly id: string
    readonly code: string
    readonly name: string
  }
  readonly owner: {
    readonly id: string
    readonly name: string
  }
  readonly return_policy: 'KEEP' | 'PRO_RATA' | 'REJUDGE'
  readonly limits: {
    readonly budget: Amount | null
    readonly per_period: {
      readonly amount: Amount | null
      readonly uses: number | null
      readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
    } | null
    readonly per_contact: {
      readonly amount: Amount | null
      readonly uses: number | null
      readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
    } | null
    readonly per_venue: {
      readonly amount: Amount | null
      readonly uses: number | null
      readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
    } | null
  }
  readonly priority: number
  readonly on_top: boolean
  /** Of the budget, by awards that stand. */
  readonly budget_used: Amount | null
  readonly created_on: EpochSeconds
  readonly updated_on: EpochSeconds
}

export interface RewardOfferVersion {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly goal: 'SPEND' | 'VISITS' | 'MEMBERSHIP' | 'ACHIEVEMENT'
  readonly type:
    | 'DISCOUNT'
    | 'BUNDLE'
    | 'HAPPYHOUR'
    | 'LOTTERY'
    | 'ACHIEVEMENT'
    | 'REFER'
    | 'PROFILE'
    | 'SIGNUP'
    | 'GIFT'
    | 'REACH_TIER'
  readonly version: number
  /** The whole offer in words: English, or Greek where Accept-Language asks for el. */
  readonly sentence: string
  readonly currency_code: string
  readonly availability: {
    readonly from: EpochSeconds | null
    readonly to: EpochSeconds | null
  }
  readonly conditions: readonly (
    | {
        readonly kind: 'TIMINGS'
        readonly timings: readonly {
          readonly days?: readonly number[] | undefined
          readonly months?: readonly number[] | undefined
          readonly start_time?: string | undefined
          readonly end_time?: string | undefined
        }[]
      }
    | {
        readonly kind: 'AMOUNT'
        readonly minimum?: Amount | undefined
        readonly maximum?: Amount | undefined
      }
    | {
        readonly kind: 'CHANNELS'
        readonly channels: readonly string[]
      }
    | {
        readonly kind: 'CLASSIFICATIONS'
        readonly classifications: readonly string[]
      }
    | {
        readonly kind: 'PASS'
        readonly pass_plans: readonly {
          readonly id: string
          readonly code: string
          readonly name: string
        }[]
      }
    | {
        readonly kind: 'MEMBER_SINCE'
        readonly within_days?: number | undefined
        readonly before?: EpochSeconds | undefined
        readonly from?: EpochSeconds | undefined
      }
    | {
        readonly kind: 'ORGANISATIONS'
        readonly organisations: readonly {
          readonly id: string
          readonly code: string
          readonly name: string
        }[]
      }
    | {
        readonly kind: 'TIERS'
        readonly tiers: readonly {
          readonly id: string
          readonly code: string
          readonly name: string
        }[]
        readonly or_above: boolean
        readonly reached: boolean
      }
    | {
        readonly kind: 'SEGMENTS'
        readonly any_of?: readonly string[] | undefined
        readonly none_of?: readonly string[] | undefined
      }
    | {
        readonly kind: 'PAYMENT'
        readonly mediums?: readonly string[] | undefined
        readonly tenders?: readonly string[] | undefined
      }
    | {
        readonly kind: 'OCCASION'
        readonly occasion: 'BIRTHDAY' | 'NAME_DAY'
        readonly during: 'DAY' | 'WEEK' | 'MONTH'
        readonly days_before?: number | undefined
        readonly days_after?: number | undefined
      }
    | {
        readonly kind: 'PRODUCTS'
        readonly products: readonly {
          readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
          readonly code: string
        }[]
        readonly except?:
          | readonly {
              readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
              readonly code: string
            }[]
          | undefined
        readonly minimum_quantity?: number | undefined
        readonly minimum_amount?: Amount | undefined
      }
    | {
        readonly kind: 'BUNDLE'
        readonly items: readonly {
          readonly products: readonly {
            readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
            readonly code: string
          }[]
          readonly quantity: number
        }[]
        readonly repeats: boolean
      }
    | {
        readonly kind: 'LOTTERY'
        readonly one_in: number
      }
  )[]
  readonly scheme: {
    readonly id: string
    readonly code: string
    readonly name: string
  } | null
  readonly progress: {
    readonly of: 'AMOUNT' | 'VISITS' | 'QUANTITY'
    readonly target: number
    readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
    readonly per: 'CONTACT' | 'EVERYONE'
    readonly repeats: boolean
    readonly on_accumulated: boolean
  } | null
  readonly award:
    | {
        readonly kind: 'PERCENTAGE'
        readonly rate: number
        readonly cap?: Amount | undefined
      }
    | {
        readonly kind: 'FIXED'
        readonly amount: Amount
      }
    | {
        readonly kind: 'PER_AMOUNT'
        readonly amount: Amount
        readonly every: Amount
        readonly cap?: Amount | undefined
      }
    | {
        readonly kind: 'STEPS'
        readonly steps: readonly {
          readonly from: Amount
          readonly amount?: Amount | undefined
          readonly rate?: number | undefined
          readonly cap?: Amount | undefined
        }[]
      }
    | {
        readonly kind: 'PRODUCT'
        readonly products?:
          | readonly {
              readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
              readonly code: string
            }[]
          | undefined
        readonly quantity: number
        readonly for_every?: number | undefined
        readonly pick: 'CHEAPEST' | 'DEAREST'
        readonly rate: number
        readonly cap?: Amount | undefined
      }
  readonly redeem_method: 'DEFERRED' | 'INSTANT'
  readonly award_base: 'GROSS' | 'NET'
  readonly before_discounts: boolean
  readonly exclusive_group: string | null
  readonly available_after: {
    readonly count: number
    readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
  } | null
  readonly commerce_pool: {
    readonly id: string
    readonly code: string
    readonly name: string
  }
  readonly expires_after: {
    readonly count: number
    readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
  } | null
  readonly funder: {
    readonly id: string
    readonly code: string
    readonly name: string
  }
  readonly owner: {
    readonly id: string
    readonly name: string
  }
  readonly return_policy: 'KEEP' | 'PRO_RATA' | 'REJUDGE'
  readonly limits: {
    readonly budget: Amount | null
    readonly per_period: {
      readonly amount: Amount | null
      readonly uses: number | null
      readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
    } | null
    readonly per_contact: {
      readonly amount: Amount | null
      readonly uses: number | null
      readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
    } | null
    readonly per_venue: {
      readonly amount: Amount | null
      readonly uses: number | null
      readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
    } | null
  }
  readonly priority: number
  readonly on_top: boolean
  readonly is_current: boolean
  readonly created_on: EpochSeconds
}

export interface RewardScheme {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly description: string | null
  readonly sign_up_option: 'AUTO_SIGN_UP' | 'SELF_SIGN_UP' | 'CLOSE_LOOP_SIGN_UP'
  readonly sign_up_method: 'EMAIL_DOMAIN' | 'CODE' | null
  readonly email_domains: readonly string[]
  readonly state: 'ACTIVE' | 'INACTIVE'
  readonly created_on: EpochSeconds
}

export interface SignUpCode {
  readonly code: string
  readonly state: 'UNUSED' | 'USED'
  /** The contact. */
  readonly used_by: {
    readonly id: string
  } | null
  readonly used_on: EpochSeconds | null
  readonly created_on: EpochSeconds
}

export interface RewardTier {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly description: string | null
  readonly benefits: string | null
  readonly value_units: number
  readonly created_on: EpochSeconds
}

export interface Settlement {
  /** Journal and line. */
  readonly id: string
  readonly settlement_type: 'AWARD' | 'SPEND'
  /** Of the organisation. */
  readonly accounting_type: 'DEBIT' | 'CREDIT'
  /** Who gave the award, or took the spend. */
  readonly organisation: {
    readonly id: string
    readonly name: string
  }
  /** Who gave the money; null: nobody, so it is the business’s. */
  readonly funder: {
    readonly id: string
    readonly name: string
  } | null
  readonly offer: {
    readonly id: string
    readonly name: string
  } | null
  readonly currency_code: string
  readonly event_amount: Amount
  /** Less what was taken back. */
  readonly settlement_amount: number
  readonly fee: null
  readonly state: 'POSTED' | 'CANCELLED'
  /** true: all or a part of it was taken back. */
  readonly is_reverted: boolean
  readonly date: EpochSeconds
  readonly settlement_event: {
    /** PURCHASE, SIGN_UP, ACHIEVEMENT, BIRTHDAY …. */
    readonly type: string | null
    readonly id: string
    readonly reference_number: string | null
  }
}

export interface RejectedRow {
  /** Place of the row in its list, from 0. */
  readonly index: number
  /** As it was sent; null where the row has none. */
  readonly sku: string | null
  /** The code that a request with such a value is refused with. */
  readonly error: string
  /** Names the list and field, the value seen and the value needed. */
  readonly message: string
  readonly parameters: readonly string[]
  /**
   * As it was sent, so that it can be put right and sent again; null where it is no object, longer than
   * 4,000 characters, or was sent to an earlier version.
   */
  readonly row: { readonly [name: string]: unknown } | null
}

export interface TestOutbox {
  readonly communication_id: string
  readonly channel: 'EMAIL' | 'DEVICE' | 'SMS'
  readonly state: 'PENDING' | 'COMPLETED' | 'REJECTED'
  readonly recipient: string
  readonly subject: string
  readonly content: string
  /**
   * An e-mail as it would have gone over the wire (RFC 5322); of a push message what the device
   * decrypts.
   */
  readonly message: string
  readonly created_on: EpochSeconds
  /** When it is due, such as after quiet hours; null: it is done. */
  readonly send_on: EpochSeconds | null
}

export interface Till {
  readonly id: string
  readonly name: string
  /** Of the last entry that was taken; 0: none yet. */
  readonly counter: number
  /** What the next entry names as `previous`: SHA-256 in hex. */
  readonly head: string
  readonly created_on: EpochSeconds
}

export interface TillIncident {
  readonly id: string
  readonly kind: 'BAD_SIGNATURE' | 'COUNTER_REUSED' | 'GAP' | 'FORK'
  /** That was sent. */
  readonly counter: number
  /** That would have been the next. */
  readonly expected: number
  readonly created_on: EpochSeconds
}

export interface Topup {
  /** Also of the journal that moved the money. */
  readonly id: string
  readonly code: string
  readonly state: 'POSTED' | 'CANCELLED'
  readonly wallet_id: string
  readonly amount: Amount
  readonly currency_code: string
  /** null: open money. */
  readonly commerce_pool: {
    readonly id: string
    readonly name: string
  } | null
  readonly payment_method: {
    readonly type:
      | 'CASH'
      | 'CARD'
      | 'ONE_TIME_CARD_PAYMENT'
      | 'ACCOUNT_DEBIT'
      | 'A2A'
      | 'ELECTRONIC_TRANSFER'
      | 'CHEQUE'
      | 'WALLET'
      | 'GRANT'
    readonly id: string | null
  }
  /** Who took the money or gives it. */
  readonly organisation: {
    readonly id: string
    readonly name: string
  }
  readonly topup_date: EpochSeconds
  readonly notes: string | null
  readonly created_on: EpochSeconds
  readonly cancellation: {
    readonly cancelled_on: EpochSeconds
    readonly reason: string | null
    /** What was still there, expired money among it. */
    readonly taken_back: number
    /** What was spent or given away already: the contact owes it. */
    readonly debt: number
  } | null
}

export interface User {
  readonly id: string
  readonly username: string
  readonly name: string | null
  readonly role: 'OWNER' | 'MANAGER' | 'MARKETER' | 'CLERK' | 'DEVELOPER' | 'AUDITOR'
  /** INVITED: they have not chosen a password yet. */
  readonly state: 'INVITED' | 'ACTIVE' | 'DISABLED'
  readonly created_on: EpochSeconds
  readonly signed_in_on: EpochSeconds | null
  /** Whether a code of an app is asked for at their sign-in. */
  readonly second_factor: boolean
  readonly invitation_ends_on: EpochSeconds | null
}

export interface CommerceBalance {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly amount: Amount
  readonly currency_code: string
  /** What falls due within so many days; money without expiry is in none. */
  readonly expiration?:
    | {
        readonly zero_to_thirty: Amount
        readonly thirty_to_sixty: Amount
        readonly sixty_to_ninety: Amount
        readonly ninety_plus: Amount
      }
    | undefined
  readonly organisations: readonly {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly type: string
    /** Always empty: organisations have no addresses. */
    readonly locations: readonly {
      readonly name: string | null
      readonly address_line_1: string | null
      readonly address_line_2: string | null
      readonly state_province_county: string | null
      readonly town_city: string | null
      readonly postal_code: string | null
      readonly country_code: string | null
      readonly lat: number | null
      readonly lon: number | null
      readonly google_place_id: string | null
    }[]
  }[]
  readonly products: readonly {
    readonly id: string | null
    readonly id_type: 'PRODUCT' | 'FAMILY' | 'BRAND' | 'TYPE'
    readonly code: string
    readonly name: string | null
    /** Of a product; groups have none. */
    readonly description: string | null
    readonly sku: string | null
  }[]
  readonly timings: readonly {
    readonly day?: number | undefined
    readonly month?: number | undefined
    readonly start_time?: string | undefined
    readonly end_time?: string | undefined
  }[]
  /** Whether the contact has to switch the pool on before its money can be spent. */
  readonly applicable_for_activation: boolean
  readonly is_active: boolean
  /** Always false and null: pools are not offered to other businesses. */
  readonly b2b_details: {
    readonly is_published: boolean
    readonly is_promoted: boolean
    readonly promoted_organisation: {
      readonly id: string
      readonly name: string
    } | null
  }
}

export interface WalletExpiry {
  /** Also of the journal that moved the money. */
  readonly id: string
  readonly wallet_id: string
  readonly amount: Amount
  readonly currency_code: string
  /** How many credits it was what was left of. */
  readonly lots: number
  readonly posted_on: EpochSeconds
}

export interface WalletJournal {
  /** Journal and line. */
  readonly id: string
  readonly amount: Amount
  readonly currency: string
  readonly type: 'CREDIT' | 'DEBIT'
  readonly posted_on: EpochSeconds
  /** Of a credit; null: it does not expire. */
  readonly expiration_date: EpochSeconds | null
  /**
   * What is left of a credit now, pending money too; on the line by which the money came into the
   * wallet. null on debits.
   */
  readonly unallocated_amount?: Amount | null | undefined
  /** The offer that awarded the money. */
  readonly description: string | null
  readonly exchange_rate: number
  readonly total_default_currency: Amount
  readonly default_currency_code: string
  readonly transaction_type: string
}

export interface WalletTransaction {
  /** Journal and line. */
  readonly id: string
  readonly amount: Amount
  readonly currency: string
  readonly type: 'CREDIT' | 'DEBIT'
  /**
   * AWARD, SPEND, REDEEM, PURCHASE_CANCELLATION (also returns), WALLET_BALANCE_EXPIRATION, TOP_UP,
   * PASS_REDEMPTION, TRANSFER, PAYOUT, MANUAL_JOURNAL, USE_WALLET_FUNDS, DEBT_REPAYMENT.
   */
  readonly transaction_type: string
  readonly pocket: 'CRMCOM' | 'BUSINESS' | 'BUSINESS_COMMERCE'
  readonly posted_on: EpochSeconds
  /** Of the pocket. */
  readonly balance_after: number
  readonly reward_event: {
    readonly type: 'AWARD' | 'SPEND' | 'REDEEM'
    readonly code: string
    readonly amount: Amount
    /** Of a SPEND: ON_REQUEST, OTP, AUTO_SPEND or INSTANT; as it was when it is taken back. */
    readonly spend_method: string | null
    readonly state: 'POSTED' | 'CANCELLED'
    readonly date: EpochSeconds
    readonly expiry_date: EpochSeconds | null
    readonly reward_offer: {
      readonly id: string
      readonly name: string
    } | null
    readonly performed_by: {
      readonly id: string
      readonly name: string
    }
    readonly reference_number: string | null
    /** null: not for a purchase. */
    readonly purchase_id: string | null
  } | null
  /** null: the line is not of a top-up, correction, redeemed pass or payout. */
  readonly financial_event: {
    readonly id: string
    readonly type: 'TOP_UP' | 'MANUAL_JOURNAL' | 'PASS_REDEMPTION' | 'PAYOUT'
    /** The code of a top-up or pass. */
    readonly number: string | null
    readonly reference_number: string | null
    /** Its state now. */
    readonly life_cycle_state: string
    readonly notes: string | null
    /** Of all of it; a line may be a part. */
    readonly amount: number
    readonly date: EpochSeconds
  } | null
  /** Always null: there are no fees. */
  readonly wallet_fee: {
    readonly type: string
    readonly name: string
  } | null
  /** Of a purchase that completed an order, and of money set aside for one. */
  readonly order: {
    readonly id: string
    readonly number: string
    readonly total_cost: Amount
    readonly submitted_on: EpochSeconds
    readonly fulfilled_by: {
      readonly id: string
      readonly name: string
    }
  } | null
  /** Always 1: a business keeps its books in one currency. */
  readonly exchange_rate: number
  readonly total_default_currency: Amount
  readonly default_currency_code: string
  readonly commerce_pool: {
    readonly id: string
    readonly name: string
  } | null
  readonly wallet_expiration: {
    readonly date: EpochSeconds
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
      readonly description: string | null
    } | null
  } | null
  /** To whom the money went, or from whom it came. */
  readonly transfer: {
    /** A key without contacts:read sees initials. */
    readonly contact: {
      readonly id: string
      readonly name: string
      readonly code: string
    }
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    } | null
    readonly wallet: {
      readonly id: string
      readonly code: string
    }
    /** Always null: money is transferred between wallets only. */
    readonly account: {
      readonly id: string
      readonly number: string
    } | null
  } | null
  /** What the money was set aside for, and until when at most. */
  readonly blocked_by: {
    readonly id: string
    readonly entity: string
    readonly expiration_date: EpochSeconds
  } | null
}

export interface WalletTransfer {
  /** Also of the journal that moved the money. */
  readonly id: string
  readonly code: string
  /** As the wallet of the path sees it. */
  readonly direction: 'SENT' | 'RECEIVED'
  readonly origin: {
    readonly wallet_id: string
    readonly contact: {
      readonly id: string
      readonly code: string
    }
  }
  readonly destination: {
    readonly wallet_id: string
    readonly contact: {
      readonly id: string
      readonly code: string
    }
  }
  readonly amount: Amount
  readonly currency_code: string
  /** null: open money. */
  readonly commerce_pool: {
    readonly id: string
    readonly name: string
  } | null
  readonly notes: string | null
  readonly transfer_date: EpochSeconds
}

export interface WebhookDelivery {
  readonly id: string
  readonly webhook_endpoint_id: string
  readonly event: {
    readonly id: string
    readonly type: string
    readonly entity_id: string
  }
  readonly state: 'PENDING' | 'DELIVERED' | 'FAILED' | 'DROPPED'
  readonly attempts: number
  readonly next_attempt_on: EpochSeconds | null
  /** What the last try was answered with. */
  readonly status: number | null
  readonly error: string | null
  readonly created_on: EpochSeconds
  readonly updated_on: EpochSeconds
}

export interface WebhookEndpoint {
  readonly id: string
  readonly url: string
  readonly description: string | null
  readonly event_types: readonly string[]
  /** PAUSED: every call failed for five days; enable it and recover. */
  readonly state: 'ENABLED' | 'DISABLED' | 'PAUSED'
  readonly reason: string | null
  readonly failing_since: EpochSeconds | null
  readonly created_on: EpochSeconds
  readonly updated_on: EpochSeconds
}

export interface OwnOrganisation {
  readonly id: string
  readonly name: string
  /** With include_wallet. */
  readonly wallet?:
    | {
        readonly wallet_id: string
        readonly balance: Amount
        readonly currency_code: string
      }
    | undefined
}

export interface OwnPaymentMethod {
  readonly id: string
  readonly payment_method_id: string
  readonly payment_method_type: 'CARD' | 'ACCOUNT_DEBIT' | 'WALLET' | 'PAYPAL'
  readonly is_primary: boolean
  readonly name: string | null
  readonly notes: string | null
  readonly card: {
    readonly first6: string
    readonly last4: string
    readonly brand: string | null
    readonly expiration_month: number | null
    readonly expiration_year: number | null
  } | null
  readonly paypal: {
    /** Masked. */
    readonly email: string
  } | null
  readonly account_debit: {
    /** Masked. */
    readonly iban: string
    readonly account_name: string
    readonly swift: string | null
  } | null
  readonly created_on: EpochSeconds
}

export interface OwnPurchase {
  readonly id: string
  readonly code: string
  readonly reference_number: string | null
  readonly state: 'POSTED' | 'CANCELLED'
  readonly reduction_method: 'FRONT_END' | 'BACK_END'
  readonly currency_code: string
  readonly date: EpochSeconds
  readonly transaction_amounts: {
    readonly net: Amount | null
    readonly tax: Amount | null
    readonly discount: Amount | null
    readonly total: Amount
  }
  readonly rewards: {
    readonly award: Amount
    readonly redeem: Amount
    readonly spend: Amount
  }
  readonly amount_due: Amount
  readonly spends: readonly {
    readonly amount: Amount
    readonly method: 'ON_REQUEST' | 'OTP' | 'AUTO_SPEND' | 'INSTANT'
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    } | null
    readonly products: readonly {
      readonly line: number
      readonly sku: string | null
      readonly amount: Amount
    }[]
  }[]
  /** Commerce money that became open money, pool by pool. */
  readonly redeems: readonly {
    readonly amount: Amount
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    }
    readonly expires_on: EpochSeconds | null
  }[]
  readonly awards: readonly {
    readonly amount: Amount
    readonly offer: {
      readonly id: string
      readonly name: string
      readonly version: number
    }
    /** INSTANT: it went off the price of this purchase, as one of its spends. */
    readonly redeem_method: 'DEFERRED' | 'INSTANT'
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    }
    readonly expires_on: EpochSeconds | null
    readonly available_on: EpochSeconds
  }[]
  readonly wallet: {
    readonly total: Amount
    readonly open: Amount
    readonly commerce: Amount
  } | null
  readonly receipt: {
    readonly qr: string
    readonly barcode: string
    readonly signed_code: string
  }
  readonly contact: {
    readonly id: string
    readonly name: string | null
    readonly code: string
  } | null
  readonly organisation: {
    readonly id: string
    readonly name: string
  }
  readonly parent_organisation: {
    readonly id: string
    readonly name: string
  } | null
  readonly classification: {
    readonly id: string
    readonly name: string
  } | null
  readonly products: readonly {
    readonly line: number
    readonly product_sku: {
      readonly sku: string
      readonly name: string
      /**
       * The SKU of the product into which this one was merged when it was judged: who names either means the
       * line.
       */
      readonly leads_to?: string | undefined
    }
    readonly product_family: {
      readonly id: string
      readonly name: string
    } | null
    readonly quantity: number
    readonly net_amount: Amount
    readonly tax_amount: Amount
    readonly total_amount: Amount
    /** Pieces that came back; a weight in parts. */
    readonly returned_quantity: number
    /** The value of what came back of this line. */
    readonly returned_amount: number
    readonly award: Amount
    readonly spend: Amount
  }[]
  readonly returned: {
    readonly award: Amount
    readonly redeem: Amount
    readonly spend: Amount
    readonly total: Amount
    /** Of the total, what came back without a line being named. */
    readonly of_no_line: number
  }
  readonly payout: {
    readonly id: string
    readonly state: string
  } | null
  readonly created_on: EpochSeconds
  readonly cancelled_on: EpochSeconds | null
  readonly payment_medium_identifier: string | null
}

export interface Network {
  readonly id: string
  readonly name: string
  readonly type: 'BUSINESS' | 'MERCHANT' | 'VENUE'
  readonly parent: {
    readonly id: string
    readonly name: string
  } | null
}

export interface ShownOffer {
  readonly id: string
  readonly name: string
  readonly scheme: {
    readonly id: string
    readonly name: string
  } | null
  /** The whole offer in words. */
  readonly short_description: string
  readonly long_description: string | null
  readonly goal: 'SPEND' | 'VISITS' | 'MEMBERSHIP' | 'ACHIEVEMENT'
  readonly type:
    | 'DISCOUNT'
    | 'BUNDLE'
    | 'HAPPYHOUR'
    | 'LOTTERY'
    | 'ACHIEVEMENT'
    | 'REFER'
    | 'PROFILE'
    | 'SIGNUP'
    | 'GIFT'
    | 'REACH_TIER'
  readonly owner: {
    readonly id: string
    readonly name: string
  }
  readonly availability: {
    readonly from: EpochSeconds | null
    readonly to: EpochSeconds | null
  }
  /** Of an offer for certain days and hours, by the clock of the business; null: at all hours. */
  readonly opening: {
    readonly is_open: boolean
    /** null: not within a day. */
    readonly changes_on: EpochSeconds | null
    /** Of the business, by whose clock the hours are meant. */
    readonly time_zone: string
  } | null
}

export interface GetAccountingMapReply {
  /** true: none was set, and the product’s own holds. */
  readonly is_default: boolean
  readonly updated_on: EpochSeconds | null
  readonly accounts: readonly {
    readonly account: string
    readonly code: string
    readonly name: string
  }[]
  readonly overrides: readonly {
    readonly movement: string
    readonly account: string
    readonly code: string
    readonly name: string
  }[]
}

export interface SetAccountingMapBody {
  readonly accounts: readonly {
    readonly account:
      | 'CONTACT_OPEN'
      | 'CONTACT_COMMERCE'
      | 'CONTACT_DEBT'
      | 'FUNDER'
      | 'ACCEPTOR'
      | 'PAYOUT_CLEARING'
      | 'PAID_OUT'
      | 'TOPUP_CLEARING'
      | 'PASS_CLEARING'
      | 'IN_TRANSIT'
      | 'BREAKAGE'
      | 'ADJUSTMENT'
      | 'CONTACT_BLOCKED'
    readonly code: string
    readonly name: string
  }[]
  /** Other accounts for single kinds of movement. */
  readonly overrides?:
    | readonly {
        readonly movement: string
        readonly account:
          | 'CONTACT_OPEN'
          | 'CONTACT_COMMERCE'
          | 'CONTACT_DEBT'
          | 'FUNDER'
          | 'ACCEPTOR'
          | 'PAYOUT_CLEARING'
          | 'PAID_OUT'
          | 'TOPUP_CLEARING'
          | 'PASS_CLEARING'
          | 'IN_TRANSIT'
          | 'BREAKAGE'
          | 'ADJUSTMENT'
          | 'CONTACT_BLOCKED'
        readonly code: string
        readonly name: string
      }[]
    | undefined
}

export type SetAccountingMapReply = GetAccountingMapReply

export interface ReportAchievementBody {
  /** Whose achievement it is: one means of identification. */
  readonly contact: {
    readonly id?: string | undefined
    readonly code?: string | undefined
    readonly cim?: string | undefined
    readonly wallet_code?: string | undefined
    readonly phone?: string | undefined
    readonly email?: string | undefined
    readonly loyalty_identifier?: string | undefined
  }
  /** What was achieved; a name that nobody has entered is learnt. */
  readonly classification: {
    readonly id?: string | undefined
    readonly code?: string | undefined
    readonly name?: string | undefined
  }
  /** The same number of the same contact is the same event. */
  readonly reference_number: string
  /** What it was worth, for offers with an AMOUNT. */
  readonly amount?: number | string | undefined
  /** Where it happened; without it, the business. */
  readonly organisation?:
    | {
        readonly id?: string | undefined
        readonly merchant_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
        readonly venue_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
      }
    | undefined
  readonly date?: Time | undefined
}

export type ReportAchievementReply = RewardEvent

export interface ListAllAdjustmentsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly state?: 'PENDING_APPROVAL' | 'POSTED' | 'REJECTED' | undefined
}

export interface ListAllAdjustmentsReply {
  readonly content: readonly AllAdjustment[]
  readonly paging: Paging
}

export type GetAdjustmentReply = AllAdjustment

export interface DecideAdjustmentBody {
  readonly action: 'APPROVE' | 'REJECT'
  /** Kept with the correction. */
  readonly notes?: string | undefined
}

export type DecideAdjustmentReply = AllAdjustment

export interface ListApiKeysQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
}

export interface ListApiKeysReply {
  readonly content: readonly ApiKey[]
  readonly paging: Paging
}

export interface CreateApiKeyBody {
  readonly name: string
  /** PUBLISHABLE keys stand in apps for everybody to read, so they have no scopes. */
  readonly kind?: 'SECRET' | 'PUBLISHABLE' | undefined
  readonly scopes?:
    | readonly (
        | '*'
        | 'purchases:read'
        | 'purchases:write'
        | 'claims:read'
        | 'claims:write'
        | 'claims:approve'
        | 'contacts:read'
        | 'contacts:write'
        | 'contacts:reveal'
        | 'wallets:read'
        | 'wallets:write'
        | 'topups:read'
        | 'topups:write'
        | 'passes:read'
        | 'passes:write'
        | 'transfers:read'
        | 'transfers:write'
        | 'adjustments:read'
        | 'adjustments:write'
        | 'adjustments:approve'
        | 'tokens:read'
        | 'tokens:write'
        | 'organisations:read'
        | 'organisations:write'
        | 'offers:read'
        | 'offers:write'
        | 'products:read'
        | 'products:write'
        | 'products:configure'
        | 'orders:read'
        | 'orders:write'
        | 'orders:configure'
        | 'users:read'
        | 'users:write'
        | 'audit:read'
        | 'requests:read'
        | 'keys:read'
        | 'keys:write'
        | 'ledger:read'
        | 'reports:read'
        | 'reports:write'
        | 'payouts:read'
        | 'payouts:write'
        | 'payouts:configure'
        | 'communications:read'
        | 'communications:write'
        | 'webhooks:read'
        | 'webhooks:write'
        | 'promotions:read'
        | 'promotions:write'
        | 'test_helpers:read'
        | 'test_helpers:write'
        | 'processes:read'
        | 'processes:write'
      )[]
    | undefined
  /** For a till's key: the merchant or venue, by id or code, beyond which it sees nothing. */
  readonly organisation?:
    | {
        readonly id: string
      }
    | undefined
  readonly expires_on?: Time | undefined
}

export interface CreateApiKeyReply {
  readonly id: string
  readonly name: string
  readonly kind: 'SECRET' | 'PUBLISHABLE'
  readonly prefix: string
  readonly last4: string
  readonly scopes: readonly string[]
  /** The one merchant or venue that the key is for; null: the whole business. */
  readonly organisation: {
    readonly id: string
    readonly name: string
  } | null
  readonly created_on: EpochSeconds
  readonly expires_on: EpochSeconds | null
  readonly revoked_on: EpochSeconds | null
  /** The key that took its place; expires_on is then its own end. */
  readonly rolled_to: string | null
  /** To about a minute. */
  readonly last_used_on: EpochSeconds | null
  /** The address of that use; of a publishable key none is kept, as it would be a shopper’s. */
  readonly last_used_from: string | null
  readonly key: string | null
}

export type GetApiKeyReply = ApiKey

export type RevokeApiKeyReply = ApiKey

export interface RollApiKeyBody {
  /** How long both work: a day unless it is said, at most 30 days. */
  readonly overlap_seconds?: number | undefined
}

export interface RollApiKeyReply {
  readonly id: string
  readonly name: string
  readonly kind: 'SECRET' | 'PUBLISHABLE'
  readonly prefix: string
  readonly last4: string
  readonly scopes: readonly string[]
  /** The one merchant or venue that the key is for; null: the whole business. */
  readonly organisation: {
    readonly id: string
    readonly name: string
  } | null
  readonly created_on: EpochSeconds
  readonly expires_on: EpochSeconds | null
  readonly revoked_on: EpochSeconds | null
  /** The key that took its place; expires_on is then its own end. */
  readonly rolled_to: string | null
  /** To about a minute. */
  readonly last_used_on: EpochSeconds | null
  /** The address of that use; of a publishable key none is kept, as it would be a shopper’s. */
  readonly last_used_from: string | null
  readonly key: string | null
  readonly replaced: ApiKey
}

export interface ListAuditLogQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly date?: TimeRange | undefined
  /** A user or key. */
  readonly by_id?: string | undefined
  readonly by_kind?: 'KEY' | 'USER' | undefined
  readonly operation?: string | undefined
  /** GUID. */
  readonly target_id?: string | undefined
}

export interface ListAuditLogReply {
  readonly content: readonly AuditLog[]
  readonly paging: Paging
}

export interface GetBrandingReply {
  /** null: the name of the business. */
  readonly display_name: string | null
  /** What shoppers read. */
  readonly shown_name: string
  readonly accent: {
    readonly light: string
    readonly dark: string
    /** The least that each has with what it stands on, or has standing on it. */
    readonly contrast: {
      readonly light: number
      readonly dark: number
    }
  } | null
  /** The address is of this server, and another for each picture. */
  readonly logo: {
    readonly url: string
    readonly media_type: string
    readonly width: number
    readonly height: number
  } | null
  /** For the app on home screens; null: the app’s own. */
  readonly manifest_url: string | null
}

export interface UpdateBrandingBody {
  readonly display_name?: string | null | undefined
  /**
   * Stands in the place of the product’s colour, one for each look. Each needs a contrast of 4.5:1 with
   * all that it is shown on; what has less is refused with the ratio that was measured.
   */
  readonly accent?:
    | {
        readonly light: string
        readonly dark: string
      }
    | null
    | undefined
  readonly logo?:
    | {
        /** PNG or WebP, at most 64 KB, 32 to 1024 pixels a side, in base64. */
        readonly content: string
      }
    | null
    | undefined
}

export type UpdateBrandingReply = GetBrandingReply

export interface StreamChangesQuery {
  /** Where to begin; left out: with what happens next. The header Last-Event-ID goes before it. */
  readonly after?: string | undefined
}

export type StreamChangesReply =
  | {
      readonly id: string
      /** Ask with `after` for what comes after it. */
      readonly cursor: string
      readonly type: string
      readonly api_version: string
      readonly mode: 'LIVE' | 'TEST'
      readonly entity_id: string
      /** Of the entity: whoever has seen a higher one leaves this aside. */
      readonly sequence: number
      readonly created_on: EpochSeconds
      /** Is read with the thing itself. */
      readonly data: null
    }
  | {
      /** Tags of this document. */
      readonly parts: readonly string[]
    }

export interface ListClaimsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly state?: 'CLAIMED' | 'HELD' | 'REFUSED' | undefined
  readonly contact_id?: string | undefined
  /** Of this merchant or venue. */
  readonly organisation_id?: string | undefined
}

export interface ListClaimsReply {
  readonly content: readonly Claim[]
  readonly paging: Paging
}

export type GetClaimReply = Claim

export interface DecideClaimBody {
  readonly action: 'APPROVE' | 'REFUSE'
  /** Needed to refuse; kept with the claim. */
  readonly reason?: string | undefined
}

export type DecideClaimReply = Claim

export interface ListCommercePoolsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly code?: string | undefined
  /** Part of code or name. */
  readonly search_value?: string | undefined
}

export interface ListCommercePoolsReply {
  readonly content: readonly CommercePool[]
  readonly paging: Paging
}

export interface CreateCommercePoolBody {
  readonly code?: string | undefined
  readonly name: string
  readonly description?: string | null | undefined
  readonly organisations?:
    | readonly {
        readonly id?: string | undefined
        readonly code?: string | undefined
      }[]
    | null
    | undefined
  readonly products?:
    | readonly {
        /** PRODUCT is another word for SKU. */
        readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE' | 'PRODUCT'
        /** The SKU, or the code of the family, brand or type. */
        readonly code: string
      }[]
    | null
    | undefined
  readonly timings?:
    | readonly {
        /** 1 = Sunday … 7 = Saturday. */
        readonly days?: readonly number[] | undefined
        readonly day?: number | undefined
        readonly months?: readonly number[] | undefined
        readonly month?: number | undefined
        readonly start_time?: string | undefined
        readonly end_time?: string | undefined
      }[]
    | null
    | undefined
  /** How long money given with this pool may be spent; without it, for ever. */
  readonly validity?:
    | {
        readonly count: number
        readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
      }
    | null
    | undefined
  /** Whether a contact has to switch the pool on before its money can be spent. */
  readonly needs_activation?: boolean | null | undefined
}

export type CreateCommercePoolReply = CommercePool

export type GetCommercePoolReply = CommercePool

export interface UpdateCommercePoolBody {
  readonly code?: string | undefined
  readonly name?: string | undefined
  readonly description?: string | null | undefined
  readonly organisations?:
    | readonly {
        readonly id?: string | undefined
        readonly code?: string | undefined
      }[]
    | null
    | undefined
  readonly products?:
    | readonly {
        /** PRODUCT is another word for SKU. */
        readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE' | 'PRODUCT'
        /** The SKU, or the code of the family, brand or type. */
        readonly code: string
      }[]
    | null
    | undefined
  readonly timings?:
    | readonly {
        /** 1 = Sunday … 7 = Saturday. */
        readonly days?: readonly number[] | undefined
        readonly day?: number | undefined
        readonly months?: readonly number[] | undefined
        readonly month?: number | undefined
        readonly start_time?: string | undefined
        readonly end_time?: string | undefined
      }[]
    | null
    | undefined
  /** How long money given with this pool may be spent; without it, for ever. */
  readonly validity?:
    | {
        readonly count: number
        readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
      }
    | null
    | undefined
  /** Whether a contact has to switch the pool on before its money can be spent. */
  readonly needs_activation?: boolean | null | undefined
}

export type UpdateCommercePoolReply = CommercePool

export interface DeleteCommercePoolReply {
  readonly id: string
  readonly code: string
}

export interface ActOnCommercePoolBody {
  readonly action: 'ACTIVATE' | 'DEACTIVATE'
  readonly contact_id?: string | undefined
  readonly wallet_id?: string | undefined
}

export interface ActOnCommercePoolReply {
  readonly id: string
  readonly wallet_id: string
  readonly is_active: boolean
}

export interface ListCommunicationTemplatesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly kind?:
    | 'AWARD'
    | 'SPEND'
    | 'VOID'
    | 'RETURN'
    | 'CLAIM'
    | 'PAYOUT_PAID'
    | 'PAYOUT_FAILED'
    | 'ORDER_CREATED'
    | 'ORDER_STARTED'
    | 'ORDER_READY'
    | 'ORDER_COMPLETED'
    | 'ORDER_CANCELLED'
    | 'EXPIRY_REMINDER'
    | 'ONE_TIME_CODE'
    | undefined
  readonly language?: string | undefined
}

export interface ListCommunicationTemplatesReply {
  readonly content: readonly CommunicationTemplate[]
  readonly paging: Paging
}

export interface PutCommunicationTemplateBody {
  /** One line. */
  readonly subject: string
  readonly content: string
}

export type PutCommunicationTemplateReply = CommunicationTemplate

export interface DeleteCommunicationTemplateReply {
  readonly id: string
}

export type GetCommunicationReply = Communication

export interface MarkCommunicationBody {
  readonly viewed?: boolean | null | undefined
  readonly archived?: boolean | null | undefined
}

export type MarkCommunicationReply = DeleteCommunicationTemplateReply

export interface ListContactsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  /** In any format. */
  readonly phone?: string | undefined
  readonly email_address?: string | undefined
  /** Any identifier, of whatever kind. */
  readonly cim?: string | undefined
  readonly code?: string | undefined
  readonly loyalty_identifier?: string | undefined
  readonly wallet_code?: string | undefined
  /** Of any of these wallets: up to 100 ids, separated by commas; needs contacts:read. */
  readonly wallet_ids?: string | undefined
  /** Exactly; needs contacts:read. */
  readonly segment?: string | undefined
  /** How a name or an identifier begins. */
  readonly search_value?: string | undefined
  readonly include_wallet?: boolean | undefined
  readonly include_financials?: boolean | undefined
  /** When they last bought something; needs contacts:read and purchases:read. */
  readonly include_last_purchase?: boolean | undefined
}

export interface ListContactsReply {
  readonly content: readonly Contact[]
  readonly paging: Paging
}

export interface CreateContactBody {
  /** The id that the contact is to have. */
  readonly id?: string | undefined
  /** Made up when it is left out. */
  readonly code?: string | undefined
  readonly contact_type?: 'PERSON' | 'COMPANY' | undefined
  readonly first_name?: string | null | undefined
  readonly last_name?: string | null | undefined
  readonly language_code?: string | undefined
  /** A date of the calendar, not in the future. */
  readonly birthday?: string | null | undefined
  /** Month and day. */
  readonly name_day?: string | null | undefined
  /** Codes under which the business groups its shoppers, each kept once. */
  readonly segments?: readonly string[] | null | undefined
  /** What others name to say that this contact sent them, kept in capitals; unique. */
  readonly referral_code?: string | undefined
  readonly phones?:
    | readonly {
        /** ISO 3166-1: CYP. */
        readonly country_code?: string | undefined
        readonly phone_type?: string | undefined
        readonly number: string
        readonly is_primary?: boolean | undefined
      }[]
    | null
    | undefined
  readonly emails?:
    | readonly {
        readonly email_address: string
        readonly is_primary?: boolean | undefined
      }[]
    | null
    | undefined
  readonly loyalty_identifiers?:
    | readonly {
        readonly identifier: string
      }[]
    | null
    | undefined
  /** The referral code of the contact who sent this one. */
  readonly referral_code_used?: string | undefined
  /** Fingerprints of payment cards, never their numbers. */
  readonly cards?:
    | readonly {
        readonly identifier: string
      }[]
    | undefined
}

export interface CreateContactReply {
  readonly id: string
  readonly code: string
  readonly wallet: DeleteCommercePoolReply
}

export interface GetContactQuery {
  readonly include_wallet?: boolean | undefined
  readonly include_financials?: boolean | undefined
}

export type GetContactReply = Contact

export interface UpdateContactBody {
  readonly contact_type?: 'PERSON' | 'COMPANY' | undefined
  readonly first_name?: string | null | undefined
  readonly last_name?: string | null | undefined
  readonly language_code?: string | undefined
  /** A date of the calendar, not in the future. */
  readonly birthday?: string | null | undefined
  /** Month and day. */
  readonly name_day?: string | null | undefined
  /** Codes under which the business groups its shoppers, each kept once. */
  readonly segments?: readonly string[] | null | undefined
  /** What others name to say that this contact sent them, kept in capitals; unique. */
  readonly referral_code?: string | undefined
  readonly phones?:
    | readonly {
        /** ISO 3166-1: CYP. */
        readonly country_code?: string | undefined
        readonly phone_type?: string | undefined
        readonly number: string
        readonly is_primary?: boolean | undefined
      }[]
    | null
    | undefined
  readonly emails?:
    | readonly {
        readonly email_address: string
        readonly is_primary?: boolean | undefined
      }[]
    | null
    | undefined
  readonly loyalty_identifiers?:
    | readonly {
        readonly identifier: string
      }[]
    | null
    | undefined
}

export type UpdateContactReply = Contact

export interface TellContactsApartBody {
  /** The other: id or code. */
  readonly contact_id: string
}

export interface TellContactsApartReply {
  readonly contact: DeleteCommercePoolReply
  readonly other: DeleteCommercePoolReply
}

export interface GetCommunicationPreferencesReply {
  readonly email_opt_out: boolean
  readonly device_opt_out: boolean
  readonly channels: { readonly [name: string]: readonly ('EMAIL' | 'DEVICE')[] }
  readonly quiet_hours: {
    readonly start_time: string
    readonly end_time: string
  } | null
  readonly time_zone: string | null
}

export interface UpdateCommunicationPreferencesBody {
  readonly email_opt_out?: boolean | undefined
  readonly device_opt_out?: boolean | undefined
  /**
   * By which ways besides the inbox the contact is told of each kind, of those that the business uses
   * for it; kinds that are left out stay. One-time codes go to whoever asks for one.
   */
  readonly channels?: { readonly [name: string]: readonly ('EMAIL' | 'DEVICE')[] } | undefined
  /** null: those of the business. */
  readonly quiet_hours?:
    | {
        readonly start_time: string
        readonly end_time: string
      }
    | null
    | undefined
  /** Where the contact is; null: where the business is. */
  readonly time_zone?: string | null | undefined
}

export type UpdateCommunicationPreferencesReply = GetCommunicationPreferencesReply

export interface ListCommunicationsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly channel?: 'INAPP' | 'EMAIL' | 'DEVICE' | 'SMS' | undefined
  readonly viewed?: boolean | undefined
  readonly archived?: boolean | undefined
  readonly created_on?: TimeRange | undefined
}

export interface ListCommunicationsReply {
  readonly content: readonly Communication[]
  readonly paging: Paging
}

export interface MarkInboxBody {
  /** What was read stays read: all are marked, none is taken back. */
  readonly viewed: true
  /** Only what was told until then, so that nothing is marked that was not there to be seen yet. */
  readonly until?: number | string | undefined
}

export interface MarkInboxReply {
  /** How many were not viewed before. */
  readonly marked: number
}

export type ListDevicesQuery = ListApiKeysQuery

export interface ListDevicesReply {
  readonly content: readonly Device[]
  readonly paging: Paging
}

export interface RegisterDeviceBody {
  /**
   * What `JSON.stringify(subscription)` gives in the browser after `pushManager.subscribe` with the key
   * of `GET web_push_key`.
   */
  readonly registration_token: string
  /** BROWSER if it is left out. */
  readonly platform?: 'MOBILE' | 'BROWSER' | 'OTHER' | null | undefined
  readonly mac_address?: string | null | undefined
  readonly serial_number?: string | null | undefined
  readonly electronic_id?: string | null | undefined
  readonly application_id?: string | null | undefined
}

export type RegisterDeviceReply = DeleteCommunicationTemplateReply

export type RemoveDeviceReply = DeleteCommunicationTemplateReply

export interface EraseContactBody {
  /**
   * Whether to erase the contact though the wallet holds or owes money. It stays in the books until it
   * expires.
   */
  readonly leave_money?: boolean | undefined
}

export interface EraseContactReply {
  readonly id: string
  readonly erased_on: EpochSeconds
  /** What the wallet still holds, which nobody can reach any more. */
  readonly left: {
    readonly currency_code: string
    readonly open: Amount
    readonly commerce: Amount
    readonly blocked: Amount
    readonly debt: Amount
  }
}

export interface ExportContactReply {
  readonly id: string
  readonly made_on: EpochSeconds
  /**
   * By what it is (contacts, identifiers, purchases, transfers, …): rows as they are kept. Amounts are
   * minor units of the `currency` beside them; times are ISO 8601.
   */
  readonly data: { readonly [name: string]: readonly { readonly [name: string]: unknown }[] }
}

export interface ListContactGoalsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  /** Id or code of an offer: that one alone. */
  readonly reward_offer?: string | undefined
}

export interface ListContactGoalsReply {
  readonly content: readonly ContactGoal[]
  readonly paging: Paging
}

export type ListLoyaltyIdentifiersQuery = ListApiKeysQuery

export interface ListLoyaltyIdentifiersReply {
  readonly content: readonly LoyaltyIdentifier[]
  readonly paging: Paging
}

export interface MergeContactsBody {
  /** Who is merged: id or code. */
  readonly contact_id: string
}

export interface MergeContactsReply {
  readonly id: string
  /** The contact that is left. */
  readonly contact: {
    readonly id: string
    readonly code: string
  }
  /** It leads to the other now. */
  readonly merged: {
    readonly id: string
    readonly code: string
  }
  readonly currency_code: string
  /** Open money that went over, expired money that was not posted yet among it. */
  readonly open: number
  readonly commerce: Amount
  /** What the merged contact owed; now the other owes it. */
  readonly debt: number
  /** Purchases that belong to the contact that is left now. */
  readonly purchases: number
  readonly created_on: EpochSeconds
}

export type ListContactNotesQuery = ListApiKeysQuery

export interface ListContactNotesReply {
  readonly content: readonly ContactNote[]
  readonly paging: Paging
}

export interface AddContactNoteBody {
  readonly text: string
}

export type AddContactNoteReply = ContactNote

export interface RemoveContactNoteReply {
  readonly id: string
  readonly contact_id: string
}

export interface ListOrdersOfContactQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly state?: 'NEW' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED' | 'ON_HOLD' | undefined
  readonly supply_method?: 'DELIVERY' | 'PICK_UP' | 'DIRECT_SALE' | 'DIRECT_SALES' | undefined
  /** One or several, separated by commas. */
  readonly delivery_methods?: string | undefined
  readonly created_on?: TimeRange | undefined
  readonly completed_on?: TimeRange | undefined
  /** When it is wanted. */
  readonly scheduled_on?:
    | Time
    | {
        readonly gt?: Time | undefined
        readonly gte?: Time | undefined
        readonly lt?: Time | undefined
        readonly lte?: Time | undefined
      }
    | undefined
  /** key=value, several separated by semicolons: orders that have all of them. */
  readonly custom_fields?: string | undefined
  readonly include_custom_fields?: boolean | undefined
  /** Ids or codes of merchants and venues, separated by commas. */
  readonly fulfilled_by?: string | undefined
  /** Another way to write fulfilled_by. */
  readonly organisations?: string | undefined
  /** Id or code of a stage. */
  readonly stage_id?: string | undefined
  readonly number?: string | undefined
  readonly is_favorite?: boolean | undefined
  /** The beginning of the number, or a part of the contact's name. */
  readonly search_value?: string | undefined
}

export interface ListOrdersOfContactReply {
  readonly content: readonly OrdersOfContact[]
  readonly paging: Paging
}

export interface SendContactCodeBody {
  /**
   * Without somebody who sends text messages (`sms` of the notification settings) SMS goes by e-mail. In
   * TEST mode it is read in `test_helpers/outbox?channel=SMS`.
   */
  readonly method: 'SMS' | 'EMAIL'
}

export interface SendContactCodeReply {
  /** Where it went, such as a···@example.com. */
  readonly obfuscated_value: string
  /** To be sent back with the code. */
  readonly auth_otp: string
}

export interface ListContactPasskeysReply {
  readonly content: readonly {
    readonly id: string
    readonly name: string
    /** Whether the owner has it on other devices as well. */
    readonly is_backed_up: boolean
    readonly created_on: EpochSeconds
    /** When somebody signed in with it last. */
    readonly used_on: EpochSeconds | null
  }[]
}

export type RemoveContactPasskeyReply = RemoveContactNoteReply

export interface ListPaymentMethodsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly type?: 'CARD' | 'PAYPAL' | 'ACCOUNT' | 'WALLET' | 'ACCOUNT_DEBIT' | 'CRM_WALLET' | undefined
}

export interface ListPaymentMethodsReply {
  readonly content: readonly PaymentMethod[]
  readonly paging: Paging
}

export interface CreatePaymentMethodBody {
  /** ACCOUNT_DEBIT is read as ACCOUNT, CRM_WALLET as WALLET. */
  readonly payment_method_type: 'CARD' | 'PAYPAL' | 'ACCOUNT' | 'WALLET' | 'ACCOUNT_DEBIT' | 'CRM_WALLET'
  readonly name?: string | undefined
  readonly notes?: string | undefined
  /** The first method of a contact is the preferred one anyway. */
  readonly is_primary?: boolean | undefined
  readonly card?:
    | {
        /** The first six to eight digits. */
        readonly first6: string
        readonly last4: string
        readonly brand?: string | undefined
        readonly expiration_month?: number | undefined
        readonly expiration_year?: number | undefined
        readonly card_holder_details?:
          | {
              readonly card_holder_name: string
            }
          | undefined
        readonly gateway_token: readonly {
          readonly gateway?: 'STRIPE' | undefined
          /** The payout method at the provider, such as a card of the recipient. */
          readonly token: string
          /** The recipient at the provider. */
          readonly alternative_token?: string | undefined
        }[]
      }
    | undefined
  readonly paypal?:
    | {
        readonly email: string
      }
    | undefined
  readonly account_debit?:
    | {
        readonly iban: string
        /** BIC. */
        readonly swift?: string | undefined
        readonly account_name?: string | undefined
        readonly account_holder_details?:
          | {
              readonly account_holder_name: string
            }
          | undefined
      }
    | undefined
}

export type CreatePaymentMethodReply = DeleteCommunicationTemplateReply

export interface UpdatePaymentMethodBody {
  readonly name?: string | null | undefined
  readonly notes?: string | null | undefined
  readonly is_primary?: boolean | undefined
  readonly card?:
    | {
        readonly exp_month: number
        readonly exp_year: number
      }
    | undefined
}

export type UpdatePaymentMethodReply = DeleteCommunicationTemplateReply

export type DeletePaymentMethodReply = DeleteCommunicationTemplateReply

export interface TryPaymentMethodReply {
  readonly outcome: 'PAID' | 'DECLINED' | 'NO_WAY_TO_PAY'
  readonly reason: string | null
  readonly amount: Amount
  readonly currency_code: string
}

export interface RevealContactBody {
  /** Which of them; all, unless said. */
  readonly fields?: readonly ('phones' | 'emails' | 'loyalty_identifiers')[] | undefined
}

export interface RevealContactReply {
  readonly id: string
  readonly phones?:
    | readonly {
        readonly country_code: string | null
        readonly phone_type: string
        readonly number: string
        readonly is_primary: boolean
      }[]
    | null
    | undefined
  readonly emails?:
    | readonly {
        readonly email_address: string
        readonly is_primary: boolean
      }[]
    | null
    | undefined
  readonly loyalty_identifiers?: readonly LoyaltyIdentifier[] | null | undefined
}

export interface ListContactSchemesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  /** false: those in which it does not. */
  readonly is_signed?: boolean | undefined
}

export interface ListContactSchemesReply {
  readonly content: readonly ContactScheme[]
  readonly paging: Paging
}

export interface ChangeContactMembershipBody {
  /** Id or code of the scheme. */
  readonly reward_scheme_id: string
  readonly action?: 'SIGN_UP' | 'SIGN_OUT' | 'SIGNUP' | 'SIGNOUT' | 'SIGNOFF' | undefined
  /** For a closed loop with codes. */
  readonly sign_up_code?: string | undefined
}

export type ChangeContactMembershipReply = ContactScheme

export interface GetContactTierReply {
  readonly reward_tier: {
    readonly id: string
    readonly code: string
    readonly name: string
  } | null
  readonly period_value_units: number
  readonly previous_period_value_units: number
  /** What is still missing to the next tier. */
  readonly progress: {
    readonly name: string
    readonly points_needed: number
    /** A calendar day, such as 2026-12-31. */
    readonly collected_by: string | null
  } | null
  /** What is still missing to keep the tier through the next period. */
  readonly maintain_tier: {
    readonly points_needed: number
    /** A calendar day, such as 2026-12-31. */
    readonly collected_by: string | null
    /** A calendar day, such as 2026-12-31. */
    readonly held_until: string | null
  } | null
}

export interface ListContactSessionsReply {
  readonly content: readonly {
    readonly id: string
    /** What the browser or app calls itself. */
    readonly device: string | null
    /** When the contact signed in. */
    readonly created_on: number
    /** When it was renewed last, as it is every few minutes while in use. */
    readonly used_on: number
    readonly expires_on: EpochSeconds
  }[]
}

export interface OpenTestContactSessionReply {
  readonly contact_id: string
  readonly first_name: string | null
  /** Send it as Authorization: Bearer. Told once. */
  readonly access_token: string | null
  /** Good once, for the next two, at `contacts/refresh`. Told once. */
  readonly refresh_token: string | null
  /** Of the access token. */
  readonly expiration_date: number
  /** When the session is over. */
  readonly ends_on: number
}

export type EndContactSessionReply = RemoveContactNoteReply

export interface GetSpendPreferencesReply {
  /**
   * Whether any merchant or venue allows it (`allows_automatic_spend`); where none does, nothing is paid
   * by itself.
   */
  readonly is_allowed: boolean
  /** null: the contact never said, the business decides. */
  readonly enable_automatic_spend: boolean | null
  readonly next_purchase_only: boolean
  readonly minimum_wallet_balance: Amount
  readonly from_purchase_amount: Amount
  readonly maximum_spend_amount: Amount | null
  readonly merchants: readonly {
    readonly id: string
    readonly name: string
  }[]
  readonly currency_code: string
}

export interface SetSpendPreferencesBody {
  /** null: as the business has it; what else was set is forgotten. */
  readonly enable_automatic_spend: boolean | null
  /** Off again after the next purchase that it pays of. */
  readonly next_purchase_only?: boolean | undefined
  readonly minimum_wallet_balance?: Decimal | null | undefined
  readonly from_purchase_amount?: Decimal | null | undefined
  readonly maximum_spend_amount?: Decimal | null | undefined
  /** By id or code; none: at every merchant that allows it. */
  readonly merchants?:
    | readonly {
        readonly id: string
      }[]
    | undefined
}

export type SetSpendPreferencesReply = GetSpendPreferencesReply

export type RehearseSpendPreferencesBody = SetSpendPreferencesBody

export interface RehearseSpendPreferencesReply {
  readonly from: EpochSeconds
  readonly until: EpochSeconds
  /** That were looked at. */
  readonly purchases: number
  /** Of how many of them the wallet would have paid. */
  readonly paid: number
  /** What it would have paid of them in all. */
  readonly amount: number
  /** What it paid by itself in truth. */
  readonly instead_of: number
  /** What expired in truth and would have paid before. */
  readonly saved_from_expiry: number
  /** What was taken from the wallet otherwise and would not have been there any more. */
  readonly short: number
  /** What the wallet would hold now. */
  readonly left: number
  readonly currency_code: string
  /** The purchases, newest first; the latest 100. */
  readonly content: readonly {
    readonly id: string
    readonly code: string
    readonly date: EpochSeconds
    readonly organisation: {
      readonly id: string
      readonly name: string
    }
    readonly total: Amount
    readonly amount: Amount
    /** Why nothing would have been paid. */
    readonly because:
      | 'NOT_WANTED_HERE'
      | 'MINIMUM_WALLET_BALANCE'
      | 'FROM_PURCHASE_AMOUNT'
      | 'NOTHING_TO_SPEND'
      | 'BELOW_MINIMUM_SPEND'
      | 'ONLY_THE_NEXT_PURCHASE'
      | 'ASKED_OTHERWISE'
      | 'SENT_LATER'
      | 'CLAIMED'
      | null
  }[]
}

export interface ListSpendTokensQuery {
  readonly intent?: 'SPEND' | undefined
}

export interface ListSpendTokensReply {
  readonly content: readonly {
    readonly id: string
    readonly intent: 'SPEND'
    /** 6 digits to say at the till; told once, when it is made. */
    readonly value: string | null
    /** 16 digits to scan at the till; told once, when it is made. */
    readonly alternative_token: string | null
    readonly expiration: EpochSeconds
    readonly spend_amount: Amount | null
    readonly currency_code: string
  }[]
}

export interface CreateSpendTokenBody {
  readonly intent: 'SPEND'
  /** What the purchase may spend; without it, as much as possible. */
  readonly spend_amount?: Decimal | null | undefined
}

export interface CreateSpendTokenReply {
  readonly id: string
  readonly intent: 'SPEND'
  /** 6 digits to say at the till; told once, when it is made. */
  readonly value: string | null
  /** 16 digits to scan at the till; told once, when it is made. */
  readonly alternative_token: string | null
  readonly expiration: EpochSeconds
  readonly spend_amount: Amount | null
  readonly currency_code: string
}

export interface UndoMergeBody {
  /** Who had been merged: id or code. */
  readonly contact_id: string
}

export interface UndoMergeReply {
  readonly id: string
  /** The contact that is left. */
  readonly contact: {
    readonly id: string
    readonly code: string
  }
  /** It leads to the other now. */
  readonly merged: {
    readonly id: string
    readonly code: string
  }
  readonly currency_code: string
  /** Open money that went over, expired money that was not posted yet among it. */
  readonly open: number
  readonly commerce: Amount
  /** What the merged contact owed; now the other owes it. */
  readonly debt: number
  /** Purchases that belong to the contact that is left now. */
  readonly purchases: number
  readonly created_on: EpochSeconds
  readonly undone_on: EpochSeconds
}

export interface ValidateContactCodeBody {
  /** Of the answer that came when the code was sent. */
  readonly auth_otp: string
  readonly code: string
}

export interface ValidateContactCodeReply {
  readonly contact: {
    readonly id: string
    readonly code: string
    readonly name: string
  }
  readonly obfuscated_value: string
  readonly auth_otp: string
}

export interface ListContactsAlikeQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
}

export interface ListContactsAlikeReply {
  readonly content: readonly ContactsAlike[]
  readonly paging: Paging
}

export type ListCustomersQuery = ListContactsQuery

export type ListCustomersReply = ListContactsReply

export interface EstimateOrderFulfillmentBody {
  readonly supply_method: 'DELIVERY' | 'PICK_UP' | 'DIRECT_SALE' | 'DIRECT_SALES'
  /** When it is wanted: a date, or so long from now. Left out: as soon as can be. */
  readonly requested_delivery_at?:
    | {
        readonly time?: number | undefined
        readonly time_unit?: 'MINUTE' | 'HOUR' | 'DAY' | 'MINUTES' | 'HOURS' | 'DAYS' | undefined
        readonly date?: Time | undefined
      }
    | undefined
  /** Id or code: it alone, or of a merchant the venues of it. */
  readonly requested_organisation_id?: string | undefined
  /** true: only those from which may be ordered for then. */
  readonly is_open?: boolean | undefined
  readonly address_id?: string | undefined
  readonly postal_code?: string | undefined
  readonly country_code?: string | undefined
  /** As the guide’s API spells it. */
  readonly lat_lot?: string | undefined
  readonly contact_id?: string | undefined
}

export interface EstimateOrderFulfillmentReply {
  readonly fulfilled_by: readonly {
    readonly id: string
    readonly name: string
    readonly type: 'MERCHANT' | 'VENUE'
    /** Whether may be ordered from it for then. */
    readonly is_open: boolean
    /** Those of its order catalogues, by its own wall clock; none: always. */
    readonly opening_hours: readonly {
      readonly day_of_week: 'SUNDAY' | 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY'
      readonly open: string
      readonly close: string
    }[]
    readonly supply_methods: readonly ('DELIVERY' | 'PICK_UP' | 'DIRECT_SALE')[]
    readonly delivery_methods: readonly ('DIRECT_DELIVERY' | 'COURIER_SERVICE' | 'PICKUP_POINT')[]
    readonly payment_methods: readonly (
      | 'CASH'
      | 'CARD'
      | 'ACCOUNT'
      | 'ACCOUNT_DEBIT'
      | 'A2A'
      | 'PHONE'
      | 'TOKEN'
      | 'WALLET'
      | 'CHEQUE'
      | 'ELECTRONIC_TRANSFER'
      | 'CRM_WALLET'
      | 'ONE_TIME_CARD_PAYMENT'
    )[]
    readonly order_catalogs: readonly {
      readonly id: string
      readonly display_name: string
      readonly minimum_amount: Amount | null
    }[]
  }[]
}

export interface EstimateOrderBody {
  /** Of an earlier estimate, which this one takes the place of. */
  readonly estimation_id?: string | undefined
  /** Who buys: one means of identification. Without it the purchase is stored unclaimed. */
  readonly contact?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
        readonly cim?: string | undefined
        readonly wallet_code?: string | undefined
        readonly phone?: string | undefined
        readonly email?: string | undefined
        readonly loyalty_identifier?: string | undefined
      }
    | undefined
  /** Another way to write contact.id. */
  readonly contact_id?: string | undefined
  /** The same: a contact has one account. */
  readonly account_id?: string | undefined
  /** Id or code of the merchant or venue that fulfils it. */
  readonly fulfilled_by?: string | undefined
  /** Another way to say who fulfils it. */
  readonly organisation?:
    | {
        readonly id?: string | undefined
        readonly merchant_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
        readonly venue_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
      }
    | undefined
  readonly supply_method?: 'DELIVERY' | 'PICK_UP' | 'DIRECT_SALE' | 'DIRECT_SALES' | undefined
  readonly delivery_method?: 'DIRECT_DELIVERY' | 'COURIER_SERVICE' | 'PICKUP_POINT' | undefined
  /** Where it is brought; only of a delivery. */
  readonly address?:
    | {
        readonly id?: string | undefined
        readonly address_type?: string | undefined
        readonly address_name?: string | undefined
        readonly address_line_1?: string | undefined
        readonly address_line_2?: string | undefined
        readonly state_province_county?: string | undefined
        readonly town_city?: string | undefined
        readonly postal_code?: string | undefined
        readonly country_code?: string | undefined
        readonly lat?: Decimal | undefined
        readonly lon?: Decimal | undefined
        readonly google_place_id?: string | undefined
      }
    | undefined
  /** When it is wanted: a date, or so long from now. Left out: as soon as can be. */
  readonly requested_delivery_at?:
    | {
        readonly time?: number | undefined
        readonly time_unit?: 'MINUTE' | 'HOUR' | 'DAY' | 'MINUTES' | 'HOURS' | 'DAYS' | undefined
        readonly date?: Time | undefined
      }
    | undefined
  readonly items?:
    | readonly {
        /** Id of the product, or its SKU. */
        readonly id?: string | undefined
        readonly sku?: string | undefined
        readonly name?: string | undefined
        /** Pieces or weight, 1 unless it is said. */
        readonly quantity?: number | string | undefined
        /** Of one; left out: that of the product. */
        readonly price?: number | string | undefined
        /** Whether the price contains its tax: it does unless it or the product says otherwise. */
        readonly tax_model?: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE' | undefined
        /** In per cent; with the price of the product, its rate unless it is said. */
        readonly tax_rate?: number | string | undefined
        readonly notes?: string | undefined
        /** What it is ordered with, such as an extra: so many for each one of the item. */
        readonly components?:
          | readonly {
              /** Id of the product, or its SKU. */
              readonly id?: string | undefined
              readonly sku?: string | undefined
              readonly name?: string | undefined
              /** Pieces or weight, 1 unless it is said. */
              readonly quantity?: number | string | undefined
              /** Of one; left out: that of the product. */
              readonly price?: number | string | undefined
              /** Whether the price contains its tax: it does unless it or the product says otherwise. */
              readonly tax_model?: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE' | undefined
              /** In per cent; with the price of the product, its rate unless it is said. */
              readonly tax_rate?: number | string | undefined
              readonly notes?: string | undefined
            }[]
          | undefined
      }[]
    | undefined
  /** Off the whole order: an amount, or so many per cent. */
  readonly discount?:
    | {
        readonly amount: Decimal
        readonly type?: 'AMOUNT' | 'PERCENTAGE' | undefined
      }
    | undefined
  /** Whether the wallet pays of it. What it pays is set aside until the order ends. */
  readonly use_wallet_funds?: boolean | undefined
  /** How much; left out: as much as possible. */
  readonly wallet_funds_amount?: number | string | undefined
  /**
   * Opens the offers of its plan; one that carries money is redeemed with the order, and pays it unless
   * use_wallet_funds says otherwise.
   */
  readonly pass?:
    | {
        readonly code: string
        readonly pin?: string | undefined
      }
    | undefined
  readonly payments?:
    | readonly {
        readonly payment_method_type:
          | 'CASH'
          | 'CARD'
          | 'ACCOUNT'
          | 'ACCOUNT_DEBIT'
          | 'A2A'
          | 'PHONE'
          | 'TOKEN'
          | 'WALLET'
          | 'CHEQUE'
          | 'ELECTRONIC_TRANSFER'
          | 'CRM_WALLET'
          | 'ONE_TIME_CARD_PAYMENT'
        /** Such as ON_ORDER. */
        readonly paid_on?: string | undefined
        readonly payment_method_id?: string | undefined
        /** All that is due unless it is said. */
        readonly amount?: number | string | undefined
      }[]
    | undefined
  readonly notes?: string | undefined
  readonly custom_fields?:
    | readonly {
        readonly key: string
        readonly value: string
      }[]
    | undefined
  /** Another way to write address.id. */
  readonly address_id?: string | undefined
  /** Where it is brought if no address is said. */
  readonly current_location?:
    | {
        readonly id?: string | undefined
        readonly address_type?: string | undefined
        readonly address_name?: string | undefined
        readonly address_line_1?: string | undefined
        readonly address_line_2?: string | undefined
        readonly state_province_county?: string | undefined
        readonly town_city?: string | undefined
        readonly postal_code?: string | undefined
        readonly country_code?: string | undefined
        readonly lat?: Decimal | undefined
        readonly lon?: Decimal | undefined
        readonly google_place_id?: string | undefined
      }
    | undefined
  /** How all that is due will be paid; instead of payments. */
  readonly payment_method_type?:
    | 'CASH'
    | 'CARD'
    | 'ACCOUNT'
    | 'ACCOUNT_DEBIT'
    | 'A2A'
    | 'PHONE'
    | 'TOKEN'
    | 'WALLET'
    | 'CHEQUE'
    | 'ELECTRONIC_TRANSFER'
    | 'CRM_WALLET'
    | 'ONE_TIME_CARD_PAYMENT'
    | undefined
  /** Whether what the wallet pays is set aside already, for as long as the estimate holds. */
  readonly block_wallet_funds?: boolean | undefined
}

export interface EstimateOrderReply {
  /** For estimation_id of POST orders. */
  readonly id: string
  /** Until then it can be placed. */
  readonly expires_on: number
  readonly order_estimate: {
    readonly ordering_allowed: boolean
    readonly minimum_amount: Amount | null
    readonly order_failure_reason: 'MINIMUM_COST' | null
    readonly fulfilled_by: {
      readonly id: string
      readonly name: string
    }
    /** As it was asked for; null: as soon as can be. */
    readonly estimated_delivery: {
      readonly time_to_delivery: number
      readonly uot: 'MINUTE'
      readonly delivered_at: EpochSeconds
    } | null
  }
  readonly invoice_estimate: {
    readonly issued_date: EpochSeconds
    readonly currency_code: string
    readonly net: Amount
    /** Of the order as a whole, without its tax. */
    readonly discount: number
    readonly discount_incl_tax: Amount
    readonly tax: Amount
    readonly total: Amount
    /** Of the items, before the discount. */
    readonly total_price: number
    readonly wallet_funds_amount: Amount
    readonly amount_due: Amount
    readonly amount_to_collect: Amount
    readonly tax_calculation_failed: boolean
    readonly taxes_breakdown: readonly {
      readonly tax_rate: {
        readonly percentage: number
      }
      readonly tax_amount: Amount
    }[]
    readonly items: readonly {
      readonly id: string
      readonly quantity: number
      readonly unit_price: Amount
      readonly net_amount: Amount
      readonly tax_amount: Amount
      /** With its tax, before a discount of the whole order. */
      readonly sub_total: number
      readonly product: {
        readonly id: string | null
        readonly sku: string
        readonly name: string
      }
      readonly applied_taxes: readonly {
        readonly tax_rate: {
          readonly percentage: number
        }
        readonly tax_amount: Amount
      }[]
      readonly components: readonly {
        readonly id: string
        readonly quantity: number
        readonly unit_price: Amount
        readonly net_amount: Amount
        readonly tax_amount: Amount
        /** With its tax, before a discount of the whole order. */
        readonly sub_total: number
        readonly product: {
          readonly id: string | null
          readonly sku: string
          readonly name: string
        }
        readonly applied_taxes: readonly {
          readonly tax_rate: {
            readonly percentage: number
          }
          readonly tax_amount: Amount
        }[]
      }[]
    }[]
    /** What offers take off the price. */
    readonly discounts: readonly {
      readonly amount: Amount
      readonly type: string
      readonly promotion: {
        readonly id: string
        readonly name: string
      }
    }[]
  }
  readonly invalid_products: readonly {
    readonly unavailability_reason: 'AVAILABILITY' | 'ORDER_CATALOGUE'
    readonly product: {
      readonly id: string | null
      readonly sku: string
      readonly name: string
    }
  }[]
  /** As quoted when it was placed; of a completed order, as its purchase has it. */
  readonly rewards: {
    readonly award: Amount
    readonly discount: Amount
    readonly spend: Amount
  }
  /** What the order would earn if it were completed now. */
  readonly awards: readonly {
    readonly amount: Amount
    readonly offer: {
      readonly id: string
      readonly name: string
    }
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    }
    readonly expires_on: EpochSeconds | null
  }[]
  readonly wallet: {
    /** What may be spent now, with the money of a pass that is sent. */
    readonly balance: number
    /** The most that the wallet could pay of this order. */
    readonly usable: number
  }
}

export interface ListEventsQuery {
  /** Left out: from the oldest that is kept; with order=DESC, from the newest. */
  readonly after?: string | undefined
  readonly size?: number | undefined
  readonly type?:
    | 'purchase.posted'
    | 'purchase.claimed'
    | 'claim.held'
    | 'claim.refused'
    | 'purchase.cancelled'
    | 'purchase.returned'
    | 'reward.awarded'
    | 'reward.spent'
    | 'reward.reversed'
    | 'reward.expired'
    | 'wallet.changed'
    | 'payout.created'
    | 'payout.paid'
    | 'payout.failed'
    | 'token.blocked'
    | 'till.blocked'
    | 'products.synchronised'
    | 'contact.created'
    | 'contact.updated'
    | 'contact.merged'
    | 'contact.erased'
    | 'scheme.joined'
    | 'order.created'
    | 'order.started'
    | 'order.ready'
    | 'order.completed'
    | 'order.cancelled'
    | 'order.updated'
    | 'webhook_endpoint.paused'
    | undefined
  /** DESC: the newest first, and `after` leads back to what happened before it. */
  readonly order?: 'ASC' | 'DESC' | undefined
}

export interface ListEventsReply {
  readonly content: readonly Event[]
  readonly paging: {
    readonly cursor: string
    readonly has_more: boolean
  }
}

export interface StreamEventsQuery {
  /** Where to begin; left out: with what happens next. The header Last-Event-ID goes before it. */
  readonly after?: string | undefined
  readonly type?:
    | 'purchase.posted'
    | 'purchase.claimed'
    | 'claim.held'
    | 'claim.refused'
    | 'purchase.cancelled'
    | 'purchase.returned'
    | 'reward.awarded'
    | 'reward.spent'
    | 'reward.reversed'
    | 'reward.expired'
    | 'wallet.changed'
    | 'payout.created'
    | 'payout.paid'
    | 'payout.failed'
    | 'token.blocked'
    | 'till.blocked'
    | 'products.synchronised'
    | 'contact.created'
    | 'contact.updated'
    | 'contact.merged'
    | 'contact.erased'
    | 'scheme.joined'
    | 'order.created'
    | 'order.started'
    | 'order.ready'
    | 'order.completed'
    | 'order.cancelled'
    | 'order.updated'
    | 'webhook_endpoint.paused'
    | undefined
  /** false: only that it happened, to what. */
  readonly include_data?: boolean | undefined
}

export type StreamEventsReply = Event

export type GetEventReply = Event

export type GetExpiryReply = WalletExpiry

export interface ListSealsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
}

export interface ListSealsReply {
  readonly content: readonly Seal[]
  readonly paging: Paging
}

export interface VerifyLedgerReply {
  readonly holds: boolean
  readonly checks: readonly {
    readonly name: string
    /** The rule. */
    readonly says: string
    /** How many rows it was checked on. */
    readonly looked_at: number
    /** The first rows that break it. */
    readonly broken: readonly string[]
  }[]
}

export interface GetNotificationSettingsReply {
  /** Of contacts whose language there is no text in. */
  readonly language: string
  /** By the clock of the business: e-mail and push wait until the end; the inbox does not. */
  readonly quiet_hours: {
    readonly start_time: string
    readonly end_time: string
  } | null
  readonly expiry_reminder_days: number
  readonly channels: { readonly [name: string]: readonly ('EMAIL' | 'DEVICE')[] }
  readonly email: {
    readonly host: string
    readonly port: number
    readonly security: 'TLS' | 'STARTTLS' | 'NONE'
    readonly username: string | null
    readonly has_password: boolean
    readonly from_address: string
    readonly from_name: string | null
    readonly reply_to: string | null
  } | null
  readonly sms: {
    readonly url: string
    readonly format: 'JSON' | 'FORM'
    readonly template: string
    readonly header_names: readonly string[]
  } | null
}

export interface UpdateNotificationSettingsBody {
  readonly language?: string | undefined
  readonly quiet_hours?:
    | {
        readonly start_time: string
        readonly end_time: string
      }
    | null
    | undefined
  /** 0: nobody is reminded. */
  readonly expiry_reminder_days?: number | undefined
  /** For each kind how contacts are told besides the inbox; kinds that are left out stay. */
  readonly channels?: { readonly [name: string]: readonly ('EMAIL' | 'DEVICE')[] } | undefined
  /** null: no e-mail is sent. */
  readonly email?:
    | {
        readonly host: string
        readonly port?: number | undefined
        /** TLS from the first byte (port 465), STARTTLS (587), or NONE, which sends no password. */
        readonly security?: 'TLS' | 'STARTTLS' | 'NONE' | undefined
        readonly username?: string | null | undefined
        /** Kept sealed and never told; left out, the one before stays. */
        readonly password?: string | undefined
        readonly from_address: string
        readonly from_name?: string | null | undefined
        readonly reply_to?: string | null | undefined
      }
    | null
    | undefined
  /** Who sends one-time codes as text messages; null: nobody, they go by e-mail. */
  readonly sms?:
    | {
        /** Posted to for each message; https in LIVE mode. */
        readonly url: string
        readonly format?: 'JSON' | 'FORM' | undefined
        /**
         * What is posted, with {to} (as +35799123456) and {text} where they belong: {"to": "{to}", "body":
         * "{text}"}, or To={to}&Body={text} as FORM.
         */
        readonly template: string
        /** Such as authorization. Kept sealed and never told; left out, those before stay, if the url does. */
        readonly headers?: { readonly [name: string]: string } | undefined
      }
    | null
    | undefined
}

export type UpdateNotificationSettingsReply = GetNotificationSettingsReply

export type ListOrderAdaptorsQuery = ListApiKeysQuery

export interface ListOrderAdaptorsReply {
  readonly content: readonly OrderAdaptor[]
  readonly paging: Paging
}

/** The settings of its kind are needed. */
export interface CreateOrderAdaptorBody {
  readonly name: string
  readonly kind: 'PRINTER' | 'HTTP'
  /** Whose orders: of a merchant with its venues, or of a venue. Left out: all. */
  readonly organisation_id?: string | null | undefined
  /** When it is told of an order; order.created alone unless said otherwise. */
  readonly event_types?:
    | readonly ('order.created' | 'order.started' | 'order.completed' | 'order.cancelled')[]
    | undefined
  /** With PRINTER: an ESC/POS printer in the network. */
  readonly printer?:
    | {
        /** Name or address in the network of the shop. */
        readonly host: string
        readonly port?: number | undefined
        readonly paper_mm?: 58 | 80 | undefined
      }
    | undefined
  /** With HTTP. */
  readonly http?:
    | {
        /** https; in TEST mode http as well. */
        readonly url: string
        /** Sent with every order, such as a key. Values are kept sealed and never told. */
        readonly headers?: { readonly [name: string]: string } | undefined
        /**
         * JSON in the words of the system: "{{number}}" is that field of the order, {"$each": "items", "as":
         * {…}} a list. Left out: the order as it is read.
         */
        readonly template?: unknown | undefined
      }
    | undefined
}

export type CreateOrderAdaptorReply = OrderAdaptor

export type GetOrderAdaptorReply = OrderAdaptor

export interface UpdateOrderAdaptorBody {
  readonly name?: string | undefined
  /** When it is told of an order; order.created alone unless said otherwise. */
  readonly event_types?:
    | readonly ('order.created' | 'order.started' | 'order.completed' | 'order.cancelled')[]
    | undefined
  readonly state?: 'ENABLED' | 'DISABLED' | undefined
  readonly printer?:
    | {
        /** Name or address in the network of the shop. */
        readonly host: string
        readonly port?: number | undefined
        readonly paper_mm?: 58 | 80 | undefined
      }
    | undefined
  readonly http?:
    | {
        /** https; in TEST mode http as well. */
        readonly url: string
        /** Sent with every order, such as a key. Values are kept sealed and never told. */
        readonly headers?: { readonly [name: string]: string } | undefined
        /**
         * JSON in the words of the system: "{{number}}" is that field of the order, {"$each": "items", "as":
         * {…}} a list. Left out: the order as it is read.
         */
        readonly template?: unknown | undefined
      }
    | undefined
}

export type UpdateOrderAdaptorReply = OrderAdaptor

export interface PrintOnOrderAdaptorBody {
  /** What the printer gets, in base64. */
  readonly content: string
}

export interface PrintOnOrderAdaptorReply {
  readonly id: string
  readonly bytes: number
}

export interface ListOrderCancellationReasonsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
  /** Part of the code or name. */
  readonly search_value?: string | undefined
}

export interface ListOrderCancellationReasonsReply {
  readonly content: readonly OrderCancellationReason[]
  readonly paging: Paging
}

export interface CreateOrderCancellationReasonBody {
  readonly name: string
  /** Made of the name when it is left out. */
  readonly code?: string | undefined
  readonly description?: string | null | undefined
  /** Offered first; another one ceases to be it. */
  readonly is_default?: boolean | undefined
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
}

export type CreateOrderCancellationReasonReply = OrderCancellationReason

export type GetOrderCancellationReasonReply = OrderCancellationReason

export interface UpdateOrderCancellationReasonBody {
  readonly name?: string | undefined
  readonly code?: string | undefined
  readonly description?: string | null | undefined
  /** Offered first; another one ceases to be it. */
  readonly is_default?: boolean | undefined
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
}

export type UpdateOrderCancellationReasonReply = OrderCancellationReason

export type DeleteOrderCancellationReasonReply = DeleteCommunicationTemplateReply

export interface ListOrderCataloguesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | 'NAME' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
  /** Id or code of the merchant or venue that is ordered from. */
  readonly fulfilled_by?: string | undefined
  /** Ids or codes, separated by commas. */
  readonly order_catalog_ids?: string | undefined
  /** Those from which may be ordered at that time. */
  readonly ordering_time?: number | string | undefined
  readonly supply_method?: 'DELIVERY' | 'PICK_UP' | 'DIRECT_SALE' | 'DIRECT_SALES' | undefined
  /** Part of the name or code. */
  readonly search_value?: string | undefined
}

export interface ListOrderCataloguesReply {
  readonly content: readonly OrderCatalogue[]
  readonly paging: Paging
}

export interface CreateOrderCatalogueBody {
  readonly name: string
  /** Made of the name when it is left out. */
  readonly code?: string | undefined
  /** What contacts read; the name unless it is said. */
  readonly display_name?: string | null | undefined
  readonly description?: string | null | undefined
  /** INACTIVE: not shown to contacts. */
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
  /** All unless they are said. */
  readonly supply_methods?: readonly ('DELIVERY' | 'PICK_UP' | 'DIRECT_SALE' | 'DIRECT_SALES')[] | undefined
  /**
   * When may be ordered, by the wall clock of the place; the whole list, an empty one: always. An end
   * that is not after its start runs across midnight.
   */
  readonly time_availability?:
    | readonly {
        readonly day_of_week:
          | 'SUNDAY'
          | 'MONDAY'
          | 'TUESDAY'
          | 'WEDNESDAY'
          | 'THURSDAY'
          | 'FRIDAY'
          | 'SATURDAY'
        readonly start_time?: string | undefined
        readonly end_time?: string | undefined
      }[]
    | undefined
  /** Ids or codes of merchants and venues; the whole list, an empty one: all. */
  readonly organisations?: readonly string[] | undefined
  /** What an order must come to; told by estimates, and held for orders of contacts. */
  readonly minimum_amount?: Decimal | null | undefined
  readonly creatives?:
    | readonly {
        readonly url: string
        readonly usage_type?: string | undefined
        readonly format?: string | undefined
        readonly width?: number | undefined
        readonly height?: number | undefined
        readonly caption?: string | undefined
      }[]
    | null
    | undefined
}

export type CreateOrderCatalogueReply = OrderCatalogue

export type GetOrderCatalogueReply = OrderCatalogue

export interface UpdateOrderCatalogueBody {
  readonly name?: string | undefined
  readonly code?: string | undefined
  /** What contacts read; the name unless it is said. */
  readonly display_name?: string | null | undefined
  readonly description?: string | null | undefined
  /** INACTIVE: not shown to contacts. */
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
  /** All unless they are said. */
  readonly supply_methods?: readonly ('DELIVERY' | 'PICK_UP' | 'DIRECT_SALE' | 'DIRECT_SALES')[] | undefined
  /**
   * When may be ordered, by the wall clock of the place; the whole list, an empty one: always. An end
   * that is not after its start runs across midnight.
   */
  readonly time_availability?:
    | readonly {
        readonly day_of_week:
          | 'SUNDAY'
          | 'MONDAY'
          | 'TUESDAY'
          | 'WEDNESDAY'
          | 'THURSDAY'
          | 'FRIDAY'
          | 'SATURDAY'
        readonly start_time?: string | undefined
        readonly end_time?: string | undefined
      }[]
    | undefined
  /** Ids or codes of merchants and venues; the whole list, an empty one: all. */
  readonly organisations?: readonly string[] | undefined
  /** What an order must come to; told by estimates, and held for orders of contacts. */
  readonly minimum_amount?: Decimal | null | undefined
  readonly creatives?:
    | readonly {
        readonly url: string
        readonly usage_type?: string | undefined
        readonly format?: string | undefined
        readonly width?: number | undefined
        readonly height?: number | undefined
        readonly caption?: string | undefined
      }[]
    | null
    | undefined
}

export type UpdateOrderCatalogueReply = OrderCatalogue

export type DeleteOrderCatalogueReply = DeleteCommunicationTemplateReply

export interface ListOrderCategoriesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | 'NAME' | 'PRIORITY' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  /** Id or code: those right below it. Without it, those at the top. */
  readonly parent_id?: string | undefined
  /** Those of every level, below parent_id if it is said, all in one page. */
  readonly return_all?: boolean | undefined
  /** Part of the name or code, on any level. */
  readonly search_value?: string | undefined
}

export interface ListOrderCategoriesReply {
  readonly content: readonly OrderCategory[]
  readonly paging: Paging
}

export interface CreateOrderCategoryBody {
  readonly name: string
  /** Made of the name when it is left out. */
  readonly code?: string | undefined
  readonly description?: string | null | undefined
  /** Id or code of the category above it. */
  readonly parent_id?: string | null | undefined
  /** After all others beside it unless it is said. */
  readonly priority?: number | undefined
  readonly creatives?:
    | readonly {
        readonly url: string
        readonly usage_type?: string | undefined
        readonly format?: string | undefined
        readonly width?: number | undefined
        readonly height?: number | undefined
        readonly caption?: string | undefined
      }[]
    | null
    | undefined
  /** What stands in it, in the order in which it is shown; the whole list. */
  readonly products?:
    | readonly {
        /** Id of the product, or its SKU. */
        readonly id?: string | undefined
        readonly sku?: string | undefined
        /** Its place in the list unless it is said. */
        readonly priority?: number | undefined
      }[]
    | null
    | undefined
}

export type CreateOrderCategoryReply = OrderCategory

export interface UpdateOrderCategoryBody {
  readonly name?: string | undefined
  /** Made of the name when it is left out. */
  readonly code?: string | undefined
  readonly description?: string | null | undefined
  /** Id or code of the category above it. */
  readonly parent_id?: string | null | undefined
  /** After all others beside it unless it is said. */
  readonly priority?: number | undefined
  readonly creatives?:
    | readonly {
        readonly url: string
        readonly usage_type?: string | undefined
        readonly format?: string | undefined
        readonly width?: number | undefined
        readonly height?: number | undefined
        readonly caption?: string | undefined
      }[]
    | null
    | undefined
  /** What stands in it, in the order in which it is shown; the whole list. */
  readonly products?:
    | readonly {
        /** Id of the product, or its SKU. */
        readonly id?: string | undefined
        readonly sku?: string | undefined
        /** Its place in the list unless it is said. */
        readonly priority?: number | undefined
      }[]
    | null
    | undefined
}

export type UpdateOrderCategoryReply = OrderCategory

export type DeleteOrderCategoryReply = DeleteCommunicationTemplateReply

export interface ListOrderCatalogueProductsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  /** Id or code: in it and below it. */
  readonly order_category_id?: string | undefined
  /** Ids, separated by commas. */
  readonly product_ids?: string | undefined
  /** SKUs, separated by commas. */
  readonly product_skus?: string | undefined
  /** Part of the name or SKU. */
  readonly name?: string | undefined
  /** The same. */
  readonly search_value?: string | undefined
  readonly brand_id?: string | undefined
  readonly family_id?: string | undefined
  readonly type_id?: string | undefined
  readonly classification?:
    | 'TERMED_SERVICE'
    | 'USAGE_SERVICE'
    | 'ONE_TIME_SERVICE'
    | 'TRACEABLE_PHYSICAL_GOOD'
    | 'NON_TRACEABLE_PHYSICAL_GOOD'
    | 'EXPENSES_SERVICE'
    | undefined
  readonly composition?: 'FLAT' | 'FLEXIBLE_BUNDLE' | 'FIXED_BUNDLE' | 'COMPOSITE' | undefined
  /** Prices in it alone. */
  readonly currency?: string | undefined
}

export interface ListOrderCatalogueProductsReply {
  readonly content: readonly OrderCatalogueProduct[]
  readonly paging: Paging
}

export interface GetOrderCatalogueProductQuery {
  readonly currency?: string | undefined
}

export interface GetOrderCatalogueProductReply {
  readonly id: string
  readonly sku: string
  readonly name: string
  readonly description: string | null
  readonly classification:
    | 'TERMED_SERVICE'
    | 'USAGE_SERVICE'
    | 'ONE_TIME_SERVICE'
    | 'TRACEABLE_PHYSICAL_GOOD'
    | 'NON_TRACEABLE_PHYSICAL_GOOD'
    | 'EXPENSES_SERVICE'
    | null
  readonly type_composition: 'FLAT' | 'FLEXIBLE_BUNDLE' | 'FIXED_BUNDLE' | 'COMPOSITE'
  readonly number_of_prices: number
  readonly is_modifier: boolean
  readonly is_stockable: boolean
  /** Percent. */
  readonly tax_rate: number | null
  readonly pricing: readonly {
    readonly id: string
    readonly price: Amount
    readonly currency_code: string
    readonly is_default: boolean
    readonly tax_model: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE'
  }[]
  readonly creatives: readonly {
    readonly id: string
    readonly url: string
    readonly usage_type: string | null
    readonly format: string | null
    readonly width: number | null
    readonly height: number | null
    readonly caption: string | null
    readonly sort_order: number
  }[]
  /** As the shop says; none says nothing either way. */
  readonly dietary_tags: readonly (
    | 'VEGETARIAN'
    | 'VEGAN'
    | 'GLUTEN_FREE'
    | 'LACTOSE_FREE'
    | 'CONTAINS_NUTS'
    | 'CONTAINS_ALCOHOL'
    | 'SPICY'
  )[]
  readonly type: {
    readonly id: string
    readonly name: string
  } | null
  readonly family: {
    readonly id: string
    readonly name: string
  } | null
  readonly brand: {
    readonly id: string
    readonly name: string
  } | null
  /** Those of the order catalogues in which it stands. */
  readonly categories: readonly {
    readonly id: string
    readonly name: string
  }[]
}

export interface ListOrderProvisioningsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly order_id?: string | undefined
  readonly adaptor_id?: string | undefined
  readonly state?: 'PENDING' | 'COMPLETED' | 'FAILED' | undefined
}

export interface ListOrderProvisioningsReply {
  readonly content: readonly OrderProvisioning[]
  readonly paging: Paging
}

export interface ActOnOrderProvisioningBody {
  readonly action: 'RESEND'
}

export type ActOnOrderProvisioningReply = DeleteCommunicationTemplateReply

export interface ListOrderStagesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly state?: 'NEW' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED' | 'ON_HOLD' | undefined
}

export interface ListOrderStagesReply {
  readonly content: readonly OrderStage[]
  readonly paging: Paging
}

export interface CreateOrderStageBody {
  readonly name: string
  /** Made of the name when it is left out. */
  readonly code?: string | undefined
  readonly state: 'NEW' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED' | 'ON_HOLD'
  readonly colour?: string | null | undefined
  readonly priority?: number | undefined
  /** An order that comes into the state by an action stands in it. */
  readonly is_default?: boolean | undefined
  /** New orders begin in it. Its state is NEW, or ON_HOLD: nobody works on them yet. */
  readonly is_initial?: boolean | undefined
}

export type CreateOrderStageReply = OrderStage

export interface UpdateOrderStageBody {
  readonly name?: string | undefined
  readonly code?: string | undefined
  readonly colour?: string | null | undefined
  readonly priority?: number | undefined
  /** An order that comes into the state by an action stands in it. */
  readonly is_default?: boolean | undefined
  /** New orders begin in it. Its state is NEW, or ON_HOLD: nobody works on them yet. */
  readonly is_initial?: boolean | undefined
}

export type UpdateOrderStageReply = OrderStage

export type DeleteOrderStageReply = DeleteCommunicationTemplateReply

export interface ListOrdersQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly state?: 'NEW' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED' | 'ON_HOLD' | undefined
  readonly supply_method?: 'DELIVERY' | 'PICK_UP' | 'DIRECT_SALE' | 'DIRECT_SALES' | undefined
  /** One or several, separated by commas. */
  readonly delivery_methods?: string | undefined
  readonly created_on?: TimeRange | undefined
  readonly completed_on?: TimeRange | undefined
  /** When it is wanted. */
  readonly scheduled_on?:
    | Time
    | {
        readonly gt?: Time | undefined
        readonly gte?: Time | undefined
        readonly lt?: Time | undefined
        readonly lte?: Time | undefined
      }
    | undefined
  /** key=value, several separated by semicolons: orders that have all of them. */
  readonly custom_fields?: string | undefined
  readonly include_custom_fields?: boolean | undefined
  /** Ids or codes of merchants and venues, separated by commas. */
  readonly fulfilled_by?: string | undefined
  /** Another way to write fulfilled_by. */
  readonly organisations?: string | undefined
  /** Id or code of a stage. */
  readonly stage_id?: string | undefined
  readonly number?: string | undefined
  readonly is_favorite?: boolean | undefined
  /** The beginning of the number, or a part of the contact's name. */
  readonly search_value?: string | undefined
  readonly contact_id?: string | undefined
}

export type ListOrdersReply = ListOrdersOfContactReply

export interface PlaceOrderBody {
  /** Of the new order: the same again with the same content is one order. */
  readonly id?: string | undefined
  /** Of POST estimates/orders: what was estimated is placed, once; what is sent beside it counts instead. */
  readonly estimation_id?: string | undefined
  /** Who buys: one means of identification. Without it the purchase is stored unclaimed. */
  readonly contact?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
        readonly cim?: string | undefined
        readonly wallet_code?: string | undefined
        readonly phone?: string | undefined
        readonly email?: string | undefined
        readonly loyalty_identifier?: string | undefined
      }
    | undefined
  /** Another way to write contact.id. */
  readonly contact_id?: string | undefined
  /** The same: a contact has one account. */
  readonly account_id?: string | undefined
  /** Id or code of the merchant or venue that fulfils it. */
  readonly fulfilled_by?: string | undefined
  /** Another way to say who fulfils it. */
  readonly organisation?:
    | {
        readonly id?: string | undefined
        readonly merchant_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
        readonly venue_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
      }
    | undefined
  readonly supply_method?: 'DELIVERY' | 'PICK_UP' | 'DIRECT_SALE' | 'DIRECT_SALES' | undefined
  readonly delivery_method?: 'DIRECT_DELIVERY' | 'COURIER_SERVICE' | 'PICKUP_POINT' | undefined
  /** Where it is brought; only of a delivery. */
  readonly address?:
    | {
        readonly id?: string | undefined
        readonly address_type?: string | undefined
        readonly address_name?: string | undefined
        readonly address_line_1?: string | undefined
        readonly address_line_2?: string | undefined
        readonly state_province_county?: string | undefined
        readonly town_city?: string | undefined
        readonly postal_code?: string | undefined
        readonly country_code?: string | undefined
        readonly lat?: Decimal | undefined
        readonly lon?: Decimal | undefined
        readonly google_place_id?: string | undefined
      }
    | undefined
  /** When it is wanted: a date, or so long from now. Left out: as soon as can be. */
  readonly requested_delivery_at?:
    | {
        readonly time?: number | undefined
        readonly time_unit?: 'MINUTE' | 'HOUR' | 'DAY' | 'MINUTES' | 'HOURS' | 'DAYS' | undefined
        readonly date?: Time | undefined
      }
    | undefined
  readonly items?:
    | readonly {
        /** Id of the product, or its SKU. */
        readonly id?: string | undefined
        readonly sku?: string | undefined
        readonly name?: string | undefined
        /** Pieces or weight, 1 unless it is said. */
        readonly quantity?: number | string | undefined
        /** Of one; left out: that of the product. */
        readonly price?: number | string | undefined
        /** Whether the price contains its tax: it does unless it or the product says otherwise. */
        readonly tax_model?: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE' | undefined
        /** In per cent; with the price of the product, its rate unless it is said. */
        readonly tax_rate?: number | string | undefined
        readonly notes?: string | undefined
        /** What it is ordered with, such as an extra: so many for each one of the item. */
        readonly components?:
          | readonly {
              /** Id of the product, or its SKU. */
              readonly id?: string | undefined
              readonly sku?: string | undefined
              readonly name?: string | undefined
              /** Pieces or weight, 1 unless it is said. */
              readonly quantity?: number | string | undefined
              /** Of one; left out: that of the product. */
              readonly price?: number | string | undefined
              /** Whether the price contains its tax: it does unless it or the product says otherwise. */
              readonly tax_model?: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE' | undefined
              /** In per cent; with the price of the product, its rate unless it is said. */
              readonly tax_rate?: number | string | undefined
              readonly notes?: string | undefined
            }[]
          | undefined
      }[]
    | undefined
  /** Off the whole order: an amount, or so many per cent. */
  readonly discount?:
    | {
        readonly amount: Decimal
        readonly type?: 'AMOUNT' | 'PERCENTAGE' | undefined
      }
    | undefined
  /** Whether the wallet pays of it. What it pays is set aside until the order ends. */
  readonly use_wallet_funds?: boolean | undefined
  /** How much; left out: as much as possible. */
  readonly wallet_funds_amount?: number | string | undefined
  /**
   * Opens the offers of its plan; one that carries money is redeemed with the order, and pays it unless
   * use_wallet_funds says otherwise.
   */
  readonly pass?:
    | {
        readonly code: string
        readonly pin?: string | undefined
      }
    | undefined
  readonly payments?:
    | readonly {
        readonly payment_method_type:
          | 'CASH'
          | 'CARD'
          | 'ACCOUNT'
          | 'ACCOUNT_DEBIT'
          | 'A2A'
          | 'PHONE'
          | 'TOKEN'
          | 'WALLET'
          | 'CHEQUE'
          | 'ELECTRONIC_TRANSFER'
          | 'CRM_WALLET'
          | 'ONE_TIME_CARD_PAYMENT'
        /** Such as ON_ORDER. */
        readonly paid_on?: string | undefined
        readonly payment_method_id?: string | undefined
        /** All that is due unless it is said. */
        readonly amount?: number | string | undefined
      }[]
    | undefined
  readonly notes?: string | undefined
  readonly custom_fields?:
    | readonly {
        readonly key: string
        readonly value: string
      }[]
    | undefined
}

export interface PlaceOrderReply {
  readonly id: string
  readonly number: string
  readonly state: 'NEW' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED' | 'ON_HOLD'
  readonly currency_code: string
  readonly total: Amount
  readonly wallet_funds: Amount
  readonly amount_due: Amount
  readonly amount_to_collect: Amount
  /** As quoted when it was placed; of a completed order, as its purchase has it. */
  readonly rewards: {
    readonly award: Amount
    readonly discount: Amount
    readonly spend: Amount
  }
  readonly fulfilled_by: {
    readonly id: string
    readonly name: string
  }
}

export interface GetOrderQuery {
  readonly include_provisioning?: boolean | undefined
}

export interface GetOrderReply {
  readonly id: string
  readonly number: string
  readonly supply_method: 'DELIVERY' | 'PICK_UP' | 'DIRECT_SALE'
  readonly delivery_method: 'DIRECT_DELIVERY' | 'COURIER_SERVICE' | 'PICKUP_POINT' | null
  readonly state: 'NEW' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED' | 'ON_HOLD'
  readonly stage: {
    readonly id: string
    readonly name: string
  } | null
  /**
   * What the shop takes it through while it is IN_PROGRESS, with when it came into each; null: it did
   * not.
   */
  readonly stages: readonly {
    readonly id: string
    readonly name: string
    readonly entered_on: EpochSeconds | null
  }[]
  readonly is_favorite: boolean
  readonly notes: string | null
  readonly currency_code: string
  readonly total: Amount
  /** Of the items, before the discount. */
  readonly sub_total: number
  readonly net_amount: Amount
  readonly tax_amount: Amount
  readonly discount: {
    /** Without its tax. */
    readonly amount: number
    readonly amount_incl_tax: Amount
  } | null
  /** What the wallet pays of it. */
  readonly wallet_funds: number
  /** Less discounts of offers and what the wallet pays. */
  readonly amount_due: number
  /** What of it is taken when the goods are handed over; the rest was paid with the order. */
  readonly amount_to_collect: number
  /** As quoted when it was placed; of a completed order, as its purchase has it. */
  readonly rewards: {
    readonly award: Amount
    readonly discount: Amount
    readonly spend: Amount
  }
  readonly contact: {
    readonly id: string
    readonly code: string
    readonly name: string | null
  }
  readonly fulfilled_by: {
    readonly id: string
    readonly name: string
  }
  readonly address: {
    readonly id?: string | undefined
    readonly address_type?: string | undefined
    readonly address_name?: string | undefined
    readonly address_line_1?: string | undefined
    readonly address_line_2?: string | undefined
    readonly state_province_county?: string | undefined
    readonly town_city?: string | undefined
    readonly postal_code?: string | undefined
    readonly country_code?: string | undefined
    readonly lat?: number | undefined
    readonly lon?: number | undefined
    readonly google_place_id?: string | undefined
  } | null
  readonly key_dates: {
    readonly submitted_on: EpochSeconds
    readonly started_on: EpochSeconds | null
    readonly completed_on: EpochSeconds | null
    readonly cancelled_on: EpochSeconds | null
    /** null: as soon as can be. */
    readonly requested_date: EpochSeconds | null
  }
  readonly cancellation_reason: {
    readonly id: string
    readonly name: string
  } | null
  readonly payments: readonly {
    readonly payment_method_type: string
    readonly paid_on: string | null
    readonly payment_method_id: string | null
    /** null: all that is due. */
    readonly amount: Amount | null
  }[]
  readonly pass: {
    readonly code: string
    /** What it brought into the wallet; null: it opens offers. */
    readonly redeemed: Amount | null
  } | null
  /**
   * What of the wallet is set aside: taken when the order is completed, released when it is cancelled or
   * its time is over.
   */
  readonly wallet_hold: {
    readonly state: 'BLOCKED' | 'TAKEN' | 'RELEASED' | 'EXPIRED'
    readonly amount: Amount
    readonly expires_on: EpochSeconds
  } | null
  /** That its completion posted. */
  readonly purchase: DeleteCommercePoolReply | null
  readonly custom_fields: readonly {
    readonly key: string
    readonly value: string
  }[]
  /** With include_provisioning: the printers and systems that it was sent to. */
  readonly provisioning?:
    | readonly {
        readonly id: string
        readonly adaptor: {
          readonly id: string
          readonly name: string
        }
        readonly event_type: string
        readonly state: 'PENDING' | 'COMPLETED' | 'FAILED'
        readonly attempts: number
        readonly error: string | null
        readonly next_on: EpochSeconds | null
        readonly created_on: EpochSeconds
        readonly sent_on: EpochSeconds | null
      }[]
    | undefined
  readonly items: readonly {
    readonly id: string
    readonly notes: string | null
    readonly quantity: number
    readonly price: Amount
    readonly tax: Amount
    readonly net: Amount
    readonly sub_total: Amount
    readonly total: Amount
    readonly tax_model: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE'
    /** In per cent. */
    readonly tax_rate: number
    readonly product: {
      readonly id: string | null
      readonly sku: string
      readonly name: string
    }
    readonly components: readonly {
      readonly id: string
      readonly notes: string | null
      readonly quantity: number
      readonly price: Amount
      readonly tax: Amount
      readonly net: Amount
      readonly sub_total: Amount
      readonly total: Amount
      readonly tax_model: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE'
      /** In per cent. */
      readonly tax_rate: number
      readonly product: {
        readonly id: string | null
        readonly sku: string
        readonly name: string
      }
    }[]
  }[]
}

export interface UpdateOrderBody {
  /** Id or code of a stage. */
  readonly stage_id: string
}

export type UpdateOrderReply = GetOrderReply

export interface ActOnOrderBody {
  /** The same as in the path. */
  readonly id?: string | undefined
  /** PRINT_ORDER and ORDER_PROVISION send it to printers and other adaptors again. */
  readonly action:
    | 'START_PROGRESS'
    | 'COMPLETE'
    | 'CANCEL'
    | 'MARK_FAVORITE'
    | 'PRINT_ORDER'
    | 'ORDER_PROVISION'
  /** With CANCEL: id or code, of GET order_cancellation_reasons. */
  readonly cancellation_reason_id?: string | null | undefined
  /** With PRINT_ORDER and ORDER_PROVISION: id or name of the one adaptor that it is sent to. */
  readonly provisioner?: string | undefined
}

export type ActOnOrderReply = DeleteCommunicationTemplateReply

export interface ListOrganisationsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly type?: 'BUSINESS' | 'MERCHANT' | 'VENUE' | undefined
  /** GUID. */
  readonly parent_id?: string | undefined
  /** Part of the name or code. */
  readonly search_value?: string | undefined
  readonly tap_code?: string | undefined
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
}

export interface ListOrganisationsReply {
  readonly content: readonly Organisation[]
  readonly paging: Paging
}

export interface CreateOrganisationBody {
  readonly type: 'MERCHANT' | 'VENUE'
  readonly name: string
  /** Made up when it is left out. */
  readonly code?: string | undefined
  /** The business unless it is said; a venue may be of the business or of a merchant. */
  readonly parent?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
      }
    | undefined
  /** The parent's unless it is said. */
  readonly time_zone?: string | undefined
  /** Numbers under which tills know the merchant or venue, as printed on receipts. */
  readonly taps?:
    | readonly {
        readonly code: string
        readonly name?: string | undefined
      }[]
    | undefined
  readonly settings?:
    | {
        readonly reduction_method?: 'FRONT_END' | 'BACK_END' | null | undefined
        readonly accepts_days_back?: number | null | undefined
        readonly accepts_minutes_ahead?: number | null | undefined
        readonly grace_days?: number | null | undefined
        /** For how many days after the purchase its receipt may be claimed: 30 unless it is set. */
        readonly claim_days?: number | null | undefined
        /** How many receipts a contact may claim at a merchant within 24 hours: 10 unless it is set. */
        readonly claims_per_day?: number | null | undefined
        /** The same in the whole business, which sets it: 30 unless it does. */
        readonly claims_per_day_in_all?: number | null | undefined
        /**
         * What becomes of a claimed receipt that no till has sent. ACCEPT: it is awarded at once. HOLD (unless
         * it is set): when the till sends it, or somebody approves it. REFUSE: it is not taken.
         */
        readonly self_submitted_purchases?: 'ACCEPT' | 'HOLD' | 'REFUSE' | null | undefined
        /** With ACCEPT: receipts above this amount are held all the same. */
        readonly self_submitted_up_to?: Decimal | null | undefined
        readonly minimum_spend?: Decimal | null | undefined
        readonly maximum_spend?: Decimal | null | undefined
        /** For how long a one-time code may be used: 5 unless the business says so. */
        readonly token_minutes?: number | null | undefined
        /** Whether wallets show a code that changes every minute. The business says so for all. */
        readonly dynamic_wallet_code?: boolean | null | undefined
        /** Whether wallets may pay here without a request, as their contacts prefer. */
        readonly allows_automatic_spend?: boolean | null | undefined
        /** Whether they do for contacts who never said. */
        readonly automatic_spend?: boolean | null | undefined
        readonly automatic_spend_minimum_balance?: Decimal | null | undefined
        readonly automatic_spend_from_purchase?: Decimal | null | undefined
        readonly automatic_spend_maximum?: Decimal | null | undefined
        /**
         * AUTOMATIC: each purchase turns the commerce money that might pay it, and does not, into open money.
         * ON_REQUEST: when the purchase asks with `redeem_request`. ON_SPEND: never, as it is only spent.
         */
        readonly redeem_method?: 'ON_SPEND' | 'AUTOMATIC' | 'ON_REQUEST' | null | undefined
        /**
         * Corrections of wallets by hand above this amount wait for a second approval: 100 of the currency
         * unless the business says so.
         */
        readonly adjustment_approval_above?: Decimal | null | undefined
      }
    | undefined
}

export type CreateOrganisationReply = Organisation

export type GetOrganisationReply = Organisation

export interface UpdateOrganisationBody {
  readonly name?: string | undefined
  readonly time_zone?: string | undefined
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
  /** Numbers under which tills know the merchant or venue, as printed on receipts. */
  readonly taps?:
    | readonly {
        readonly code: string
        readonly name?: string | undefined
      }[]
    | undefined
  readonly settings?:
    | {
        readonly reduction_method?: 'FRONT_END' | 'BACK_END' | null | undefined
        readonly accepts_days_back?: number | null | undefined
        readonly accepts_minutes_ahead?: number | null | undefined
        readonly grace_days?: number | null | undefined
        /** For how many days after the purchase its receipt may be claimed: 30 unless it is set. */
        readonly claim_days?: number | null | undefined
        /** How many receipts a contact may claim at a merchant within 24 hours: 10 unless it is set. */
        readonly claims_per_day?: number | null | undefined
        /** The same in the whole business, which sets it: 30 unless it does. */
        readonly claims_per_day_in_all?: number | null | undefined
        /**
         * What becomes of a claimed receipt that no till has sent. ACCEPT: it is awarded at once. HOLD (unless
         * it is set): when the till sends it, or somebody approves it. REFUSE: it is not taken.
         */
        readonly self_submitted_purchases?: 'ACCEPT' | 'HOLD' | 'REFUSE' | null | undefined
        /** With ACCEPT: receipts above this amount are held all the same. */
        readonly self_submitted_up_to?: Decimal | null | undefined
        readonly minimum_spend?: Decimal | null | undefined
        readonly maximum_spend?: Decimal | null | undefined
        /** For how long a one-time code may be used: 5 unless the business says so. */
        readonly token_minutes?: number | null | undefined
        /** Whether wallets show a code that changes every minute. The business says so for all. */
        readonly dynamic_wallet_code?: boolean | null | undefined
        /** Whether wallets may pay here without a request, as their contacts prefer. */
        readonly allows_automatic_spend?: boolean | null | undefined
        /** Whether they do for contacts who never said. */
        readonly automatic_spend?: boolean | null | undefined
        readonly automatic_spend_minimum_balance?: Decimal | null | undefined
        readonly automatic_spend_from_purchase?: Decimal | null | undefined
        readonly automatic_spend_maximum?: Decimal | null | undefined
        /**
         * AUTOMATIC: each purchase turns the commerce money that might pay it, and does not, into open money.
         * ON_REQUEST: when the purchase asks with `redeem_request`. ON_SPEND: never, as it is only spent.
         */
        readonly redeem_method?: 'ON_SPEND' | 'AUTOMATIC' | 'ON_REQUEST' | null | undefined
        /**
         * Corrections of wallets by hand above this amount wait for a second approval: 100 of the currency
         * unless the business says so.
         */
        readonly adjustment_approval_above?: Decimal | null | undefined
      }
    | undefined
}

export type UpdateOrganisationReply = Organisation

export interface ListPassPlansQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly code?: string | undefined
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
  readonly classification?: 'GIFT' | 'TOPUP' | 'PROMOTION' | undefined
  /** Part of code or name. */
  readonly search_value?: string | undefined
}

export interface ListPassPlansReply {
  readonly content: readonly PassPlan[]
  readonly paging: Paging
}

export interface CreatePassPlanBody {
  readonly code?: string | undefined
  readonly name: string
  readonly description?: string | null | undefined
  /**
   * A PROMOTION pass opens the offers that name its plan. GIFT and TOPUP passes put their money into a
   * wallet, once. It stays.
   */
  readonly classification?: 'GIFT' | 'TOPUP' | 'PROMOTION' | undefined
  /** Passes of an INACTIVE plan cannot be used. */
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
  /** SINGLE: each pass has its own code. MULTIPLE: one code is for everybody. */
  readonly pass_code_type?: 'SINGLE' | 'MULTIPLE' | undefined
  /**
   * How often one pass may be used in all, null without limit; at first once if SINGLE, without limit if
   * MULTIPLE.
   */
  readonly maximum_usage?: number | null | undefined
  /** How often one contact may use one pass. */
  readonly maximum_usage_per_contact?: number | null | undefined
  readonly validity?:
    | {
        readonly type: 'PERIOD'
        readonly count: number
        readonly unit: 'DAYS' | 'MONTHS' | 'YEARS'
      }
    | {
        readonly type: 'DATE'
        readonly fixed_date: Time
      }
    | {
        readonly type: 'ALWAYS'
      }
    | null
    | undefined
  readonly code_format?:
    | {
        readonly type?: 'ALPHANUMERIC' | 'ALPHABETIC' | 'NUMERIC' | undefined
        /** Without prefix and suffix; 12. */
        readonly length?: number | undefined
        readonly prefix?: string | undefined
        readonly suffix?: string | undefined
      }
    | null
    | undefined
  /** Of GIFT and TOPUP: all passes carry the same value, or each its own. */
  readonly value_type?: 'FIXED' | 'VARIABLE' | undefined
  /** What each pass carries, if FIXED. */
  readonly value?: number | string | undefined
  /** The least that a pass may carry, if VARIABLE. */
  readonly minimum_value?: number | string | undefined
  /** The most that a pass may carry, if VARIABLE. */
  readonly maximum_value?: number | string | undefined
  /** Into which balance the money goes; COMMERCE without a commerce_pool: the default pool. */
  readonly credit_wallet_balance?: 'OPEN' | 'COMMERCE' | undefined
  /** Where and how long the money may be spent, of passes made from now on. null: open money. */
  readonly commerce_pool?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
      }
    | null
    | undefined
}

export type CreatePassPlanReply = PassPlan

export type GetPassPlanReply = PassPlan

export interface UpdatePassPlanBody {
  readonly code?: string | undefined
  readonly name?: string | undefined
  readonly description?: string | null | undefined
  /**
   * A PROMOTION pass opens the offers that name its plan. GIFT and TOPUP passes put their money into a
   * wallet, once. It stays.
   */
  readonly classification?: 'GIFT' | 'TOPUP' | 'PROMOTION' | undefined
  /** Passes of an INACTIVE plan cannot be used. */
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
  /** SINGLE: each pass has its own code. MULTIPLE: one code is for everybody. */
  readonly pass_code_type?: 'SINGLE' | 'MULTIPLE' | undefined
  /**
   * How often one pass may be used in all, null without limit; at first once if SINGLE, without limit if
   * MULTIPLE.
   */
  readonly maximum_usage?: number | null | undefined
  /** How often one contact may use one pass. */
  readonly maximum_usage_per_contact?: number | null | undefined
  readonly validity?:
    | {
        readonly type: 'PERIOD'
        readonly count: number
        readonly unit: 'DAYS' | 'MONTHS' | 'YEARS'
      }
    | {
        readonly type: 'DATE'
        readonly fixed_date: Time
      }
    | {
        readonly type: 'ALWAYS'
      }
    | null
    | undefined
  readonly code_format?:
    | {
        readonly type?: 'ALPHANUMERIC' | 'ALPHABETIC' | 'NUMERIC' | undefined
        /** Without prefix and suffix; 12. */
        readonly length?: number | undefined
        readonly prefix?: string | undefined
        readonly suffix?: string | undefined
      }
    | null
    | undefined
  /** Of GIFT and TOPUP: all passes carry the same value, or each its own. */
  readonly value_type?: 'FIXED' | 'VARIABLE' | undefined
  /** What each pass carries, if FIXED. */
  readonly value?: number | string | undefined
  /** The least that a pass may carry, if VARIABLE. */
  readonly minimum_value?: number | string | undefined
  /** The most that a pass may carry, if VARIABLE. */
  readonly maximum_value?: number | string | undefined
  /** Into which balance the money goes; COMMERCE without a commerce_pool: the default pool. */
  readonly credit_wallet_balance?: 'OPEN' | 'COMMERCE' | undefined
  /** Where and how long the money may be spent, of passes made from now on. null: open money. */
  readonly commerce_pool?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
      }
    | null
    | undefined
}

export type UpdatePassPlanReply = PassPlan

export interface DeletePassPlanReply {
  readonly id: string
  readonly code: string
  readonly deleted_on: EpochSeconds
}

export interface ListPassesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  /** Read in any case, kept in capitals. */
  readonly code?: string | undefined
  /** The same as code. */
  readonly pass_code?: string | undefined
  /** Id or code of the plan. */
  readonly pass_plan?: string | undefined
  readonly state?: 'ACTIVE' | 'INACTIVE' | 'REDEEMED' | 'CANCELLED' | 'EXPIRED' | undefined
  /** Id, code or any identifier. */
  readonly contact?: string | undefined
}

export interface ListPassesReply {
  readonly content: readonly Pass[]
  readonly paging: Paging
}

export interface CreatePassesBody {
  /** Id or code of the plan. */
  readonly pass_plan_id: string
  /** Read in any case, kept in capitals. */
  readonly code?: string | undefined
  /** Asked for with the pass; kept as a hash only. */
  readonly pin?: string | undefined
  /** The only contact that may use the pass, by one means of identification. */
  readonly contact?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
        readonly cim?: string | undefined
        readonly wallet_code?: string | undefined
        readonly phone?: string | undefined
        readonly email?: string | undefined
        readonly loyalty_identifier?: string | undefined
      }
    | undefined
  /** What it puts into a wallet, in the currency of the business; where the plan is VARIABLE. */
  readonly pass_value?: number | string | undefined
  /**
   * How a pass with money was paid; CASH, if left out. GRANT: nobody paid, the organisation gives the
   * money away when it is redeemed; needs offers:write.
   */
  readonly payment_method?:
    | {
        readonly type:
          | 'CASH'
          | 'CARD'
          | 'ONE_TIME_CARD_PAYMENT'
          | 'ACCOUNT_DEBIT'
          | 'A2A'
          | 'ELECTRONIC_TRANSFER'
          | 'CHEQUE'
          | 'WALLET'
          | 'GRANT'
        readonly id?: string | undefined
      }
    | undefined
  /** Who sells a pass with money, or gives it. Left out: that of the key, or the business. */
  readonly organisation?:
    | {
        readonly id?: string | undefined
        readonly merchant_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
        readonly venue_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
      }
    | undefined
  /** For whom it was bought. Kept with the pass; nothing is sent. */
  readonly recipient?:
    | {
        readonly name?: string | undefined
        readonly medium_type?: 'EMAIL' | 'SMS' | undefined
        readonly medium_value?: string | undefined
      }
    | undefined
  /** Who gives it. */
  readonly gift_sender?:
    | {
        readonly name?: string | undefined
        readonly message?: string | undefined
      }
    | undefined
  /** So many passes with codes that are made up. */
  readonly count?: number | undefined
}

export interface CreatePassesReply {
  readonly id: string
  readonly code: string
  /** A pass with money is REDEEMED once, or CANCELLED, or EXPIRED: to the second, posted or not. */
  readonly state: 'ACTIVE' | 'INACTIVE' | 'REDEEMED' | 'CANCELLED' | 'EXPIRED'
  readonly classification: 'GIFT' | 'TOPUP' | 'PROMOTION'
  readonly pass_plan: {
    readonly id: string
    readonly code: string
    readonly name: string
  }
  readonly contact: DeleteCommercePoolReply | null
  readonly has_pin: boolean
  readonly valid_from: EpochSeconds
  /** The first instant at which it is no longer valid. */
  readonly valid_to: EpochSeconds | null
  readonly maximum_usage: number | null
  readonly maximum_usage_per_contact: number | null
  /** How often it was used, by purchases that stand. */
  readonly used: number
  /** null: it carries no money. */
  readonly value: Amount | null
  /** What redeeming it now would put into a wallet. */
  readonly balance: Amount | null
  readonly currency_code: string
  /** Where its money goes; null: open money. */
  readonly commerce_pool: {
    readonly id: string
    readonly name: string
  } | null
  readonly payment_method: {
    readonly type: string
    readonly id: string | null
  } | null
  /** Who sold it or gives it. */
  readonly organisation: {
    readonly id: string
    readonly name: string
  } | null
  readonly recipient: {
    readonly name?: string | undefined
    readonly medium_type?: string | undefined
    readonly medium_value?: string | undefined
  } | null
  readonly gift_sender: {
    readonly name?: string | undefined
    readonly message?: string | undefined
  } | null
  readonly redemption: {
    readonly id: string
    readonly wallet_id: string
    readonly date: EpochSeconds
    readonly organisation: {
      readonly id: string
      readonly name: string
    }
  } | null
  /** When it was redeemed, voided or posted as over. */
  readonly ended_on: EpochSeconds | null
  readonly created_on: EpochSeconds
  readonly passes: readonly DeleteCommercePoolReply[]
}

export interface RedeemPassBody {
  /** Read in any case, kept in capitals. */
  readonly code: string
  readonly pin?: string | undefined
  /** Whose wallet: id, code or anything else the contact is known by. */
  readonly contact_id?: string | undefined
  /** Or the wallet, by id or 16-digit code. */
  readonly wallet_id?: string | undefined
  /** If sent, it must be what the pass carries. */
  readonly value?: number | string | undefined
  /** Where it is redeemed. Left out: that of the key, or the business. */
  readonly organisation?:
    | {
        readonly id?: string | undefined
        readonly merchant_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
        readonly venue_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
      }
    | undefined
  /** When it was redeemed, as the caller says; now, if left out. */
  readonly date?: number | string | undefined
  /** Kept with the redemption. */
  readonly custom_fields?:
    | readonly {
        readonly key: string
        readonly value: string
      }[]
    | undefined
}

export interface RedeemPassReply {
  /** Of the redemption. */
  readonly id: string
  readonly pass: DeleteCommercePoolReply
  readonly contact: DeleteCommercePoolReply
  readonly wallet_id: string
  readonly amount: Amount
  readonly currency_code: string
  /** null: open money. */
  readonly commerce_pool: {
    readonly id: string
    readonly name: string
  } | null
  /** Until when the money may be spent. */
  readonly expires_on: EpochSeconds | null
  readonly date: EpochSeconds
}

export type GetPassReply = Pass

export interface UpdatePassBody {
  readonly state: 'ACTIVE' | 'INACTIVE' | 'CANCELLED'
}

export type UpdatePassReply = Pass

export type ListPayoutProvidersQuery = ListContactsAlikeQuery

export interface ListPayoutProvidersReply {
  readonly content: readonly PayoutProvider[]
  readonly paging: Paging
}

export interface CreatePayoutProviderBody {
  readonly kind: 'WALLET' | 'SEPA' | 'STRIPE' | 'PAYPAL'
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
  readonly sepa?:
    | {
        /** Who pays, as the bank knows them. */
        readonly name?: string | undefined
        readonly iban?: string | undefined
        readonly bic?: string | null | undefined
      }
    | undefined
  readonly stripe?:
    | {
        readonly secret_key?: string | undefined
        readonly webhook_secret?: string | undefined
        /** The account that pays. */
        readonly financial_account?: string | undefined
      }
    | undefined
  readonly paypal?:
    | {
        readonly client_id?: string | undefined
        readonly client_secret?: string | undefined
        readonly webhook_id?: string | null | undefined
        readonly environment?: 'LIVE' | 'SANDBOX' | undefined
      }
    | undefined
}

export type CreatePayoutProviderReply = PayoutProvider

export interface UpdatePayoutProviderBody {
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
  readonly sepa?:
    | {
        /** Who pays, as the bank knows them. */
        readonly name?: string | undefined
        readonly iban?: string | undefined
        readonly bic?: string | null | undefined
      }
    | undefined
  readonly stripe?:
    | {
        readonly secret_key?: string | undefined
        readonly webhook_secret?: string | undefined
        /** The account that pays. */
        readonly financial_account?: string | undefined
      }
    | undefined
  readonly paypal?:
    | {
        readonly client_id?: string | undefined
        readonly client_secret?: string | undefined
        readonly webhook_id?: string | null | undefined
        readonly environment?: 'LIVE' | 'SANDBOX' | undefined
      }
    | undefined
}

export type UpdatePayoutProviderReply = PayoutProvider

export type DeletePayoutProviderReply = DeleteCommunicationTemplateReply

export interface ListPayoutsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly state?:
    | 'PENDING'
    | 'SENDING'
    | 'SENT'
    | 'PAID'
    | 'FAILED'
    | 'UNKNOWN'
    | 'RETURNED'
    | 'CANCELLED'
    | 'REVERSAL_REQUIRED'
    | 'REVERSED'
    | undefined
  readonly provider?: 'WALLET' | 'SEPA' | 'STRIPE' | 'PAYPAL' | 'PRETEND' | undefined
  /** GUID. */
  readonly wallet_id?: string | undefined
  /** GUID. */
  readonly purchase_id?: string | undefined
}

export interface ListPayoutsReply {
  readonly content: readonly Payout[]
  readonly paging: Paging
}

export interface CreatePayoutBody {
  /** The wallet that pays, by id or by its 16-digit code. */
  readonly wallet_id?: string | undefined
  readonly amount: Decimal
  readonly payment_method: {
    readonly id: string
    readonly type: 'CARD' | 'PAYPAL' | 'ACCOUNT' | 'WALLET' | 'ACCOUNT_DEBIT' | 'CRM_WALLET'
  }
  readonly notes?: string | undefined
}

export type CreatePayoutReply = DeleteCommunicationTemplateReply

export interface ListPayoutFilesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly state?: 'MADE' | 'SENT' | 'CONFIRMED' | 'CANCELLED' | undefined
}

export interface ListPayoutFilesReply {
  readonly content: readonly PayoutFile[]
  readonly paging: Paging
}

export interface CreatePayoutFileBody {
  /** The next working day unless it is sent. */
  readonly execution_date?: string | undefined
}

export interface CreatePayoutFileReply {
  readonly file: PayoutFile | null
}

export interface ChangePayoutFileBody {
  readonly action: 'MARK_SENT' | 'CONFIRM' | 'CANCEL'
}

export type ChangePayoutFileReply = PayoutFile

export interface DownloadPayoutFileQuery {
  /** json: the same text inside an object. */
  readonly format?: 'xml' | 'json' | undefined
}

export interface DownloadPayoutFileReply {
  readonly file_name: string
  readonly xml: string
}

export interface GetPayoutReply {
  readonly id: string
  readonly state:
    | 'PENDING'
    | 'SENDING'
    | 'SENT'
    | 'PAID'
    | 'FAILED'
    | 'UNKNOWN'
    | 'RETURNED'
    | 'CANCELLED'
    | 'REVERSAL_REQUIRED'
    | 'REVERSED'
  readonly amount: Amount
  readonly currency_code: string
  readonly wallet_id: string
  /** null: the contact asked for it. */
  readonly purchase_id: string | null
  readonly provider: 'WALLET' | 'SEPA' | 'STRIPE' | 'PAYPAL' | 'PRETEND' | null
  readonly payment_method_type: 'CARD' | 'PAYPAL' | 'ACCOUNT' | 'WALLET' | null
  /** Where the money is: waiting, out, in the wallet, or back where it came from. */
  readonly money: 'CLEARING' | 'PAID_OUT' | 'WALLET' | 'BACK'
  /** Its purchase was voided while nobody could tell whether it was paid: it is not sent again. */
  readonly is_stopped: boolean
  readonly reason: string | null
  readonly notes: string | null
  /** How often it was begun to be paid. */
  readonly tries: number
  /** Under which the provider knows the last try; null: nobody was asked yet. */
  readonly reference: string | null
  /** When it is looked at next by itself; null: not before somebody acts. */
  readonly next_attempt_on: EpochSeconds | null
  readonly created_on: EpochSeconds
  readonly updated_on: EpochSeconds
  readonly attempts: readonly {
    readonly number: number
    /** Under which the provider knows the payment. */
    readonly reference: string
    readonly provider: 'WALLET' | 'SEPA' | 'STRIPE' | 'PAYPAL' | 'PRETEND'
    readonly payment_method_type: 'CARD' | 'PAYPAL' | 'ACCOUNT' | 'WALLET'
    readonly payment_method_id: string | null
    readonly file_id: string | null
    readonly state: string
    /** How often the provider was asked to pay, always under the same reference. */
    readonly asked: number
    readonly provider_reference: string | null
    readonly reason: string | null
    readonly asked_on: EpochSeconds
    readonly updated_on: EpochSeconds
  }[]
}

export interface ChangePayoutBody {
  readonly action: 'CANCEL' | 'RETRY' | 'MARK_PAID' | 'MARK_FAILED' | 'MARK_RETURNED' | 'CONFIRM_REVERSAL'
  /** For RETRY: pay to this method of the contact. */
  readonly payment_method_id?: string | undefined
  /** Kept with the payout. */
  readonly reason?: string | undefined
}

export type ChangePayoutReply = GetPayoutReply

export interface ListProcessesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly kind?: string | undefined
  readonly state?: 'PENDING' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | undefined
}

export interface ListProcessesReply {
  readonly content: readonly Process[]
  readonly paging: Paging
}

export type StreamProcessesReply = Process

export interface GetProcessReply {
  readonly id: string
  /** What is being done; each kind has its own input and result. */
  readonly kind: string
  readonly state: 'PENDING' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'CANCELLED'
  /** How much is done, in the units of the kind. */
  readonly done: number
  /** How much there is; null until that is known. */
  readonly total: number | null
  readonly created_on: EpochSeconds
  /** When it was first begun. Epoch seconds. */
  readonly started_on: EpochSeconds | null
  /** When the server that runs it last said so. Epoch seconds. */
  readonly heartbeat_on: EpochSeconds | null
  /** When it ended, in whichever way; null while it goes on. Epoch seconds. */
  readonly completed_on: EpochSeconds | null
  /** What it was started with. */
  readonly input: { readonly [name: string]: unknown }
  /** What came of it; null until it is COMPLETED. */
  readonly result: { readonly [name: string]: unknown } | null
  /** Why it is FAILED. */
  readonly error: string | null
  /** Of kinds that take rows. */
  readonly totals?:
    | {
        readonly received: number
        readonly created: number
        readonly updated: number
        readonly unchanged: number
        readonly rejected: number
      }
    | undefined
  /** Of kinds that take rows: the first 1000 that were refused. */
  readonly rejected?:
    | readonly {
        /** Place of the row in its list, from 0. */
        readonly index: number
        /** As it was sent; null where the row has none. */
        readonly sku: string | null
        /** The code that a request with such a value is refused with. */
        readonly error: string
        /** Names the list and field, the value seen and the value needed. */
        readonly message: string
        readonly parameters: readonly string[]
      }[]
    | undefined
}

export interface ChangeProcessBody {
  readonly action: 'CANCEL' | 'RESUME'
}

export type ChangeProcessReply = GetProcessReply

export interface ListProductFeedsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly state?: 'ENABLED' | 'DISABLED' | undefined
}

export interface ListProductFeedsReply {
  readonly content: readonly ProductFeed[]
  readonly paging: Paging
}

export interface CreateProductFeedBody {
  readonly name: string
  /** https, and public; in TEST mode http as well. */
  readonly url: string
  /**
   * JSON: the body of synchroniseProducts, or the list of its products alone. CSV: one product a line,
   * with headings.
   */
  readonly format: 'JSON' | 'CSV'
  /** Minute, hour, day, month, weekday, as cron has them: "30 4 * * 1-5" is 04:30 from Monday to Friday. */
  readonly schedule: string
  readonly csv?:
    | {
        readonly delimiter?: ',' | ';' | '	' | '|' | undefined
        /** In amounts; with a comma, points are taken for thousands. */
        readonly decimal_mark?: '.' | ',' | undefined
        /**
         * For each field the heading of its column: {"sku": "Article", "family.name": "Group"}. Left out: the
         * headings are the names of the fields. Categories stand in one cell, with | between them. An empty
         * cell leaves its field as it is.
         */
        readonly columns?: { readonly [name: string]: string } | undefined
      }
    | undefined
  /** Whose clock the schedule is of; left out: the business's. */
  readonly time_zone?: string | undefined
  /** Sent with the request, such as Authorization. Its value is kept sealed and never told. */
  readonly header?:
    | {
        readonly name: string
        readonly value: string
      }
    | undefined
  readonly state?: 'ENABLED' | 'DISABLED' | undefined
  /**
   * What becomes of products that the file had before and has no more. DEACTIVATE: they are offered no
   * more (is_active false) until the file has them again. A file that lacks more than half of them is
   * taken for one that was cut off, and changes none; RUN takes it as it is.
   */
  readonly missing?: 'KEEP' | 'DEACTIVATE' | undefined
}

export type CreateProductFeedReply = ProductFeed

export type GetProductFeedReply = ProductFeed

export interface UpdateProductFeedBody {
  readonly name?: string | undefined
  /** https, and public; in TEST mode http as well. */
  readonly url?: string | undefined
  /**
   * JSON: the body of synchroniseProducts, or the list of its products alone. CSV: one product a line,
   * with headings.
   */
  readonly format?: 'JSON' | 'CSV' | undefined
  /** Minute, hour, day, month, weekday, as cron has them: "30 4 * * 1-5" is 04:30 from Monday to Friday. */
  readonly schedule?: string | undefined
  readonly csv?:
    | {
        readonly delimiter?: ',' | ';' | '	' | '|' | undefined
        /** In amounts; with a comma, points are taken for thousands. */
        readonly decimal_mark?: '.' | ',' | undefined
        /**
         * For each field the heading of its column: {"sku": "Article", "family.name": "Group"}. Left out: the
         * headings are the names of the fields. Categories stand in one cell, with | between them. An empty
         * cell leaves its field as it is.
         */
        readonly columns?: { readonly [name: string]: string } | undefined
      }
    | undefined
  /** Whose clock the schedule is of; left out: the business's. */
  readonly time_zone?: string | undefined
  readonly header?:
    | {
        readonly name: string
        readonly value: string
      }
    | null
    | undefined
  readonly state?: 'ENABLED' | 'DISABLED' | undefined
  /**
   * What becomes of products that the file had before and has no more. DEACTIVATE: they are offered no
   * more (is_active false) until the file has them again. A file that lacks more than half of them is
   * taken for one that was cut off, and changes none; RUN takes it as it is.
   */
  readonly missing?: 'KEEP' | 'DEACTIVATE' | undefined
}

export type UpdateProductFeedReply = ProductFeed

export type DeleteProductFeedReply = ProductFeed

export interface ActOnProductFeedBody {
  readonly action: 'RUN'
}

export type ActOnProductFeedReply = ProductFeed

export interface ListProductGroupsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly kind?: 'FAMILY' | 'BRAND' | 'TYPE' | undefined
  readonly code?: string | undefined
  readonly source?: 'MANUAL' | 'SYNC' | 'FEED' | 'PURCHASE' | undefined
  readonly earns?: boolean | undefined
}

export interface ListProductGroupsReply {
  readonly content: readonly ProductGroup[]
  readonly paging: Paging
}

export interface CreateProductGroupBody {
  readonly kind: 'FAMILY' | 'BRAND' | 'TYPE'
  readonly code: string
  /** Its code unless it is said. */
  readonly name?: string | undefined
  /**
   * false for tips, fees, gift cards and the like: from the next purchase on, no product of the group
   * earns.
   */
  readonly earns?: boolean | undefined
}

export type CreateProductGroupReply = ProductGroup

export interface UpdateProductGroupBody {
  readonly name?: string | undefined
  /**
   * false for tips, fees, gift cards and the like: from the next purchase on, no product of the group
   * earns.
   */
  readonly earns?: boolean | undefined
}

export interface UpdateProductGroupQuery {
  readonly kind?: 'FAMILY' | 'BRAND' | 'TYPE' | undefined
}

export type UpdateProductGroupReply = ProductGroup

export interface ListProductsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly sku?: string | undefined
  /** Code or id of a family. */
  readonly family?: string | undefined
  /** Code or id of a brand. */
  readonly brand?: string | undefined
  /** Code or id of a type. */
  readonly type?: string | undefined
  readonly classification?:
    | 'TERMED_SERVICE'
    | 'USAGE_SERVICE'
    | 'ONE_TIME_SERVICE'
    | 'TRACEABLE_PHYSICAL_GOOD'
    | 'NON_TRACEABLE_PHYSICAL_GOOD'
    | 'EXPENSES_SERVICE'
    | undefined
  readonly type_composition?: 'FLAT' | 'FLEXIBLE_BUNDLE' | 'FIXED_BUNDLE' | 'COMPOSITE' | undefined
  readonly is_active?: boolean | undefined
  readonly source?: 'MANUAL' | 'SYNC' | 'FEED' | 'PURCHASE' | undefined
  /** true: what tills sold and nobody has told of since; false: what is entered or synchronised. */
  readonly learnt?: boolean | undefined
  /** What the products say themselves. */
  readonly earns?: boolean | undefined
  /** Part of SKU or name. */
  readonly search_value?: string | undefined
}

export interface ListProductsReply {
  readonly content: readonly Product[]
  readonly paging: Paging
}

export interface CreateProductBody {
  readonly sku: string
  readonly name: string
  readonly description?: string | null | undefined
  /** By code, or by name alone; one that is not known yet is made. null: none. */
  readonly family?:
    | {
        readonly code?: string | undefined
        readonly name?: string | undefined
      }
    | null
    | undefined
  /** By code, or by name alone; one that is not known yet is made. null: none. */
  readonly brand?:
    | {
        readonly code?: string | undefined
        readonly name?: string | undefined
      }
    | null
    | undefined
  /** By code, or by name alone; one that is not known yet is made. null: none. */
  readonly type?:
    | {
        readonly code?: string | undefined
        readonly name?: string | undefined
      }
    | null
    | undefined
  /** Under which shops show it; the whole list. */
  readonly categories?:
    | readonly {
        readonly name: string
      }[]
    | null
    | undefined
  readonly classification?:
    | 'TERMED_SERVICE'
    | 'USAGE_SERVICE'
    | 'ONE_TIME_SERVICE'
    | 'TRACEABLE_PHYSICAL_GOOD'
    | 'NON_TRACEABLE_PHYSICAL_GOOD'
    | 'EXPENSES_SERVICE'
    | null
    | undefined
  readonly type_composition?: 'FLAT' | 'FLEXIBLE_BUNDLE' | 'FIXED_BUNDLE' | 'COMPOSITE' | null | undefined
  /** Percent, with at most four decimals. */
  readonly tax_rate?: Decimal | null | undefined
  /** What a shop asks for it, for catalogues. What a till charged comes with the purchase. */
  readonly price?:
    | {
        readonly amount: Decimal
        /** Without it, the business's currency. */
        readonly currency_code?: string | undefined
        readonly tax_model?: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE' | undefined
      }
    | null
    | undefined
  readonly creatives?:
    | readonly {
        readonly url: string
        readonly usage_type?: string | undefined
        readonly format?: string | undefined
        readonly width?: number | undefined
        readonly height?: number | undefined
        readonly caption?: string | undefined
      }[]
    | null
    | undefined
  /** false: it is offered no more. A till that sells it is not refused. */
  readonly is_active?: boolean | undefined
  /** false for tips, fees, gift cards and the like. A product earns when it and all its groups do. */
  readonly earns?: boolean | undefined
}

export type CreateProductReply = Product

export type GetProductReply = Product

export interface UpdateProductBody {
  readonly sku?: string | undefined
  readonly name?: string | undefined
  readonly description?: string | null | undefined
  /** By code, or by name alone; one that is not known yet is made. null: none. */
  readonly family?:
    | {
        readonly code?: string | undefined
        readonly name?: string | undefined
      }
    | null
    | undefined
  /** By code, or by name alone; one that is not known yet is made. null: none. */
  readonly brand?:
    | {
        readonly code?: string | undefined
        readonly name?: string | undefined
      }
    | null
    | undefined
  /** By code, or by name alone; one that is not known yet is made. null: none. */
  readonly type?:
    | {
        readonly code?: string | undefined
        readonly name?: string | undefined
      }
    | null
    | undefined
  /** Under which shops show it; the whole list. */
  readonly categories?:
    | readonly {
        readonly name: string
      }[]
    | null
    | undefined
  readonly classification?:
    | 'TERMED_SERVICE'
    | 'USAGE_SERVICE'
    | 'ONE_TIME_SERVICE'
    | 'TRACEABLE_PHYSICAL_GOOD'
    | 'NON_TRACEABLE_PHYSICAL_GOOD'
    | 'EXPENSES_SERVICE'
    | null
    | undefined
  readonly type_composition?: 'FLAT' | 'FLEXIBLE_BUNDLE' | 'FIXED_BUNDLE' | 'COMPOSITE' | null | undefined
  /** Percent, with at most four decimals. */
  readonly tax_rate?: Decimal | null | undefined
  /** What a shop asks for it, for catalogues. What a till charged comes with the purchase. */
  readonly price?:
    | {
        readonly amount: Decimal
        /** Without it, the business's currency. */
        readonly currency_code?: string | undefined
        readonly tax_model?: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE' | undefined
      }
    | null
    | undefined
  readonly creatives?:
    | readonly {
        readonly url: string
        readonly usage_type?: string | undefined
        readonly format?: string | undefined
        readonly width?: number | undefined
        readonly height?: number | undefined
        readonly caption?: string | undefined
      }[]
    | null
    | undefined
  /** false: it is offered no more. A till that sells it is not refused. */
  readonly is_active?: boolean | undefined
  /** false for tips, fees, gift cards and the like. A product earns when it and all its groups do. */
  readonly earns?: boolean | undefined
}

export type UpdateProductReply = Product

export interface GetDietaryTagsReply {
  readonly product: {
    readonly id: string
    readonly sku: string
    readonly name: string
  }
  /** As the shop says; none says nothing either way. */
  readonly dietary_tags: readonly (
    | 'VEGETARIAN'
    | 'VEGAN'
    | 'GLUTEN_FREE'
    | 'LACTOSE_FREE'
    | 'CONTAINS_NUTS'
    | 'CONTAINS_ALCOHOL'
    | 'SPICY'
  )[]
}

export interface PutDietaryTagsBody {
  /** As the shop says; none says nothing either way. */
  readonly dietary_tags: readonly (
    | 'VEGETARIAN'
    | 'VEGAN'
    | 'GLUTEN_FREE'
    | 'LACTOSE_FREE'
    | 'CONTAINS_NUTS'
    | 'CONTAINS_ALCOHOL'
    | 'SPICY'
  )[]
}

export type PutDietaryTagsReply = GetDietaryTagsReply

export interface MergeProductBody {
  /** Id or SKU of the product that is left. */
  readonly into: string
}

export type MergeProductReply = Product

export type ListPromotionsQuery = ListContactsAlikeQuery

export interface ListPromotionsReply {
  readonly content: readonly Promotion[]
  readonly paging: Paging
}

export interface PreparePromotionBody {
  /** What is compared; without it, all of the configuration. */
  readonly kinds?:
    | readonly (
        | 'ORGANISATION'
        | 'COMMERCE_POOL'
        | 'SCHEME'
        | 'TIER_PROGRAMME'
        | 'TIER'
        | 'PASS_PLAN'
        | 'OFFER'
        | 'PRODUCT_GROUP'
        | 'ORDER_CATALOGUE'
        | 'ORDER_CATEGORY'
        | 'ORDER_STAGE'
        | 'CANCELLATION_REASON'
        | 'TEMPLATE'
        | 'NOTIFICATION_SETTINGS'
        | 'WALLET_LIMITS'
        | 'ACCOUNTING_MAP'
      )[]
    | undefined
}

export type PreparePromotionReply = Promotion

export type GetPromotionReply = Promotion

export interface ApplyPromotionBody {
  /** Of the promotion that was reviewed. */
  readonly digest: string
}

export type ApplyPromotionReply = Promotion

export interface ListPurchasesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly reference_number?: string | undefined
  readonly contact_id?: string | undefined
  /** Ids or codes, separated by commas. */
  readonly organisations?: string | undefined
  readonly state?: 'POSTED' | 'CANCELLED' | undefined
  readonly reduction_method?: 'FRONT_END' | 'BACK_END' | undefined
  /** Whether a part of it was paid with rewards. */
  readonly has_spend?: boolean | undefined
  /** Id or code of an offer that awarded it. */
  readonly reward_offer?: string | undefined
  readonly date?: TimeRange | undefined
}

export interface ListPurchasesReply {
  readonly content: readonly Purchase[]
  readonly paging: Paging
}

export interface SubmitPurchaseBody {
  /** GUID. */
  readonly id?: string | undefined
  readonly reference_number?: string | undefined
  readonly transaction_reference?: string | undefined
  /**
   * Who buys: one means of identification, or a one-time code, or both. Without it the purchase is
   * stored unclaimed.
   */
  readonly contact?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
        readonly cim?: string | undefined
        readonly wallet_code?: string | undefined
        readonly phone?: string | undefined
        readonly email?: string | undefined
        readonly loyalty_identifier?: string | undefined
        /** The one-time code of the contact: 6 digits, or 16. It also allows one spend. */
        readonly otp?: string | undefined
      }
    | undefined
  readonly organisation?:
    | {
        readonly id?: string | undefined
        readonly merchant_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
        readonly venue_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
      }
    | undefined
  readonly transaction_amounts: {
    readonly net?: Decimal | undefined
    readonly tax?: Decimal | undefined
    readonly discount?: Decimal | undefined
    readonly total: Decimal
  }
  readonly currency_code?: string | undefined
  readonly date?: Time | undefined
  readonly products?:
    | readonly {
        readonly sku?: string | undefined
        readonly product_sku?:
          | {
              readonly sku?: string | undefined
              readonly name?: string | undefined
            }
          | undefined
        readonly name?: string | undefined
        readonly product_family?:
          | {
              readonly code?: string | undefined
              readonly name?: string | undefined
            }
          | undefined
        readonly product_type?:
          | {
              readonly code?: string | undefined
              readonly name?: string | undefined
            }
          | undefined
        readonly brand?:
          | {
              readonly code?: string | undefined
              readonly name?: string | undefined
            }
          | undefined
        readonly quantity?: Decimal | undefined
        readonly unit_price?: Decimal | undefined
        readonly net_amount?: Decimal | undefined
        readonly tax_amount?: Decimal | undefined
        readonly total_amount?: Decimal | undefined
      }[]
    | undefined
  readonly classification?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
        readonly name?: string | undefined
      }
    | undefined
  readonly spend_request?:
    | {
        readonly amount: Decimal
        readonly restrict_fully_covered?: boolean | undefined
      }
    | undefined
  /**
   * Turns commerce money that might pay this purchase into open money: so much at most, in the currency
   * of the purchase, else all. Taken where `redeem_method` is ON_REQUEST or AUTOMATIC.
   */
  readonly redeem_request?:
    | {
        readonly amount?: Decimal | undefined
      }
    | undefined
  readonly reduction_method?: 'FRONT_END' | 'BACK_END' | undefined
  readonly payment_medium_identifier?: string | undefined
  /** How the purchase came about, such as POS or ONLINE. */
  readonly channel?: string | undefined
  /**
   * A PROMOTION pass unlocks the offers of its plan. A GIFT or TOPUP pass is redeemed with the purchase:
   * its money is in the wallet before the purchase is judged, so that spend_request may spend it;
   * refused, neither happened.
   */
  readonly pass?:
    | {
        readonly code: string
        readonly pin?: string | undefined
      }
    | undefined
  /**
   * The bill of which this purchase pays a part: all its parts together earn to the cent what the whole
   * would.
   */
  readonly bill?:
    | {
        readonly reference: string
        readonly total: Decimal
      }
    | undefined
  /** Another way to write pass.code. */
  readonly pass_code?: string | undefined
  readonly tender?:
    | readonly {
        readonly type: string
        readonly amount?: Decimal | undefined
      }[]
    | undefined
  readonly notes?: string | undefined
  readonly metadata?: { readonly [name: string]: string } | undefined
}

export interface SubmitPurchaseQuery {
  readonly simulate?: boolean | undefined
  readonly include_explain?: boolean | undefined
}

export interface SubmitPurchaseReply {
  readonly id: string
  readonly code: string
  readonly reference_number: string | null
  readonly state: 'POSTED' | 'CANCELLED'
  readonly reduction_method: 'FRONT_END' | 'BACK_END'
  readonly currency_code: string
  readonly date: EpochSeconds
  readonly transaction_amounts: {
    readonly net: Amount | null
    readonly tax: Amount | null
    readonly discount: Amount | null
    readonly total: Amount
  }
  readonly rewards: {
    readonly award: Amount
    readonly redeem: Amount
    readonly spend: Amount
  }
  readonly amount_due: Amount
  readonly spends: readonly {
    readonly amount: Amount
    readonly method: 'ON_REQUEST' | 'OTP' | 'AUTO_SPEND' | 'INSTANT'
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    } | null
    readonly products: readonly {
      readonly line: number
      readonly sku: string | null
      readonly amount: Amount
    }[]
  }[]
  /** Commerce money that became open money, pool by pool. */
  readonly redeems: readonly {
    readonly amount: Amount
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    }
    readonly expires_on: EpochSeconds | null
  }[]
  readonly awards: readonly {
    readonly amount: Amount
    readonly offer: {
      readonly id: string
      readonly name: string
      readonly version: number
    }
    /** INSTANT: it went off the price of this purchase, as one of its spends. */
    readonly redeem_method: 'DEFERRED' | 'INSTANT'
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    }
    readonly expires_on: EpochSeconds | null
    readonly available_on: EpochSeconds
  }[]
  readonly payout: {
    readonly id: string
    readonly state: string
  } | null
  readonly wallet: {
    readonly total: Amount
    readonly open: Amount
    readonly commerce: Amount
  } | null
  /** One line for the cashier, in the contact's language. */
  readonly say: string
  /** In a quote: a little more that would bring more. */
  readonly near_misses?:
    | readonly {
        readonly offer: {
          readonly id: string
          readonly name: string
          readonly version: number
        }
        /** Such as "1.40 EUR more for 10 % back". */
        readonly says: string
        readonly add: {
          readonly amount?: Amount | undefined
          readonly quantity?: number | undefined
        }
        /** Of the goods on this line, from 1; null: of anything that earns. */
        readonly line: number | null
        /** What the offer gives then. */
        readonly amount: number
      }[]
    | undefined
  readonly receipt: {
    readonly qr: string
    readonly barcode: string
    readonly signed_code: string
  }
  /** Every amount with what it follows from. */
  readonly explain?: { readonly [name: string]: unknown } | undefined
}

export interface AdHocReturnBody {
  readonly reference_number?: string | undefined
  /** Who buys: one means of identification. Without it the purchase is stored unclaimed. */
  readonly contact: {
    readonly id?: string | undefined
    readonly code?: string | undefined
    readonly cim?: string | undefined
    readonly wallet_code?: string | undefined
    readonly phone?: string | undefined
    readonly email?: string | undefined
    readonly loyalty_identifier?: string | undefined
  }
  readonly organisation?:
    | {
        readonly id?: string | undefined
        readonly merchant_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
        readonly venue_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
      }
    | undefined
  readonly return_amount?: Decimal | undefined
  readonly transaction_amounts?:
    | {
        readonly total: Decimal
        readonly net?: Decimal | undefined
        readonly tax?: Decimal | undefined
      }
    | undefined
  readonly currency_code?: string | undefined
  readonly date?: Time | undefined
  readonly notes?: string | undefined
}

export interface AdHocReturnReply {
  readonly id: string
  readonly reference_number: string | null
  /** What the wallet was debited: awards taken back. */
  readonly amount: number
  readonly return_amount: Amount
  /** What had been paid by spend and is back in the wallet. */
  readonly return_spent_amount: number
  readonly unmatched_amount: Amount
  readonly purchases: readonly {
    readonly id: string
    readonly return_amount: Amount
    readonly amount: Amount
    readonly return_spent_amount: Amount
  }[]
}

export interface ReclaimPurchaseBody {
  /** The number of the receipt; it may hold semicolons. */
  readonly id?: string | undefined
  /**
   * What was scanned or typed: receipt;merchant;venue;amount×100 of a QR code,
   * merchant;receipt;amount×100;venue of a barcode, or the signed code. It says all that the other
   * fields say.
   */
  readonly transaction_code?: string | null | undefined
  /** The merchant and venue numbers of the receipt, as merchant_tap and venue_tap. */
  readonly organisation?:
    | {
        readonly id?: string | undefined
        readonly merchant_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
        readonly venue_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
      }
    | undefined
  /** The total is compared with the purchase; the rest is not. */
  readonly transaction_amounts?:
    | {
        readonly net?: Decimal | null | undefined
        readonly tax?: Decimal | null | undefined
        readonly discount?: Decimal | null | undefined
        readonly total: Decimal
      }
    | undefined
  readonly currency_code?: string | undefined
  /** Who claims: one means of identification. */
  readonly contact: {
    readonly id?: string | undefined
    readonly code?: string | undefined
    readonly cim?: string | undefined
    readonly wallet_code?: string | undefined
    readonly phone?: string | undefined
    readonly email?: string | undefined
    readonly loyalty_identifier?: string | undefined
  }
  /**
   * Of the contact's device, where a server claims for an app: wrong receipts are counted for the
   * address as well.
   */
  readonly ip_address?: string | undefined
}

export interface ReclaimPurchaseQuery {
  readonly simulate?: boolean | undefined
}

export interface ReclaimPurchaseReply {
  /** Of the purchase; while the claim is held, of the claim. */
  readonly id: string
  readonly claim_id: string
  readonly state: 'CLAIMED' | 'HELD' | 'REFUSED'
  readonly reference_number: string | null
  readonly organisation: {
    readonly id: string
    readonly name: string
  }
  readonly date: EpochSeconds
  readonly total: Amount
  readonly currency_code: string
  readonly award: Amount
  readonly awards: readonly {
    readonly amount: Amount
    readonly offer: {
      readonly id: string
      readonly name: string
      readonly version: number
    }
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    }
    readonly expires_on: EpochSeconds | null
    readonly available_on: EpochSeconds
  }[]
  /** One line for the contact, in their language. */
  readonly say: string
}

export type GetPurchaseReply = Purchase

export interface CancelPurchaseBody {
  readonly reason?: string | undefined
}

export type CancelPurchaseQuery = ReclaimPurchaseQuery

export interface CancelPurchaseReply {
  /** Of the purchase; the name that was sent while it is not known. */
  readonly id: string
  readonly state: 'CANCELLED' | 'AWAITING_PURCHASE'
  readonly award_reversed: Amount
  readonly spend_returned: Amount
  /** Redeemed money that is commerce money again. */
  readonly redeem_undone: number
  /** What of the awards and redeemed money was used already, or had repaid a debt that is owed again. */
  readonly debt: number
  /** Spends that were paid out: they return to the wallet when the payout has come back. */
  readonly spend_held: number
  /** With `simulate=true`: after it. */
  readonly wallet?:
    | {
        readonly total: Amount
        readonly open: Amount
        readonly commerce: Amount
        readonly debt: Amount
      }
    | null
    | undefined
}

export interface ListPurchaseEntriesReply {
  readonly content: readonly {
    /** Journal and line, as in the transactions of a wallet. */
    readonly id: string
    /** As in the export of the books, such as AWARD. */
    readonly movement: string
    readonly amount: Amount
    readonly currency_code: string
    readonly posted_on: EpochSeconds
    /** The offer that awarded the money. */
    readonly reward_offer_id: string | null
    /** null: open money, or of no wallet. */
    readonly commerce_pool_id: string | null
    /** Of money that was spent. */
    readonly spend_method: string | null
    /** The entry that it takes back. */
    readonly reverses: string | null
  }[]
}

/** Every amount with what it follows from. */
export type ExplainPurchaseReply = { readonly [name: string]: unknown }

export interface ResendPurchaseNotificationReply {
  /** Of the purchase. */
  readonly id: string
  /** What was sent now, to where. */
  readonly content: readonly Communication[]
}

export interface ListPurchaseReturnsReply {
  readonly content: readonly {
    readonly id: string
    readonly reference_number: string | null
    readonly type: 'RETURN' | 'AD_HOC_RETURN'
    readonly date: EpochSeconds
    /** Of this purchase. */
    readonly return_amount: number
    readonly amount: Amount
    readonly return_spent_amount: Amount
    readonly debt: Amount
    readonly awards: readonly {
      readonly offer: {
        readonly id: string
        readonly name: string
        readonly version: number
      }
      readonly policy: 'KEEP' | 'PRO_RATA' | 'REJUDGE'
      readonly awarded: Amount
      /** Taken with this return. */
      readonly amount: number
      readonly taken_in_all: Amount
      readonly because: string
    }[]
  }[]
}

export interface ReturnGoodsBody {
  /** The till's own number of this return: the same again takes nothing twice. */
  readonly reference_number?: string | undefined
  readonly products?:
    | readonly {
        readonly sku?: string | undefined
        /** Its number on the receipt. */
        readonly line?: number | undefined
        /** Pieces, or weight; without it, all that is left. */
        readonly quantity?: number | string | undefined
        /** Without quantity: so much of the price of the line comes back. */
        readonly total_amount?: number | string | undefined
      }[]
    | undefined
  /** So much of the price comes back, of no line in particular. */
  readonly return_amount?: number | string | undefined
  readonly currency_code?: string | undefined
  readonly date?: Time | undefined
  readonly notes?: string | undefined
}

export type ReturnGoodsQuery = ReclaimPurchaseQuery

export interface ReturnGoodsReply {
  readonly id: string
  readonly reference_number: string | null
  readonly state: 'APPLIED' | 'AWAITING_PURCHASE'
  readonly purchase: {
    readonly id: string | null
    readonly reference_number: string | null
  }
  readonly currency_code: string
  /** The value of the goods. */
  readonly return_amount: number
  /** Awards taken back. */
  readonly amount: number
  /** Spends and discounts given back. */
  readonly return_spent_amount: number
  /** Redeemed money that is commerce money again. */
  readonly redeem_undone: number
  /** Spends that are paid out and do not return to the wallet with this. */
  readonly spend_held: number
  /** What of the awards and redeemed money was used already, or had repaid a debt that is owed again. */
  readonly debt: number
  readonly refund: {
    /** What the till gives back. */
    readonly cash: number
    /** What is back in the wallet, of spends. */
    readonly wallet: number
    /** Discounts of these goods, which nobody had paid. */
    readonly reduction: number
  }
  /** The value of the goods that did not come back. */
  readonly left: number
  readonly products: readonly {
    readonly line: number
    readonly sku: string | null
    readonly quantity: number
    readonly total_amount: Amount
  }[]
  readonly awards: readonly {
    readonly offer: {
      readonly id: string
      readonly name: string
      readonly version: number
    }
    readonly policy: 'KEEP' | 'PRO_RATA' | 'REJUDGE'
    readonly awarded: Amount
    /** Taken with this return. */
    readonly amount: number
    readonly taken_in_all: Amount
    readonly because: string
  }[]
  /** After this return. */
  readonly wallet: {
    readonly total: Amount
    readonly open: Amount
    readonly commerce: Amount
    readonly debt: Amount
  } | null
  /** One line for the cashier, in the contact's language. */
  readonly say: string
}

export interface GetPurchaseRewardsQuery {
  readonly type?: 'AWARD' | 'REDEEM' | 'SPEND' | undefined
}

export interface GetPurchaseRewardsReply {
  readonly content: readonly {
    readonly type: 'AWARD' | 'REDEEM' | 'SPEND'
    readonly reward_offer: {
      readonly id: string
      readonly name: string
    } | null
    readonly redeem_method: 'DEFERRED' | 'INSTANT' | null
    readonly spend_method: 'ON_REQUEST' | 'OTP' | 'AUTO_SPEND' | 'INSTANT' | null
    readonly amount: Amount
    readonly currency_code: string
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    } | null
  }[]
}

export interface ExportAccountingQuery {
  /** First day, such as 2026-11-01. Without it, from the first movement. */
  readonly from?: string | Time | undefined
  /** Last day. Without it, today, which is not over. */
  readonly to?: string | Time | undefined
  readonly format?: 'json' | 'csv' | undefined
}

export interface ExportAccountingReply {
  readonly from: string
  readonly to: string
  readonly time_zone: string
  /** true: nothing can change this answer any more. false: a movement of the last minute may still come. */
  readonly final: boolean
  readonly content: readonly {
    /** The same for both sides, and whenever the day is exported. */
    readonly entry: string
    readonly date: string
    readonly currency_code: string
    readonly movement: string
    readonly account: string
    readonly account_code: string
    readonly account_name: string
    readonly debit: Amount
    readonly credit: Amount
  }[]
  readonly totals: readonly {
    readonly currency_code: string
    readonly debit: Amount
    readonly credit: Amount
  }[]
}

export interface GetAwardsReportQuery {
  /** Inside. Without it, from the first movement. */
  readonly from?: number | string | undefined
  /** Outside. Without it, to the end of the present second. */
  readonly to?: number | string | undefined
}

export interface GetAwardsReportReply {
  readonly from: EpochSeconds
  readonly to: EpochSeconds
  /** true: nothing can change this answer any more. false: a movement of the last minute may still come. */
  readonly final: boolean
  readonly content: readonly {
    readonly offer: {
      readonly id: string
      readonly name: string
    }
    readonly currency_code: string
    /** How many were given. */
    readonly awards: number
    /** To how many different ones: the reach. */
    readonly contacts: number
    readonly awarded: Amount
    readonly reversed: Amount
    /** Used at tills or paid out, less what came back. */
    readonly spent: number
    readonly expired: Amount
  }[]
}

export interface GetKeyReportQuery {
  /** How far back. */
  readonly hours?: number | undefined
}

export interface GetKeyReportReply {
  readonly from: EpochSeconds
  /** Keys that asked something; all that they asked is counted. */
  readonly content: readonly {
    readonly api_key_id: string
    readonly requests: number
    readonly refused: number
    /** Hours in which it asked something, the first first. */
    readonly by_hour: readonly {
      readonly hour: EpochSeconds
      readonly requests: number
      readonly refused: number
    }[]
  }[]
}

export interface GetLiabilityQuery {
  /** Without it, now. */
  readonly at?: number | string | undefined
  /** One or more of funder, merchant, offer, pool, expiry, wallet, purchase, with commas between them. */
  readonly by?: string | readonly string[] | undefined
  /** Only its money: an id as the report tells it, or NONE. Without debts, payouts and passes. */
  readonly funder?: 'NONE' | string | undefined
  /** Only its money: an id as the report tells it, or NONE. Without debts, payouts and passes. */
  readonly merchant?: 'NONE' | string | undefined
  /** Only its money: an id as the report tells it, or NONE. Without debts, payouts and passes. */
  readonly offer?: 'NONE' | string | undefined
  /** Only its money: an id as the report tells it, or NONE. Without debts, payouts and passes. */
  readonly pool?: 'NONE' | string | undefined
  /** Only its money: an id as the report tells it, or NONE. Without debts, payouts and passes. */
  readonly wallet?: 'NONE' | string | undefined
  /** Only its money: an id as the report tells it, or NONE. Without debts, payouts and passes. */
  readonly purchase?: 'NONE' | string | undefined
  readonly expiry?:
    | 'EXPIRED'
    | 'ZERO_TO_THIRTY'
    | 'THIRTY_TO_SIXTY'
    | 'SIXTY_TO_NINETY'
    | 'NINETY_PLUS'
    | 'NEVER'
    | undefined
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
}

export interface GetLiabilityReply {
  readonly at: EpochSeconds
  /** The exact instant, ISO 8601. Asked with this, a final answer comes again. */
  readonly instant: string
  /** true: nothing can change this answer any more. false: a movement of the last minute may still come. */
  readonly final: boolean
  readonly totals: readonly {
    readonly currency_code: string
    /** What is owed: available, pending and blocked. */
    readonly liability: number
    readonly available: Amount
    /** Awarded, and available at a later time only. */
    readonly pending: number
    /** Set aside for orders that are not completed yet. */
    readonly blocked: number
    /** Past its expiry and not owed; still in the wallets’ accounts until the expiry is posted. */
    readonly expired_not_posted: number
    /** Sum of the wallets’ accounts: liability and what expired. */
    readonly in_wallets: number
    /** What contacts owe; not taken off the liability. */
    readonly debts: number
    /** Out of the wallets, and to be paid out. */
    readonly payouts_due: number
    /** Paid for passes that can still be redeemed: owed to whoever has them. */
    readonly passes_due: number
    /** Paid for passes that were over and not yet posted as expired. */
    readonly passes_expired_not_posted: number
  }[]
  /** One group for each combination of what `by` names; only those fields are there. */
  readonly content: readonly Liability[]
  readonly paging: Paging
}

export interface GetPayoutReportQuery {
  /** How many, today among them. */
  readonly days?: number | undefined
}

export interface GetPayoutReportReply {
  readonly currency_code: string
  /** Of the business: in it the days are reckoned. */
  readonly time_zone: string
  /** Every day, also one without a payout; the last is today, which is not over. */
  readonly by_day: readonly {
    readonly day: string
    readonly states: readonly {
      readonly state:
        | 'PENDING'
        | 'SENDING'
        | 'SENT'
        | 'PAID'
        | 'FAILED'
        | 'UNKNOWN'
        | 'RETURNED'
        | 'CANCELLED'
        | 'REVERSAL_REQUIRED'
        | 'REVERSED'
      readonly payouts: number
      readonly amount: Amount
    }[]
  }[]
}

export type GetRequestReportQuery = GetKeyReportQuery

export interface GetRequestReportReply {
  readonly from: EpochSeconds
  readonly hours: readonly {
    readonly hour: EpochSeconds
    readonly requests: number
    readonly refused: number
    readonly mean_milliseconds: number
  }[]
  /** Those that are kept, grouped; the one that came last first. */
  readonly refusals: readonly {
    readonly operation: string
    readonly method: string
    readonly path: string
    readonly status: number
    readonly error: string | null
    readonly requests: number
    readonly last_date: EpochSeconds
    readonly last_id: string
  }[]
}

export interface GetSalesReportQuery {
  /** How many, today among them. */
  readonly days?: number | undefined
  /** Only what was sold at this merchant or venue. */
  readonly organisation_id?: string | undefined
}

export interface GetSalesReportReply {
  readonly currency_code: string
  /** Of the business: in it the days are reckoned. */
  readonly time_zone: string
  /** That stand; voided ones are not counted. */
  readonly purchases: number
  /** Different contacts among them. */
  readonly contacts: number
  /** Of those purchases, less what came back of them. */
  readonly sales: number
  /** Less what came back. */
  readonly awarded: number
  /** Less what came back. */
  readonly spent: number
  /** Of the same days: how many receipts were there to be claimed, and were. */
  readonly receipts: {
    /** Purchases that the till sent without a contact. */
    readonly unnamed: number
    /** Of those, claimed by a contact since. */
    readonly claimed: number
    /** Claims made in these days that wait for the till or a person. */
    readonly held: number
  }
  /** Every day, also one without a purchase; the last is today, which is not over. */
  readonly by_day: readonly {
    readonly day: string
    /** That stand; voided ones are not counted. */
    readonly purchases: number
    /** Different contacts among them. */
    readonly contacts: number
    /** Of those purchases, less what came back of them. */
    readonly sales: number
    /** Less what came back. */
    readonly awarded: number
    /** Less what came back. */
    readonly spent: number
  }[]
}

export type GetSettlementReportQuery = GetAwardsReportQuery

export interface GetSettlementReportReply {
  readonly from: EpochSeconds
  readonly to: EpochSeconds
  /** true: nothing can change this answer any more. false: a movement of the last minute may still come. */
  readonly final: boolean
  /**
   * Money of a funder (row) that was used at a merchant (column ACCEPTOR), is paid out by the business
   * (PAYOUTS), repaid a debt that the business bears (DEBTS), was corrected by hand (ADJUSTMENTS) came
   * in from outside (TOP_UPS) or was paid for passes that nobody redeemed yet (PASSES).
   */
  readonly cells: readonly {
    /** Who gave the money; null: nobody, so it is the business’s. */
    readonly funder: {
      readonly id: string
      readonly name: string
    } | null
    readonly column: 'ACCEPTOR' | 'PAYOUTS' | 'DEBTS' | 'ADJUSTMENTS' | 'TOP_UPS' | 'PASSES' | 'TRANSIT'
    readonly organisation: {
      readonly id: string
      readonly name: string
    }
    readonly currency_code: string
    /** What the funder came to owe the organisation. */
    readonly amount: number
  }[]
  /** The sums of the rows, and what else became of each funder’s money. */
  readonly funders: readonly {
    /** Who gave the money; null: nobody, so it is the business’s. */
    readonly funder: {
      readonly id: string
      readonly name: string
    } | null
    readonly currency_code: string
    readonly awarded: Amount
    readonly reversed: Amount
    /** Money that fell back to the funder. */
    readonly expired: number
    /** The sum of the funder’s row. */
    readonly used: number
    /** awarded - reversed - expired - used; what is set aside for orders is still in its wallet. */
    readonly change_in_wallets: number
  }[]
  /** The sums of the columns: each is what the ledger’s accounts moved in the period. */
  readonly columns: readonly {
    readonly column: 'ACCEPTOR' | 'PAYOUTS' | 'DEBTS' | 'ADJUSTMENTS' | 'TOP_UPS' | 'PASSES' | 'TRANSIT'
    readonly organisation: {
      readonly id: string
      readonly name: string
    }
    readonly currency_code: string
    readonly amount: Amount
  }[]
  /** What merchants and the business owe each other. The nets of a currency sum to zero. */
  readonly positions: readonly {
    readonly organisation: {
      readonly id: string
      readonly name: string
    }
    readonly currency_code: string
    readonly receives: Amount
    readonly owes: Amount
    /** To be paid to it; below zero: by it. */
    readonly net: number
  }[]
}

export interface GetWebhookReportQuery {
  /** How far back. */
  readonly hours?: number | undefined
  /** GUID. */
  readonly webhook_endpoint_id?: string | undefined
}

export interface GetWebhookReportReply {
  readonly from: EpochSeconds
  /** Endpoints that were called, or for which something waits. */
  readonly content: readonly {
    readonly webhook_endpoint_id: string
    readonly taken: number
    readonly failed: number
    readonly p95_milliseconds: number | null
    /** Deliveries that were not taken yet. */
    readonly waiting: number
    readonly oldest_waiting_on: EpochSeconds | null
    /** Hours in which it was called, the first first. */
    readonly by_hour: readonly {
      readonly hour: EpochSeconds
      readonly taken: number
      readonly failed: number
      /** So many milliseconds, or fewer, took 95 of 100 tries. */
      readonly p95_milliseconds: number
    }[]
  }[]
}

export interface ListRequestsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly date?: TimeRange | undefined
  readonly outcome?: 'SUCCEEDED' | 'REFUSED' | undefined
  readonly operation?: string | undefined
  /** GUID. */
  readonly api_key_id?: string | undefined
  readonly error?: string | undefined
}

export interface ListRequestsReply {
  readonly content: readonly Request[]
  readonly paging: Paging
}

export interface GetRequestReply {
  /** As in the header Request-Id of its answer. */
  readonly id: string
  readonly date: EpochSeconds
  readonly by_kind: 'KEY' | 'USER' | 'CONTACT'
  readonly api_key_id: string | null
  /** The name of the endpoint, as in this reference. */
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly milliseconds: number
  readonly idempotent_replayed: boolean
  readonly error: string | null
  /** Fields that were refused. A name that the API does not have is shown as “…”. */
  readonly fields: readonly {
    readonly path: string
    readonly code: string
  }[]
  /**
   * Names of the API that the request had, such as `contact.phone`, `products[].sku`, `?page`; never
   * what was sent under them.
   */
  readonly sent: readonly string[]
  /** A request of the same endpoint that went well, to hold it against; null: none is kept. */
  readonly last_good: Request | null
}

export interface GetReturnReply {
  readonly id: string
  readonly reference_number: string | null
  readonly type: 'RETURN' | 'AD_HOC_RETURN'
  readonly date: EpochSeconds
  readonly currency_code: string
  readonly contact: DeleteCommunicationTemplateReply | null
  readonly organisation: DeleteCommunicationTemplateReply
  /** null: ad hoc. */
  readonly purchase: DeleteCommunicationTemplateReply | null
  /** The value of the goods. */
  readonly return_amount: number
  /** Awards taken back. */
  readonly amount: number
  /** Spends and discounts given back. */
  readonly return_spent_amount: number
  readonly debt: Amount
  readonly unmatched_amount: Amount
  readonly purchases: readonly {
    readonly id: string
    readonly return_amount: Amount
    readonly amount: Amount
    readonly return_spent_amount: Amount
  }[]
}

export interface ListRewardEventsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  /** Id, code or any identifier. */
  readonly contact?: string | undefined
  readonly occasion?: 'SIGN_UP' | 'PROFILE' | 'REFERRAL' | 'ACHIEVEMENT' | 'BIRTHDAY' | 'NAME_DAY' | undefined
  readonly reference_number?: string | undefined
}

export interface ListRewardEventsReply {
  readonly content: readonly RewardEvent[]
  readonly paging: Paging
}

export interface GetRewardEventReply {
  readonly id: string
  readonly code: string
  readonly occasion: 'SIGN_UP' | 'PROFILE' | 'REFERRAL' | 'ACHIEVEMENT' | 'BIRTHDAY' | 'NAME_DAY'
  /** The reporter's own; of a referral the friend's id, of a celebration its year. */
  readonly reference_number: string
  readonly contact: DeleteCommercePoolReply
  readonly organisation: {
    readonly id: string
    readonly name: string
  }
  readonly classification: {
    readonly id: string
    readonly code: string
    readonly name: string
  } | null
  readonly amount: Amount | null
  readonly currency_code: string
  /** Zero: no offer gave anything; explain says why. */
  readonly award: number
  readonly awards: readonly {
    readonly amount: Amount
    readonly offer: {
      readonly id: string
      readonly name: string
      readonly version: number
    }
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    }
    readonly expires_on: EpochSeconds | null
    readonly available_on: EpochSeconds
  }[]
  readonly date: EpochSeconds
  readonly created_on: EpochSeconds
  readonly explain: ExplainPurchaseReply
}

export interface ListRewardOffersQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly code?: string | undefined
  readonly state?: 'DRAFT' | 'ACTIVE' | 'INACTIVE' | 'ENDED' | undefined
  readonly type?:
    | 'DISCOUNT'
    | 'BUNDLE'
    | 'HAPPYHOUR'
    | 'LOTTERY'
    | 'ACHIEVEMENT'
    | 'REFER'
    | 'PROFILE'
    | 'SIGNUP'
    | 'GIFT'
    | 'REACH_TIER'
    | undefined
  readonly goal?: 'SPEND' | 'VISITS' | 'MEMBERSHIP' | 'ACHIEVEMENT' | undefined
  /** Id or code of the organisation that pays. */
  readonly funder?: string | undefined
  /** Part of code or name. */
  readonly search_value?: string | undefined
}

export interface ListRewardOffersReply {
  readonly content: readonly RewardOffer[]
  readonly paging: Paging
}

export interface CreateRewardOfferBody {
  readonly name: string
  readonly award:
    | {
        readonly kind: 'PERCENTAGE'
        /** Percent, such as 7.5; at most two decimals. */
        readonly rate: number | string
        /** Most that one purchase is awarded. */
        readonly cap?: number | string | undefined
      }
    | {
        readonly kind: 'FIXED'
        readonly amount: Decimal
      }
    | {
        readonly kind: 'PER_AMOUNT'
        readonly amount: Decimal
        /** Only what is full counts: 29.99 has two full 10.00. */
        readonly every: number | string
        /** Most that one purchase is awarded. */
        readonly cap?: number | string | undefined
      }
    | {
        readonly kind: 'STEPS'
        readonly steps: readonly {
          /** The step is reached with exactly so much; 0 for any purchase. */
          readonly from: number | string
          readonly amount?: Decimal | undefined
          /** Percent, such as 7.5; at most two decimals. */
          readonly rate?: number | string | undefined
          /** With a rate: most that one purchase is awarded. */
          readonly cap?: number | string | undefined
        }[]
      }
    | {
        readonly kind: 'PRODUCT'
        /** Of which pieces are given; without it, of all that qualifies. */
        readonly products?:
          | readonly {
              /** PRODUCT is another word for SKU. */
              readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE' | 'PRODUCT'
              /** The SKU, or the code of the family, brand or type. */
              readonly code: string
            }[]
          | undefined
        /** Pieces that are given each time. */
        readonly quantity?: number | string | undefined
        /** With 3, and quantity 1: of each full three that are bought, one is given. */
        readonly for_every?: number | string | undefined
        readonly pick?: 'CHEAPEST' | 'DEAREST' | undefined
        /** Percent of the price that is given. */
        readonly rate?: number | string | undefined
        /** Most that one purchase is awarded. */
        readonly cap?: number | string | undefined
      }
  readonly state?: 'DRAFT' | 'ACTIVE' | undefined
  readonly code?: string | undefined
  readonly description?: string | null | undefined
  readonly goal?: 'SPEND' | 'VISITS' | 'MEMBERSHIP' | 'ACHIEVEMENT' | undefined
  /** Without it: HAPPYHOUR with timings, else DISCOUNT. */
  readonly type?:
    | 'DISCOUNT'
    | 'BUNDLE'
    | 'HAPPYHOUR'
    | 'LOTTERY'
    | 'ACHIEVEMENT'
    | 'REFER'
    | 'PROFILE'
    | 'SIGNUP'
    | 'GIFT'
    | 'REACH_TIER'
    | undefined
  readonly availability?:
    | {
        /** First instant; without it, at once. */
        readonly from?: Time | null | undefined
        /** First instant that is too late; without it, for ever. */
        readonly to?: Time | null | undefined
      }
    | null
    | undefined
  /** All must hold; without any, every purchase earns. */
  readonly conditions?:
    | readonly (
        | {
            readonly kind: 'TIMINGS'
            readonly timings: readonly {
              /** 1 = Sunday … 7 = Saturday. */
              readonly days?: readonly number[] | undefined
              readonly day?: number | undefined
              readonly months?: readonly number[] | undefined
              readonly month?: number | undefined
              readonly start_time?: string | undefined
              readonly end_time?: string | undefined
            }[]
          }
        | {
            readonly kind: 'AMOUNT'
            readonly minimum?: Decimal | undefined
            readonly maximum?: Decimal | undefined
          }
        | {
            readonly kind: 'CHANNELS'
            /** Such as POS or ONLINE; capitals do not matter. */
            readonly channels: readonly string[]
          }
        | {
            readonly kind: 'CLASSIFICATIONS'
            /** Codes of classifications of purchases or achievements. */
            readonly classifications: readonly string[]
          }
        | {
            readonly kind: 'PASS'
            readonly pass_plans: readonly {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }[]
          }
        | {
            readonly kind: 'MEMBER_SINCE'
            /** Bought less than so many days after signing up. */
            readonly within_days?: number | undefined
            /** Signed up before this time. */
            readonly before?: number | string | undefined
            /** Signed up at this time or later. */
            readonly from?: number | string | undefined
          }
        | {
            readonly kind: 'ORGANISATIONS'
            readonly organisations: readonly {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }[]
          }
        | {
            readonly kind: 'TIERS'
            readonly tiers: readonly {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }[]
            /** true: higher tiers will do as well. */
            readonly or_above?: boolean | undefined
            /** true: the purchase must reach one of the tiers; false: the contact must be in one. */
            readonly reached?: boolean | undefined
          }
        | {
            readonly kind: 'SEGMENTS'
            readonly any_of?: readonly string[] | undefined
            readonly none_of?: readonly string[] | undefined
          }
        | {
            readonly kind: 'PAYMENT'
            /** First digits that payment_medium_identifier has. */
            readonly mediums?: readonly string[] | undefined
            /** Types of tender, such as CASH or CARD; capitals do not matter. */
            readonly tenders?: readonly string[] | undefined
          }
        | {
            readonly kind: 'OCCASION'
            readonly occasion: 'BIRTHDAY' | 'NAME_DAY'
            /** The day itself, its week from Monday to Sunday, or its month. */
            readonly during?: 'DAY' | 'WEEK' | 'MONTH' | undefined
            /** With DAY: as well so many days before it. */
            readonly days_before?: number | undefined
            /** With DAY: as well so many days after it. */
            readonly days_after?: number | undefined
          }
        | {
            readonly kind: 'PRODUCTS'
            readonly products: readonly {
              /** PRODUCT is another word for SKU. */
              readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE' | 'PRODUCT'
              /** The SKU, or the code of the family, brand or type. */
              readonly code: string
            }[]
            readonly except?:
              | readonly {
                  /** PRODUCT is another word for SKU. */
                  readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE' | 'PRODUCT'
                  /** The SKU, or the code of the family, brand or type. */
                  readonly code: string
                }[]
              | undefined
            readonly minimum_quantity?: Decimal | undefined
            readonly minimum_amount?: Decimal | undefined
          }
        | {
            readonly kind: 'BUNDLE'
            readonly items: readonly {
              readonly products: readonly {
                /** PRODUCT is another word for SKU. */
                readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE' | 'PRODUCT'
                /** The SKU, or the code of the family, brand or type. */
                readonly code: string
              }[]
              /** Pieces of any of the products that one bundle takes. */
              readonly quantity: number | string
            }[]
            /** true: a fixed amount or free pieces are given once for every whole bundle. */
            readonly repeats?: boolean | undefined
          }
        | {
            readonly kind: 'LOTTERY'
            /** 100: one purchase of a hundred wins. */
            readonly one_in: number
          }
      )[]
    | null
    | undefined
  /** Only members of this scheme are judged; without it everybody. */
  readonly scheme?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
      }
    | null
    | undefined
  /** A goal that several purchases reach together. */
  readonly progress?:
    | {
        /** Money spent, purchases made, or pieces bought. */
        readonly of: 'AMOUNT' | 'VISITS' | 'QUANTITY'
        readonly target: Decimal
        readonly period?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER' | undefined
        readonly per?: 'CONTACT' | 'EVERYONE' | undefined
        /** true: each time that the target is reached; false: once in the period. */
        readonly repeats?: boolean | undefined
        /** true: the award is reckoned on all that was counted, not on the last purchase alone. */
        readonly on_accumulated?: boolean | undefined
      }
    | null
    | undefined
  /** DEFERRED: back to the wallet; INSTANT: off the price of this purchase. */
  readonly redeem_method?: 'DEFERRED' | 'INSTANT' | undefined
  /** true: the award is reckoned as if the till's discount had not been given. */
  readonly before_discounts?: boolean | undefined
  /** Of a group only the best offer is awarded, beside those of other groups. */
  readonly exclusive_group?: string | null | undefined
  /** The award can be spent only after so long. */
  readonly available_after?:
    | {
        readonly count: number
        readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
      }
    | null
    | undefined
  /** With tax (GROSS, the default) or before it. */
  readonly award_base?: 'GROSS' | 'NET' | undefined
  /** Where the award may be spent; without it, the default pool. */
  readonly commerce_pool?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
      }
    | null
    | undefined
  /** Without it, the pool's validity. */
  readonly expires_after?:
    | {
        readonly count: number
        readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
      }
    | null
    | undefined
  /** Who pays; without it, the business. */
  readonly funder?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
      }
    | null
    | undefined
  /**
   * When goods come back. PRO_RATA (the default): their share of the award is taken. KEEP: nothing is,
   * until the last of the goods that earned it. REJUDGE: this version of the offer is judged again on
   * what is left, and what is too much is taken.
   */
  readonly return_policy?: 'KEEP' | 'PRO_RATA' | 'REJUDGE' | undefined
  readonly limits?:
    | {
        /** Most that all awards together may be. */
        readonly budget?: number | string | undefined
        /** Of all contacts together in a period. */
        readonly per_period?:
          | {
              readonly amount?: Decimal | undefined
              readonly uses?: number | undefined
              readonly period?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER' | undefined
            }
          | undefined
        readonly per_contact?:
          | {
              readonly amount?: Decimal | undefined
              readonly uses?: number | undefined
              readonly period?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER' | undefined
            }
          | undefined
        /** At one venue; at the merchant where no venue is named. */
        readonly per_venue?:
          | {
              readonly amount?: Decimal | undefined
              readonly uses?: number | undefined
              readonly period?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER' | undefined
            }
          | undefined
      }
    | null
    | undefined
  /** Higher first; 0 without it. */
  readonly priority?: number | undefined
  /** true: always awarded; false: only the best of such offers is. */
  readonly on_top?: boolean | undefined
}

export type CreateRewardOfferReply = RewardOffer

export interface EvaluateRewardOffersBody {
  readonly facts: {
    readonly occasion?:
      | 'PURCHASE'
      | 'SIGN_UP'
      | 'PROFILE'
      | 'REFERRAL'
      | 'ACHIEVEMENT'
      | 'BIRTHDAY'
      | 'NAME_DAY'
      | undefined
    /** ISO 8601 with its offset. */
    readonly at: string
    readonly place: {
      /** GUID in lower case, with dashes. */
      readonly merchant: string
      /** GUID in lower case, with dashes. */
      readonly venue?: string | undefined
      readonly name: string
      /** By whose wall clock days and hours are read. */
      readonly zone: string
    }
    readonly contact: {
      /** GUID in lower case, with dashes. */
      readonly id: string
      readonly segments?: readonly string[] | undefined
      /** In which the contact takes part. */
      readonly schemes?: readonly string[] | undefined
      readonly birthday?: string | undefined
      readonly name_day?: string | undefined
      /** When the contact signed up. */
      readonly since: string
    }
    /** Of a purchase, the sum of its lines; alone, it is one line of unknown goods. Else what it is worth. */
    readonly total?: string | undefined
    /** What the till took off the whole before the total. */
    readonly discount?: string | undefined
    readonly lines?:
      | readonly {
          /** Empty for what is not known. */
          readonly sku: string
          /** The SKU of the product that this one was merged into. */
          readonly leads_to?: string | undefined
          readonly family?: string | undefined
          readonly brand?: string | undefined
          readonly type?: string | undefined
          /** Decimal text with at most four decimals. */
          readonly quantity?: string | undefined
          /** What the whole line costs, tax included. */
          readonly gross: string
          /** The same before tax; without it there is no tax. */
          readonly net?: string | undefined
          /** false for tips, fees, gift cards and the like. */
          readonly earns?: boolean | undefined
        }[]
      | undefined
    /** What the wallet pays of each line; discounts are taken off by the evaluation. */
    readonly paid?: readonly string[] | undefined
    /** The contact pays in full (back-end reduction): what the wallet pays and discounts earn as well. */
    readonly paid_in_full?: boolean | undefined
    readonly classification?: string | undefined
    readonly channel?: string | undefined
    /** First digits of the card. */
    readonly payment_medium?: string | undefined
    readonly tenders?: readonly string[] | undefined
    /** The bill of which this is a part, and its whole. */
    readonly bill?:
      | {
          readonly reference: string
          /** Decimal text such as "12.50", with no more decimals than the currency has. */
          readonly total: string
        }
      | undefined
    readonly pass?:
      | {
          /** GUID in lower case, with dashes. */
          readonly id: string
          /** GUID in lower case, with dashes. */
          readonly plan: string
          readonly code: string
          readonly most_uses?: number | undefined
          readonly most_uses_per_contact?: number | undefined
        }
      | undefined
    /** What lotteries draw from; without it nothing is drawn and nobody wins. */
    readonly luck?: number | undefined
    readonly counters?:
      | readonly {
          /** As `counted` has it; not looked at. */
          readonly of?: string | undefined
          /** As `counted` has it; not looked at. */
          readonly offer?: string | null | undefined
          readonly owner: string
          readonly subject: string
          readonly period: string
          /** Minor units, ten-thousandths of pieces, or times: whole digits. */
          readonly amount: string
          readonly uses: number
        }[]
      | undefined
  }
  /**
   * The text of a rule book, by which it is judged instead of by the live offers: one that a till kept,
   * or that of a published vector.
   */
  readonly book?: string | undefined
}

export interface EvaluateRewardOffersReply {
  /** Off the price of this purchase. */
  readonly discounts: readonly {
    readonly offer: string
    readonly version: number
    readonly redeem?: 'INSTANT' | undefined
    /** What the award is a share of. */
    readonly base: number
    /** What each line makes up of the base. */
    readonly bases: readonly Amount[]
    readonly rule: {
      readonly kind: string
    }
    /** The formula with its values, such as "5 % of 12.00 EUR". */
    readonly says: string
    readonly times?: number | undefined
    readonly progress?:
      | {
          readonly of: string
          readonly target: number
          readonly before: number
          readonly added: number
          readonly granted: number
          readonly due: number
          readonly repeats: boolean
          readonly on_accumulated: boolean
        }
      | undefined
    readonly billed?: Amount | undefined
    readonly units?:
      | readonly {
          readonly line: number
          readonly taken: number
          readonly of: number
          readonly base: Amount
        }[]
      | undefined
    /** Before any limit. */
    readonly reckoned: number
    readonly limit?:
      | {
          readonly name: string
          readonly used: number
          readonly most: number
        }
      | undefined
    readonly amount: Amount
    /** Of each line; they sum to the amount. */
    readonly shares: readonly Amount[]
  }[]
  /** Back to the wallet. */
  readonly awards: readonly {
    readonly offer: string
    readonly version: number
    readonly redeem?: 'INSTANT' | undefined
    /** What the award is a share of. */
    readonly base: number
    /** What each line makes up of the base. */
    readonly bases: readonly Amount[]
    readonly rule: {
      readonly kind: string
    }
    /** The formula with its values, such as "5 % of 12.00 EUR". */
    readonly says: string
    readonly times?: number | undefined
    readonly progress?:
      | {
          readonly of: string
          readonly target: number
          readonly before: number
          readonly added: number
          readonly granted: number
          readonly due: number
          readonly repeats: boolean
          readonly on_accumulated: boolean
        }
      | undefined
    readonly billed?: Amount | undefined
    readonly units?:
      | readonly {
          readonly line: number
          readonly taken: number
          readonly of: number
          readonly base: Amount
        }[]
      | undefined
    /** Before any limit. */
    readonly reckoned: number
    readonly limit?:
      | {
          readonly name: string
          readonly used: number
          readonly most: number
        }
      | undefined
    readonly amount: Amount
    /** Of each line; they sum to the amount. */
    readonly shares: readonly Amount[]
  }[]
  /** Offers that were looked at and gave nothing. */
  readonly refused: readonly {
    readonly offer: string
    readonly version: number
    readonly condition: string
    readonly seen: string
    readonly needed: string
  }[]
  readonly near_misses: readonly {
    readonly offer: string
    readonly version: number
    readonly says: string
    readonly add: {
      readonly amount?: Amount | undefined
      readonly quantity?: number | undefined
    }
    readonly line: number | null
    readonly amount: Amount
  }[]
  /** What it adds to counters; may be sent with `counters` of later facts. */
  readonly counted: readonly {
    readonly of: 'LIMIT' | 'GOAL' | 'TIER'
    readonly offer: string | null
    readonly owner: string
    readonly subject: string
    readonly period: string
    readonly amount: string
    readonly uses: number
  }[]
  readonly total_award: Amount
  readonly left_to_pay: Amount
}

export interface ReplayLiveOffersBody {
  /** First time of purchase; without it, all history. */
  readonly from?: number | string | undefined
  /** First time of purchase that is too late. */
  readonly to?: number | string | undefined
}

export type ReplayLiveOffersReply = GetProcessReply

export interface GetRewardOfferRuleBookReply {
  /** Which state of the configuration it holds; an equal one has equal rules. */
  readonly revision?: string | undefined
  /** GUID in lower case, with dashes. */
  readonly business: string
  /** In whose calendar limits, goals and tiers count. */
  readonly business_zone: string
  readonly currency: string
  readonly offers: readonly {
    /** GUID in lower case, with dashes. */
    readonly id: string
    readonly code: string
    readonly version: number
    readonly terms: {
      readonly name: string
      readonly description?: string | undefined
      readonly goal: 'SPEND' | 'VISITS' | 'MEMBERSHIP' | 'ACHIEVEMENT'
      readonly type:
        | 'DISCOUNT'
        | 'BUNDLE'
        | 'HAPPYHOUR'
        | 'LOTTERY'
        | 'ACHIEVEMENT'
        | 'REFER'
        | 'PROFILE'
        | 'SIGNUP'
        | 'GIFT'
        | 'REACH_TIER'
      readonly scheme?:
        | {
            readonly id: string
            readonly name?: string | undefined
          }
        | undefined
      readonly availability: {
        readonly from?: number | undefined
        readonly to?: number | undefined
      }
      readonly conditions: readonly (
        | {
            readonly kind: 'TIMINGS'
            readonly timings: readonly {
              readonly days?: readonly number[] | undefined
              readonly months?: readonly number[] | undefined
              readonly start_time?: string | undefined
              readonly end_time?: string | undefined
            }[]
          }
        | {
            readonly kind: 'AMOUNT'
            readonly minimum?: string | undefined
            readonly maximum?: string | undefined
          }
        | {
            readonly kind: 'CHANNELS'
            readonly channels: readonly string[]
          }
        | {
            readonly kind: 'CLASSIFICATIONS'
            readonly classifications: readonly string[]
          }
        | {
            readonly kind: 'PASS'
            readonly pass_plans: readonly {
              readonly id: string
              readonly name?: string | undefined
            }[]
          }
        | {
            readonly kind: 'MEMBER_SINCE'
            readonly within_days?: number | undefined
            readonly before?: number | undefined
            readonly from?: number | undefined
          }
        | {
            readonly kind: 'ORGANISATIONS'
            readonly organisations: readonly {
              readonly id: string
              readonly name?: string | undefined
            }[]
          }
        | {
            readonly kind: 'TIERS'
            readonly tiers: readonly {
              readonly id: string
              readonly name?: string | undefined
            }[]
            readonly or_above: boolean
            readonly reached: boolean
          }
        | {
            readonly kind: 'SEGMENTS'
            readonly any_of?: readonly string[] | undefined
            readonly none_of?: readonly string[] | undefined
          }
        | {
            readonly kind: 'PAYMENT'
            readonly mediums?: readonly string[] | undefined
            readonly tenders?: readonly string[] | undefined
          }
        | {
            readonly kind: 'OCCASION'
            readonly occasion: 'BIRTHDAY' | 'NAME_DAY'
            readonly during: 'DAY' | 'WEEK' | 'MONTH'
            readonly days_before?: number | undefined
            readonly days_after?: number | undefined
          }
        | {
            readonly kind: 'PRODUCTS'
            readonly products: readonly {
              readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
              readonly code: string
            }[]
            readonly except?:
              | readonly {
                  readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
                  readonly code: string
                }[]
              | undefined
            readonly minimum_quantity?: string | undefined
            readonly minimum_amount?: string | undefined
          }
        | {
            readonly kind: 'BUNDLE'
            readonly items: readonly {
              readonly products: readonly {
                readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
                readonly code: string
              }[]
              readonly quantity: string
            }[]
            readonly repeats: boolean
          }
        | {
            readonly kind: 'LOTTERY'
            readonly one_in: number
          }
      )[]
      readonly progress?:
        | {
            readonly of: 'AMOUNT' | 'VISITS' | 'QUANTITY'
            readonly target: string
            readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
            readonly per: 'CONTACT' | 'EVERYONE'
            readonly repeats: boolean
            readonly on_accumulated: boolean
          }
        | undefined
      readonly award:
        | {
            readonly kind: 'PERCENTAGE'
            readonly basis_points: number
            readonly cap?: string | undefined
          }
        | {
            readonly kind: 'FIXED'
            readonly amount: string
          }
        | {
            readonly kind: 'PER_AMOUNT'
            readonly amount: string
            readonly every: string
            readonly cap?: string | undefined
          }
        | {
            readonly kind: 'STEPS'
            readonly steps: readonly {
              readonly from: string
              readonly amount?: string | undefined
              readonly basis_points?: number | undefined
              readonly cap?: string | undefined
            }[]
          }
        | {
            readonly kind: 'PRODUCT'
            readonly products?:
              | readonly {
                  readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
                  readonly code: string
                }[]
              | undefined
            readonly quantity: string
            readonly for_every?: string | undefined
            readonly pick: 'CHEAPEST' | 'DEAREST'
            readonly basis_points: number
            readonly cap?: string | undefined
          }
      readonly redeem_method?: 'DEFERRED' | 'INSTANT' | undefined
      readonly base: 'GROSS' | 'NET'
      readonly before_discounts?: boolean | undefined
      readonly commerce_pool_id: string
      readonly expires_after?:
        | {
            readonly count: number
            readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
          }
        | undefined
      readonly available_after?:
        | {
            readonly count: number
            readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
          }
        | undefined
      readonly funder_id: string
      readonly return_policy?: 'KEEP' | 'PRO_RATA' | 'REJUDGE' | undefined
      readonly limits: {
        readonly budget?: string | undefined
        readonly per_period?:
          | {
              readonly amount?: string | undefined
              readonly uses?: number | undefined
              readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
            }
          | undefined
        readonly per_contact?:
          | {
              readonly amount?: string | undefined
              readonly uses?: number | undefined
              readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
            }
          | undefined
        readonly per_venue?:
          | {
              readonly amount?: string | undefined
              readonly uses?: number | undefined
              readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
            }
          | undefined
      }
      readonly priority: number
      readonly on_top: boolean
      readonly exclusive_group?: string | undefined
    }
  }[]
  readonly tiers?:
    | {
        /** Units for one unit of the currency (a euro), in ten-thousandths: 10000 is one unit. */
        readonly units_per: string
        readonly period: 'MONTH' | 'QUARTER' | 'YEAR' | 'EVER'
        /** From the lowest to the highest. */
        readonly tiers: readonly {
          /** GUID in lower case, with dashes. */
          readonly id: string
          readonly code: string
          readonly name: string
          readonly units: string
        }[]
      }
    | undefined
}

export type GetRewardOfferReply = RewardOffer

export interface UpdateRewardOfferBody {
  readonly name?: string | undefined
  readonly award?:
    | {
        readonly kind: 'PERCENTAGE'
        /** Percent, such as 7.5; at most two decimals. */
        readonly rate: number | string
        /** Most that one purchase is awarded. */
        readonly cap?: number | string | undefined
      }
    | {
        readonly kind: 'FIXED'
        readonly amount: Decimal
      }
    | {
        readonly kind: 'PER_AMOUNT'
        readonly amount: Decimal
        /** Only what is full counts: 29.99 has two full 10.00. */
        readonly every: number | string
        /** Most that one purchase is awarded. */
        readonly cap?: number | string | undefined
      }
    | {
        readonly kind: 'STEPS'
        readonly steps: readonly {
          /** The step is reached with exactly so much; 0 for any purchase. */
          readonly from: number | string
          readonly amount?: Decimal | undefined
          /** Percent, such as 7.5; at most two decimals. */
          readonly rate?: number | string | undefined
          /** With a rate: most that one purchase is awarded. */
          readonly cap?: number | string | undefined
        }[]
      }
    | {
        readonly kind: 'PRODUCT'
        /** Of which pieces are given; without it, of all that qualifies. */
        readonly products?:
          | readonly {
              /** PRODUCT is another word for SKU. */
              readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE' | 'PRODUCT'
              /** The SKU, or the code of the family, brand or type. */
              readonly code: string
            }[]
          | undefined
        /** Pieces that are given each time. */
        readonly quantity?: number | string | undefined
        /** With 3, and quantity 1: of each full three that are bought, one is given. */
        readonly for_every?: number | string | undefined
        readonly pick?: 'CHEAPEST' | 'DEAREST' | undefined
        /** Percent of the price that is given. */
        readonly rate?: number | string | undefined
        /** Most that one purchase is awarded. */
        readonly cap?: number | string | undefined
      }
    | undefined
  readonly code?: string | undefined
  readonly description?: string | null | undefined
  readonly goal?: 'SPEND' | 'VISITS' | 'MEMBERSHIP' | 'ACHIEVEMENT' | undefined
  /** Without it: HAPPYHOUR with timings, else DISCOUNT. */
  readonly type?:
    | 'DISCOUNT'
    | 'BUNDLE'
    | 'HAPPYHOUR'
    | 'LOTTERY'
    | 'ACHIEVEMENT'
    | 'REFER'
    | 'PROFILE'
    | 'SIGNUP'
    | 'GIFT'
    | 'REACH_TIER'
    | undefined
  readonly availability?:
    | {
        /** First instant; without it, at once. */
        readonly from?: Time | null | undefined
        /** First instant that is too late; without it, for ever. */
        readonly to?: Time | null | undefined
      }
    | null
    | undefined
  /** All must hold; without any, every purchase earns. */
  readonly conditions?:
    | readonly (
        | {
            readonly kind: 'TIMINGS'
            readonly timings: readonly {
              /** 1 = Sunday … 7 = Saturday. */
              readonly days?: readonly number[] | undefined
              readonly day?: number | undefined
              readonly months?: readonly number[] | undefined
              readonly month?: number | undefined
              readonly start_time?: string | undefined
              readonly end_time?: string | undefined
            }[]
          }
        | {
            readonly kind: 'AMOUNT'
            readonly minimum?: Decimal | undefined
            readonly maximum?: Decimal | undefined
          }
        | {
            readonly kind: 'CHANNELS'
            /** Such as POS or ONLINE; capitals do not matter. */
            readonly channels: readonly string[]
          }
        | {
            readonly kind: 'CLASSIFICATIONS'
            /** Codes of classifications of purchases or achievements. */
            readonly classifications: readonly string[]
          }
        | {
            readonly kind: 'PASS'
            readonly pass_plans: readonly {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }[]
          }
        | {
            readonly kind: 'MEMBER_SINCE'
            /** Bought less than so many days after signing up. */
            readonly within_days?: number | undefined
            /** Signed up before this time. */
            readonly before?: number | string | undefined
            /** Signed up at this time or later. */
            readonly from?: number | string | undefined
          }
        | {
            readonly kind: 'ORGANISATIONS'
            readonly organisations: readonly {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }[]
          }
        | {
            readonly kind: 'TIERS'
            readonly tiers: readonly {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }[]
            /** true: higher tiers will do as well. */
            readonly or_above?: boolean | undefined
            /** true: the purchase must reach one of the tiers; false: the contact must be in one. */
            readonly reached?: boolean | undefined
          }
        | {
            readonly kind: 'SEGMENTS'
            readonly any_of?: readonly string[] | undefined
            readonly none_of?: readonly string[] | undefined
          }
        | {
            readonly kind: 'PAYMENT'
            /** First digits that payment_medium_identifier has. */
            readonly mediums?: readonly string[] | undefined
            /** Types of tender, such as CASH or CARD; capitals do not matter. */
            readonly tenders?: readonly string[] | undefined
          }
        | {
            readonly kind: 'OCCASION'
            readonly occasion: 'BIRTHDAY' | 'NAME_DAY'
            /** The day itself, its week from Monday to Sunday, or its month. */
            readonly during?: 'DAY' | 'WEEK' | 'MONTH' | undefined
            /** With DAY: as well so many days before it. */
            readonly days_before?: number | undefined
            /** With DAY: as well so many days after it. */
            readonly days_after?: number | undefined
          }
        | {
            readonly kind: 'PRODUCTS'
            readonly products: readonly {
              /** PRODUCT is another word for SKU. */
              readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE' | 'PRODUCT'
              /** The SKU, or the code of the family, brand or type. */
              readonly code: string
            }[]
            readonly except?:
              | readonly {
                  /** PRODUCT is another word for SKU. */
                  readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE' | 'PRODUCT'
                  /** The SKU, or the code of the family, brand or type. */
                  readonly code: string
                }[]
              | undefined
            readonly minimum_quantity?: Decimal | undefined
            readonly minimum_amount?: Decimal | undefined
          }
        | {
            readonly kind: 'BUNDLE'
            readonly items: readonly {
              readonly products: readonly {
                /** PRODUCT is another word for SKU. */
                readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE' | 'PRODUCT'
                /** The SKU, or the code of the family, brand or type. */
                readonly code: string
              }[]
              /** Pieces of any of the products that one bundle takes. */
              readonly quantity: number | string
            }[]
            /** true: a fixed amount or free pieces are given once for every whole bundle. */
            readonly repeats?: boolean | undefined
          }
        | {
            readonly kind: 'LOTTERY'
            /** 100: one purchase of a hundred wins. */
            readonly one_in: number
          }
      )[]
    | null
    | undefined
  /** Only members of this scheme are judged; without it everybody. */
  readonly scheme?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
      }
    | null
    | undefined
  /** A goal that several purchases reach together. */
  readonly progress?:
    | {
        /** Money spent, purchases made, or pieces bought. */
        readonly of: 'AMOUNT' | 'VISITS' | 'QUANTITY'
        readonly target: Decimal
        readonly period?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER' | undefined
        readonly per?: 'CONTACT' | 'EVERYONE' | undefined
        /** true: each time that the target is reached; false: once in the period. */
        readonly repeats?: boolean | undefined
        /** true: the award is reckoned on all that was counted, not on the last purchase alone. */
        readonly on_accumulated?: boolean | undefined
      }
    | null
    | undefined
  /** DEFERRED: back to the wallet; INSTANT: off the price of this purchase. */
  readonly redeem_method?: 'DEFERRED' | 'INSTANT' | undefined
  /** true: the award is reckoned as if the till's discount had not been given. */
  readonly before_discounts?: boolean | undefined
  /** Of a group only the best offer is awarded, beside those of other groups. */
  readonly exclusive_group?: string | null | undefined
  /** The award can be spent only after so long. */
  readonly available_after?:
    | {
        readonly count: number
        readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
      }
    | null
    | undefined
  /** With tax (GROSS, the default) or before it. */
  readonly award_base?: 'GROSS' | 'NET' | undefined
  /** Where the award may be spent; without it, the default pool. */
  readonly commerce_pool?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
      }
    | null
    | undefined
  /** Without it, the pool's validity. */
  readonly expires_after?:
    | {
        readonly count: number
        readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
      }
    | null
    | undefined
  /** Who pays; without it, the business. */
  readonly funder?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
      }
    | null
    | undefined
  /**
   * When goods come back. PRO_RATA (the default): their share of the award is taken. KEEP: nothing is,
   * until the last of the goods that earned it. REJUDGE: this version of the offer is judged again on
   * what is left, and what is too much is taken.
   */
  readonly return_policy?: 'KEEP' | 'PRO_RATA' | 'REJUDGE' | undefined
  readonly limits?:
    | {
        /** Most that all awards together may be. */
        readonly budget?: number | string | undefined
        /** Of all contacts together in a period. */
        readonly per_period?:
          | {
              readonly amount?: Decimal | undefined
              readonly uses?: number | undefined
              readonly period?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER' | undefined
            }
          | undefined
        readonly per_contact?:
          | {
              readonly amount?: Decimal | undefined
              readonly uses?: number | undefined
              readonly period?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER' | undefined
            }
          | undefined
        /** At one venue; at the merchant where no venue is named. */
        readonly per_venue?:
          | {
              readonly amount?: Decimal | undefined
              readonly uses?: number | undefined
              readonly period?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER' | undefined
            }
          | undefined
      }
    | null
    | undefined
  /** Higher first; 0 without it. */
  readonly priority?: number | undefined
  /** true: always awarded; false: only the best of such offers is. */
  readonly on_top?: boolean | undefined
}

export type UpdateRewardOfferReply = RewardOffer

export type DeleteRewardOfferReply = DeleteCommunicationTemplateReply

export interface SetRewardOfferAwardsBody {
  readonly awards: readonly {
    readonly amount: Decimal
    readonly amount_type: 'FIXED' | 'PERCENTAGE'
    readonly currency?: string | undefined
  }[]
}

export type SetRewardOfferAwardsReply = RewardOffer

export interface SetRewardOfferStateBody {
  readonly life_cycle_state: 'ACTIVE' | 'INACTIVE' | 'ENDED'
}

export type SetRewardOfferStateReply = RewardOffer

export type PutRewardOfferStateBody = SetRewardOfferStateBody

export type PutRewardOfferStateReply = RewardOffer

export interface LintRewardOfferReply {
  readonly offer: {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly version: number
  }
  /** The whole offer in words, in the language that Accept-Language asks for. */
  readonly sentence: string
  /** The gravest first; none is as it should be. */
  readonly findings: readonly {
    readonly code:
      | 'NEVER_FIRES'
      | 'UNKNOWN_NAME'
      | 'ALWAYS_FIRES'
      | 'MASKED'
      | 'PAYS_MORE_THAN_BASKET'
      | 'FARMABLE'
      | 'LOST_HOUR'
      | 'DOUBLED_HOUR'
    readonly severity: 'ERROR' | 'WARNING' | 'NOTICE'
    readonly says: string
    readonly counter_example: {
      /** Judge them again and the same comes out. */
      readonly baskets: readonly {
        readonly occasion:
          | 'PURCHASE'
          | 'SIGN_UP'
          | 'PROFILE'
          | 'REFERRAL'
          | 'ACHIEVEMENT'
          | 'BIRTHDAY'
          | 'NAME_DAY'
        readonly organisation: {
          readonly id: string
          readonly name: string
        }
        /** On the clock of the place, ISO 8601 with its offset. */
        readonly local_time: string
        readonly time_zone: string
        readonly contact: {
          readonly segments: readonly string[]
          readonly schemes: readonly string[]
          readonly tier: string | null
          readonly tiers_reached: readonly string[]
          readonly birthday: string | null
          readonly name_day: string | null
          readonly signed_up_on: EpochSeconds
        }
        readonly channel: string | null
        readonly classification: string | null
        readonly payment_medium_identifier: string | null
        readonly tender: readonly string[]
        readonly pass_plan: string | null
        readonly products: readonly {
          /** null: of anything that nobody has entered. */
          readonly sku: string | null
          readonly family: string | null
          readonly brand: string | null
          readonly type: string | null
          readonly quantity: number
          readonly total: Amount
          readonly earns: boolean
        }[]
        readonly transaction_amounts: {
          readonly total: Amount
          readonly discount: Amount
        }
        readonly awards: readonly {
          readonly offer: {
            readonly id: string
            readonly code: string
            readonly name: string
            readonly version: number
          }
          readonly amount: Amount
          readonly says: string
        }[]
        readonly total_award: Amount
        readonly refused: readonly {
          readonly offer: {
            readonly id: string
            readonly code: string
            readonly name: string
            readonly version: number
          }
          readonly condition: string
          readonly seen: string
          readonly needed: string
        }[]
      }[]
      /** For what can be farmed: what somebody would do. */
      readonly steps: readonly {
        /** HAPPEN: what is not a purchase. */
        readonly does: 'BUY' | 'GIVE_BACK' | 'HAPPEN'
        /** Names the purchase among the steps. */
        readonly purchase: string
        /** Of the goods bought or given back. */
        readonly amount: number
        /** Given for what was bought, or taken back: then below zero. */
        readonly award: number
        readonly basket: {
          readonly occasion:
            | 'PURCHASE'
            | 'SIGN_UP'
            | 'PROFILE'
            | 'REFERRAL'
            | 'ACHIEVEMENT'
            | 'BIRTHDAY'
            | 'NAME_DAY'
          readonly organisation: {
            readonly id: string
            readonly name: string
          }
          /** On the clock of the place, ISO 8601 with its offset. */
          readonly local_time: string
          readonly time_zone: string
          readonly contact: {
            readonly segments: readonly string[]
            readonly schemes: readonly string[]
            readonly tier: string | null
            readonly tiers_reached: readonly string[]
            readonly birthday: string | null
            readonly name_day: string | null
            readonly signed_up_on: EpochSeconds
          }
          readonly channel: string | null
          readonly classification: string | null
          readonly payment_medium_identifier: string | null
          readonly tender: readonly string[]
          readonly pass_plan: string | null
          readonly products: readonly {
            /** null: of anything that nobody has entered. */
            readonly sku: string | null
            readonly family: string | null
            readonly brand: string | null
            readonly type: string | null
            readonly quantity: number
            readonly total: Amount
            readonly earns: boolean
          }[]
          readonly transaction_amounts: {
            readonly total: Amount
            readonly discount: Amount
          }
          readonly awards: readonly {
            readonly offer: {
              readonly id: string
              readonly code: string
              readonly name: string
              readonly version: number
            }
            readonly amount: Amount
            readonly says: string
          }[]
          readonly total_award: Amount
          readonly refused: readonly {
            readonly offer: {
              readonly id: string
              readonly code: string
              readonly name: string
              readonly version: number
            }
            readonly condition: string
            readonly seen: string
            readonly needed: string
          }[]
        } | null
      }[]
      /** What is left after the steps: goods for so much, and so much awarded. */
      readonly kept: {
        readonly goods: Amount
        readonly award: Amount
      } | null
      /** Days on which a window is not what it says. */
      readonly clock: {
        readonly organisation: {
          readonly id: string
          readonly name: string
        }
        readonly time_zone: string
        readonly window: string
        readonly days: readonly {
          readonly day: string
          readonly clock_before: string
          readonly clock_after: string
        }[]
      } | null
    }
  }[]
  readonly checked_on: EpochSeconds
}

export interface GetRewardOfferPerformanceQuery {
  /** Inside. Without it, from the first award. */
  readonly from?: number | string | undefined
  /** Outside. Without it, to the end of the present second. */
  readonly to?: number | string | undefined
}

export interface GetRewardOfferPerformanceReply {
  readonly offer: {
    readonly id: string
    readonly code: string
    readonly name: string
  }
  readonly currency_code: string
  readonly from: EpochSeconds
  readonly to: EpochSeconds
  /** true: nothing can change this answer any more. */
  readonly final: boolean
  /** Of the business: in it the days are reckoned. */
  readonly time_zone: string
  /** Purchases that it gave something, whatever became of them. */
  readonly purchases: number
  /** Contacts that it gave something. */
  readonly contacts: number
  readonly awards: number
  /** What the books say it gave. */
  readonly awarded: number
  /** What of it was taken back, at the time at which it was. */
  readonly undone: number
  /** awarded less undone; may be below zero on a day of returns. */
  readonly cost: number
  /** Of those purchases that stand, less what came back of them. */
  readonly sales: number
  readonly budget: Amount | null
  /** By awards that stand, whenever they were given. */
  readonly budget_used: Amount | null
  readonly budget_left: Amount | null
  /** Days on which something was given or taken back, the first first. */
  readonly by_day: readonly {
    readonly day: string
    /** Purchases that it gave something, whatever became of them. */
    readonly purchases: number
    /** Contacts that it gave something. */
    readonly contacts: number
    readonly awards: number
    /** What the books say it gave. */
    readonly awarded: number
    /** What of it was taken back, at the time at which it was. */
    readonly undone: number
    /** awarded less undone; may be below zero on a day of returns. */
    readonly cost: number
  }[]
}

export interface ReplayRewardOfferBody {
  /** First time of purchase; without it, all history. */
  readonly from?: number | string | undefined
  /** First time of purchase that is too late. */
  readonly to?: number | string | undefined
  readonly change?: UpdateRewardOfferBody | undefined
}

export type ReplayRewardOfferReply = GetProcessReply

export interface PreviewRewardOfferRuleBookBody {
  readonly change?: UpdateRewardOfferBody | undefined
}

export interface PreviewRewardOfferRuleBookQuery {
  /** Tells `sentence` beside the book. */
  readonly include_sentence?: boolean | undefined
}

export interface PreviewRewardOfferRuleBookReply {
  /** Which state of the configuration it holds; an equal one has equal rules. */
  readonly revision?: string | undefined
  /** GUID in lower case, with dashes. */
  readonly business: string
  /** In whose calendar limits, goals and tiers count. */
  readonly business_zone: string
  readonly currency: string
  readonly offers: readonly {
    /** GUID in lower case, with dashes. */
    readonly id: string
    readonly code: string
    readonly version: number
    readonly terms: {
      readonly name: string
      readonly description?: string | undefined
      readonly goal: 'SPEND' | 'VISITS' | 'MEMBERSHIP' | 'ACHIEVEMENT'
      readonly type:
        | 'DISCOUNT'
        | 'BUNDLE'
        | 'HAPPYHOUR'
        | 'LOTTERY'
        | 'ACHIEVEMENT'
        | 'REFER'
        | 'PROFILE'
        | 'SIGNUP'
        | 'GIFT'
        | 'REACH_TIER'
      readonly scheme?:
        | {
            readonly id: string
            readonly name?: string | undefined
          }
        | undefined
      readonly availability: {
        readonly from?: number | undefined
        readonly to?: number | undefined
      }
      readonly conditions: readonly (
        | {
            readonly kind: 'TIMINGS'
            readonly timings: readonly {
              readonly days?: readonly number[] | undefined
              readonly months?: readonly number[] | undefined
              readonly start_time?: string | undefined
              readonly end_time?: string | undefined
            }[]
          }
        | {
            readonly kind: 'AMOUNT'
            readonly minimum?: string | undefined
            readonly maximum?: string | undefined
          }
        | {
            readonly kind: 'CHANNELS'
            readonly channels: readonly string[]
          }
        | {
            readonly kind: 'CLASSIFICATIONS'
            readonly classifications: readonly string[]
          }
        | {
            readonly kind: 'PASS'
            readonly pass_plans: readonly {
              readonly id: string
              readonly name?: string | undefined
            }[]
          }
        | {
            readonly kind: 'MEMBER_SINCE'
            readonly within_days?: number | undefined
            readonly before?: number | undefined
            readonly from?: number | undefined
          }
        | {
            readonly kind: 'ORGANISATIONS'
            readonly organisations: readonly {
              readonly id: string
              readonly name?: string | undefined
            }[]
          }
        | {
            readonly kind: 'TIERS'
            readonly tiers: readonly {
              readonly id: string
              readonly name?: string | undefined
            }[]
            readonly or_above: boolean
            readonly reached: boolean
          }
        | {
            readonly kind: 'SEGMENTS'
            readonly any_of?: readonly string[] | undefined
            readonly none_of?: readonly string[] | undefined
          }
        | {
            readonly kind: 'PAYMENT'
            readonly mediums?: readonly string[] | undefined
            readonly tenders?: readonly string[] | undefined
          }
        | {
            readonly kind: 'OCCASION'
            readonly occasion: 'BIRTHDAY' | 'NAME_DAY'
            readonly during: 'DAY' | 'WEEK' | 'MONTH'
            readonly days_before?: number | undefined
            readonly days_after?: number | undefined
          }
        | {
            readonly kind: 'PRODUCTS'
            readonly products: readonly {
              readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
              readonly code: string
            }[]
            readonly except?:
              | readonly {
                  readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
                  readonly code: string
                }[]
              | undefined
            readonly minimum_quantity?: string | undefined
            readonly minimum_amount?: string | undefined
          }
        | {
            readonly kind: 'BUNDLE'
            readonly items: readonly {
              readonly products: readonly {
                readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
                readonly code: string
              }[]
              readonly quantity: string
            }[]
            readonly repeats: boolean
          }
        | {
            readonly kind: 'LOTTERY'
            readonly one_in: number
          }
      )[]
      readonly progress?:
        | {
            readonly of: 'AMOUNT' | 'VISITS' | 'QUANTITY'
            readonly target: string
            readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
            readonly per: 'CONTACT' | 'EVERYONE'
            readonly repeats: boolean
            readonly on_accumulated: boolean
          }
        | undefined
      readonly award:
        | {
            readonly kind: 'PERCENTAGE'
            readonly basis_points: number
            readonly cap?: string | undefined
          }
        | {
            readonly kind: 'FIXED'
            readonly amount: string
          }
        | {
            readonly kind: 'PER_AMOUNT'
            readonly amount: string
            readonly every: string
            readonly cap?: string | undefined
          }
        | {
            readonly kind: 'STEPS'
            readonly steps: readonly {
              readonly from: string
              readonly amount?: string | undefined
              readonly basis_points?: number | undefined
              readonly cap?: string | undefined
            }[]
          }
        | {
            readonly kind: 'PRODUCT'
            readonly products?:
              | readonly {
                  readonly type: 'SKU' | 'FAMILY' | 'BRAND' | 'TYPE'
                  readonly code: string
                }[]
              | undefined
            readonly quantity: string
            readonly for_every?: string | undefined
            readonly pick: 'CHEAPEST' | 'DEAREST'
            readonly basis_points: number
            readonly cap?: string | undefined
          }
      readonly redeem_method?: 'DEFERRED' | 'INSTANT' | undefined
      readonly base: 'GROSS' | 'NET'
      readonly before_discounts?: boolean | undefined
      readonly commerce_pool_id: string
      readonly expires_after?:
        | {
            readonly count: number
            readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
          }
        | undefined
      readonly available_after?:
        | {
            readonly count: number
            readonly unit: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS'
          }
        | undefined
      readonly funder_id: string
      readonly return_policy?: 'KEEP' | 'PRO_RATA' | 'REJUDGE' | undefined
      readonly limits: {
        readonly budget?: string | undefined
        readonly per_period?:
          | {
              readonly amount?: string | undefined
              readonly uses?: number | undefined
              readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
            }
          | undefined
        readonly per_contact?:
          | {
              readonly amount?: string | undefined
              readonly uses?: number | undefined
              readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
            }
          | undefined
        readonly per_venue?:
          | {
              readonly amount?: string | undefined
              readonly uses?: number | undefined
              readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'
            }
          | undefined
      }
      readonly priority: number
      readonly on_top: boolean
      readonly exclusive_group?: string | undefined
    }
  }[]
  readonly tiers?:
    | {
        /** Units for one unit of the currency (a euro), in ten-thousandths: 10000 is one unit. */
        readonly units_per: string
        readonly period: 'MONTH' | 'QUARTER' | 'YEAR' | 'EVER'
        /** From the lowest to the highest. */
        readonly tiers: readonly {
          /** GUID in lower case, with dashes. */
          readonly id: string
          readonly code: string
          readonly name: string
          readonly units: string
        }[]
      }
    | undefined
  /** The one offer in words, where include_sentence asked for it. The engine takes the book without it. */
  readonly sentence?: string | undefined
}

export type ListRewardOfferVersionsQuery = ListApiKeysQuery

export interface ListRewardOfferVersionsReply {
  readonly content: readonly RewardOfferVersion[]
  readonly paging: Paging
}

export interface ListRewardSchemesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly code?: string | undefined
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
  /** Part of code or name. */
  readonly search_value?: string | undefined
}

export interface ListRewardSchemesReply {
  readonly content: readonly RewardScheme[]
  readonly paging: Paging
}

export interface CreateRewardSchemeBody {
  readonly name: string
  readonly code?: string | undefined
  readonly description?: string | null | undefined
  /** AUTO_SIGN_UP, unless given: everybody takes part who did not sign out. */
  readonly sign_up_option?: 'AUTO_SIGN_UP' | 'SELF_SIGN_UP' | 'CLOSE_LOOP_SIGN_UP' | undefined
  /** What shows that a contact belongs to a closed loop. */
  readonly sign_up_method?: 'EMAIL_DOMAIN' | 'CODE' | null | undefined
  /** For EMAIL_DOMAIN; subdomains do not count. */
  readonly email_domains?: readonly string[] | null | undefined
  /** The offers of an INACTIVE scheme are for nobody, and nobody signs up to it. */
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
}

export type CreateRewardSchemeReply = RewardScheme

export type GetRewardSchemeReply = RewardScheme

export interface UpdateRewardSchemeBody {
  readonly name?: string | undefined
  readonly code?: string | undefined
  readonly description?: string | null | undefined
  /** AUTO_SIGN_UP, unless given: everybody takes part who did not sign out. */
  readonly sign_up_option?: 'AUTO_SIGN_UP' | 'SELF_SIGN_UP' | 'CLOSE_LOOP_SIGN_UP' | undefined
  /** What shows that a contact belongs to a closed loop. */
  readonly sign_up_method?: 'EMAIL_DOMAIN' | 'CODE' | null | undefined
  /** For EMAIL_DOMAIN; subdomains do not count. */
  readonly email_domains?: readonly string[] | null | undefined
  /** The offers of an INACTIVE scheme are for nobody, and nobody signs up to it. */
  readonly state?: 'ACTIVE' | 'INACTIVE' | undefined
}

export type UpdateRewardSchemeReply = RewardScheme

export type DeleteRewardSchemeReply = RewardScheme

export interface ListSignUpCodesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly code?: string | undefined
  readonly state?: 'UNUSED' | 'USED' | undefined
}

export interface ListSignUpCodesReply {
  readonly content: readonly SignUpCode[]
  readonly paging: Paging
}

export interface AddSignUpCodesBody {
  readonly codes?: readonly string[] | undefined
  readonly count?: number | undefined
}

export interface AddSignUpCodesReply {
  readonly created: number
  /** Codes that were there already. */
  readonly unchanged: number
  /** Those that are new. */
  readonly codes: readonly string[]
}

export interface ListRewardTiersQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly code?: string | undefined
}

export interface ListRewardTiersReply {
  readonly content: readonly RewardTier[]
  readonly paging: Paging
}

export interface CreateRewardTierBody {
  readonly code?: string | undefined
  readonly name: string
  /**
   * Reached with so many units or more, for each tier another number. With 0 it is the tier of
   * everybody.
   */
  readonly value_units: number
  readonly description?: string | null | undefined
  /** What its holders are promised, in your words; what they get is what offers say. */
  readonly benefits?: string | null | undefined
}

export type CreateRewardTierReply = RewardTier

export interface GetRewardTierProgrammeReply {
  /** Units for one unit of the currency. */
  readonly conversion_rate: number
  readonly period: 'MONTH' | 'QUARTER' | 'YEAR' | 'EVER'
  /** From the lowest to the highest. */
  readonly tiers: readonly RewardTier[]
}

export interface UpdateRewardTierProgrammeBody {
  /** Units for one unit of the currency, above zero, with at most 4 decimals. */
  readonly conversion_rate?: number | string | undefined
  /**
   * In which units are counted. A tier is held to the end of the period after the one in which it was
   * reached.
   */
  readonly period?: 'MONTH' | 'QUARTER' | 'YEAR' | 'EVER' | undefined
}

export type UpdateRewardTierProgrammeReply = GetRewardTierProgrammeReply

export type GetRewardTierReply = RewardTier

export interface UpdateRewardTierBody {
  readonly code?: string | undefined
  readonly name?: string | undefined
  /**
   * Reached with so many units or more, for each tier another number. With 0 it is the tier of
   * everybody.
   */
  readonly value_units?: number | undefined
  readonly description?: string | null | undefined
  /** What its holders are promised, in your words; what they get is what offers say. */
  readonly benefits?: string | null | undefined
}

export type UpdateRewardTierReply = RewardTier

export type DeleteRewardTierReply = DeletePassPlanReply

export interface ListRolesReply {
  readonly content: readonly {
    readonly role: 'OWNER' | 'MANAGER' | 'MARKETER' | 'CLERK' | 'DEVELOPER' | 'AUDITOR'
    readonly description: string
    readonly scopes: readonly string[]
    readonly reads_only: boolean
  }[]
}

export interface ListSettlementsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly settlement_type?: 'AWARD' | 'SPEND' | undefined
  readonly organisation_id?: string | undefined
  readonly date?: TimeRange | undefined
}

export interface ListSettlementsReply {
  readonly content: readonly Settlement[]
  readonly paging: Paging
}

export interface SynchroniseContactsBody {
  readonly contacts: readonly {
    readonly code?: string | undefined
    readonly contact_type?: 'PERSON' | 'COMPANY' | undefined
    readonly first_name?: string | null | undefined
    readonly last_name?: string | null | undefined
    readonly language_code?: string | undefined
    /** A date of the calendar, not in the future. */
    readonly birthday?: string | null | undefined
    /** Month and day. */
    readonly name_day?: string | null | undefined
    readonly segments?: readonly string[] | undefined
    readonly phones?:
      | readonly {
          /** ISO 3166-1: CYP. */
          readonly country_code?: string | undefined
          readonly phone_type?: string | undefined
          readonly number: string
          readonly is_primary?: boolean | undefined
        }[]
      | undefined
    readonly emails?:
      | readonly {
          readonly email_address: string
          readonly is_primary?: boolean | undefined
        }[]
      | undefined
    readonly loyalty_identifiers?:
      | readonly {
          readonly identifier: string
        }[]
      | undefined
  }[]
}

export type SynchroniseContactsQuery = ReclaimPurchaseQuery

export interface SynchroniseContactsReply {
  /** What came of the rows so far; all but received count up while it runs. */
  readonly totals: {
    readonly received: number
    readonly created: number
    readonly updated: number
    readonly unchanged: number
    readonly rejected: number
  }
  readonly rows: readonly {
    /** Place of the row, from 0. */
    readonly index: number
    readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REJECTED'
    /** null where the row was refused, and where one would only have been registered. */
    readonly contact_id: string | null
    /** The code that a request with such a value is refused with. */
    readonly error: string | null
    /** Names the field, the value seen and what is needed. */
    readonly message: string | null
    readonly parameters: readonly string[]
  }[]
}

export interface SynchroniseProductsBody {
  readonly products?:
    | readonly {
        readonly sku: string
        readonly name?: string | undefined
        readonly description?: string | null | undefined
        /** By code, or by name alone; one that is not known yet is made. null: none. */
        readonly family?:
          | {
              readonly code?: string | undefined
              readonly name?: string | undefined
            }
          | null
          | undefined
        /** By code, or by name alone; one that is not known yet is made. null: none. */
        readonly brand?:
          | {
              readonly code?: string | undefined
              readonly name?: string | undefined
            }
          | null
          | undefined
        /** By code, or by name alone; one that is not known yet is made. null: none. */
        readonly type?:
          | {
              readonly code?: string | undefined
              readonly name?: string | undefined
            }
          | null
          | undefined
        /** Under which shops show it; the whole list. */
        readonly categories?:
          | readonly {
              readonly name: string
            }[]
          | null
          | undefined
        readonly classification?:
          | 'TERMED_SERVICE'
          | 'USAGE_SERVICE'
          | 'ONE_TIME_SERVICE'
          | 'TRACEABLE_PHYSICAL_GOOD'
          | 'NON_TRACEABLE_PHYSICAL_GOOD'
          | 'EXPENSES_SERVICE'
          | null
          | undefined
        readonly type_composition?:
          | 'FLAT'
          | 'FLEXIBLE_BUNDLE'
          | 'FIXED_BUNDLE'
          | 'COMPOSITE'
          | null
          | undefined
        /** Percent, with at most four decimals. */
        readonly tax_rate?: Decimal | null | undefined
        /** What a shop asks for it, for catalogues. What a till charged comes with the purchase. */
        readonly price?:
          | {
              readonly amount: Decimal
              /** Without it, the business's currency. */
              readonly currency_code?: string | undefined
              readonly tax_model?: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE' | undefined
            }
          | null
          | undefined
        readonly creatives?:
          | readonly {
              readonly url: string
              readonly usage_type?: string | undefined
              readonly format?: string | undefined
              readonly width?: number | undefined
              readonly height?: number | undefined
              readonly caption?: string | undefined
            }[]
          | null
          | undefined
        /** false: it is offered no more. A till that sells it is not refused. */
        readonly is_active?: boolean | undefined
        /** false for tips, fees, gift cards and the like. A product earns when it and all its groups do. */
        readonly earns?: boolean | undefined
      }[]
    | undefined
  readonly families?:
    | readonly {
        readonly code: string
        /** Left out, it stays; a group that is new is then called by its code. */
        readonly name?: string | undefined
        /** false for tips, fees, gift cards and the like: none of its products earns. */
        readonly earns?: boolean | undefined
      }[]
    | undefined
  readonly brands?:
    | readonly {
        readonly code: string
        /** Left out, it stays; a group that is new is then called by its code. */
        readonly name?: string | undefined
        /** false for tips, fees, gift cards and the like: none of its products earns. */
        readonly earns?: boolean | undefined
      }[]
    | undefined
  readonly types?:
    | readonly {
        readonly code: string
        /** Left out, it stays; a group that is new is then called by its code. */
        readonly name?: string | undefined
        /** false for tips, fees, gift cards and the like: none of its products earns. */
        readonly earns?: boolean | undefined
      }[]
    | undefined
}

export type SynchroniseProductsQuery = ReclaimPurchaseQuery

export interface SynchroniseProductsReply {
  readonly id: string
  /** The same as id: for GET processes/{id}. */
  readonly process_id: string
}

export interface GetProductSyncReply {
  readonly id: string
  readonly kind: string
  readonly state: 'PENDING' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'CANCELLED'
  /** What came of the rows so far; all but received count up while it runs. */
  readonly totals: {
    readonly received: number
    readonly created: number
    readonly updated: number
    readonly unchanged: number
    readonly rejected: number
  }
  /** Rows of which is known what came of them. */
  readonly done: number
  readonly started_on: EpochSeconds | null
  readonly heartbeat_on: EpochSeconds | null
  readonly completed_on: EpochSeconds | null
  readonly rejected: readonly {
    /** Place of the row in its list, from 0. */
    readonly index: number
    /** As it was sent; null where the row has none. */
    readonly sku: string | null
    /** The code that a request with such a value is refused with. */
    readonly error: string
    /** Names the list and field, the value seen and the value needed. */
    readonly message: string
    readonly parameters: readonly string[]
  }[]
}

export type ListRejectedRowsQuery = ListContactsAlikeQuery

export interface ListRejectedRowsReply {
  readonly content: readonly RejectedRow[]
  readonly paging: Paging
}

export interface ReadTestClockReply {
  /** The time of the business, epoch seconds. */
  readonly now: number
  /** By how much it is ahead of the time in LIVE mode. */
  readonly ahead_seconds: number
  /** When money of a wallet expires next; null: none does. */
  readonly next_expiry_on: EpochSeconds | null
}

export interface MoveTestClockBody {
  /** A time to come. */
  readonly to?: number | string | undefined
  /** An ISO 8601 duration, such as "P3D", "P1M" or "PT90M"; months are of the calendar. */
  readonly by?: string | undefined
}

export interface MoveTestClockReply {
  /** The time of the business, epoch seconds. */
  readonly now: number
  /** By how much it is ahead of the time in LIVE mode. */
  readonly ahead_seconds: number
  readonly moved_from: EpochSeconds
  /** How often it stopped on its way to do what had fallen due. */
  readonly stops: number
  /** False: so much fell due that it stopped earlier, at `now`. Move it again. */
  readonly is_there: boolean
}

export interface ListTestOutboxQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly channel?: 'EMAIL' | 'DEVICE' | 'SMS' | undefined
}

export interface ListTestOutboxReply {
  readonly content: readonly TestOutbox[]
  readonly paging: Paging
}

export interface ListTestStaffOutboxReply {
  readonly content: readonly {
    readonly kind: 'INVITATION' | 'RESET'
    readonly recipient: string
    readonly subject: string
    readonly content: string
    readonly created_on: EpochSeconds
  }[]
}

export interface ListTestTriggersReply {
  readonly content: readonly {
    readonly event:
      | 'purchase.posted'
      | 'purchase.claimed'
      | 'claim.held'
      | 'claim.refused'
      | 'purchase.cancelled'
      | 'purchase.returned'
      | 'reward.awarded'
      | 'reward.spent'
      | 'reward.reversed'
      | 'reward.expired'
      | 'wallet.changed'
      | 'payout.created'
      | 'payout.paid'
      | 'payout.failed'
      | 'token.blocked'
      | 'till.blocked'
      | 'products.synchronised'
      | 'contact.created'
      | 'contact.updated'
      | 'contact.merged'
      | 'contact.erased'
      | 'scheme.joined'
      | 'order.created'
      | 'order.started'
      | 'order.ready'
      | 'order.completed'
      | 'order.cancelled'
      | 'order.updated'
      | 'webhook_endpoint.paused'
    /** What is done so that it happens. */
    readonly happens: string
    readonly can_be_triggered: boolean
  }[]
}

export interface TriggerTestEventBody {
  readonly event:
    | 'purchase.posted'
    | 'purchase.claimed'
    | 'claim.held'
    | 'claim.refused'
    | 'purchase.cancelled'
    | 'purchase.returned'
    | 'reward.awarded'
    | 'reward.spent'
    | 'reward.reversed'
    | 'reward.expired'
    | 'wallet.changed'
    | 'payout.created'
    | 'payout.paid'
    | 'payout.failed'
    | 'token.blocked'
    | 'till.blocked'
    | 'products.synchronised'
    | 'contact.created'
    | 'contact.updated'
    | 'contact.merged'
    | 'contact.erased'
    | 'scheme.joined'
    | 'order.created'
    | 'order.started'
    | 'order.ready'
    | 'order.completed'
    | 'order.cancelled'
    | 'order.updated'
    | 'webhook_endpoint.paused'
}

export interface TriggerTestEventReply {
  readonly event:
    | 'purchase.posted'
    | 'purchase.claimed'
    | 'claim.held'
    | 'claim.refused'
    | 'purchase.cancelled'
    | 'purchase.returned'
    | 'reward.awarded'
    | 'reward.spent'
    | 'reward.reversed'
    | 'reward.expired'
    | 'wallet.changed'
    | 'payout.created'
    | 'payout.paid'
    | 'payout.failed'
    | 'token.blocked'
    | 'till.blocked'
    | 'products.synchronised'
    | 'contact.created'
    | 'contact.updated'
    | 'contact.merged'
    | 'contact.erased'
    | 'scheme.joined'
    | 'order.created'
    | 'order.started'
    | 'order.ready'
    | 'order.completed'
    | 'order.cancelled'
    | 'order.updated'
    | 'webhook_endpoint.paused'
  /** Of what it happened to; read it, as after any event. */
  readonly object_id: string | null
  /** All that happened on the way, in its order; each is told to webhooks. */
  readonly events: readonly {
    /** Read it at `events/{id}`, and its deliveries by `event_id`. */
    readonly id: string
    readonly type:
      | 'purchase.posted'
      | 'purchase.claimed'
      | 'claim.held'
      | 'claim.refused'
      | 'purchase.cancelled'
      | 'purchase.returned'
      | 'reward.awarded'
      | 'reward.spent'
      | 'reward.reversed'
      | 'reward.expired'
      | 'wallet.changed'
      | 'payout.created'
      | 'payout.paid'
      | 'payout.failed'
      | 'token.blocked'
      | 'till.blocked'
      | 'products.synchronised'
      | 'contact.created'
      | 'contact.updated'
      | 'contact.merged'
      | 'contact.erased'
      | 'scheme.joined'
      | 'order.created'
      | 'order.started'
      | 'order.ready'
      | 'order.completed'
      | 'order.cancelled'
      | 'order.updated'
      | 'webhook_endpoint.paused'
    readonly object_id: string
  }[]
  readonly now: EpochSeconds
}

export interface WipeTestDataBody {
  /**
   * CONFIGURATION: what happened goes (contacts, purchases, money, orders, events), and offers, places,
   * products and all other settings stay, with the clock as it is. NOTHING: those go as well, and the
   * clock is that of LIVE mode again.
   */
  readonly keep: 'CONFIGURATION' | 'NOTHING'
}

export interface WipeTestDataReply {
  readonly kept: 'CONFIGURATION' | 'NOTHING'
  /** How many records went, by kind, such as `purchases`; kinds of which there were none are left out. */
  readonly removed: readonly {
    readonly name: string
    readonly count: number
  }[]
  /** The time of the business after it. */
  readonly now: number
}

export interface ListTillsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  /** Those that a key of this merchant or venue registered. */
  readonly organisation_id?: string | undefined
}

export interface ListTillsReply {
  readonly content: readonly Till[]
  readonly paging: Paging
}

export interface RegisterTillBody {
  readonly name: string
  /** A JSON Web Key. */
  readonly public_key: {
    readonly kty: 'EC'
    readonly crv: 'P-256'
    readonly x: string
    readonly y: string
  }
}

export type RegisterTillReply = Till

export type GetTillReply = Till

export type ListTillIncidentsQuery = ListApiKeysQuery

export interface ListTillIncidentsReply {
  readonly content: readonly TillIncident[]
  readonly paging: Paging
}

export interface EndTillQueueBody {
  /** The last number that the till gave; 0: none. */
  readonly counter: number
  /** What its next entry would name as `previous`. */
  readonly head: string
  /** r and s, in base64url. */
  readonly signature: string
}

export type EndTillQueueReply = Till

export interface SendQueuedPurchaseBody {
  /** One more than the entry before. */
  readonly counter: number
  /** The hash of the entry before it; of the first, the `head` of the till. */
  readonly previous: string
  /** The body of submitPurchase as JSON text, as it was signed. */
  readonly payload: string
  /** r and s, in base64url. */
  readonly signature: string
}

export interface SendQueuedPurchaseReply {
  readonly counter: number
  readonly state: 'POSTED' | 'REFUSED'
  readonly purchase: SubmitPurchaseReply | null
  /** Why the purchase was not taken. */
  readonly refusal: {
    readonly error: string
    readonly message: string
    readonly detail: string
  } | null
}

export interface ListTopupsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly wallet_id?: string | undefined
  readonly code?: string | undefined
  readonly state?: 'POSTED' | 'CANCELLED' | undefined
  readonly payment_method?:
    | 'CASH'
    | 'CARD'
    | 'ONE_TIME_CARD_PAYMENT'
    | 'ACCOUNT_DEBIT'
    | 'A2A'
    | 'ELECTRONIC_TRANSFER'
    | 'CHEQUE'
    | 'WALLET'
    | 'GRANT'
    | undefined
  readonly topup_date?: TimeRange | undefined
}

export interface ListTopupsReply {
  readonly content: readonly Topup[]
  readonly paging: Paging
}

export interface CreateTopupBody {
  /** Of the new top-up. Made, if left out. */
  readonly id?: string | undefined
  /** The wallet by id or 16-digit code; or its contact_id. */
  readonly wallet_id?: string | undefined
  /** Its contact by id, code or anything else the contact is known by. */
  readonly contact_id?: string | undefined
  readonly amount: Decimal
  /** Must be that of the wallet. */
  readonly currency_code?: string | undefined
  /** When it was paid; now, if left out. The money can be spent at once, whatever the date. */
  readonly topup_date?: number | string | undefined
  /**
   * The same code with the same content is one top-up, however often it is sent. 16 digits are made, if
   * left out.
   */
  readonly code?: string | undefined
  /** How it was paid. */
  readonly payment_method: {
    /**
     * Where the money comes from. GRANT: nobody paid, the merchant or the business gives it away; needs
     * adjustments:write too.
     */
    readonly type:
      | 'CASH'
      | 'CARD'
      | 'ONE_TIME_CARD_PAYMENT'
      | 'ACCOUNT_DEBIT'
      | 'A2A'
      | 'ELECTRONIC_TRANSFER'
      | 'CHEQUE'
      | 'WALLET'
      | 'GRANT'
    /** What the payment is known by elsewhere, such as the reference of a card terminal. */
    readonly id?: string | undefined
  }
  /** Who took the money or gives it. Left out: that of the key, or the business. */
  readonly organisation?:
    | {
        readonly id?: string | undefined
        readonly merchant_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
        readonly venue_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
      }
    | undefined
  /**
   * By id or code: the money may be spent where it says and as long as it says. Left out: open money
   * without expiry.
   */
  readonly commerce_pool_id?: string | undefined
  readonly notes?: string | undefined
}

export type CreateTopupReply = Topup

export type GetTopupReply = Topup

export type CancelTopupBody = CancelPurchaseBody

export type CancelTopupReply = Topup

export interface ListUsersQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly role?: 'OWNER' | 'MANAGER' | 'MARKETER' | 'CLERK' | 'DEVELOPER' | 'AUDITOR' | undefined
  readonly state?: 'INVITED' | 'ACTIVE' | 'DISABLED' | undefined
}

export interface ListUsersReply {
  readonly content: readonly User[]
  readonly paging: Paging
}

export interface CreateUserBody {
  /** Such as an e-mail address. */
  readonly username: string
  readonly name?: string | undefined
  readonly role: 'OWNER' | 'MANAGER' | 'MARKETER' | 'CLERK' | 'DEVELOPER' | 'AUDITOR'
  readonly password?: string | undefined
}

export interface CreateUserReply {
  readonly id: string
  readonly username: string
  readonly name: string | null
  readonly role: 'OWNER' | 'MANAGER' | 'MARKETER' | 'CLERK' | 'DEVELOPER' | 'AUDITOR'
  /** INVITED: they have not chosen a password yet. */
  readonly state: 'INVITED' | 'ACTIVE' | 'DISABLED'
  readonly created_on: EpochSeconds
  readonly signed_in_on: EpochSeconds | null
  /** Whether a code of an app is asked for at their sign-in. */
  readonly second_factor: boolean
  readonly invitation_ends_on: EpochSeconds | null
  readonly invitation: string | null
}

export interface AcceptInvitationBody {
  readonly invitation: string
  readonly password: string
  readonly name?: string | undefined
}

export interface AcceptInvitationReply {
  readonly username: string
  readonly name: string | null
  readonly role: 'OWNER' | 'MANAGER' | 'MARKETER' | 'CLERK' | 'DEVELOPER' | 'AUDITOR'
}

export interface AuthenticateUserBody {
  readonly provider?: 'EMAIL' | undefined
  readonly username: string
  readonly password: string
  readonly mode?: 'LIVE' | 'TEST' | undefined
  /** Of the authenticator app, or a recovery code; once it is asked for (SecondFactorNeeded). */
  readonly code?: string | undefined
  /** What the device calls itself, shown in the list of sessions. */
  readonly device?: string | undefined
}

export interface AuthenticateUserReply {
  readonly access_token: string
  readonly refresh_token: string
  /** Of the access token. */
  readonly expiration_date: number
  readonly mode: 'LIVE' | 'TEST'
  /** Somebody else chose the password: change it. */
  readonly password_expired: boolean
  /** Nobody is locked out for good: tries are slowed down. */
  readonly lockout_date: null
  readonly user: {
    readonly id: string
    readonly role: 'OWNER' | 'MANAGER' | 'MARKETER' | 'CLERK' | 'DEVELOPER' | 'AUDITOR'
  }
  readonly organisations: readonly {
    readonly id: string
    readonly name: string
  }[]
}

export interface ForgotPasswordBody {
  readonly username: string
  readonly mode?: 'LIVE' | 'TEST' | undefined
}

export interface ForgotPasswordReply {
  readonly accepted: true
}

export interface GetOwnAccountReply {
  readonly id: string
  readonly username: string
  readonly name: string | null
  readonly role: 'OWNER' | 'MANAGER' | 'MARKETER' | 'CLERK' | 'DEVELOPER' | 'AUDITOR'
  readonly scopes: readonly string[]
  readonly mode: 'LIVE' | 'TEST'
  /** Somebody else chose the password: change it. */
  readonly password_expired: boolean
  readonly second_factor: boolean
  readonly recovery_codes_left: number
}

export interface UpdateOwnAccountBody {
  readonly name: string | null
}

export type UpdateOwnAccountReply = GetOwnAccountReply

export interface ChangeOwnPasswordBody {
  readonly current_password: string
  readonly new_password: string
}

export type ChangeOwnPasswordReply = GetOwnAccountReply

export interface RenewRecoveryCodesBody {
  /** Six digits of the app, or a recovery code. */
  readonly code: string
}

export interface RenewRecoveryCodesReply {
  readonly id: string
  readonly username: string
  readonly name: string | null
  readonly role: 'OWNER' | 'MANAGER' | 'MARKETER' | 'CLERK' | 'DEVELOPER' | 'AUDITOR'
  readonly scopes: readonly string[]
  readonly mode: 'LIVE' | 'TEST'
  /** Somebody else chose the password: change it. */
  readonly password_expired: boolean
  readonly second_factor: boolean
  readonly recovery_codes_left: number
  /** Each is good once, instead of a code of the app. Told once. */
  readonly recovery_codes: readonly string[] | null
}

export interface EnrolSecondFactorBody {
  readonly password: string
}

export interface EnrolSecondFactorReply {
  readonly secret: string | null
  readonly uri: string | null
}

export type ConfirmSecondFactorBody = RenewRecoveryCodesBody

export type ConfirmSecondFactorReply = RenewRecoveryCodesReply

export interface RemoveSecondFactorBody {
  readonly password: string
  /** Six digits of the app, or a recovery code. */
  readonly code: string
}

export type RemoveSecondFactorReply = GetOwnAccountReply

export interface ListOwnSessionsReply {
  readonly content: readonly {
    readonly id: string
    /** As it called itself at the sign-in. */
    readonly device: string | null
    readonly created_on: EpochSeconds
    readonly refreshed_on: EpochSeconds
    /** Without being refreshed. */
    readonly expires_on: number
    readonly is_current: boolean
  }[]
}

export type EndOtherSessionsReply = ListOwnSessionsReply

export type EndOwnSessionReply = ListOwnSessionsReply

export interface RefreshUserBody {
  readonly refresh_token: string
}

export type RefreshUserReply = AuthenticateUserReply

export interface ResetPasswordBody {
  readonly code: string
  readonly password: string
}

export interface ResetPasswordReply {
  readonly username: string
  readonly role: 'OWNER' | 'MANAGER' | 'MARKETER' | 'CLERK' | 'DEVELOPER' | 'AUDITOR'
}

export type GetUserReply = User

export interface UpdateUserBody {
  readonly name?: string | null | undefined
  readonly role?: 'OWNER' | 'MANAGER' | 'MARKETER' | 'CLERK' | 'DEVELOPER' | 'AUDITOR' | undefined
  readonly state?: 'ACTIVE' | 'DISABLED' | undefined
}

export type UpdateUserReply = User

export type DeleteUserReply = User

export type InviteUserReply = CreateUserReply

export type RemoveUserSecondFactorReply = User

export type ListUserSessionsReply = ListOwnSessionsReply

export type EndUserSessionsReply = ListOwnSessionsReply

export interface SignUserOutReply {
  /** The one that ended. */
  readonly session: string
}

export interface GetDefaultWalletLimitsReply {
  readonly rules: readonly {
    readonly name: string
    /** null: any number. */
    readonly maximum_number: number | null
    /** null: any amount. */
    readonly maximum_amount: Amount | null
    readonly period: 'DAILY' | 'WEEKLY' | 'MONTHLY'
    /**
     * DEBIT: money spent or corrected away. CREDIT: given by hand. TOP_UP: put in from outside. TRANSFER:
     * sent to another wallet.
     */
    readonly applies_for: readonly ('DEBIT' | 'CREDIT' | 'TOP_UP' | 'TRANSFER')[]
    readonly currency_code: string
  }[]
}

export interface SetDefaultWalletLimitsBody {
  readonly rules: readonly {
    readonly name: string
    readonly maximum_number?: number | undefined
    readonly maximum_amount?: Decimal | undefined
    /** By the calendar of the business; weeks begin on Monday. */
    readonly period: 'DAILY' | 'WEEKLY' | 'MONTHLY'
    /**
     * DEBIT: money spent or corrected away. CREDIT: given by hand. TOP_UP: put in from outside. TRANSFER:
     * sent to another wallet.
     */
    readonly applies_for: readonly ('DEBIT' | 'CREDIT' | 'TOP_UP' | 'TRANSFER')[]
    readonly currency_code?: string | undefined
  }[]
}

export type SetDefaultWalletLimitsReply = GetDefaultWalletLimitsReply

export interface GetWalletQuery {
  readonly include_lots?: boolean | undefined
}

export interface GetWalletReply {
  readonly id: string
  readonly code: string
  readonly contact: DeleteCommercePoolReply
  readonly balances: readonly {
    readonly type: 'BUSINESS' | 'CRM'
    readonly currency_code: string
    readonly total: Amount
    readonly open: Amount
    readonly commerce: Amount
    readonly organisation: {
      readonly id: string
      readonly name: string
    }
  }[]
  readonly total_balance: Amount
  readonly total_open: Amount
  readonly total_commerce: Amount
  /**
   * How many pools hold money that is spendable now; a pool that has to be switched on counts once it
   * is.
   */
  readonly activated_commerce_pools: number
  /** Set aside for orders; in none of the balances. */
  readonly blocked: number
  readonly blocked_by: readonly {
    readonly id: string
    readonly entity: 'ORDER' | 'ESTIMATE'
    readonly amount: Amount
    /** When it is released by itself. */
    readonly expiration_date: number
  }[]
  /** What the contact owes; repaid first from later awards. */
  readonly debt: number
  /** Every credit with money left, soonest expiry first. */
  readonly lots?:
    | readonly {
        readonly id: string
        readonly amount: Amount
        readonly remaining: Amount
        readonly state: 'SPENDABLE' | 'NOT_YET_AVAILABLE' | 'NOT_ACTIVATED' | 'EXPIRED'
        /** null: open money. */
        readonly pool: {
          readonly id: string
          readonly name: string
        } | null
        readonly available_on: EpochSeconds
        readonly expires_on: EpochSeconds | null
        readonly offer: {
          readonly id: string
          readonly name: string
        } | null
        readonly purchase_id: string | null
        /** The number on the receipt. */
        readonly reference_number: string | null
        /** Where it was earned; null: at no place. */
        readonly performed_by: {
          readonly id: string
          readonly name: string
        } | null
        /** Of what earned it; null: nothing did. */
        readonly date: EpochSeconds | null
      }[]
    | undefined
}

export type ListAdjustmentsQuery = ListAllAdjustmentsQuery

export type ListAdjustmentsReply = ListAllAdjustmentsReply

export interface CreateAdjustmentBody {
  /** CREDIT puts money into the wallet, DEBIT takes it out, DEBT_RELIEF lets off what the contact owes. */
  readonly type: 'CREDIT' | 'DEBIT' | 'DEBT_RELIEF'
  readonly amount: Decimal
  /**
   * A credit goes into it; without it, into open money. A debit takes of it only; without it, commerce
   * money before open.
   */
  readonly commerce_pool?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
      }
    | undefined
  /** Of a credit; without it, as the pool says, or never. */
  readonly expires_on?: number | string | undefined
  /** Why, for whoever audits the books. */
  readonly reason: string
  /** The same number with the same content is one correction, however often it is sent. */
  readonly reference_number?: string | undefined
}

export type CreateAdjustmentReply = AllAdjustment

export interface GetWalletCodeReply {
  /** 16 digits, for a barcode or QR code. */
  readonly code: string
  /** false: the code of the wallet for good. */
  readonly is_dynamic: boolean
  /** When the next is to be shown; tills may send this one for a minute more. */
  readonly expiration: EpochSeconds | null
}

export interface ListCommerceBalancesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly commerce_pool_id?: string | undefined
  readonly include_expiration?: boolean | undefined
  readonly is_active?: boolean | undefined
}

export interface ListCommerceBalancesReply {
  readonly content: readonly CommerceBalance[]
  readonly paging: Paging
}

export type ListWalletExpiriesQuery = ListApiKeysQuery

export interface ListWalletExpiriesReply {
  readonly content: readonly WalletExpiry[]
  readonly paging: Paging
}

export interface ListWalletJournalsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly commerce_pool_id?: string | undefined
  readonly include_unallocated_credit?: boolean | undefined
  readonly is_commerce?: boolean | undefined
  readonly is_open?: boolean | undefined
  /** true finds nothing: there are no fees. */
  readonly is_wallet_fee?: boolean | undefined
  readonly posted_on?: TimeRange | undefined
  readonly transaction_type?: string | undefined
  readonly type?: 'CREDIT' | 'DEBIT' | undefined
}

export interface ListWalletJournalsReply {
  readonly content: readonly WalletJournal[]
  readonly paging: Paging
}

export interface GetWalletLimitsReply {
  /** false: the wallet has no rules, those of the business hold. */
  readonly is_own: boolean
  readonly rules: readonly {
    readonly name: string
    /** null: any number. */
    readonly maximum_number: number | null
    /** null: any amount. */
    readonly maximum_amount: Amount | null
    readonly period: 'DAILY' | 'WEEKLY' | 'MONTHLY'
    /**
     * DEBIT: money spent or corrected away. CREDIT: given by hand. TOP_UP: put in from outside. TRANSFER:
     * sent to another wallet.
     */
    readonly applies_for: readonly ('DEBIT' | 'CREDIT' | 'TOP_UP' | 'TRANSFER')[]
    readonly currency_code: string
    readonly used_number: number
    readonly used_amount: Amount
    readonly left_number: number | null
    readonly left_amount: Amount | null
  }[]
}

export interface SetWalletLimitsBody {
  readonly rules:
    | readonly {
        readonly name: string
        readonly maximum_number?: number | undefined
        readonly maximum_amount?: Decimal | undefined
        /** By the calendar of the business; weeks begin on Monday. */
        readonly period: 'DAILY' | 'WEEKLY' | 'MONTHLY'
        /**
         * DEBIT: money spent or corrected away. CREDIT: given by hand. TOP_UP: put in from outside. TRANSFER:
         * sent to another wallet.
         */
        readonly applies_for: readonly ('DEBIT' | 'CREDIT' | 'TOP_UP' | 'TRANSFER')[]
        readonly currency_code?: string | undefined
      }[]
    | null
}

export type SetWalletLimitsReply = GetWalletLimitsReply

export interface SummariseWalletTotalsQuery {
  readonly posted_on?: TimeRange | undefined
}

export interface SummariseWalletTotalsReply {
  readonly wallet_totals: readonly {
    readonly type: 'TOP_UP' | 'SPENT' | 'SENT' | 'RECEIVED' | 'AWARDED' | 'REDEEMED' | 'DONATIONS' | 'PAYOUTS'
    readonly total: Amount
    readonly currency_code: string
  }[]
}

export interface ListWalletTransactionsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  /** There are no communities: the contact of the wallet finds all, any other contact nothing. */
  readonly community_member_id?: string | undefined
  /** true finds nothing: there are no fees. */
  readonly is_wallet_fee?: boolean | undefined
  readonly type?: 'CREDIT' | 'DEBIT' | undefined
  /** CRMCOM is known and always empty. */
  readonly pocket?: 'CRMCOM' | 'BUSINESS' | 'BUSINESS_COMMERCE' | undefined
  readonly posted_on?: TimeRange | undefined
  readonly transaction_type?: string | undefined
}

export interface ListWalletTransactionsReply {
  readonly content: readonly WalletTransaction[]
  readonly paging: Paging
}

export interface ListWalletTransfersQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly direction?: 'SENT' | 'RECEIVED' | undefined
}

export interface ListWalletTransfersReply {
  readonly content: readonly WalletTransfer[]
  readonly paging: Paging
}

export interface CreateWalletTransferBody {
  /**
   * The wallet by id or 16-digit code, or its contact by id, code or anything else the contact is known
   * by.
   */
  readonly destination: {
    readonly wallet_id?: string | undefined
    readonly contact_id?: string | undefined
  }
  readonly amount: Decimal
  /** Money of this pool, and it stays of it; without it, open money. */
  readonly commerce_pool?:
    | {
        readonly id?: string | undefined
        readonly code?: string | undefined
      }
    | undefined
  /** The same code with the same content is one transfer, however often it is sent. Made, if left out. */
  readonly code?: string | undefined
  readonly notes?: string | undefined
}

export type CreateWalletTransferReply = DeleteCommercePoolReply

export interface GetWebPushKeyReply {
  /** base64url */
  readonly public_key: string
}

export interface ListWebhookDeliveriesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  /** GUID. */
  readonly webhook_endpoint_id?: string | undefined
  /** GUID. */
  readonly event_id?: string | undefined
  readonly state?: 'PENDING' | 'DELIVERED' | 'FAILED' | 'DROPPED' | undefined
}

export interface ListWebhookDeliveriesReply {
  readonly content: readonly WebhookDelivery[]
  readonly paging: Paging
}

export interface GetWebhookDeliveryReply {
  readonly id: string
  readonly webhook_endpoint_id: string
  readonly event: {
    readonly id: string
    readonly type: string
    readonly entity_id: string
  }
  readonly state: 'PENDING' | 'DELIVERED' | 'FAILED' | 'DROPPED'
  readonly attempts: number
  readonly next_attempt_on: EpochSeconds | null
  /** What the last try was answered with. */
  readonly status: number | null
  readonly error: string | null
  readonly created_on: EpochSeconds
  readonly updated_on: EpochSeconds
  /**
   * What is sent, the same on every try, as it was signed. null: it is not made yet, or a contact in it
   * was erased.
   */
  readonly body: string | null
  /** The first one first; each is kept for seven days, at most 50. */
  readonly tries: readonly {
    readonly id: string
    readonly date: EpochSeconds
    readonly url: string
    /** Until the answer was read, or given up. */
    readonly milliseconds: number
    /** It was answered with 2xx. */
    readonly taken: boolean
    readonly status: number | null
    readonly error: string | null
    /** As they were sent, but for the signature, which is kept nowhere. */
    readonly request_headers: readonly {
      readonly name: string
      readonly value: string
    }[]
    /** Those that say what became of the call. */
    readonly answer_headers: readonly {
      readonly name: string
      readonly value: string
    }[]
    /**
     * The beginning of what was answered: 4,096 characters of a refusal, 1,024 otherwise. null: it spoke
     * of a contact who was erased.
     */
    readonly answer: string | null
    readonly answer_is_whole: boolean
  }[]
}

export type ResendWebhookDeliveryReply = WebhookDelivery

export type ListWebhookEndpointsQuery = ListApiKeysQuery

export interface ListWebhookEndpointsReply {
  readonly content: readonly WebhookEndpoint[]
  readonly paging: Paging
}

export interface CreateWebhookEndpointBody {
  /** https, and public; in TEST mode http as well. */
  readonly url: string
  readonly description?: string | null | undefined
  /** Which events are sent; left out or empty: all. */
  readonly event_types?:
    | readonly (
        | 'purchase.posted'
        | 'purchase.claimed'
        | 'claim.held'
        | 'claim.refused'
        | 'purchase.cancelled'
        | 'purchase.returned'
        | 'reward.awarded'
        | 'reward.spent'
        | 'reward.reversed'
        | 'reward.expired'
        | 'wallet.changed'
        | 'payout.created'
        | 'payout.paid'
        | 'payout.failed'
        | 'token.blocked'
        | 'till.blocked'
        | 'products.synchronised'
        | 'contact.created'
        | 'contact.updated'
        | 'contact.merged'
        | 'contact.erased'
        | 'scheme.joined'
        | 'order.created'
        | 'order.started'
        | 'order.ready'
        | 'order.completed'
        | 'order.cancelled'
        | 'order.updated'
        | 'webhook_endpoint.paused'
      )[]
    | undefined
}

export interface CreateWebhookEndpointReply {
  readonly id: string
  readonly url: string
  readonly description: string | null
  readonly event_types: readonly string[]
  /** PAUSED: every call failed for five days; enable it and recover. */
  readonly state: 'ENABLED' | 'DISABLED' | 'PAUSED'
  readonly reason: string | null
  readonly failing_since: EpochSeconds | null
  readonly created_on: EpochSeconds
  readonly updated_on: EpochSeconds
  /** Checks signatures (Standard Webhooks); told once and never again. */
  readonly secret: string | null
}

export type GetWebhookEndpointReply = WebhookEndpoint

export interface UpdateWebhookEndpointBody {
  /** https, and public; in TEST mode http as well. */
  readonly url?: string | undefined
  readonly description?: string | null | undefined
  /** Which events are sent; left out or empty: all. */
  readonly event_types?:
    | readonly (
        | 'purchase.posted'
        | 'purchase.claimed'
        | 'claim.held'
        | 'claim.refused'
        | 'purchase.cancelled'
        | 'purchase.returned'
        | 'reward.awarded'
        | 'reward.spent'
        | 'reward.reversed'
        | 'reward.expired'
        | 'wallet.changed'
        | 'payout.created'
        | 'payout.paid'
        | 'payout.failed'
        | 'token.blocked'
        | 'till.blocked'
        | 'products.synchronised'
        | 'contact.created'
        | 'contact.updated'
        | 'contact.merged'
        | 'contact.erased'
        | 'scheme.joined'
        | 'order.created'
        | 'order.started'
        | 'order.ready'
        | 'order.completed'
        | 'order.cancelled'
        | 'order.updated'
        | 'webhook_endpoint.paused'
      )[]
    | undefined
  readonly state?: 'ENABLED' | 'DISABLED' | undefined
}

export type UpdateWebhookEndpointReply = WebhookEndpoint

export type DeleteWebhookEndpointReply = DeleteCommunicationTemplateReply

export interface RecoverWebhookEndpointBody {
  /** At most 30 days ago. */
  readonly since: number | string
  /** Also what was taken already, for a receiver that has lost it. */
  readonly include_delivered?: boolean | undefined
}

export interface RecoverWebhookEndpointReply {
  readonly id: string
  /** How many are sent again. */
  readonly deliveries: number
}

export type RotateWebhookSecretReply = CreateWebhookEndpointReply

export type GetOwnBrandingReply = GetBrandingReply

export interface ActOnOwnPoolBody {
  readonly action: 'ACTIVATE' | 'DEACTIVATE'
}

export type ActOnOwnPoolReply = DeleteCommunicationTemplateReply

export type GetOwnCommunicationReply = Communication

export type MarkOwnCommunicationBody = MarkCommunicationBody

export type MarkOwnCommunicationReply = DeleteCommunicationTemplateReply

export interface ContactExistsQuery {
  readonly email_address?: string | undefined
  readonly phone?: string | undefined
}

export interface ContactExistsReply {
  readonly contact_exists: boolean
}

export interface AuthenticateContactBody {
  readonly provider: 'EMAIL' | 'PHONE'
  /** The e-mail address. */
  readonly username?: string | null | undefined
  readonly password?: string | null | undefined
  readonly phone?:
    | {
        readonly number: string
        /** ISO 3166-1: CYP. */
        readonly country_code?: string | undefined
      }
    | null
    | undefined
}

export interface AuthenticateContactReply {
  /** Send it as Authorization: Bearer; null: not yet. */
  readonly access_token: string | null
  /** Good once, for the next two. */
  readonly refresh_token: string | null
  /** Of the access token. */
  readonly expiration_date: EpochSeconds | null
  readonly contact: {
    readonly id: string
    readonly type: string
    readonly first_name: string | null
    readonly last_name: string | null
    readonly is_verified: boolean
  } | null
  readonly organisations: readonly {
    readonly id: string
    readonly type: 'BUSINESS' | 'MERCHANT' | 'VENUE'
    readonly name: string
  }[]
  readonly communities: readonly {
    readonly id: string
    readonly name: string
  }[]
  /** Where the code went. */
  readonly obfuscated_value: string | null
  /** To be sent back with the code. */
  readonly auth_otp: string | null
  /** The code itself, in TEST mode only. */
  readonly code?: string | undefined
  readonly existing_contact: boolean
}

export interface SendSignInCodeBody {
  readonly method: 'SMS' | 'EMAIL'
  /** All have to be of one contact; a phone is written with its country. */
  readonly credentials: readonly {
    readonly name: 'EMAIL' | 'PHONE' | 'LOYALTY_IDENTIFIER' | 'CARD' | 'BIRTHDATE'
    readonly value: string
  }[]
}

export interface SendSignInCodeReply {
  /** Where the code went. */
  readonly obfuscated_value: string | null
  /** To be sent back with the code. */
  readonly auth_otp: string | null
  /** The code itself, in TEST mode only. */
  readonly code?: string | undefined
}

export interface RefreshContactSessionBody {
  readonly refresh_token?: string | undefined
}

export type RefreshContactSessionReply = AuthenticateContactReply

export interface RegisterContactBody {
  readonly first_name?: string | null | undefined
  readonly last_name?: string | null | undefined
  readonly identification: {
    readonly provider: 'EMAIL' | 'PHONE'
    readonly email?: string | null | undefined
    readonly password?: string | null | undefined
    readonly phone?:
      | {
          readonly number: string
          /** ISO 3166-1: CYP. */
          readonly country_code?: string | undefined
        }
      | null
      | undefined
  }
  readonly 'accept_terms_&_conditions'?: boolean | undefined
  readonly email_opt_out?: boolean | undefined
  /** Taken and not kept: no text message is sent but codes that are asked for. */
  readonly sms_opt_out?: boolean | undefined
  readonly referral_code?: string | undefined
  /** Taken and not kept. */
  readonly country_of_agreement?: string | undefined
  readonly language_code?: string | undefined
}

export type RegisterContactReply = AuthenticateContactReply

export interface ProveSignInCodeBody {
  readonly code: string
  readonly auth_otp: string
}

export type ProveSignInCodeReply = AuthenticateContactReply

export interface GetProfileReply {
  readonly id: string
  readonly code: string
  readonly type: string
  readonly first_name: string | null
  readonly last_name: string | null
  readonly language_code: string
  readonly email: string | null
  readonly phone: {
    readonly type: string
    readonly country_code: string | null
    readonly number: string
  } | null
  readonly demographics: {
    readonly name_day: {
      readonly month: number
      readonly day: number
    } | null
    readonly date_of_birth: {
      readonly year: number
      readonly month: number
      readonly day: number
    } | null
  }
  readonly referral_code: string
  readonly email_opt_out: boolean
  readonly loyalty_identifiers: readonly LoyaltyIdentifier[]
  readonly wallet: DeleteCommercePoolReply
}

export interface UpdateProfileBody {
  /** That of the path, if it is sent. */
  readonly id?: string | undefined
  readonly first_name?: string | null | undefined
  readonly last_name?: string | null | undefined
  readonly language_code?: string | null | undefined
  /** Takes the place of the address that is shown. */
  readonly email?: string | undefined
  /** Takes the place of the number that is shown. */
  readonly phone?:
    | {
        readonly type: string
        readonly country_code?: string | undefined
        readonly number: string
      }
    | undefined
  readonly demographics?:
    | {
        readonly date_of_birth?:
          | {
              readonly year: number
              readonly month: number
              readonly day: number
            }
          | null
          | undefined
        readonly name_day?:
          | {
              readonly month: number
              readonly day: number
            }
          | null
          | undefined
      }
    | undefined
  /** Taken and not kept: no text message is sent but codes that are asked for. */
  readonly sms_opt_out?: boolean | undefined
  readonly email_opt_out?: boolean | undefined
}

export type UpdateProfileReply = DeleteCommunicationTemplateReply

export interface DeleteProfileQuery {
  readonly leave_money?: boolean | undefined
}

export type DeleteProfileReply = DeleteCommunicationTemplateReply

export interface AnalyseOwnQuery {
  readonly frequency: 'MONTHLY' | 'MONTH'
  /** Which, with commas between: total_orders, wallet_totals, awards_per_month, redeems_per_month. */
  readonly metrics: string
}

export interface AnalyseOwnReply {
  readonly total_orders?: number | undefined
  readonly wallet_totals?:
    | {
        readonly total_top_ups: Amount
        readonly total_spent: Amount
        readonly total_sent: Amount
        readonly total_received: Amount
      }
    | undefined
  /** Of twelve months, this one the last; each by its first moment. */
  readonly awards_per_month?:
    | readonly {
        readonly amount: Amount
        readonly timestamp: EpochSeconds
      }[]
    | undefined
  /** Of twelve months, this one the last; each by its first moment. */
  readonly redeems_per_month?:
    | readonly {
        readonly amount: Amount
        readonly timestamp: EpochSeconds
      }[]
    | undefined
}

export type GetOwnTellingReply = GetCommunicationPreferencesReply

export type ChangeOwnTellingBody = UpdateCommunicationPreferencesBody

export type ChangeOwnTellingReply = GetCommunicationPreferencesReply

export type ListOwnCommunicationsQuery = ListCommunicationsQuery

export type ListOwnCommunicationsReply = ListCommunicationsReply

export type MarkOwnInboxBody = MarkInboxBody

export type MarkOwnInboxReply = MarkInboxReply

export type ListOwnDevicesQuery = ListApiKeysQuery

export type ListOwnDevicesReply = ListDevicesReply

export type RegisterOwnDeviceBody = RegisterDeviceBody

export type RegisterOwnDeviceReply = DeleteCommunicationTemplateReply

export type RemoveOwnDeviceReply = DeleteCommunicationTemplateReply

export type ExportOwnDataReply = ExportContactReply

export type ListOwnGoalsQuery = ListContactGoalsQuery

export type ListOwnGoalsReply = ListContactGoalsReply

export type ListOwnOrdersQuery = ListOrdersOfContactQuery

export type ListOwnOrdersReply = ListOrdersOfContactReply

export interface ListOwnOrganisationsQuery {
  readonly include_wallet?: boolean | undefined
  readonly name?: string | undefined
  readonly page?: number | undefined
  readonly size?: number | undefined
}

export interface ListOwnOrganisationsReply {
  readonly content: readonly OwnOrganisation[]
  readonly paging: Paging
}

export type ListOwnPasskeysReply = ListContactPasskeysReply

export interface RegisterOwnPasskeyBody {
  readonly credential: {
    /** Of the credential, as the device calls it. */
    readonly id: string
    /** Of the credential, as the device calls it. */
    readonly rawId: string
    readonly type: 'public-key'
    readonly response: {
      readonly clientDataJSON: string
      readonly attestationObject: string
      readonly transports?: readonly string[] | undefined
    }
  }
  readonly name?: string | undefined
}

export interface RegisterOwnPasskeyReply {
  readonly id: string
  readonly name: string
  /** Whether the owner has it on other devices as well. */
  readonly is_backed_up: boolean
  readonly created_on: EpochSeconds
  /** When somebody signed in with it last. */
  readonly used_on: EpochSeconds | null
}

export interface AskForOwnPasskeyReply {
  readonly public_key: {
    readonly challenge: string
    readonly rp: {
      readonly id?: string | undefined
      readonly name: string
    }
    readonly user: {
      readonly id: string
      readonly name: string
      readonly displayName: string
    }
    readonly pubKeyCredParams: readonly {
      readonly alg: number
      readonly type: 'public-key'
    }[]
    readonly timeout?: number | undefined
    readonly excludeCredentials?:
      | readonly {
          readonly id: string
          readonly type: string
          readonly transports?: readonly string[] | undefined
        }[]
      | undefined
    readonly authenticatorSelection?:
      | {
          readonly residentKey?: 'required' | 'preferred' | 'discouraged' | undefined
          readonly requireResidentKey?: boolean | undefined
          readonly userVerification?: 'required' | 'preferred' | 'discouraged' | undefined
        }
      | undefined
    readonly attestation?: string | undefined
  }
}

export interface RenameOwnPasskeyBody {
  readonly name: string
}

export type RenameOwnPasskeyReply = RegisterOwnPasskeyReply

export type RemoveOwnPasskeyReply = DeleteCommunicationTemplateReply

export type ListOwnPaymentMethodsQuery = ListPaymentMethodsQuery

export interface ListOwnPaymentMethodsReply {
  readonly content: readonly OwnPaymentMethod[]
  readonly paging: Paging
}

export type AddOwnPaymentMethodBody = CreatePaymentMethodBody

export type AddOwnPaymentMethodReply = DeleteCommunicationTemplateReply

export type ChangeOwnPaymentMethodBody = UpdatePaymentMethodBody

export type ChangeOwnPaymentMethodReply = DeleteCommunicationTemplateReply

export type RemoveOwnPaymentMethodReply = DeleteCommunicationTemplateReply

export type TryOwnPaymentMethodReply = TryPaymentMethodReply

export interface ListOwnPurchasesQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly date?: TimeRange | undefined
}

export interface ListOwnPurchasesReply {
  readonly content: readonly OwnPurchase[]
  readonly paging: Paging
}

export type ChangeOwnMembershipBody = ChangeContactMembershipBody

export type ChangeOwnMembershipReply = ContactScheme

export interface GetOwnRewardsReply {
  readonly id: string
  readonly reward_schemes: readonly {
    readonly id: string
    readonly name: string
    readonly signed_up_on: EpochSeconds | null
    readonly sign_up_option: string
  }[]
  readonly sign_up_date: EpochSeconds
  /** null: the business has no tiers. */
  readonly reward_tier: {
    /** null: no tier is reached yet. */
    readonly id: string | null
    readonly name: string | null
    readonly period_value_units: number
    readonly maintain_tier: {
      readonly points_needed: number
      readonly collected_by: EpochSeconds | null
    } | null
    readonly progress: {
      readonly name: string
      readonly points_needed: number
      readonly collected_by: EpochSeconds | null
    } | null
  } | null
  readonly reward_tiers: {
    readonly conversion_rate: number
    readonly tiers: readonly {
      readonly id: string
      readonly name: string
      readonly description: string | null
      readonly value_units: number
    }[]
  } | null
}

export interface SignOutContactBody {
  /** Taken for old clients; does nothing. */
  readonly redirect_url?: string | undefined
  /** The same. */
  readonly rredirectUrl?: string | undefined
}

export type SignOutContactReply = unknown

export type GetOwnSpendPreferencesReply = GetSpendPreferencesReply

export type SetOwnSpendPreferencesBody = SetSpendPreferencesBody

export type SetOwnSpendPreferencesReply = GetSpendPreferencesReply

export type RehearseOwnSpendingBody = SetSpendPreferencesBody

export type RehearseOwnSpendingReply = RehearseSpendPreferencesReply

export type ListOwnTokensQuery = ListSpendTokensQuery

export type ListOwnTokensReply = ListSpendTokensReply

export type CreateOwnTokenBody = CreateSpendTokenBody

export type CreateOwnTokenReply = CreateSpendTokenReply

export interface EstimateOwnOrderBody {
  /** Of an earlier estimate, which this one takes the place of. */
  readonly estimation_id?: string | undefined
  /** Oneself, if it is sent. */
  readonly account_id?: string | undefined
  /** Id or code of the merchant or venue that fulfils it. */
  readonly fulfilled_by?: string | undefined
  readonly supply_method?: 'DELIVERY' | 'PICK_UP' | 'DIRECT_SALE' | 'DIRECT_SALES' | undefined
  readonly delivery_method?: 'DIRECT_DELIVERY' | 'COURIER_SERVICE' | 'PICKUP_POINT' | undefined
  /** Where it is brought; only of a delivery. */
  readonly address?:
    | {
        readonly id?: string | undefined
        readonly address_type?: string | undefined
        readonly address_name?: string | undefined
        readonly address_line_1?: string | undefined
        readonly address_line_2?: string | undefined
        readonly state_province_county?: string | undefined
        readonly town_city?: string | undefined
        readonly postal_code?: string | undefined
        readonly country_code?: string | undefined
        readonly lat?: Decimal | undefined
        readonly lon?: Decimal | undefined
        readonly google_place_id?: string | undefined
      }
    | undefined
  /** When it is wanted: a date, or so long from now. Left out: as soon as can be. */
  readonly requested_delivery_at?:
    | {
        readonly time?: number | undefined
        readonly time_unit?: 'MINUTE' | 'HOUR' | 'DAY' | 'MINUTES' | 'HOURS' | 'DAYS' | undefined
        readonly date?: Time | undefined
      }
    | undefined
  readonly items?:
    | readonly {
        /** Id of the product, or its SKU. */
        readonly id?: string | undefined
        readonly sku?: string | undefined
        readonly name?: string | undefined
        /** Pieces or weight, 1 unless it is said. */
        readonly quantity?: number | string | undefined
        /** Of one; left out: that of the product. */
        readonly price?: number | string | undefined
        /** Whether the price contains its tax: it does unless it or the product says otherwise. */
        readonly tax_model?: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE' | undefined
        /** In per cent; with the price of the product, its rate unless it is said. */
        readonly tax_rate?: number | string | undefined
        readonly notes?: string | undefined
        /** What it is ordered with, such as an extra: so many for each one of the item. */
        readonly components?:
          | readonly {
              /** Id of the product, or its SKU. */
              readonly id?: string | undefined
              readonly sku?: string | undefined
              readonly name?: string | undefined
              /** Pieces or weight, 1 unless it is said. */
              readonly quantity?: number | string | undefined
              /** Of one; left out: that of the product. */
              readonly price?: number | string | undefined
              /** Whether the price contains its tax: it does unless it or the product says otherwise. */
              readonly tax_model?: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE' | undefined
              /** In per cent; with the price of the product, its rate unless it is said. */
              readonly tax_rate?: number | string | undefined
              readonly notes?: string | undefined
            }[]
          | undefined
      }[]
    | undefined
  /** Whether the wallet pays of it. What it pays is set aside until the order ends. */
  readonly use_wallet_funds?: boolean | undefined
  /** How much; left out: as much as possible. */
  readonly wallet_funds_amount?: number | string | undefined
  /**
   * Opens the offers of its plan; one that carries money is redeemed with the order, and pays it unless
   * use_wallet_funds says otherwise.
   */
  readonly pass?:
    | {
        readonly code: string
        readonly pin?: string | undefined
      }
    | undefined
  readonly notes?: string | undefined
  readonly custom_fields?:
    | readonly {
        readonly key: string
        readonly value: string
      }[]
    | undefined
  /** Another way to write address.id. */
  readonly address_id?: string | undefined
  /** Where it is brought if no address is said. */
  readonly current_location?:
    | {
        readonly id?: string | undefined
        readonly address_type?: string | undefined
        readonly address_name?: string | undefined
        readonly address_line_1?: string | undefined
        readonly address_line_2?: string | undefined
        readonly state_province_county?: string | undefined
        readonly town_city?: string | undefined
        readonly postal_code?: string | undefined
        readonly country_code?: string | undefined
        readonly lat?: Decimal | undefined
        readonly lon?: Decimal | undefined
        readonly google_place_id?: string | undefined
      }
    | undefined
  /** Whether what the wallet pays is set aside already, for as long as the estimate holds. */
  readonly block_wallet_funds?: boolean | undefined
  /** How what is due is paid when it is handed over. */
  readonly payment_method_type?: 'CASH' | 'CHEQUE' | undefined
}

export type EstimateOwnOrderReply = EstimateOrderReply

export interface ListMenusQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | 'NAME' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  /** Id or code of the merchant or venue that is ordered from. */
  readonly fulfilled_by?: string | undefined
  /** Ids or codes, separated by commas. */
  readonly order_catalog_ids?: string | undefined
  /** Those from which may be ordered at that time. */
  readonly ordering_time?: number | string | undefined
  readonly supply_method?: 'DELIVERY' | 'PICK_UP' | 'DIRECT_SALE' | 'DIRECT_SALES' | undefined
  /** Part of the name or code. */
  readonly search_value?: string | undefined
}

export type ListMenusReply = ListOrderCataloguesReply

export type ListMenuCategoriesQuery = ListOrderCategoriesQuery

export type ListMenuCategoriesReply = ListOrderCategoriesReply

export interface PlaceOwnOrderBody {
  /** Of the new order: the same again with the same content is one order. */
  readonly id?: string | undefined
  /** Of POST estimates/orders: what was estimated is placed, once; what is sent beside it counts instead. */
  readonly estimation_id?: string | undefined
  /** Oneself, if it is sent. */
  readonly account_id?: string | undefined
  /** Id or code of the merchant or venue that fulfils it. */
  readonly fulfilled_by?: string | undefined
  readonly supply_method?: 'DELIVERY' | 'PICK_UP' | 'DIRECT_SALE' | 'DIRECT_SALES' | undefined
  readonly delivery_method?: 'DIRECT_DELIVERY' | 'COURIER_SERVICE' | 'PICKUP_POINT' | undefined
  /** Where it is brought; only of a delivery. */
  readonly address?:
    | {
        readonly id?: string | undefined
        readonly address_type?: string | undefined
        readonly address_name?: string | undefined
        readonly address_line_1?: string | undefined
        readonly address_line_2?: string | undefined
        readonly state_province_county?: string | undefined
        readonly town_city?: string | undefined
        readonly postal_code?: string | undefined
        readonly country_code?: string | undefined
        readonly lat?: Decimal | undefined
        readonly lon?: Decimal | undefined
        readonly google_place_id?: string | undefined
      }
    | undefined
  /** When it is wanted: a date, or so long from now. Left out: as soon as can be. */
  readonly requested_delivery_at?:
    | {
        readonly time?: number | undefined
        readonly time_unit?: 'MINUTE' | 'HOUR' | 'DAY' | 'MINUTES' | 'HOURS' | 'DAYS' | undefined
        readonly date?: Time | undefined
      }
    | undefined
  readonly items?:
    | readonly {
        /** Id of the product, or its SKU. */
        readonly id?: string | undefined
        readonly sku?: string | undefined
        readonly name?: string | undefined
        /** Pieces or weight, 1 unless it is said. */
        readonly quantity?: number | string | undefined
        /** Of one; left out: that of the product. */
        readonly price?: number | string | undefined
        /** Whether the price contains its tax: it does unless it or the product says otherwise. */
        readonly tax_model?: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE' | undefined
        /** In per cent; with the price of the product, its rate unless it is said. */
        readonly tax_rate?: number | string | undefined
        readonly notes?: string | undefined
        /** What it is ordered with, such as an extra: so many for each one of the item. */
        readonly components?:
          | readonly {
              /** Id of the product, or its SKU. */
              readonly id?: string | undefined
              readonly sku?: string | undefined
              readonly name?: string | undefined
              /** Pieces or weight, 1 unless it is said. */
              readonly quantity?: number | string | undefined
              /** Of one; left out: that of the product. */
              readonly price?: number | string | undefined
              /** Whether the price contains its tax: it does unless it or the product says otherwise. */
              readonly tax_model?: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE' | undefined
              /** In per cent; with the price of the product, its rate unless it is said. */
              readonly tax_rate?: number | string | undefined
              readonly notes?: string | undefined
            }[]
          | undefined
      }[]
    | undefined
  /** Whether the wallet pays of it. What it pays is set aside until the order ends. */
  readonly use_wallet_funds?: boolean | undefined
  /** How much; left out: as much as possible. */
  readonly wallet_funds_amount?: number | string | undefined
  /**
   * Opens the offers of its plan; one that carries money is redeemed with the order, and pays it unless
   * use_wallet_funds says otherwise.
   */
  readonly pass?:
    | {
        readonly code: string
        readonly pin?: string | undefined
      }
    | undefined
  readonly notes?: string | undefined
  readonly custom_fields?:
    | readonly {
        readonly key: string
        readonly value: string
      }[]
    | undefined
  readonly payments?:
    | readonly {
        /** How what is due is paid when it is handed over. */
        readonly payment_method_type: 'CASH' | 'CHEQUE'
        readonly paid_on?: string | undefined
      }[]
    | undefined
}

export type PlaceOwnOrderReply = PlaceOrderReply

export type GetOwnOrderQuery = GetOrderQuery

export type GetOwnOrderReply = GetOrderReply

export interface ActOnOwnOrderBody {
  /** The same as in the path. */
  readonly id?: string | undefined
  readonly action: 'CANCEL' | 'MARK_FAVORITE'
  readonly cancellation_reason_id?: string | null | undefined
}

export type ActOnOwnOrderReply = DeleteCommunicationTemplateReply

export type GetPlaceReply = Network

export interface ListNetworkQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  /** Part of the name or code. */
  readonly name?: string | undefined
  /** As it is printed on receipts. */
  readonly tap_code?: string | undefined
  readonly type?: 'BUSINESS' | 'MERCHANT' | 'VENUE' | undefined
}

export interface ListNetworkReply {
  readonly content: readonly Network[]
  readonly paging: Paging
}

export interface RedeemOwnPassBody {
  readonly code: string
  readonly pin?: string | undefined
  /** Oneself, if it is sent. */
  readonly contact_id?: string | undefined
  /** One's own, if it is sent. */
  readonly wallet_id?: string | undefined
  /** Where it is redeemed; else the business. */
  readonly organisation?:
    | {
        readonly id?: string | undefined
        readonly merchant_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
        readonly venue_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
      }
    | undefined
  /** When it was redeemed, as the caller says. */
  readonly date?: number | string | undefined
  readonly custom_fields?:
    | readonly {
        readonly key: string
        readonly value: string
      }[]
    | undefined
}

export type RedeemOwnPassReply = DeleteCommunicationTemplateReply

export interface SignInWithPasskeyBody {
  readonly credential: {
    /** Of the credential, as the device calls it. */
    readonly id: string
    /** Of the credential, as the device calls it. */
    readonly rawId: string
    readonly type: 'public-key'
    readonly response: {
      readonly clientDataJSON: string
      readonly authenticatorData: string
      readonly signature: string
      readonly userHandle?: string | null | undefined
    }
  }
}

export type SignInWithPasskeyReply = AuthenticateContactReply

export interface AskForPasskeySignInReply {
  readonly public_key: {
    readonly challenge: string
    readonly rpId?: string | undefined
    readonly timeout?: number | undefined
    readonly userVerification?: 'required' | 'preferred' | 'discouraged' | undefined
  }
}

export type RequestOwnPayoutBody = CreatePayoutBody

export type RequestOwnPayoutReply = DeleteCommunicationTemplateReply

export interface ListGoodsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  /** Id or code: in it and below it. */
  readonly order_category_id?: string | undefined
  /** Ids, separated by commas. */
  readonly product_ids?: string | undefined
  /** SKUs, separated by commas. */
  readonly product_skus?: string | undefined
  /** Part of the name or SKU. */
  readonly name?: string | undefined
  /** The same. */
  readonly search_value?: string | undefined
  readonly brand_id?: string | undefined
  readonly family_id?: string | undefined
  readonly type_id?: string | undefined
  readonly classification?:
    | 'TERMED_SERVICE'
    | 'USAGE_SERVICE'
    | 'ONE_TIME_SERVICE'
    | 'TRACEABLE_PHYSICAL_GOOD'
    | 'NON_TRACEABLE_PHYSICAL_GOOD'
    | 'EXPENSES_SERVICE'
    | undefined
  readonly composition?: 'FLAT' | 'FLEXIBLE_BUNDLE' | 'FIXED_BUNDLE' | 'COMPOSITE' | undefined
  /** Prices in it alone. */
  readonly currency?: string | undefined
  readonly order_catalog_id?: string | undefined
  readonly fulfilled_by?: string | undefined
  readonly supply_method?: 'DELIVERY' | 'PICK_UP' | 'DIRECT_SALE' | 'DIRECT_SALES' | undefined
  /** What may be ordered at that time. */
  readonly validity_date?: number | string | undefined
}

export type ListGoodsReply = ListOrderCatalogueProductsReply

export type GetGoodsQuery = GetOrderCatalogueProductQuery

export type GetGoodsReply = GetOrderCatalogueProductReply

export interface ReclaimOwnPurchaseBody {
  /** The number of the receipt; it may hold semicolons. */
  readonly id?: string | undefined
  /**
   * What was scanned or typed: receipt;merchant;venue;amount×100 of a QR code,
   * merchant;receipt;amount×100;venue of a barcode, or the signed code. It says all that the other
   * fields say.
   */
  readonly transaction_code?: string | null | undefined
  /** The merchant and venue numbers of the receipt, as merchant_tap and venue_tap. */
  readonly organisation?:
    | {
        readonly id?: string | undefined
        readonly merchant_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
        readonly venue_tap?:
          | {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }
          | undefined
      }
    | undefined
  /** The total is compared with the purchase; the rest is not. */
  readonly transaction_amounts?:
    | {
        readonly net?: Decimal | null | undefined
        readonly tax?: Decimal | null | undefined
        readonly discount?: Decimal | null | undefined
        readonly total: Decimal
      }
    | undefined
  readonly currency_code?: string | undefined
}

export type ReclaimOwnPurchaseQuery = ReclaimPurchaseQuery

export type ReclaimOwnPurchaseReply = ReclaimPurchaseReply

export type GetOwnPurchaseReply = OwnPurchase

export type ExplainOwnPurchaseReply = ExplainPurchaseReply

export type GetOwnPurchaseRewardsQuery = GetPurchaseRewardsQuery

export type GetOwnPurchaseRewardsReply = GetPurchaseRewardsReply

export interface ListShownOffersQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly sort?: 'DEFAULT_SORTING' | 'CREATED_DATE' | undefined
  readonly goals?: 'SPEND' | 'VISITS' | 'MEMBERSHIP' | 'ACHIEVEMENT' | undefined
  readonly types?:
    | 'DISCOUNT'
    | 'BUNDLE'
    | 'HAPPYHOUR'
    | 'LOTTERY'
    | 'ACHIEVEMENT'
    | 'REFER'
    | 'PROFILE'
    | 'SIGNUP'
    | 'GIFT'
    | 'REACH_TIER'
    | undefined
  /** Id or code of the organisation that pays. */
  readonly owner?: string | undefined
  readonly search_value?: string | undefined
}

export interface ListShownOffersReply {
  readonly content: readonly ShownOffer[]
  readonly paging: Paging
}

export type GetShownOfferReply = ShownOffer

export interface GetOwnPerformanceReply {
  /** What is counted: money, pieces or purchases. */
  readonly type: 'AMOUNT' | 'PRODUCT' | 'EVENT'
  /** Whole per cent of the target. Where it repeats it begins again when it is reached. */
  readonly progress: number
  /** Toward the next award, never above the target. */
  readonly current: number
  readonly target: number
}

export interface ListOwnSchemesQuery {
  readonly is_signed?: boolean | undefined
  readonly name?: string | undefined
}

export interface ListOwnSchemesReply {
  readonly content: readonly {
    readonly id: string
    readonly name: string
    readonly description: string | null
    readonly sign_up_option: string
    readonly sign_up_method: string | null
    readonly is_signed: boolean
  }[]
}

export interface ListMerchantsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly name?: string | undefined
}

export type ListMerchantsReply = ListNetworkReply

export interface GetOwnTokenReply {
  readonly id: string
  /** USED: a purchase was paid with it. OVER: its time ran out, or another took its place. */
  readonly state: 'LIVE' | 'USED' | 'OVER'
  readonly expiration: EpochSeconds
  /** What used it. */
  readonly purchase_id: string | null
}

export type CancelOwnTokenReply = DeleteCommunicationTemplateReply

export interface TransferOwnMoneyBody {
  /** One's own wallet. */
  readonly origin: {
    readonly wallet_id: string
  }
  /** The wallet that gets it, by id or by its 16-digit code. */
  readonly destination: {
    readonly wallet_id: string
  }
  readonly amount: Decimal
  /** The same code with the same content is one transfer, however often it is sent. */
  readonly code?: string | undefined
  /** Money of this pool, and it stays of it; without it, open money. */
  readonly commerce_pool_id?: string | undefined
  readonly notes?: string | undefined
}

export type TransferOwnMoneyReply = DeleteCommunicationTemplateReply

export type GetOwnWalletQuery = GetWalletQuery

export type GetOwnWalletReply = GetWalletReply

export type GetOwnWalletCodeReply = GetWalletCodeReply

export type ListOwnCommerceBalancesQuery = ListCommerceBalancesQuery

export type ListOwnCommerceBalancesReply = ListCommerceBalancesReply

export type ListOwnJournalsQuery = ListWalletJournalsQuery

export type ListOwnJournalsReply = ListWalletJournalsReply

export type SummariseOwnTotalsQuery = SummariseWalletTotalsQuery

export type SummariseOwnTotalsReply = SummariseWalletTotalsReply

export type ListOwnTransactionsQuery = ListWalletTransactionsQuery

export type ListOwnTransactionsReply = ListWalletTransactionsReply

export type GetOwnPushKeyReply = GetWebPushKeyReply

export interface ReportsGroup {
  /**
   * Read which account of the general ledger stands for each account of the books.
   * `GET /backoffice/v2/accounting_map`, scope reports:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getAccountingMap(options?: CallOptions): Promise<GetAccountingMapReply>
  /**
   * Set the accounting map, whole.
   * Every kind of account of the books is given one account of the general ledger.
   * `PUT /backoffice/v2/accounting_map`, scope reports:write.
   * Refusals: InvalidValue (400), RequiredField (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  setAccountingMap(body: SetAccountingMapBody, options?: CallOptions): Promise<SetAccountingMapReply>
  /**
   * Export a balanced journal for a general ledger, as JSON or CSV.
   * One entry for each day, kind of movement and pair of accounts, on the accounts of the accounting
   * map. Whole days in the time zone of the business; exports of all days sum to the balances of the
   * books.
   * `GET /backoffice/v2/reports/accounting`, scope reports:read.
   * Refusals: InvalidValue (400), InvalidState (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  exportAccounting(query?: ExportAccountingQuery, options?: CallOptions): Promise<ExportAccountingReply>
  /**
   * Read what each offer gave in a period, and what became of its money.
   * `GET /backoffice/v2/reports/awards`, scope reports:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getAwards(query?: GetAwardsReportQuery, options?: CallOptions): Promise<GetAwardsReportReply>
  /**
   * Read what the business owes its contacts, at any instant, to the cent.
   * Reckoned from every movement up to the instant and from nothing else, so a past instant gives the
   * same answer whenever it is asked.
   * `GET /backoffice/v2/reports/liability`, scope reports:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getLiability(query?: GetLiabilityQuery, options?: CallOptions): Promise<GetLiabilityReply>
  /**
   * Read purchases and what they were worth, day by day.
   * As purchases stand now: one that is voided tomorrow is not in its day any more.
   * `GET /backoffice/v2/reports/sales`, scope reports:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getSales(query?: GetSalesReportQuery, options?: CallOptions): Promise<GetSalesReportReply>
  /**
   * Read who owes whom: money of each funder by where it was used, in a period.
   * `GET /backoffice/v2/reports/settlements`, scope reports:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getSettlement(query?: GetSettlementReportQuery, options?: CallOptions): Promise<GetSettlementReportReply>
  /**
   * List the awards and spends that are settled between organisations, newest first.
   * `GET /backoffice/v2/settlements`, scope reports:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listSettlements(query?: ListSettlementsQuery, options?: CallOptions): Promise<ListSettlementsReply>
  /** Every item of `listSettlements`, page after page. */
  eachSettlement(query?: ListSettlementsQuery, options?: CallOptions): AsyncIterable<Settlement>
}

export interface RewardEventsGroup {
  /**
   * Report what a contact has achieved: awards what offers give for it.
   * Judges the offers for achievements and moves the money in one durable step. The same
   * `reference_number` and content again gets the same answer and moves nothing.
   * `POST /backoffice/v2/achievements`, scope purchases:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * AlreadyExists (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  reportAchievement(body: ReportAchievementBody, options?: CallOptions): Promise<ReportAchievementReply>
  /**
   * List what happened to contacts besides purchases, and what it brought them; newest first.
   * `GET /backoffice/v2/reward_events`, scope purchases:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  list(query?: ListRewardEventsQuery, options?: CallOptions): Promise<ListRewardEventsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListRewardEventsQuery, options?: CallOptions): AsyncIterable<RewardEvent>
  /**
   * Read by id or code what happened, and why each offer for it gave something or nothing.
   * `GET /backoffice/v2/reward_events/{id}`, scope purchases:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetRewardEventReply>
}

export interface AdjustmentsGroup {
  /**
   * List the corrections of all wallets, newest first; with state, those that wait for approval.
   * `GET /backoffice/v2/adjustments`, scope adjustments:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listAll(query?: ListAllAdjustmentsQuery, options?: CallOptions): Promise<ListAllAdjustmentsReply>
  /** Every item of `listAll`, page after page. */
  eachAll(query?: ListAllAdjustmentsQuery, options?: CallOptions): AsyncIterable<AllAdjustment>
  /**
   * Read a correction by id or reference number.
   * `GET /backoffice/v2/adjustments/{id}`, scope adjustments:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetAdjustmentReply>
  /**
   * Approve or reject a correction that waits.
   * Not by the key or the person that asked for it. An approved correction is posted at once.
   * `PUT /backoffice/v2/adjustments/{id}/actions`, scope adjustments:approve.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), WalletHoldsTooLittle (400),
   * WalletLimitExceeded (400), IdempotencyKeyReused (400), InvalidState (400), SecondApprovalNeeded
   * (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  decide(id: string, body: DecideAdjustmentBody, options?: CallOptions): Promise<DecideAdjustmentReply>
  /**
   * List the corrections of a wallet, newest first.
   * `GET /backoffice/v2/wallets/{id}/adjustments`, scope adjustments:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  list(id: string, query?: ListAdjustmentsQuery, options?: CallOptions): Promise<ListAdjustmentsReply>
  /** Every item of `list`, page after page. */
  each(id: string, query?: ListAdjustmentsQuery, options?: CallOptions): AsyncIterable<AllAdjustment>
  /**
   * Correct a wallet by hand.
   * Above the amount that the business set (adjustment_approval_above, 100 if it did not) it waits until
   * another key or person approves it; what the same one corrected alone on the wallet within 24 hours
   * counts along.
   * `POST /backoffice/v2/wallets/{id}/adjustments`, scope adjustments:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), WalletHoldsTooLittle (400),
   * WalletLimitExceeded (400), IdempotencyKeyReused (400), AlreadyExists (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  create(id: string, body: CreateAdjustmentBody, options?: CallOptions): Promise<CreateAdjustmentReply>
}

export interface ApiKeysGroup {
  /**
   * List the keys, without their secrets.
   * `GET /backoffice/v2/api_keys`, scope keys:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListApiKeysQuery, options?: CallOptions): Promise<ListApiKeysReply>
  /** Every item of `list`, page after page. */
  each(query?: ListApiKeysQuery, options?: CallOptions): AsyncIterable<ApiKey>
  /**
   * Make a key of the mode of the caller.
   * The key is in this answer and nowhere else. It may do at most what the caller may.
   * `POST /backoffice/v2/api_keys`, scope keys:write.
   * Refusals: InvalidValue (400), RequiredField (400), NotFound (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  create(body: CreateApiKeyBody, options?: CallOptions): Promise<CreateApiKeyReply>
  /**
   * Read a key, without its secret.
   * `GET /backoffice/v2/api_keys/{id}`, scope keys:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetApiKeyReply>
  /**
   * Revoke a key for ever.
   * Refused from now on, on other processes of the server within two seconds. Again: the same answer.
   * `DELETE /backoffice/v2/api_keys/{id}`, scope keys:write.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  revoke(id: string, options?: CallOptions): Promise<RevokeApiKeyReply>
  /**
   * Make a new key in the place of one.
   * The new one has the same name, scopes, organisation and end, and is told in this answer only. The
   * old one works until the overlap ends, 0: not any more. A caller who may not do all that the key may
   * cannot roll it.
   * `POST /backoffice/v2/api_keys/{id}/roll`, scope keys:write.
   * Refusals: InvalidValue (400), NotFound (400), InvalidState (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  roll(id: string, body?: RollApiKeyBody, options?: CallOptions): Promise<RollApiKeyReply>
}

export interface AuditLogGroup {
  /**
   * List what staff and keys did, the newest first.
   * Every act of a member of staff, and every act of a key that configures something. Purchases and
   * other acts of tills are in the books. Kept for two years.
   * `GET /backoffice/v2/audit_log`, scope audit:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListAuditLogQuery, options?: CallOptions): Promise<ListAuditLogReply>
  /** Every item of `list`, page after page. */
  each(query?: ListAuditLogQuery, options?: CallOptions): AsyncIterable<AuditLog>
}

export interface OrganisationsGroup {
  /**
   * Read how the business looks to shoppers.
   * `GET /backoffice/v2/branding`, scope organisations:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getBranding(options?: CallOptions): Promise<GetBrandingReply>
  /**
   * Change how the business looks to shoppers.
   * What is left out stays; null takes the product’s own again. SVG is not taken.
   * `PUT /backoffice/v2/branding`, scope organisations:write.
   * Refusals: InvalidValue (400), IdempotencyKeyReused (400), RequiredField (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  updateBranding(body?: UpdateBrandingBody, options?: CallOptions): Promise<UpdateBrandingReply>
  /**
   * List the business, its merchants and their venues.
   * A key of one merchant or venue sees only that and what is below it.
   * `GET /backoffice/v2/organisations`, scope organisations:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListOrganisationsQuery, options?: CallOptions): Promise<ListOrganisationsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListOrganisationsQuery, options?: CallOptions): AsyncIterable<Organisation>
  /**
   * Add a merchant or a venue.
   * `POST /backoffice/v2/organisations`, scope organisations:write.
   * Refusals: InvalidValue (400), RequiredField (400), NotFound (400), AlreadyExists (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  create(body: CreateOrganisationBody, options?: CallOptions): Promise<CreateOrganisationReply>
  /**
   * Read an organisation by id or code.
   * `GET /backoffice/v2/organisations/{id}`, scope organisations:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetOrganisationReply>
  /**
   * Change an organisation.
   * What is left out stays. A setting of null takes the parent’s again. Taps are added, never removed.
   * `PUT /backoffice/v2/organisations/{id}`, scope organisations:write.
   * Refusals: InvalidValue (400), RequiredField (400), NotFound (400), AlreadyExists (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  update(id: string, body?: UpdateOrganisationBody, options?: CallOptions): Promise<UpdateOrganisationReply>
}

export interface WebhooksGroup {
  /**
   * Follow what happens to what one may read, as it happens (server-sent events).
   * For the screens of staff, whatever their role: as `events/stream`, but only the types of events
   * whose things the role may read, and no more than that it happened, to what. What no event tells,
   * such as a key that was made, an offer that was changed, a long job that went on or a request that
   * was logged, is told as `change` with the parts of the API (the tags of this document) that may read
   * otherwise now; it has no id, and who lost the connection reads anew. Ends when the member signs out,
   * is removed or gets another role; who may still follow connects again.
   * `GET /backoffice/v2/changes/stream`, scope staff.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  streamChanges(query?: StreamChangesQuery, options?: StreamOptions): AsyncGenerator<StreamChangesReply, void>
  /**
   * What happened after the last event that you have seen, oldest first.
   * For whoever cannot be called: ask with the cursor of the last event, keep the new one. None is left
   * out and none comes before one that was told already. Kept for 30 days.
   * `GET /backoffice/v2/events`, scope webhooks:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listEvents(query?: ListEventsQuery, options?: CallOptions): Promise<ListEventsReply>
  /** Every item of `listEvents`, page after page. */
  eachEvent(query?: ListEventsQuery, options?: CallOptions): AsyncIterable<Event>
  /**
   * Follow what happens, as it happens (server-sent events).
   * For screens that are live. Each event has its cursor as `id` and its type as `event`; a reader that
   * lost the connection goes on with `Last-Event-ID` and misses nothing. A comment every 15 seconds says
   * that the connection lives. Ends when the key is revoked.
   * `GET /backoffice/v2/events/stream`, scope webhooks:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  streamEvents(query?: StreamEventsQuery, options?: StreamOptions): AsyncGenerator<StreamEventsReply, void>
  /**
   * Read an event, with its thing as it is now.
   * `GET /backoffice/v2/events/{id}`, scope webhooks:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getEvent(id: string, options?: CallOptions): Promise<GetEventReply>
  /**
   * Read how calls of webhook endpoints ended, hour by hour, and what waits.
   * Tries are counted, so a delivery that was taken at the third is two failed and one taken.
   * `GET /backoffice/v2/reports/webhooks`, scope webhooks:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getReport(query?: GetWebhookReportQuery, options?: CallOptions): Promise<GetWebhookReportReply>
  /**
   * List deliveries, newest first.
   * `GET /backoffice/v2/webhook_deliveries`, scope webhooks:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listDeliveries(
    query?: ListWebhookDeliveriesQuery,
    options?: CallOptions,
  ): Promise<ListWebhookDeliveriesReply>
  /** Every item of `listDeliveries`, page after page. */
  eachDelivery(query?: ListWebhookDeliveriesQuery, options?: CallOptions): AsyncIterable<WebhookDelivery>
  /**
   * Read a delivery: what is sent, and what each try was answered.
   * `GET /backoffice/v2/webhook_deliveries/{id}`, scope webhooks:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getDelivery(id: string, options?: CallOptions): Promise<GetWebhookDeliveryReply>
  /**
   * Send a delivery again now, with the same id and body.
   * `POST /backoffice/v2/webhook_deliveries/{id}/resend`, scope webhooks:write.
   * Refusals: InvalidState (400), NotFound (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  resendDelivery(id: string, options?: CallOptions): Promise<ResendWebhookDeliveryReply>
  /**
   * List webhook endpoints, newest first.
   * `GET /backoffice/v2/webhook_endpoints`, scope webhooks:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listEndpoints(query?: ListWebhookEndpointsQuery, options?: CallOptions): Promise<ListWebhookEndpointsReply>
  /** Every item of `listEndpoints`, page after page. */
  eachEndpoint(query?: ListWebhookEndpointsQuery, options?: CallOptions): AsyncIterable<WebhookEndpoint>
  /**
   * Have events sent to an address of yours.
   * Every event from now on is posted there, signed as Standard Webhooks says, at least once, with the
   * same `webhook-id` on every try.
   * `POST /backoffice/v2/webhook_endpoints`, scope webhooks:write.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidState (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  createEndpoint(body: CreateWebhookEndpointBody, options?: CallOptions): Promise<CreateWebhookEndpointReply>
  /**
   * Read a webhook endpoint.
   * `GET /backoffice/v2/webhook_endpoints/{id}`, scope webhooks:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getEndpoint(id: string, options?: CallOptions): Promise<GetWebhookEndpointReply>
  /**
   * Change, enable or disable a webhook endpoint.
   * What is left out stays. What happens while it is disabled or paused is not lost: recover it
   * afterwards.
   * `PUT /backoffice/v2/webhook_endpoints/{id}`, scope webhooks:write.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  updateEndpoint(
    id: string,
    body?: UpdateWebhookEndpointBody,
    options?: CallOptions,
  ): Promise<UpdateWebhookEndpointReply>
  /**
   * Send nothing more to an address.
   * `DELETE /backoffice/v2/webhook_endpoints/{id}`, scope webhooks:write.
   * Refusals: NotFound (400), IdempotencyKeyReused (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  deleteEndpoint(id: string, options?: CallOptions): Promise<DeleteWebhookEndpointReply>
  /**
   * Send every event since a time that was not taken, or was not sent at all.
   * `POST /backoffice/v2/webhook_endpoints/{id}/recover`, scope webhooks:write.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidState (400), NotFound (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  recoverEndpoint(
    id: string,
    body: RecoverWebhookEndpointBody,
    options?: CallOptions,
  ): Promise<RecoverWebhookEndpointReply>
  /**
   * Give a webhook endpoint a new secret.
   * The former one signs as well for a day, so that no delivery is refused while you change over.
   * `POST /backoffice/v2/webhook_endpoints/{id}/rotate_secret`, scope webhooks:write.
   * Refusals: NotFound (400), IdempotencyKeyReused (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  rotateSecret(id: string, options?: CallOptions): Promise<RotateWebhookSecretReply>
}

export interface ClaimsGroup {
  /**
   * List claims of receipts, newest first; with state HELD, those that wait for somebody.
   * `GET /backoffice/v2/claims`, scope claims:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  list(query?: ListClaimsQuery, options?: CallOptions): Promise<ListClaimsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListClaimsQuery, options?: CallOptions): AsyncIterable<Claim>
  /**
   * Read a claim.
   * `GET /backoffice/v2/claims/{id}`, scope claims:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetClaimReply>
  /**
   * Approve or refuse a claim that waits.
   * An approved claim is awarded at once: from the purchase of the till at its amount where it sent one,
   * else from the receipt as the contact has it. The same decision again changes nothing.
   * `PUT /backoffice/v2/claims/{id}/actions`, scope claims:approve.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  decide(id: string, body: DecideClaimBody, options?: CallOptions): Promise<DecideClaimReply>
  /**
   * Claim a receipt for a contact: the purchase is awarded, and nothing is spent.
   * The receipt is scanned (transaction_code), typed (its signed code), or sent field by field. What was
   * paid has to be the amount of the purchase; with the signed code it need not be said. A receipt is
   * claimed once, ever. It is judged at the time of the purchase. One that no till has sent is taken as
   * the merchant wishes (self_submitted_purchases): awarded at once, HELD until the till sends it or
   * somebody approves it, or not at all. Wrong receipts are counted; after five within a day the contact
   * has to wait. With simulate=true it is told what the contact would get, and nothing is claimed; a
   * wrong receipt is counted all the same.
   * `POST /backoffice/v2/purchases/reclaim`, scope claims:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * AlreadyExists (400), InvalidState (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden
   * (403), PlainHttp (403), TooManyClaims (429), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  reclaimPurchase(
    body: ReclaimPurchaseBody,
    options?: QueryOptions<ReclaimPurchaseQuery>,
  ): Promise<ReclaimPurchaseReply>
}

export interface CommercePoolsGroup {
  /**
   * List commerce pools, newest first.
   * `GET /backoffice/v2/commerce_pools`, scope offers:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListCommercePoolsQuery, options?: CallOptions): Promise<ListCommercePoolsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListCommercePoolsQuery, options?: CallOptions): AsyncIterable<CommercePool>
  /**
   * Create a commerce pool: where, when and on what its money may be spent.
   * `POST /backoffice/v2/commerce_pools`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  create(body: CreateCommercePoolBody, options?: CallOptions): Promise<CreateCommercePoolReply>
  /**
   * Read a commerce pool by id or code.
   * `GET /backoffice/v2/commerce_pools/{id}`, scope offers:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetCommercePoolReply>
  /**
   * Change a commerce pool.
   * What is left out stays as it is; null or an empty list clears. Restrictions hold at once, also for
   * money that was given before; the validity holds for money given from now on.
   * `PUT /backoffice/v2/commerce_pools/{id}`, scope offers:write.
   * Refusals: InvalidValue (400), NotFound (400), AlreadyExists (400), IdempotencyKeyReused (400),
   * RequiredField (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429),
   * Unexpected (500), Busy (503).
   */
  update(id: string, body?: UpdateCommercePoolBody, options?: CallOptions): Promise<UpdateCommercePoolReply>
  /**
   * Delete a commerce pool that was never used.
   * `DELETE /backoffice/v2/commerce_pools/{id}`, scope offers:write.
   * Refusals: NotFound (400), InvalidState (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  delete(id: string, options?: CallOptions): Promise<DeleteCommercePoolReply>
  /**
   * Switch a commerce pool on or off for a contact.
   * Money of a pool that `needs_activation` can be spent only while it is switched on. The same action
   * again changes nothing.
   * `PUT /backoffice/v2/commerce_pools/{id}/actions`, scope contacts:write.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidState (400), NotFound (400),
   * AmbiguousIdentifier (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403),
   * PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  actOn(id: string, body: ActOnCommercePoolBody, options?: CallOptions): Promise<ActOnCommercePoolReply>
}

export interface CommunicationsGroup {
  /**
   * List the texts by which contacts are told, by kind and language.
   * `GET /backoffice/v2/communication_templates`, scope communications:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listTemplates(
    query?: ListCommunicationTemplatesQuery,
    options?: CallOptions,
  ): Promise<ListCommunicationTemplatesReply>
  /** Every item of `listTemplates`, page after page. */
  eachTemplate(
    query?: ListCommunicationTemplatesQuery,
    options?: CallOptions,
  ): AsyncIterable<CommunicationTemplate>
  /**
   * Put a text of your own in the place of one, or begin another language.
   * Named by kind and language, such as AWARD.el. Values stand in braces: money and days are written as
   * the language writes them. Messages that are written already stay.
   * `PUT /backoffice/v2/communication_templates/{id}`, scope communications:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  putTemplate(
    id: string,
    body: PutCommunicationTemplateBody,
    options?: CallOptions,
  ): Promise<PutCommunicationTemplateReply>
  /**
   * Go back to the text of the product.
   * `DELETE /backoffice/v2/communication_templates/{id}`, scope communications:write.
   * Refusals: NotFound (400), IdempotencyKeyReused (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  deleteTemplate(id: string, options?: CallOptions): Promise<DeleteCommunicationTemplateReply>
  /**
   * Read a communication.
   * `GET /backoffice/v2/communications/{id}`, scope communications:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetCommunicationReply>
  /**
   * Mark a communication as viewed or archived, or take the mark back.
   * What is left out or null stays. The same mark again changes nothing.
   * `PUT /backoffice/v2/communications/{id}/actions`, scope communications:write.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  mark(id: string, body?: MarkCommunicationBody, options?: CallOptions): Promise<MarkCommunicationReply>
  /**
   * Read how a contact wants to be told.
   * `GET /backoffice/v2/contacts/{id}/communication_preferences`, scope communications:read.
   * Refusals: NotFound (400), AmbiguousIdentifier (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getPreferences(id: string, options?: CallOptions): Promise<GetCommunicationPreferencesReply>
  /**
   * Change how a contact wants to be told.
   * What is left out stays. The inbox has everything in any case. What is waiting to be sent is not sent
   * to who opts out.
   * `PUT /backoffice/v2/contacts/{id}/communication_preferences`, scope communications:write.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), IdempotencyKeyReused (400),
   * RequiredField (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429),
   * Unexpected (500), Busy (503).
   */
  updatePreferences(
    id: string,
    body?: UpdateCommunicationPreferencesBody,
    options?: CallOptions,
  ): Promise<UpdateCommunicationPreferencesReply>
  /**
   * List what a contact was told, newest first.
   * Written soon after what it tells of, once for each event. The inbox is `channel=INAPP`; e-mail and
   * push are rows of their own, with what became of them.
   * `GET /backoffice/v2/contacts/{id}/communications`, scope communications:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  list(id: string, query?: ListCommunicationsQuery, options?: CallOptions): Promise<ListCommunicationsReply>
  /** Every item of `list`, page after page. */
  each(id: string, query?: ListCommunicationsQuery, options?: CallOptions): AsyncIterable<Communication>
  /**
   * Mark the whole inbox of a contact as viewed.
   * What was viewed already keeps its time; what was put away is not touched.
   * `PUT /backoffice/v2/contacts/{id}/communications/actions`, scope communications:write.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), IdempotencyKeyReused (400),
   * RequiredField (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429),
   * Unexpected (500), Busy (503).
   */
  markInbox(id: string, body: MarkInboxBody, options?: CallOptions): Promise<MarkInboxReply>
  /**
   * List the devices on which a contact reads push messages, newest first.
   * Without their tokens: who holds one may write to the device.
   * `GET /backoffice/v2/contacts/{id}/devices`, scope communications:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listDevices(id: string, query?: ListDevicesQuery, options?: CallOptions): Promise<ListDevicesReply>
  /** Every item of `listDevices`, page after page. */
  eachDevice(id: string, query?: ListDevicesQuery, options?: CallOptions): AsyncIterable<Device>
  /**
   * Register a device on which a contact reads push messages.
   * The same subscription again is the same device; registered by another contact, it is theirs alone
   * from then on. A contact has at most 10; the oldest gives way. In LIVE mode its address must be https
   * and public.
   * `POST /backoffice/v2/contacts/{id}/devices`, scope communications:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  registerDevice(id: string, body: RegisterDeviceBody, options?: CallOptions): Promise<RegisterDeviceReply>
  /**
   * Send no more push messages to a device.
   * What is waiting for it is not sent. One that is not there is no refusal.
   * `DELETE /backoffice/v2/contacts/{id}/devices/{device}`, scope communications:write.
   * Refusals: NotFound (400), AmbiguousIdentifier (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  removeDevice(id: string, device: string, options?: CallOptions): Promise<RemoveDeviceReply>
  /**
   * Read how contacts are told what happens.
   * `GET /backoffice/v2/notification_settings`, scope communications:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getNotificationSettings(options?: CallOptions): Promise<GetNotificationSettingsReply>
  /**
   * Change how contacts are told what happens.
   * What is left out stays. In TEST mode nothing is ever sent: read what would have been in
   * `test_helpers/outbox`.
   * `PUT /backoffice/v2/notification_settings`, scope communications:write.
   * Refusals: InvalidValue (400), RequiredField (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  updateNotificationSettings(
    body?: UpdateNotificationSettingsBody,
    options?: CallOptions,
  ): Promise<UpdateNotificationSettingsReply>
  /**
   * Tell the contact of a purchase again what it brought.
   * The messages of what it awarded and of what was spent on it, or of its void, as the purchase is now,
   * in every way in which the contact wants to be told; quiet hours hold. At most once a minute.
   * `POST /backoffice/v2/purchases/{id}/resend_notification`, scope communications:write.
   * Refusals: NotFound (400), InvalidState (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  resendPurchaseNotification(id: string, options?: CallOptions): Promise<ResendPurchaseNotificationReply>
  /**
   * Read what would have been sent, in TEST mode.
   * Test data reaches nobody. Messages go through all their steps (texts, opt-outs, quiet hours) and end
   * here.
   * `GET /backoffice/v2/test_helpers/outbox`, scope communications:read.
   * Refusals: InvalidValue (400), InvalidState (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listTestOutbox(query?: ListTestOutboxQuery, options?: CallOptions): Promise<ListTestOutboxReply>
  /** Every item of `listTestOutbox`, page after page. */
  eachTestOutbox(query?: ListTestOutboxQuery, options?: CallOptions): AsyncIterable<TestOutbox>
  /**
   * Read the key with which browsers subscribe to push messages.
   * The `applicationServerKey` of `pushManager.subscribe` (VAPID), the same for the whole installation.
   * `GET /backoffice/v2/web_push_key`, scope communications:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getWebPushKey(options?: CallOptions): Promise<GetWebPushKeyReply>
}

export interface ContactsGroup {
  /**
   * Find contacts by what they are recognised by.
   * Nobody found is an empty list. A till, whose key has purchases:write but not contacts:read, has to
   * name whom it looks for, and sees initials and the end of the phone number.
   * `GET /backoffice/v2/contacts`, scope contacts:read or purchases:write.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListContactsQuery, options?: CallOptions): Promise<ListContactsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListContactsQuery, options?: CallOptions): AsyncIterable<Contact>
  /**
   * Register a contact with an empty wallet.
   * `POST /backoffice/v2/contacts`, scope contacts:write.
   * Refusals: InvalidValue (400), RequiredField (400), NotFound (400), AlreadyExists (400),
   * IdentifierTaken (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  create(body?: CreateContactBody, options?: CallOptions): Promise<CreateContactReply>
  /**
   * Read a contact by id, code or any identifier.
   * Members of staff see how phones, e-mail addresses and loyalty identifiers end; `reveal` tells them
   * whole.
   * `GET /backoffice/v2/contacts/{id}`, scope contacts:read or purchases:write.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, query?: GetContactQuery, options?: CallOptions): Promise<GetContactReply>
  /**
   * Change what is known of a contact.
   * What is left out stays; null clears. A list of phones, e-mail addresses, loyalty identifiers or
   * segments takes the place of the one before.
   * `PUT /backoffice/v2/contacts/{id}`, scope contacts:write.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), AlreadyExists (400),
   * IdentifierTaken (400), IdempotencyKeyReused (400), RequiredField (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  update(id: string, body?: UpdateContactBody, options?: CallOptions): Promise<UpdateContactReply>
  /**
   * Say that two contacts who look alike are two people.
   * They are no longer listed as alike; they can still be merged. Again: nothing more.
   * `POST /backoffice/v2/contacts/{id}/apart`, scope contacts:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  tellApart(id: string, body: TellContactsApartBody, options?: CallOptions): Promise<TellContactsApartReply>
  /**
   * Erase who a contact is.
   * What a person may ask for (GDPR, article 17). Names, identifiers, addresses, notes, messages,
   * devices and payment methods go, also those of contacts that were merged into this one; purchases and
   * the books stay, under ids that lead to nobody. The contact is not found from then on, and nothing
   * brings it back. Refused while an order, a payout or a claim is under way. The same again changes
   * nothing.
   * `POST /backoffice/v2/contacts/{id}/erase`, scope contacts:write.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  erase(id: string, body?: EraseContactBody, options?: CallOptions): Promise<EraseContactReply>
  /**
   * Everything that is kept of a contact, for the contact.
   * What a person may ask for (GDPR, articles 15 and 20): one document that a machine can read. Codes,
   * pins and tokens are kept only as keyed hashes and are not in it. Contacts that were merged into this
   * one are. Of staff it needs contacts:reveal as well, and is an act in the audit log.
   * `GET /backoffice/v2/contacts/{id}/export`, scope contacts:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  export(id: string, options?: CallOptions): Promise<ExportContactReply>
  /**
   * How far a contact is with the offers that several purchases reach together.
   * Of every offer that runs and has `progress`, newest first, in the period of today. Read from the
   * counters that purchases move, so a void or a return is in it.
   * `GET /backoffice/v2/contacts/{id}/goals`, scope contacts:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listGoals(id: string, query?: ListContactGoalsQuery, options?: CallOptions): Promise<ListContactGoalsReply>
  /** Every item of `listGoals`, page after page. */
  eachGoal(id: string, query?: ListContactGoalsQuery, options?: CallOptions): AsyncIterable<ContactGoal>
  /**
   * List the loyalty identifiers of a contact.
   * `GET /backoffice/v2/contacts/{id}/loyalty_identifiers`, scope contacts:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listLoyaltyIdentifiers(
    id: string,
    query?: ListLoyaltyIdentifiersQuery,
    options?: CallOptions,
  ): Promise<ListLoyaltyIdentifiersReply>
  /** Every item of `listLoyaltyIdentifiers`, page after page. */
  eachLoyaltyIdentifier(
    id: string,
    query?: ListLoyaltyIdentifiersQuery,
    options?: CallOptions,
  ): AsyncIterable<LoyaltyIdentifier>
  /**
   * Merge another contact into this one: two records of one person become one.
   * Money with its pools and expiries, debt, identifiers, purchases, memberships, passes, and what
   * counts towards limits, goals and tiers go over in one step. Whatever named the other contact finds
   * this one from then on. The same merge again changes nothing.
   * `POST /backoffice/v2/contacts/{id}/merge`, scope contacts:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  merge(id: string, body: MergeContactsBody, options?: CallOptions): Promise<MergeContactsReply>
  /**
   * List what staff wrote down about a contact, newest first.
   * `GET /backoffice/v2/contacts/{id}/notes`, scope contacts:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listNotes(id: string, query?: ListContactNotesQuery, options?: CallOptions): Promise<ListContactNotesReply>
  /** Every item of `listNotes`, page after page. */
  eachNote(id: string, query?: ListContactNotesQuery, options?: CallOptions): AsyncIterable<ContactNote>
  /**
   * Write down something about a contact, for whoever looks after them next.
   * A contact has at most 200 notes. The contact reads them in the copy of their data, and they are gone
   * when the contact is erased.
   * `POST /backoffice/v2/contacts/{id}/notes`, scope contacts:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * InvalidState (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  addNote(id: string, body: AddContactNoteBody, options?: CallOptions): Promise<AddContactNoteReply>
  /**
   * Take a note about a contact away.
   * One’s own; those of others, whoever may change staff (users:write). One that is not there is no
   * refusal.
   * `DELETE /backoffice/v2/contacts/{id}/notes/{note}`, scope contacts:write.
   * Refusals: NotFound (400), AmbiguousIdentifier (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  removeNote(id: string, note: string, options?: CallOptions): Promise<RemoveContactNoteReply>
  /**
   * Send a contact a code that proves who they are.
   * Six digits, for five minutes unless `token_minutes` of the business says otherwise; a new one
   * replaces the one before. At most 5 in 15 minutes and 20 in a day. It says who somebody is; it allows
   * no spend (`contacts/{id}/tokens` does).
   * `POST /backoffice/v2/contacts/{id}/otp`, scope tokens:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * InvalidState (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyAttempts (429), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  sendCode(id: string, body: SendContactCodeBody, options?: CallOptions): Promise<SendContactCodeReply>
  /**
   * List the passkeys with which a contact signs in, newest first.
   * `GET /backoffice/v2/contacts/{id}/passkeys`, scope contacts:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listPasskeys(id: string, options?: CallOptions): Promise<ListContactPasskeysReply>
  /**
   * Let nobody sign in with a passkey of a contact any more.
   * Whoever is signed in with it stays so until their session is ended. One that is not there is no
   * refusal.
   * `DELETE /backoffice/v2/contacts/{id}/passkeys/{passkey}`, scope contacts:write.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  removePasskey(id: string, passkey: string, options?: CallOptions): Promise<RemoveContactPasskeyReply>
  /**
   * Read the phones, e-mail addresses and loyalty identifiers of a contact in full.
   * Members of staff see how they end, wherever they read a contact; keys with contacts:read see them
   * whole as ever. Each reveal is an act in the audit log: who, of whom, which fields, when and from
   * where. The same request again, with the same Idempotency-Key, is told null for them: they are kept
   * with no answer.
   * `POST /backoffice/v2/contacts/{id}/reveal`, scope contacts:reveal.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  reveal(id: string, body?: RevealContactBody, options?: CallOptions): Promise<RevealContactReply>
  /**
   * List the reward schemes in which a contact takes part.
   * `GET /backoffice/v2/contacts/{id}/reward_schemes`, scope contacts:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listSchemes(
    id: string,
    query?: ListContactSchemesQuery,
    options?: CallOptions,
  ): Promise<ListContactSchemesReply>
  /** Every item of `listSchemes`, page after page. */
  eachScheme(id: string, query?: ListContactSchemesQuery, options?: CallOptions): AsyncIterable<ContactScheme>
  /**
   * Sign a contact up to a reward scheme, or out of it.
   * Who takes part already stays as before, and no code is used up. A code that the contact has used
   * lets the same contact in again.
   * `POST /backoffice/v2/contacts/{id}/reward_schemes`, scope contacts:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * InvalidState (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  changeMembership(
    id: string,
    body: ChangeContactMembershipBody,
    options?: CallOptions,
  ): Promise<ChangeContactMembershipReply>
  /**
   * Where a contact stands among the reward tiers.
   * A tier is held from the purchase that reaches it to the end of the next period. Units are whole;
   * points are units.
   * `GET /backoffice/v2/contacts/{id}/reward_tiers`, scope contacts:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getTier(id: string, options?: CallOptions): Promise<GetContactTierReply>
  /**
   * List where a contact is signed in, the one used last first.
   * `GET /backoffice/v2/contacts/{id}/sessions`, scope contacts:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listSessions(id: string, options?: CallOptions): Promise<ListContactSessionsReply>
  /**
   * Sign a contact out on one device, such as a phone that was lost.
   * Its tokens are refused from now on. One that is over already is no refusal.
   * `DELETE /backoffice/v2/contacts/{id}/sessions/{session}`, scope contacts:write.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  endSession(id: string, session: string, options?: CallOptions): Promise<EndContactSessionReply>
  /**
   * Undo a merge: the other contact is one of its own again.
   * Each has what it had: money with its pools and expiries, debt, identifiers, purchases, memberships,
   * passes, counters, messages. Refused once money moved or something was bought, voided, returned or
   * counted since, with what stands in the way; merges are undone in the reverse order. What came since
   * without money stays with the contact that was left. Again: nothing more.
   * `POST /backoffice/v2/contacts/{id}/unmerge`, scope contacts:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * InvalidState (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  undoMerge(id: string, body: UndoMergeBody, options?: CallOptions): Promise<UndoMergeReply>
  /**
   * Check the code that a contact was sent.
   * Good once. After five wrong ones it is dead: 429, and a new one is needed. Wrong, over and used are
   * answered alike.
   * `POST /backoffice/v2/contacts/{id}/validate_otp`, scope tokens:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * WrongCode (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyAttempts (429), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  validateCode(
    id: string,
    body: ValidateContactCodeBody,
    options?: CallOptions,
  ): Promise<ValidateContactCodeReply>
  /**
   * List pairs of contacts that may be one person, those with the most signs first.
   * No phone, e-mail address or card is of two contacts, so they are found by what can be: the whole
   * name, in either order and without accents, unless their birthdays differ; a birthday beside it; a
   * phone or e-mail address that one has as a loyalty identifier; the same payout method. A name that
   * more than 8 contacts share is no sign by itself. Pairs that were told apart are left out.
   * `GET /backoffice/v2/contacts_alike`, scope contacts:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listAlike(query?: ListContactsAlikeQuery, options?: CallOptions): Promise<ListContactsAlikeReply>
  /** Every item of `listAlike`, page after page. */
  eachAlike(query?: ListContactsAlikeQuery, options?: CallOptions): AsyncIterable<ContactsAlike>
  /**
   * Find contacts by what they are recognised by.
   * Nobody found is an empty list. A till, whose key has purchases:write but not contacts:read, has to
   * name whom it looks for, and sees initials and the end of the phone number.
   * `GET /backoffice/v2/customers`, scope contacts:read or purchases:write.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listCustomers(query?: ListCustomersQuery, options?: CallOptions): Promise<ListCustomersReply>
  /** Every item of `listCustomers`, page after page. */
  eachCustomer(query?: ListCustomersQuery, options?: CallOptions): AsyncIterable<Contact>
  /**
   * Register or change many contacts, each known by any of its identifiers.
   * Up to 100 rows a call, applied in their order and answered when all are. A row is about the contact
   * whom its code, phones, e-mail addresses and loyalty identifiers name; nobody: one is registered;
   * several: the row is refused. What a row leaves out stays, null clears; identifiers and segments are
   * added to those that are there, and none is taken away. The same rows again change nothing. A row
   * that is wrong is refused by its place and leaves the others alone. With `simulate=true` everything
   * is worked out and nothing is kept.
   * `POST /backoffice/v2/synchronise_contacts`, scope contacts:write.
   * Refusals: RequiredField (400), InvalidValue (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  synchronise(
    body: SynchroniseContactsBody,
    options?: QueryOptions<SynchroniseContactsQuery>,
  ): Promise<SynchroniseContactsReply>
}

export interface OrdersGroup {
  /**
   * List the orders of a contact, newest first.
   * `GET /backoffice/v2/contacts/{id}/orders`, scope orders:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listOfContact(
    id: string,
    query?: ListOrdersOfContactQuery,
    options?: CallOptions,
  ): Promise<ListOrdersOfContactReply>
  /** Every item of `listOfContact`, page after page. */
  eachOfContact(
    id: string,
    query?: ListOrdersOfContactQuery,
    options?: CallOptions,
  ): AsyncIterable<OrdersOfContact>
  /**
   * Tell who could fulfil an order, and when.
   * Places that have an order catalogue for that way of supply, and those for which none is kept; open
   * ones first, 200 at most. Where it is brought is taken and not looked at: no areas of delivery are
   * kept.
   * `POST /backoffice/v2/estimates/order_fulfillment`, scope orders:read.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden
   * (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  estimateFulfillment(
    body: EstimateOrderFulfillmentBody,
    options?: CallOptions,
  ): Promise<EstimateOrderFulfillmentReply>
  /**
   * Tell what an order would come to, without placing it.
   * The numbers are those with which POST orders would place it now: amounts, taxes, discounts, what the
   * wallet pays, what it would earn. With its id it can be placed for two hours. Nothing is ordered, and
   * no money moves unless block_wallet_funds asks for it.
   * `POST /backoffice/v2/estimates/orders`, scope orders:write.
   * Refusals: WalletBalanceNotEnough (400), RequiredField (400), InvalidValue (400), NotFound (400),
   * AmbiguousIdentifier (400), PassAlreadyRedeemed (400), PassExpired (400), PassNotActive (400),
   * CannotRedeemPass (400), IdempotencyKeyReused (400), AlreadyExists (400), WalletLimitExceeded (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  estimate(body?: EstimateOrderBody, options?: CallOptions): Promise<EstimateOrderReply>
  /**
   * List orders, newest first; with state=NEW, those that wait to be fulfilled.
   * For front ends that poll (integration guide, order provisioning). A key of one merchant or venue
   * sees the orders of that only.
   * `GET /backoffice/v2/orders`, scope orders:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  list(query?: ListOrdersQuery, options?: CallOptions): Promise<ListOrdersReply>
  /** Every item of `list`, page after page. */
  each(query?: ListOrdersQuery, options?: CallOptions): AsyncIterable<OrdersOfContact>
  /**
   * Place an order.
   * What it costs and what it will award are worked out and told; it awards when it is completed, by
   * what holds now. Amounts are in the currency of the business.
   * `POST /backoffice/v2/orders`, scope orders:write.
   * Refusals: WalletBalanceNotEnough (400), RequiredField (400), InvalidValue (400), NotFound (400),
   * AmbiguousIdentifier (400), PassAlreadyRedeemed (400), PassExpired (400), PassNotActive (400),
   * CannotRedeemPass (400), IdempotencyKeyReused (400), AlreadyExists (400), WalletLimitExceeded (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  place(body?: PlaceOrderBody, options?: CallOptions): Promise<PlaceOrderReply>
  /**
   * Read an order by id or number.
   * `GET /backoffice/v2/orders/{id}`, scope orders:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, query?: GetOrderQuery, options?: CallOptions): Promise<GetOrderReply>
  /**
   * Put an order into a stage.
   * A stage of another state is reached as by the action that leads there; a cancellation is always
   * asked for as an action.
   * `PUT /backoffice/v2/orders/{id}`, scope orders:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  update(id: string, body: UpdateOrderBody, options?: CallOptions): Promise<UpdateOrderReply>
  /**
   * Start, complete or cancel an order.
   * COMPLETE posts the purchase of the order, which awards it, exactly once; CANCEL needs a cancellation
   * reason (integration guide, order completion and cancellation). The action that led to the present
   * state is answered again and changes nothing.
   * `PUT /backoffice/v2/orders/{id}/actions`, scope orders:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  actOn(id: string, body: ActOnOrderBody, options?: CallOptions): Promise<ActOnOrderReply>
}

export interface PaymentMethodsGroup {
  /**
   * List how a contact is paid, the preferred method first.
   * `GET /backoffice/v2/contacts/{id}/payment_methods`, scope payouts:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  list(id: string, query?: ListPaymentMethodsQuery, options?: CallOptions): Promise<ListPaymentMethodsReply>
  /** Every item of `list`, page after page. */
  each(id: string, query?: ListPaymentMethodsQuery, options?: CallOptions): AsyncIterable<PaymentMethod>
  /**
   * Register a way to pay a contact.
   * A card by the token of the payment provider and its first and last digits, never by its number; a
   * PayPal address; a bank account by its IBAN; or the wallet. The first method is the preferred one
   * until another is.
   * `POST /backoffice/v2/contacts/{id}/payment_methods`, scope payouts:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  create(id: string, body: CreatePaymentMethodBody, options?: CallOptions): Promise<CreatePaymentMethodReply>
  /**
   * Change the name of a method, a card’s expiry, or which method is preferred.
   * Whom a method pays never changes, so that what was paid by it can be told later: register another
   * and delete this one.
   * `PUT /backoffice/v2/contacts/{id}/payment_methods/{payment_method_id}`, scope payouts:write.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), IdempotencyKeyReused (400),
   * RequiredField (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429),
   * Unexpected (500), Busy (503).
   */
  update(
    id: string,
    paymentMethodId: string,
    body?: UpdatePaymentMethodBody,
    options?: CallOptions,
  ): Promise<UpdatePaymentMethodReply>
  /**
   * Forget a way to pay a contact.
   * Its data is erased at once; refused while a payout is on its way to it.
   * `DELETE /backoffice/v2/contacts/{id}/payment_methods/{payment_method_id}`, scope payouts:write.
   * Refusals: NotFound (400), AmbiguousIdentifier (400), InvalidState (400), IdempotencyKeyReused (400),
   * InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429),
   * Unexpected (500), Busy (503).
   */
  delete(id: string, paymentMethodId: string, options?: CallOptions): Promise<DeletePaymentMethodReply>
  /**
   * Pay out 0.00 by a method, in TEST mode.
   * By the provider that pretends: whether the business could pay by the method, and what would be told
   * of it. No money moves and no payout is kept. In LIVE mode it is refused.
   * `POST /backoffice/v2/contacts/{id}/payment_methods/{payment_method_id}/test_payout`, scope
   * payouts:write.
   * Refusals: NotFound (400), AmbiguousIdentifier (400), InvalidState (400), IdempotencyKeyReused (400),
   * InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429),
   * Unexpected (500), Busy (503).
   */
  try(id: string, paymentMethodId: string, options?: CallOptions): Promise<TryPaymentMethodReply>
}

export interface TestHelpersGroup {
  /**
   * Sign in as a contact of the TEST business, with no code.
   * Gives what a sign-in by code gives, to see what their app shows. It is over after an hour of the
   * business, however much it is used, and stands among the sessions of the contact and in the audit
   * log. In LIVE mode it is refused: there a contact signs in by themselves.
   * `POST /backoffice/v2/contacts/{id}/sessions`, scope test_helpers:write.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  openTestContactSession(id: string, options?: CallOptions): Promise<OpenTestContactSessionReply>
  /**
   * Read the clock of the TEST business.
   * `GET /backoffice/v2/test_helpers/clock`, scope test_helpers:read or test_helpers:write.
   * Refusals: InvalidState (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  readTestClock(options?: CallOptions): Promise<ReadTestClockReply>
  /**
   * Move the clock of the TEST business forward.
   * Forward only, at most 366 days at once. Everything that falls due in between is done in the order of
   * time before this answers, as it would be in as much time: expiries, birthdays, reminders, retries,
   * payouts, feeds. Everything of the business follows this clock but sessions of staff. LIVE mode has
   * no such clock.
   * `POST /backoffice/v2/test_helpers/clock`, scope test_helpers:write.
   * Refusals: InvalidValue (400), InvalidState (400), IdempotencyKeyReused (400), RequiredField (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  moveTestClock(body?: MoveTestClockBody, options?: CallOptions): Promise<MoveTestClockReply>
  /**
   * List the events that can be made to happen.
   * `GET /backoffice/v2/test_helpers/triggers`, scope test_helpers:read or test_helpers:write.
   * Refusals: InvalidState (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listTestTriggers(options?: CallOptions): Promise<ListTestTriggersReply>
  /**
   * Make an event happen in the TEST business.
   * It really happens: a contact is registered, a purchase made, an order placed, at a place of its own
   * with the code TRIGGERS, and its event is told to webhooks, streams and `events` as any other.
   * Nothing is pretended but what TEST mode pretends anyway.
   * `POST /backoffice/v2/test_helpers/triggers`, scope test_helpers:write.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidState (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  triggerTestEvent(body: TriggerTestEventBody, options?: CallOptions): Promise<TriggerTestEventReply>
  /**
   * Remove the data of the TEST business.
   * All of it goes in one step, or nothing does; it cannot be brought back. Keys of the business, staff,
   * and the log of who did what stay, so the key that asks goes on working; keys of one merchant or
   * venue go with their place. Cursors of `events` go on as well. LIVE mode has no such endpoint: it is
   * refused there.
   * `POST /backoffice/v2/test_helpers/wipe`, scope test_helpers:write.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidState (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  wipeTestData(body: WipeTestDataBody, options?: CallOptions): Promise<WipeTestDataReply>
}

export interface SpendPreferencesGroup {
  /**
   * Read when a contact’s wallet pays without being asked.
   * `GET /backoffice/v2/contacts/{id}/spend_preferences`, scope contacts:read.
   * Refusals: NotFound (400), AmbiguousIdentifier (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetSpendPreferencesReply>
  /**
   * Set when a contact’s wallet pays without being asked.
   * At merchants that allow it (`allows_automatic_spend`), purchases without `spend_request` and without
   * a one-time code spend as much as they can within these bounds. What is left out is not bounded.
   * `PUT /backoffice/v2/contacts/{id}/spend_preferences`, scope contacts:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  set(id: string, body: SetSpendPreferencesBody, options?: CallOptions): Promise<SetSpendPreferencesReply>
  /**
   * What a wallet would have paid without being asked in the last 30 days.
   * Changes nothing. Every purchase of the last 30 days that was not voided (the latest 1,000) is taken
   * in its order against what the wallet held at that moment, less what this preference would have taken
   * before, with its lines as they were and the pools and settings of today. Awards stay as they were,
   * although what reward money pays earns nothing; limits of the wallet are not looked at. What the till
   * or a one-time code asked for stays as it was.
   * `POST /backoffice/v2/contacts/{id}/spend_preferences/rehearsal`, scope contacts:read.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  rehearse(
    id: string,
    body: RehearseSpendPreferencesBody,
    options?: CallOptions,
  ): Promise<RehearseSpendPreferencesReply>
}

export interface SpendTokensGroup {
  /**
   * List the one-time codes that a contact may still use.
   * Without the codes themselves: those are kept nowhere.
   * `GET /backoffice/v2/contacts/{id}/tokens`, scope tokens:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  list(id: string, query?: ListSpendTokensQuery, options?: CallOptions): Promise<ListSpendTokensReply>
  /**
   * Make a one-time code by which one purchase may spend the contact’s money.
   * The till sends the code as `contact.otp`: it says who buys and that wallet money may be spent. It is
   * good for one purchase, for five minutes unless the business says otherwise. A new code replaces the
   * one before.
   * `POST /backoffice/v2/contacts/{id}/tokens`, scope tokens:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * SpendNotCovered (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  create(id: string, body: CreateSpendTokenBody, options?: CallOptions): Promise<CreateSpendTokenReply>
}

export interface ExpiriesGroup {
  /**
   * Read what of one wallet expired at once.
   * `GET /backoffice/v2/expiries/{id}`, scope wallets:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetExpiryReply>
  /**
   * List what of a wallet expired, newest first.
   * Money is not spendable from its expiry on; it is posted here within minutes.
   * `GET /backoffice/v2/wallets/{id}/expiries`, scope wallets:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listWallet(
    id: string,
    query?: ListWalletExpiriesQuery,
    options?: CallOptions,
  ): Promise<ListWalletExpiriesReply>
  /** Every item of `listWallet`, page after page. */
  eachWallet(id: string, query?: ListWalletExpiriesQuery, options?: CallOptions): AsyncIterable<WalletExpiry>
}

export interface LedgerGroup {
  /**
   * List the seals of the books.
   * Every minute in which money moved, a seal pins where every changed account stands. The newest hash
   * stands for all of the books up to it.
   * `GET /backoffice/v2/ledger/seals`, scope ledger:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listSeals(query?: ListSealsQuery, options?: CallOptions): Promise<ListSealsReply>
  /** Every item of `listSeals`, page after page. */
  eachSeal(query?: ListSealsQuery, options?: CallOptions): AsyncIterable<Seal>
  /**
   * Prove the books.
   * Reads every entry of the business in this mode and checks each rule of the books; a rule that does
   * not hold names the first rows that break it.
   * `GET /backoffice/v2/ledger/verify`, scope ledger:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  verify(options?: CallOptions): Promise<VerifyLedgerReply>
}

export interface OrderAdaptorsGroup {
  /**
   * List order adaptors.
   * `GET /backoffice/v2/order_adaptors`, scope orders:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListOrderAdaptorsQuery, options?: CallOptions): Promise<ListOrderAdaptorsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListOrderAdaptorsQuery, options?: CallOptions): AsyncIterable<OrderAdaptor>
  /**
   * Have orders sent to a printer or to another system.
   * The integration adaptor of the guide (order provisioning): each order is sent once it is placed,
   * tried again until it is taken, and listed in order_provisionings. Addresses that are not public are
   * allowed by whoever runs the installation (TILLBACK_WEBHOOK_NETWORKS).
   * `POST /backoffice/v2/order_adaptors`, scope orders:configure.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  create(body: CreateOrderAdaptorBody, options?: CallOptions): Promise<CreateOrderAdaptorReply>
  /**
   * Read an order adaptor.
   * `GET /backoffice/v2/order_adaptors/{id}`, scope orders:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetOrderAdaptorReply>
  /**
   * Change an order adaptor, or switch it off and on.
   * Orders that are placed while it is DISABLED are not sent to it afterwards.
   * `PUT /backoffice/v2/order_adaptors/{id}`, scope orders:configure.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  update(id: string, body?: UpdateOrderAdaptorBody, options?: CallOptions): Promise<UpdateOrderAdaptorReply>
  /**
   * Print on a printer of the shop.
   * For tills, which cannot reach a printer in the network by themselves: bytes of ESC/POS, as they are.
   * Answered when the printer has taken all of them.
   * `POST /backoffice/v2/order_adaptors/{id}/prints`, scope purchases:write or orders:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), PrinterAway (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  printOn(id: string, body: PrintOnOrderAdaptorBody, options?: CallOptions): Promise<PrintOnOrderAdaptorReply>
  /**
   * See which orders reached which printer or system, and which did not.
   * `GET /backoffice/v2/order_provisionings`, scope orders:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOrderProvisionings(
    query?: ListOrderProvisioningsQuery,
    options?: CallOptions,
  ): Promise<ListOrderProvisioningsReply>
  /** Every item of `listOrderProvisionings`, page after page. */
  eachOrderProvisioning(
    query?: ListOrderProvisioningsQuery,
    options?: CallOptions,
  ): AsyncIterable<OrderProvisioning>
  /**
   * Send an order to its adaptor again.
   * At once, whatever came of it before; under the same idempotency key for the system that takes it.
   * `PUT /backoffice/v2/order_provisionings/{id}/actions`, scope orders:write.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), RequiredField (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  actOnOrderProvisioning(
    id: string,
    body: ActOnOrderProvisioningBody,
    options?: CallOptions,
  ): Promise<ActOnOrderProvisioningReply>
}

export interface OrderCancellationReasonsGroup {
  /**
   * List the reasons for which an order may be cancelled.
   * Those that apply: active ones, the default first. The id of one goes with `CANCEL` of an order
   * (integration guide, order cancellation).
   * `GET /backoffice/v2/order_cancellation_reasons`, scope orders:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(
    query?: ListOrderCancellationReasonsQuery,
    options?: CallOptions,
  ): Promise<ListOrderCancellationReasonsReply>
  /** Every item of `list`, page after page. */
  each(
    query?: ListOrderCancellationReasonsQuery,
    options?: CallOptions,
  ): AsyncIterable<OrderCancellationReason>
  /**
   * Add a cancellation reason.
   * `POST /backoffice/v2/order_cancellation_reasons`, scope orders:configure.
   * Refusals: RequiredField (400), InvalidValue (400), AlreadyExists (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  create(
    body: CreateOrderCancellationReasonBody,
    options?: CallOptions,
  ): Promise<CreateOrderCancellationReasonReply>
  /**
   * Read a cancellation reason by id or code.
   * `GET /backoffice/v2/order_cancellation_reasons/{id}`, scope orders:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetOrderCancellationReasonReply>
  /**
   * Change a cancellation reason.
   * What is left out stays. Orders that were cancelled for it are told by its new name.
   * `PUT /backoffice/v2/order_cancellation_reasons/{id}`, scope orders:configure.
   * Refusals: InvalidValue (400), NotFound (400), AlreadyExists (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  update(
    id: string,
    body?: UpdateOrderCancellationReasonBody,
    options?: CallOptions,
  ): Promise<UpdateOrderCancellationReasonReply>
  /**
   * Remove a cancellation reason.
   * It can be used no more; orders that were cancelled for it keep it. Again: the same answer.
   * `DELETE /backoffice/v2/order_cancellation_reasons/{id}`, scope orders:configure.
   * Refusals: NotFound (400), IdempotencyKeyReused (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  delete(id: string, options?: CallOptions): Promise<DeleteOrderCancellationReasonReply>
}

export interface OrderCataloguesGroup {
  /**
   * List order catalogues: what may be ordered where and when.
   * Active ones unless state says otherwise. A key of one merchant or venue sees those that are for it.
   * `GET /backoffice/v2/order_catalogues`, scope orders:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  list(query?: ListOrderCataloguesQuery, options?: CallOptions): Promise<ListOrderCataloguesReply>
  /** Every item of `list`, page after page. */
  each(query?: ListOrderCataloguesQuery, options?: CallOptions): AsyncIterable<OrderCatalogue>
  /**
   * Add an order catalogue.
   * `POST /backoffice/v2/order_catalogues`, scope orders:configure.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  create(body: CreateOrderCatalogueBody, options?: CallOptions): Promise<CreateOrderCatalogueReply>
  /**
   * Read an order catalogue by id or code.
   * `GET /backoffice/v2/order_catalogues/{id}`, scope orders:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetOrderCatalogueReply>
  /**
   * Change an order catalogue.
   * What is left out stays.
   * `PUT /backoffice/v2/order_catalogues/{id}`, scope orders:configure.
   * Refusals: InvalidValue (400), NotFound (400), AlreadyExists (400), IdempotencyKeyReused (400),
   * RequiredField (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429),
   * Unexpected (500), Busy (503).
   */
  update(
    id: string,
    body?: UpdateOrderCatalogueBody,
    options?: CallOptions,
  ): Promise<UpdateOrderCatalogueReply>
  /**
   * Remove an order catalogue with its categories.
   * Products and orders stay. Again: the same answer.
   * `DELETE /backoffice/v2/order_catalogues/{id}`, scope orders:configure.
   * Refusals: NotFound (400), IdempotencyKeyReused (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  delete(id: string, options?: CallOptions): Promise<DeleteOrderCatalogueReply>
  /**
   * List the categories of an order catalogue with their products.
   * In the order of a menu with sort=PRIORITY&order=ASC.
   * `GET /backoffice/v2/order_catalogues/{id}/categories`, scope orders:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listOrderCategories(
    id: string,
    query?: ListOrderCategoriesQuery,
    options?: CallOptions,
  ): Promise<ListOrderCategoriesReply>
  /** Every item of `listOrderCategories`, page after page. */
  eachOrderCategory(
    id: string,
    query?: ListOrderCategoriesQuery,
    options?: CallOptions,
  ): AsyncIterable<OrderCategory>
  /**
   * Add a category to an order catalogue.
   * `POST /backoffice/v2/order_catalogues/{id}/categories`, scope orders:configure.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  createOrderCategory(
    id: string,
    body: CreateOrderCategoryBody,
    options?: CallOptions,
  ): Promise<CreateOrderCategoryReply>
  /**
   * Change a category of an order catalogue.
   * What is left out stays.
   * `PUT /backoffice/v2/order_catalogues/{id}/categories/{category_id}`, scope orders:configure.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  updateOrderCategory(
    id: string,
    categoryId: string,
    body?: UpdateOrderCategoryBody,
    options?: CallOptions,
  ): Promise<UpdateOrderCategoryReply>
  /**
   * Remove a category of an order catalogue with all below it.
   * Products stay. Again: the same answer.
   * `DELETE /backoffice/v2/order_catalogues/{id}/categories/{category_id}`, scope orders:configure.
   * Refusals: NotFound (400), IdempotencyKeyReused (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  deleteOrderCategory(
    id: string,
    categoryId: string,
    options?: CallOptions,
  ): Promise<DeleteOrderCategoryReply>
  /**
   * List the products of an order catalogue as a shop shows them.
   * Active ones with their prices and pictures.
   * `GET /backoffice/v2/order_catalogues/{id}/products`, scope orders:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listProducts(
    id: string,
    query?: ListOrderCatalogueProductsQuery,
    options?: CallOptions,
  ): Promise<ListOrderCatalogueProductsReply>
  /** Every item of `listProducts`, page after page. */
  eachProduct(
    id: string,
    query?: ListOrderCatalogueProductsQuery,
    options?: CallOptions,
  ): AsyncIterable<OrderCatalogueProduct>
  /**
   * Read a product of an order catalogue by id or SKU.
   * `GET /backoffice/v2/order_catalogues/{id}/products/{product_id}`, scope orders:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getProduct(
    id: string,
    productId: string,
    query?: GetOrderCatalogueProductQuery,
    options?: CallOptions,
  ): Promise<GetOrderCatalogueProductReply>
  /**
   * Read what shoppers are told of a product that they may order.
   * `GET /backoffice/v2/products/{id}/dietary_tags`, scope products:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getDietaryTags(id: string, options?: CallOptions): Promise<GetDietaryTagsReply>
  /**
   * Set what shoppers are told of a product that they may order.
   * All of them at once, by id or SKU of the product; an empty list takes them away. Menus show them.
   * `PUT /backoffice/v2/products/{id}/dietary_tags`, scope products:write.
   * Refusals: InvalidValue (400), RequiredField (400), NotFound (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  putDietaryTags(id: string, body: PutDietaryTagsBody, options?: CallOptions): Promise<PutDietaryTagsReply>
}

export interface OrderStagesGroup {
  /**
   * List the stages of orders, by their priority.
   * `GET /backoffice/v2/order_stages`, scope orders:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListOrderStagesQuery, options?: CallOptions): Promise<ListOrderStagesReply>
  /** Every item of `list`, page after page. */
  each(query?: ListOrderStagesQuery, options?: CallOptions): AsyncIterable<OrderStage>
  /**
   * Add a stage: the business's own name for a step within a state of orders.
   * `POST /backoffice/v2/order_stages`, scope orders:configure.
   * Refusals: RequiredField (400), InvalidValue (400), AlreadyExists (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  create(body: CreateOrderStageBody, options?: CallOptions): Promise<CreateOrderStageReply>
  /**
   * Change a stage.
   * What is left out stays. Its state stays for ever.
   * `PUT /backoffice/v2/order_stages/{id}`, scope orders:configure.
   * Refusals: InvalidValue (400), NotFound (400), AlreadyExists (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  update(id: string, body?: UpdateOrderStageBody, options?: CallOptions): Promise<UpdateOrderStageReply>
  /**
   * Remove a stage in which no open order stands.
   * `DELETE /backoffice/v2/order_stages/{id}`, scope orders:configure.
   * Refusals: NotFound (400), InvalidState (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  delete(id: string, options?: CallOptions): Promise<DeleteOrderStageReply>
}

export interface PassPlansGroup {
  /**
   * List pass plans, newest first.
   * `GET /backoffice/v2/pass_plans`, scope offers:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListPassPlansQuery, options?: CallOptions): Promise<ListPassPlansReply>
  /** Every item of `list`, page after page. */
  each(query?: ListPassPlansQuery, options?: CallOptions): AsyncIterable<PassPlan>
  /**
   * Create a pass plan: how often and how long its passes may be used.
   * `POST /backoffice/v2/pass_plans`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400), InvalidState
   * (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  create(body: CreatePassPlanBody, options?: CallOptions): Promise<CreatePassPlanReply>
  /**
   * Read a pass plan by id or code.
   * `GET /backoffice/v2/pass_plans/{id}`, scope offers:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetPassPlanReply>
  /**
   * Change a pass plan.
   * What is left out stays as it is, null clears. State and usage hold at once, validity and code format
   * for passes that are made from now on. The code type stays once there are passes.
   * `PUT /backoffice/v2/pass_plans/{id}`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400), InvalidState
   * (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  update(id: string, body?: UpdatePassPlanBody, options?: CallOptions): Promise<UpdatePassPlanReply>
  /**
   * Delete a pass plan that has no passes and that no offer names.
   * Again: the same answer.
   * `DELETE /backoffice/v2/pass_plans/{id}`, scope offers:write.
   * Refusals: NotFound (400), InvalidState (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  delete(id: string, options?: CallOptions): Promise<DeletePassPlanReply>
}

export interface PassesGroup {
  /**
   * List passes, newest first.
   * `GET /backoffice/v2/passes`, scope offers:read or passes:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  list(query?: ListPassesQuery, options?: CallOptions): Promise<ListPassesReply>
  /** Every item of `list`, page after page. */
  each(query?: ListPassesQuery, options?: CallOptions): AsyncIterable<Pass>
  /**
   * Create a pass, or up to 1,000 with codes that are made up.
   * The answer is the first pass, with the codes of all in `passes`. Passes of PROMOTION plans need
   * offers:write. What is paid for a pass with money is owed until it is redeemed, voided or over.
   * `POST /backoffice/v2/passes`, scope offers:write or passes:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400),
   * AmbiguousIdentifier (400), InvalidState (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  create(body: CreatePassesBody, options?: CallOptions): Promise<CreatePassesReply>
  /**
   * Put the money of a pass into a wallet.
   * Once, whoever asks and however often. Without a contact or wallet it goes to the one contact that
   * the pass is for, or to a new unnamed contact who is known by the code of the pass from then on. Five
   * wrong pins take a pass out of use. It counts for the TOP_UP limits of the wallet.
   * `POST /backoffice/v2/passes/redeem`, scope passes:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * CannotRedeemPass (400), PassNotActive (400), PassExpired (400), PassAlreadyRedeemed (400),
   * IdentifierTaken (400), WalletLimitExceeded (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  redeem(body: RedeemPassBody, options?: CallOptions): Promise<RedeemPassReply>
  /**
   * Read a pass by id or code.
   * `GET /backoffice/v2/passes/{id}`, scope offers:read or passes:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetPassReply>
  /**
   * Take a pass out of use, into use again, or void one with money that nobody redeemed.
   * CANCELLED is for passes with money and for ever: what was paid for it is owed no more. ACTIVE also
   * forgets wrong pins. The same state again changes nothing.
   * `PUT /backoffice/v2/passes/{id}`, scope offers:write or passes:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  update(id: string, body: UpdatePassBody, options?: CallOptions): Promise<UpdatePassReply>
}

export interface PayoutProvidersGroup {
  /**
   * List who pays contacts.
   * The wallet pays without being configured. In TEST mode a pretend provider stands in for each that is
   * not configured.
   * `GET /backoffice/v2/payout_providers`, scope payouts:configure.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListPayoutProvidersQuery, options?: CallOptions): Promise<ListPayoutProvidersReply>
  /** Every item of `list`, page after page. */
  each(query?: ListPayoutProvidersQuery, options?: CallOptions): AsyncIterable<PayoutProvider>
  /**
   * Configure a provider: SEPA file, Stripe, PayPal, or the wallet to switch it off.
   * `POST /backoffice/v2/payout_providers`, scope payouts:configure.
   * Refusals: RequiredField (400), InvalidValue (400), AlreadyExists (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  create(body: CreatePayoutProviderBody, options?: CallOptions): Promise<CreatePayoutProviderReply>
  /**
   * Change a provider, named by its id or kind; what is left out stays.
   * `PUT /backoffice/v2/payout_providers/{id}`, scope payouts:configure.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  update(
    id: string,
    body?: UpdatePayoutProviderBody,
    options?: CallOptions,
  ): Promise<UpdatePayoutProviderReply>
  /**
   * Forget a provider and its secrets.
   * Refused while a payout is with it; make it INACTIVE until then.
   * `DELETE /backoffice/v2/payout_providers/{id}`, scope payouts:configure.
   * Refusals: NotFound (400), InvalidState (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  delete(id: string, options?: CallOptions): Promise<DeletePayoutProviderReply>
}

export interface PayoutsGroup {
  /**
   * List payouts, newest first.
   * `GET /backoffice/v2/payouts`, scope payouts:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListPayoutsQuery, options?: CallOptions): Promise<ListPayoutsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListPayoutsQuery, options?: CallOptions): AsyncIterable<Payout>
  /**
   * Pay open money of a wallet out to a method of its contact.
   * The money leaves the wallet at once; the payout is sent within seconds, and is read to see how it
   * stands.
   * `POST /backoffice/v2/payouts`, scope payouts:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), WalletBalanceTooSmall (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  create(body: CreatePayoutBody, options?: CallOptions): Promise<CreatePayoutReply>
  /**
   * Read a payout with every try to pay it.
   * `GET /backoffice/v2/payouts/{id}`, scope payouts:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetPayoutReply>
  /**
   * Act on a payout: cancel, try again, or tell what only people know.
   * CANCEL gives a contact’s own payout back to the wallet; that of a purchase ends with its void. RETRY
   * pays again what waits, failed or was returned. MARK_PAID, MARK_FAILED and MARK_RETURNED tell what a
   * provider could not: only after looking there. CONFIRM_REVERSAL says that the money of a voided
   * purchase is back.
   * `PUT /backoffice/v2/payouts/{id}/actions`, scope payouts:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  change(id: string, body: ChangePayoutBody, options?: CallOptions): Promise<ChangePayoutReply>
  /**
   * Read the payouts of each day by how they stand now.
   * `GET /backoffice/v2/reports/payouts`, scope payouts:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getReport(query?: GetPayoutReportQuery, options?: CallOptions): Promise<GetPayoutReportReply>
}

export interface PayoutFilesGroup {
  /**
   * List files of SEPA credit transfers, newest first.
   * `GET /backoffice/v2/payouts/files`, scope payouts:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListPayoutFilesQuery, options?: CallOptions): Promise<ListPayoutFilesReply>
  /** Every item of `list`, page after page. */
  each(query?: ListPayoutFilesQuery, options?: CallOptions): AsyncIterable<PayoutFile>
  /**
   * Put the payouts that wait for the bank into a file.
   * At most 500 in one; call again for the rest. `file` is null when none waits.
   * `POST /backoffice/v2/payouts/files`, scope payouts:write.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  create(body?: CreatePayoutFileBody, options?: CallOptions): Promise<CreatePayoutFileReply>
  /**
   * Tell that the bank got the file, carried it out, or never gets it.
   * A single transfer that came back is told by MARK_RETURNED on its payout.
   * `PUT /backoffice/v2/payouts/files/{id}/actions`, scope payouts:write.
   * Refusals: InvalidValue (400), NotFound (400), InvalidState (400), IdempotencyKeyReused (400),
   * RequiredField (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429),
   * Unexpected (500), Busy (503).
   */
  change(id: string, body: ChangePayoutFileBody, options?: CallOptions): Promise<ChangePayoutFileReply>
  /**
   * Download a file: ISO 20022 pain.001.001.09.
   * `GET /backoffice/v2/payouts/files/{id}/content`, scope payouts:write.
   * Refusals: InvalidValue (400), NotFound (400), InvalidState (400), Unauthorized (401), Forbidden
   * (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  download(
    id: string,
    query?: DownloadPayoutFileQuery,
    options?: CallOptions,
  ): Promise<DownloadPayoutFileReply>
}

export interface ProcessesGroup {
  /**
   * List processes, newest first.
   * `GET /backoffice/v2/processes`, scope processes:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListProcessesQuery, options?: CallOptions): Promise<ListProcessesReply>
  /** Every item of `list`, page after page. */
  each(query?: ListProcessesQuery, options?: CallOptions): AsyncIterable<Process>
  /**
   * Follow how far processes are, as they go on (server-sent events).
   * For screens that are live. Each event is called `process` and has a process as the list has it: at
   * first those that wait or run, then each that is started, goes on or ends, at most once a second. A
   * reader that lost the connection begins anew. A comment every 15 seconds says that the connection
   * lives. Ends when the key is revoked.
   * `GET /backoffice/v2/processes/stream`, scope processes:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  stream(options?: StreamOptions): AsyncGenerator<StreamProcessesReply, void>
  /**
   * Read how far a process is, and what came of it.
   * `GET /backoffice/v2/processes/{id}`, scope processes:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetProcessReply>
  /**
   * Cancel a process, or resume one that failed or was cancelled.
   * CANCEL ends a process that waits or runs; it stops within about a second. RESUME lets one that
   * failed or was cancelled go on from where it was. The same action again answers 200 and changes
   * nothing.
   * `PUT /backoffice/v2/processes/{id}/actions`, scope processes:write.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidState (400), NotFound (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  change(id: string, body: ChangeProcessBody, options?: CallOptions): Promise<ChangeProcessReply>
}

export interface ProductFeedsGroup {
  /**
   * List product feeds, newest first.
   * `GET /backoffice/v2/product_feeds`, scope products:write or products:configure.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListProductFeedsQuery, options?: CallOptions): Promise<ListProductFeedsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListProductFeedsQuery, options?: CallOptions): AsyncIterable<ProductFeed>
  /**
   * Have products fetched from an address by a schedule.
   * The file is fetched with GET, at most 32 MiB and 100,000 rows, and its rows go the way of
   * synchroniseProducts: they are applied by a process, and products that it leaves out stay, unless
   * `missing` says otherwise. A file that has not changed is not applied again. A run that fails is
   * tried again after 1, 5 and 15 minutes, 1 and 4 hours, and then by its schedule. No run begins before
   * the one before it is applied.
   * `POST /backoffice/v2/product_feeds`, scope products:configure.
   * Refusals: RequiredField (400), InvalidValue (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  create(body: CreateProductFeedBody, options?: CallOptions): Promise<CreateProductFeedReply>
  /**
   * Read a product feed, with what came of its last run.
   * `GET /backoffice/v2/product_feeds/{id}`, scope products:write or products:configure.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetProductFeedReply>
  /**
   * Change a product feed, or switch it off and on.
   * What is left out stays; header null takes it away. What a run that is under way brings is left
   * aside. An address on another host needs its header again.
   * `PUT /backoffice/v2/product_feeds/{id}`, scope products:configure.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  update(id: string, body?: UpdateProductFeedBody, options?: CallOptions): Promise<UpdateProductFeedReply>
  /**
   * Delete a product feed.
   * What it brought stays. Again, by id: the same answer.
   * `DELETE /backoffice/v2/product_feeds/{id}`, scope products:configure.
   * Refusals: NotFound (400), IdempotencyKeyReused (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  delete(id: string, options?: CallOptions): Promise<DeleteProductFeedReply>
  /**
   * Fetch a product feed now.
   * RUN fetches it within seconds, whatever its schedule, also if it is DISABLED, and applies the file
   * also if it has not changed. A run that is under way counts as the one that is asked for.
   * `PUT /backoffice/v2/product_feeds/{id}/actions`, scope products:write or products:configure.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  actOn(id: string, body: ActOnProductFeedBody, options?: CallOptions): Promise<ActOnProductFeedReply>
}

export interface ProductGroupsGroup {
  /**
   * List families, brands and types of products, newest first.
   * `GET /backoffice/v2/product_groups`, scope products:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListProductGroupsQuery, options?: CallOptions): Promise<ListProductGroupsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListProductGroupsQuery, options?: CallOptions): AsyncIterable<ProductGroup>
  /**
   * Enter a family, brand or type of products before any product names it.
   * Groups are made with the first product that names them as well; one that only a till has told of is
   * taken over.
   * `POST /backoffice/v2/product_groups`, scope products:write.
   * Refusals: RequiredField (400), InvalidValue (400), AlreadyExists (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  create(body: CreateProductGroupBody, options?: CallOptions): Promise<CreateProductGroupReply>
  /**
   * Change a family, brand or type of products.
   * By id, or by code; by the kind as well where groups of several kinds have the same code. What is
   * left out stays as it is.
   * `PUT /backoffice/v2/product_groups/{id}`, scope products:write.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  update(
    id: string,
    body?: UpdateProductGroupBody,
    options?: QueryOptions<UpdateProductGroupQuery>,
  ): Promise<UpdateProductGroupReply>
}

export interface ProductsGroup {
  /**
   * List products, newest first.
   * `GET /backoffice/v2/products`, scope products:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListProductsQuery, options?: CallOptions): Promise<ListProductsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListProductsQuery, options?: CallOptions): AsyncIterable<Product>
  /**
   * Enter a product.
   * `POST /backoffice/v2/products`, scope products:write.
   * Refusals: RequiredField (400), InvalidValue (400), AlreadyExists (400), AmbiguousIdentifier (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  create(body: CreateProductBody, options?: CallOptions): Promise<CreateProductReply>
  /**
   * Read a product by id or SKU.
   * `GET /backoffice/v2/products/{id}`, scope products:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetProductReply>
  /**
   * Change a product.
   * What is left out stays as it is; null clears. A product that is changed so is MANUAL from then on.
   * `PUT /backoffice/v2/products/{id}`, scope products:write.
   * Refusals: InvalidValue (400), NotFound (400), AlreadyExists (400), AmbiguousIdentifier (400),
   * IdempotencyKeyReused (400), RequiredField (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  update(id: string, body?: UpdateProductBody, options?: CallOptions): Promise<UpdateProductReply>
  /**
   * Merge a product that tills taught into one that is entered.
   * From the next purchase on, its SKU leads to the other: name, groups and whether it earns are that
   * one's, and offers and pools that name either SKU mean what is sold under the merged one. Receipts,
   * returns and all that is past keep the SKU under which the till sold. Orders and menus name the
   * other. Answers the product that is left; the same merge again gives the same answer.
   * `POST /backoffice/v2/products/{id}/merge`, scope products:write.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidState (400), NotFound (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  merge(id: string, body: MergeProductBody, options?: CallOptions): Promise<MergeProductReply>
}

export interface PromotionsGroup {
  /**
   * List promotions, the newest first.
   * `GET /backoffice/v2/promotions`, scope promotions:read or promotions:write.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListPromotionsQuery, options?: CallOptions): Promise<ListPromotionsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListPromotionsQuery, options?: CallOptions): AsyncIterable<Promotion>
  /**
   * Compare the configuration of TEST mode with that of LIVE mode, to be reviewed.
   * Asked in LIVE mode. Records are matched by code; no id and nothing that happened in TEST mode comes
   * over. Configuration is what `kinds` names: places with their numbers and settings, commerce pools,
   * schemes, tiers, pass plans, offers, product groups, order catalogues with their categories, order
   * stages, cancellation reasons, texts, notification settings, limits, accounts. Products, keys, staff,
   * webhooks, adaptors, feeds and payout providers are of each mode itself. It changes nothing.
   * `POST /backoffice/v2/promotions`, scope promotions:write.
   * Refusals: InvalidValue (400), InvalidState (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  prepare(body?: PreparePromotionBody, options?: CallOptions): Promise<PreparePromotionReply>
  /**
   * Read a promotion with all its changes.
   * `GET /backoffice/v2/promotions/{id}`, scope promotions:read or promotions:write.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetPromotionReply>
  /**
   * Make the reviewed changes in LIVE mode.
   * All of them in one step, or none. Refused if either mode has changed since it was prepared: prepare
   * it again and review that. Each change is made as its own endpoint makes it, with its rules and
   * events. Applied twice it is applied once.
   * `POST /backoffice/v2/promotions/{id}/apply`, scope promotions:write.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidState (400), NotFound (400),
   * PromotionOutdated (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  apply(id: string, body: ApplyPromotionBody, options?: CallOptions): Promise<ApplyPromotionReply>
}

export interface PurchasesGroup {
  /**
   * List purchases, newest first; or learn by reference_number what became of one.
   * `GET /backoffice/v2/purchases`, scope purchases:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  list(query?: ListPurchasesQuery, options?: CallOptions): Promise<ListPurchasesReply>
  /** Every item of `list`, page after page. */
  each(query?: ListPurchasesQuery, options?: CallOptions): AsyncIterable<Purchase>
  /**
   * Submit a purchase: awards what offers give, spends what was asked.
   * Judges the offers, moves the money and answers, in one durable step. The same `reference_number` and
   * content again gets the same answer and moves nothing. With `simulate=true` everything is worked out
   * and nothing is kept.
   * `POST /backoffice/v2/purchases`, scope purchases:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * AlreadyExists (400), WalletBalanceNotEnough (400), SpendNotFullyCovered (400), PassAlreadyRedeemed
   * (400), PassExpired (400), PassNotActive (400), CannotRedeemPass (400), WalletLimitExceeded (400),
   * TokenExpired (400), TokenAlreadyUsed (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyAttempts (429), TooManyRequests (429), Unexpected (500),
   * Busy (503).
   */
  submit(body: SubmitPurchaseBody, options?: QueryOptions<SubmitPurchaseQuery>): Promise<SubmitPurchaseReply>
  /**
   * Take goods back without knowing their purchase.
   * Walks the contact's newest purchases at that merchant that are not fully returned and takes back
   * awards, and gives back spends, in proportion. What finds no purchase claws back nothing and is
   * answered as unmatched_amount.
   * `POST /backoffice/v2/purchases/ad_hoc_return`, scope purchases:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * AlreadyExists (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  adHocReturn(body: AdHocReturnBody, options?: CallOptions): Promise<AdHocReturnReply>
  /**
   * Read a purchase by id, reference_number or code.
   * `GET /backoffice/v2/purchases/{id}`, scope purchases:read.
   * Refusals: NotFound (400), AmbiguousIdentifier (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetPurchaseReply>
  /**
   * Void a purchase: awards are taken back, spent money returns as it was.
   * Voiding a purchase twice is voiding it once: the second call answers 200 and changes nothing. A void
   * whose purchase is not known is kept and answered as AWAITING_PURCHASE: the purchase is void from the
   * moment in which it arrives under this reference number or id. With `simulate=true` everything is
   * worked out and nothing is kept.
   * `POST /backoffice/v2/purchases/{id}/cancel`, scope purchases:write.
   * Refusals: NotFound (400), AmbiguousIdentifier (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  cancel(
    id: string,
    body?: CancelPurchaseBody,
    options?: QueryOptions<CancelPurchaseQuery>,
  ): Promise<CancelPurchaseReply>
  /**
   * List the entries of the ledger that a purchase made, and those that took them back, as posted.
   * `GET /backoffice/v2/purchases/{id}/entries`, scope purchases:read.
   * Refusals: NotFound (400), AmbiguousIdentifier (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listEntries(id: string, options?: CallOptions): Promise<ListPurchaseEntriesReply>
  /**
   * Why this purchase was awarded and spent what it was, and which offers gave nothing for which reason.
   * `GET /backoffice/v2/purchases/{id}/explain`, scope purchases:read.
   * Refusals: NotFound (400), AmbiguousIdentifier (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  explain(id: string, options?: CallOptions): Promise<ExplainPurchaseReply>
  /**
   * List what came back of a purchase, in the order it came.
   * `GET /backoffice/v2/purchases/{id}/returns`, scope purchases:read.
   * Refusals: NotFound (400), AmbiguousIdentifier (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listReturns(id: string, options?: CallOptions): Promise<ListPurchaseReturnsReply>
  /**
   * Take goods of a purchase back, by line and pieces or by amount.
   * Takes the goods' shares of every award, by each offer's own `return_policy`, gives what was paid of
   * them by spends back, and says what the till refunds. Any returns that add up to the whole take
   * exactly the whole. The same `reference_number` again gets the same answer. A return whose purchase
   * is not known is kept and answered as AWAITING_PURCHASE. With `simulate=true` everything is worked
   * out and nothing is kept.
   * `POST /backoffice/v2/purchases/{id}/returns`, scope purchases:write.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidState (400), NotFound (400),
   * AmbiguousIdentifier (400), AlreadyExists (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  returnGoods(
    id: string,
    body?: ReturnGoodsBody,
    options?: QueryOptions<ReturnGoodsQuery>,
  ): Promise<ReturnGoodsReply>
  /**
   * List the awards, redeems and spends of a purchase.
   * `GET /backoffice/v2/purchases/{id}/rewards`, scope purchases:read.
   * Refusals: NotFound (400), AmbiguousIdentifier (400), InvalidValue (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getRewards(
    id: string,
    query?: GetPurchaseRewardsQuery,
    options?: CallOptions,
  ): Promise<GetPurchaseRewardsReply>
  /**
   * Read a return, of a known purchase or ad hoc, by its id.
   * `GET /backoffice/v2/returns/{id}`, scope purchases:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getReturn(id: string, options?: CallOptions): Promise<GetReturnReply>
}

export interface RequestLogGroup {
  /**
   * Read how much each key asked in each hour.
   * `GET /backoffice/v2/reports/keys`, scope requests:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getKeyReport(query?: GetKeyReportQuery, options?: CallOptions): Promise<GetKeyReportReply>
  /**
   * Read how many requests came in each hour, and what was refused.
   * `GET /backoffice/v2/reports/requests`, scope requests:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getRequestReport(query?: GetRequestReportQuery, options?: CallOptions): Promise<GetRequestReportReply>
  /**
   * List what keys asked and what they were answered, the newest first.
   * For whoever writes an integration. The last 5,000 requests that went well and as many that were
   * refused, of at most seven days; of many at once some are kept. Requests of staff and of contacts are
   * in it as far as they are told here, without who they are. No value that was sent is kept.
   * `GET /backoffice/v2/request_log`, scope requests:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listRequests(query?: ListRequestsQuery, options?: CallOptions): Promise<ListRequestsReply>
  /** Every item of `listRequests`, page after page. */
  eachRequest(query?: ListRequestsQuery, options?: CallOptions): AsyncIterable<Request>
  /**
   * Read one request by its id, and one of its kind that went well.
   * `GET /backoffice/v2/request_log/{id}`, scope requests:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getRequest(id: string, options?: CallOptions): Promise<GetRequestReply>
}

export interface RewardOffersGroup {
  /**
   * List offers, newest first.
   * `GET /backoffice/v2/reward_offers`, scope offers:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  list(query?: ListRewardOffersQuery, options?: CallOptions): Promise<ListRewardOffersReply>
  /** Every item of `list`, page after page. */
  each(query?: ListRewardOffersQuery, options?: CallOptions): AsyncIterable<RewardOffer>
  /**
   * Create an offer: what a purchase must be, and what it earns.
   * A DRAFT unless `state` is ACTIVE. Amounts are decimals in the currency of the business.
   * `POST /backoffice/v2/reward_offers`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  create(body: CreateRewardOfferBody, options?: CallOptions): Promise<CreateRewardOfferReply>
  /**
   * What the live offers, or those of a rule book, give for a basket, and why.
   * Nothing is kept, and nothing is looked up: what the contact is, what the wallet pays and what limits
   * and goals have counted are as they are sent. Amounts are decimal text.
   * `POST /backoffice/v2/reward_offers/evaluate`, scope offers:read.
   * Refusals: RequiredField (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  evaluate(body: EvaluateRewardOffersBody, options?: CallOptions): Promise<EvaluateRewardOffersReply>
  /**
   * Judge history again by the live offers.
   * Compares award by award with what the ledger has. A process to watch; its `result` has what differs:
   * offers that have changed since, and contacts of whom more is known now.
   * `POST /backoffice/v2/reward_offers/replay`, scope offers:read.
   * Refusals: InvalidValue (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403),
   * PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  replayLive(body?: ReplayLiveOffersBody, options?: CallOptions): Promise<ReplayLiveOffersReply>
  /**
   * Read the live offers as a rule book.
   * For the engine at `/engine.js`: `openRuleBook(ruleBook).evaluate(facts)` answers in a till or a
   * browser what this server answers, to the byte. Read it again when `revision` has changed. Offers are
   * as they are stored: amounts are minor units as digits.
   * `GET /backoffice/v2/reward_offers/rule_book`, scope offers:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getRuleBook(options?: CallOptions): Promise<GetRewardOfferRuleBookReply>
  /**
   * Read an offer by id or code.
   * `GET /backoffice/v2/reward_offers/{id}`, scope offers:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetRewardOfferReply>
  /**
   * Change an offer: makes a new version.
   * What is left out stays as it is; null takes the default. Purchases keep pointing at the version that
   * judged them. A change that changes nothing makes no version.
   * `PUT /backoffice/v2/reward_offers/{id}`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400), InvalidState
   * (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  update(id: string, body?: UpdateRewardOfferBody, options?: CallOptions): Promise<UpdateRewardOfferReply>
  /**
   * Delete a draft.
   * An offer that ran is part of the history: it can be ended, not deleted.
   * `DELETE /backoffice/v2/reward_offers/{id}`, scope offers:write.
   * Refusals: NotFound (400), InvalidState (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  delete(id: string, options?: CallOptions): Promise<DeleteRewardOfferReply>
  /**
   * Set how much an offer awards.
   * A short form of changing `award`: makes a new version.
   * `POST /backoffice/v2/reward_offers/{id}/awards`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  setAwards(
    id: string,
    body: SetRewardOfferAwardsBody,
    options?: CallOptions,
  ): Promise<SetRewardOfferAwardsReply>
  /**
   * Start, pause or end an offer.
   * The next purchase is judged by it: no purchase is awarded by an offer that was paused before it.
   * What has ENDED never runs again.
   * `POST /backoffice/v2/reward_offers/{id}/life_cycle_state`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  setState(
    id: string,
    body: SetRewardOfferStateBody,
    options?: CallOptions,
  ): Promise<SetRewardOfferStateReply>
  /**
   * Start, pause or end an offer.
   * The next purchase is judged by it: no purchase is awarded by an offer that was paused before it.
   * What has ENDED never runs again.
   * `PUT /backoffice/v2/reward_offers/{id}/life_cycle_state`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  putState(
    id: string,
    body: PutRewardOfferStateBody,
    options?: CallOptions,
  ): Promise<PutRewardOfferStateReply>
  /**
   * Look for what is odd about an offer.
   * Whether it can never be awarded or always is, is beaten by other live offers, pays more than a
   * basket costs, can be farmed, or has hours that the clock skips. Each finding has an example that was
   * judged. A draft is looked at as if it were live.
   * `GET /backoffice/v2/reward_offers/{id}/lint`, scope offers:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  lint(id: string, options?: CallOptions): Promise<LintRewardOfferReply>
  /**
   * Read what an offer gave, to how many, and what it cost, day by day.
   * From the books, to the cent: all days together are the whole.
   * `GET /backoffice/v2/reward_offers/{id}/performance`, scope reports:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getPerformance(
    id: string,
    query?: GetRewardOfferPerformanceQuery,
    options?: CallOptions,
  ): Promise<GetRewardOfferPerformanceReply>
  /**
   * Rehearse an offer on real past purchases.
   * Judges history again, without and with the offer (or the change of it), as if it had run all the
   * time. A process to watch; its `result` has the cost, who gains and loses, overlaps with other
   * offers, and the largest awards with their arithmetic. Nothing is awarded. Counters begin at zero at
   * the first purchase; contacts are taken as they are known today.
   * `POST /backoffice/v2/reward_offers/{id}/replay`, scope offers:read.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  replay(id: string, body?: ReplayRewardOfferBody, options?: CallOptions): Promise<ReplayRewardOfferReply>
  /**
   * Read the live offers as a rule book in which one offer runs as it would be.
   * A draft, or a change that nobody made yet, among the offers that run: by this book `/engine.js`
   * tries baskets before anything is published. Nothing is kept.
   * `POST /backoffice/v2/reward_offers/{id}/rule_book`, scope offers:read.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden
   * (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  previewRuleBook(
    id: string,
    body?: PreviewRewardOfferRuleBookBody,
    options?: QueryOptions<PreviewRewardOfferRuleBookQuery>,
  ): Promise<PreviewRewardOfferRuleBookReply>
  /**
   * List the versions of an offer, newest first.
   * `GET /backoffice/v2/reward_offers/{id}/versions`, scope offers:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listVersions(
    id: string,
    query?: ListRewardOfferVersionsQuery,
    options?: CallOptions,
  ): Promise<ListRewardOfferVersionsReply>
  /** Every item of `listVersions`, page after page. */
  eachVersion(
    id: string,
    query?: ListRewardOfferVersionsQuery,
    options?: CallOptions,
  ): AsyncIterable<RewardOfferVersion>
}

export interface RewardSchemesGroup {
  /**
   * List reward schemes, newest first.
   * `GET /backoffice/v2/reward_schemes`, scope offers:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListRewardSchemesQuery, options?: CallOptions): Promise<ListRewardSchemesReply>
  /** Every item of `list`, page after page. */
  each(query?: ListRewardSchemesQuery, options?: CallOptions): AsyncIterable<RewardScheme>
  /**
   * Create a reward scheme: who its offers are for.
   * `POST /backoffice/v2/reward_schemes`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), AlreadyExists (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  create(body: CreateRewardSchemeBody, options?: CallOptions): Promise<CreateRewardSchemeReply>
  /**
   * Read a reward scheme by id or code.
   * `GET /backoffice/v2/reward_schemes/{id}`, scope offers:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetRewardSchemeReply>
  /**
   * Change a reward scheme.
   * What is left out stays; null clears. Who has signed up or out has done so for every way to sign up:
   * a change of it lets nobody in or out who did either.
   * `PUT /backoffice/v2/reward_schemes/{id}`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  update(id: string, body?: UpdateRewardSchemeBody, options?: CallOptions): Promise<UpdateRewardSchemeReply>
  /**
   * Delete a reward scheme to which nobody signed up and that no offer names.
   * Others can be made INACTIVE. Again, by id: the same answer.
   * `DELETE /backoffice/v2/reward_schemes/{id}`, scope offers:write.
   * Refusals: NotFound (400), InvalidState (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  delete(id: string, options?: CallOptions): Promise<DeleteRewardSchemeReply>
  /**
   * List the sign-up codes of a scheme, and who used them.
   * `GET /backoffice/v2/reward_schemes/{id}/sign_up_codes`, scope offers:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listSignUpCodes(
    id: string,
    query?: ListSignUpCodesQuery,
    options?: CallOptions,
  ): Promise<ListSignUpCodesReply>
  /** Every item of `listSignUpCodes`, page after page. */
  eachSignUpCode(id: string, query?: ListSignUpCodesQuery, options?: CallOptions): AsyncIterable<SignUpCode>
  /**
   * Add codes with which one contact each can sign up to a closed loop.
   * Either codes of yours, or how many are to be made up; at most 10000. Codes that are there already
   * stay as they are.
   * `POST /backoffice/v2/reward_schemes/{id}/sign_up_codes`, scope offers:write.
   * Refusals: InvalidValue (400), NotFound (400), InvalidState (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  addSignUpCodes(id: string, body?: AddSignUpCodesBody, options?: CallOptions): Promise<AddSignUpCodesReply>
}

export interface RewardTiersGroup {
  /**
   * List reward tiers, newest first.
   * `GET /backoffice/v2/reward_tiers`, scope offers:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListRewardTiersQuery, options?: CallOptions): Promise<ListRewardTiersReply>
  /** Every item of `list`, page after page. */
  each(query?: ListRewardTiersQuery, options?: CallOptions): AsyncIterable<RewardTier>
  /**
   * Create a reward tier.
   * Tiers count once the business has a programme.
   * `POST /backoffice/v2/reward_tiers`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), AlreadyExists (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  create(body: CreateRewardTierBody, options?: CallOptions): Promise<CreateRewardTierReply>
  /**
   * Read how spending leads to tiers.
   * `GET /backoffice/v2/reward_tiers/programme`, scope offers:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getProgramme(options?: CallOptions): Promise<GetRewardTierProgrammeReply>
  /**
   * Set how spending leads to tiers.
   * The first time both fields are needed; later what is left out stays as it is. It holds at once, also
   * for what was spent before.
   * `PUT /backoffice/v2/reward_tiers/programme`, scope offers:write.
   * Refusals: InvalidValue (400), RequiredField (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  updateProgramme(
    body?: UpdateRewardTierProgrammeBody,
    options?: CallOptions,
  ): Promise<UpdateRewardTierProgrammeReply>
  /**
   * Read a reward tier by id or code.
   * `GET /backoffice/v2/reward_tiers/{id}`, scope offers:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetRewardTierReply>
  /**
   * Change a reward tier.
   * What is left out stays as it is, null clears. Other units hold at once.
   * `PUT /backoffice/v2/reward_tiers/{id}`, scope offers:write.
   * Refusals: InvalidValue (400), NotFound (400), AlreadyExists (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  update(id: string, body?: UpdateRewardTierBody, options?: CallOptions): Promise<UpdateRewardTierReply>
  /**
   * Delete a reward tier that no offer names.
   * Again: the same answer.
   * `DELETE /backoffice/v2/reward_tiers/{id}`, scope offers:write.
   * Refusals: NotFound (400), InvalidState (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  delete(id: string, options?: CallOptions): Promise<DeleteRewardTierReply>
}

export interface UsersGroup {
  /**
   * What each role may do.
   * `GET /backoffice/v2/roles`, scope users:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listRoles(options?: CallOptions): Promise<ListRolesReply>
  /**
   * Read what staff would have been mailed, in TEST mode.
   * Invitations and codes for a new password, the newest 100: with them anybody signs in as whom they
   * are for.
   * `GET /backoffice/v2/test_helpers/staff_outbox`, scope users:write.
   * Refusals: InvalidState (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listTestStaffOutbox(options?: CallOptions): Promise<ListTestStaffOutboxReply>
  /**
   * List the staff of the business in this mode.
   * `GET /backoffice/v2/users`, scope users:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  list(query?: ListUsersQuery, options?: CallOptions): Promise<ListUsersReply>
  /** Every item of `list`, page after page. */
  each(query?: ListUsersQuery, options?: CallOptions): AsyncIterable<User>
  /**
   * Invite a member of staff.
   * The invitation is in this answer: hand it on, it lasts seven days. It is mailed as well, where the
   * username is an e-mail address and the business names who sends its e-mail (`notification_settings`).
   * With a password instead, they may sign in at once and are told (`password_expired`) to change it.
   * Nobody gives a role that may do more than they.
   * `POST /backoffice/v2/users`, scope users:write.
   * Refusals: InvalidValue (400), RequiredField (400), AlreadyExists (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  create(body: CreateUserBody, options?: CallOptions): Promise<CreateUserReply>
  /**
   * Choose a password with an invitation.
   * 12 to 200 characters, of any kind; what is guessed first is refused. Whoever is signed in as the
   * same user is signed out. Then sign in.
   * `POST /backoffice/v2/users/accept_invitation`, no key needed.
   * Refusals: InvalidValue (400), RequiredField (400), InvalidInvitation (400), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  acceptInvitation(body: AcceptInvitationBody, options?: CallOptions): Promise<AcceptInvitationReply>
  /**
   * Sign a member of staff in.
   * Send the access token as Authorization: Bearer. It lasts 15 minutes; `users/refresh` gets the next
   * one for as long as the session lasts: 12 hours without use, 7 days at most. After five wrong tries
   * with a name each further one is waited for longer, up to five minutes: 429 with `Retry-After`.
   * `POST /backoffice/v2/users/authenticate`, no key needed.
   * Refusals: InvalidValue (400), RequiredField (400), InvalidLogin (400), SecondFactorNeeded (400),
   * InvalidSecondFactor (400), PlainHttp (403), TooManySignIns (429), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  authenticate(body: AuthenticateUserBody, options?: CallOptions): Promise<AuthenticateUserReply>
  /**
   * Be mailed a code with which another password is chosen.
   * For staff whose name is an e-mail address, by the e-mail server of their business. Answered alike,
   * and as fast, where there is nobody of that name. The code lasts 30 minutes and works once; a newer
   * one replaces it.
   * `POST /backoffice/v2/users/forgot_password`, no key needed.
   * Refusals: InvalidValue (400), RequiredField (400), PlainHttp (403), TooManySignIns (429),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  forgotPassword(body: ForgotPasswordBody, options?: CallOptions): Promise<ForgotPasswordReply>
  /**
   * Get the next tokens of a session.
   * A refresh token is used once. The one before the newest gets the newest once more for 30 seconds,
   * for tabs that refresh at once and answers that were lost; any other that was used before ends the
   * session.
   * `POST /backoffice/v2/users/refresh`, no key needed.
   * Refusals: InvalidValue (400), RequiredField (400), Unauthorized (401), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  refresh(body: RefreshUserBody, options?: CallOptions): Promise<RefreshUserReply>
  /**
   * Choose another password with the code that was mailed.
   * 12 to 200 characters, of any kind; what is guessed first is refused. Whoever is signed in as the
   * same user is signed out. Then sign in; a second factor is asked for as before.
   * `POST /backoffice/v2/users/reset_password`, no key needed.
   * Refusals: InvalidValue (400), RequiredField (400), InvalidReset (400), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  resetPassword(body: ResetPasswordBody, options?: CallOptions): Promise<ResetPasswordReply>
  /**
   * Read a member of staff.
   * `GET /backoffice/v2/users/{id}`, scope users:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetUserReply>
  /**
   * Change the role or state of a member of staff.
   * DISABLED signs them out everywhere, on other processes of the server within two seconds. The last
   * owner stays one.
   * `PUT /backoffice/v2/users/{id}`, scope users:write.
   * Refusals: InvalidValue (400), NotFound (400), InvalidState (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  update(id: string, body?: UpdateUserBody, options?: CallOptions): Promise<UpdateUserReply>
  /**
   * Remove a member of staff.
   * They are signed out everywhere and their name is free. Not the last owner.
   * `DELETE /backoffice/v2/users/{id}`, scope users:write.
   * Refusals: InvalidValue (400), NotFound (400), InvalidState (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  delete(id: string, options?: CallOptions): Promise<DeleteUserReply>
  /**
   * Invite a member of staff again, to choose a password.
   * Mailed as well, as the first was. Also for somebody who forgot theirs: it works until the invitation
   * is taken. An earlier invitation is over.
   * `POST /backoffice/v2/users/{id}/invite`, scope users:write.
   * Refusals: InvalidValue (400), NotFound (400), InvalidState (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  invite(id: string, options?: CallOptions): Promise<InviteUserReply>
  /**
   * Remove the second factor of a member of staff who lost it.
   * They are signed out everywhere. Make sure that it is they who ask.
   * `DELETE /backoffice/v2/users/{id}/second_factor`, scope users:write.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  removeSecondFactor(id: string, options?: CallOptions): Promise<RemoveUserSecondFactorReply>
  /**
   * List where a member of staff is signed in.
   * `GET /backoffice/v2/users/{id}/sessions`, scope users:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listSessions(id: string, options?: CallOptions): Promise<ListUserSessionsReply>
  /**
   * Sign a member of staff out everywhere.
   * `DELETE /backoffice/v2/users/{id}/sessions`, scope users:write.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  endSessions(id: string, options?: CallOptions): Promise<EndUserSessionsReply>
}

export interface ProductSynchronisationGroup {
  /**
   * Enter or change many products, families, brands and types.
   * Up to 10000 rows a call, in any order; a product may name a group that comes later in the call, or
   * that nobody knows: it is made. Products are known by their sku, groups by their code; what a row
   * leaves out stays as it is, null clears. Answers at once with the process that applies the rows: GET
   * processes/{id} tells how far it is. A row that is wrong is refused there, by its place, and leaves
   * the others alone. Where a sku or code comes twice, the later row is applied after the earlier one.
   * With `simulate=true` the process works everything out, tells the same counts and refusals, and keeps
   * nothing; a sku that comes again more than 250 rows later is then told as if it had come once.
   * `POST /backoffice/v2/synchronise_products`, scope products:write.
   * Refusals: RequiredField (400), InvalidValue (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  synchroniseProducts(
    body?: SynchroniseProductsBody,
    options?: QueryOptions<SynchroniseProductsQuery>,
  ): Promise<SynchroniseProductsReply>
  /**
   * Read how far a synchronisation is, and which rows it refused.
   * The same as GET processes/{id}, for keys that may read products only. CANCEL and RESUME it with PUT
   * processes/{id}/actions.
   * `GET /backoffice/v2/synchronise_products/{id}`, scope products:read or processes:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getProductSync(id: string, options?: CallOptions): Promise<GetProductSyncReply>
  /**
   * List every row that a synchronisation refused, in the order in which they were applied.
   * `GET /backoffice/v2/synchronise_products/{id}/rejected`, scope products:read or processes:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listRejectedRows(
    id: string,
    query?: ListRejectedRowsQuery,
    options?: CallOptions,
  ): Promise<ListRejectedRowsReply>
  /** Every item of `listRejectedRows`, page after page. */
  eachRejectedRow(
    id: string,
    query?: ListRejectedRowsQuery,
    options?: CallOptions,
  ): AsyncIterable<RejectedRow>
}

export interface TillsGroup {
  /**
   * List the tills that may queue, newest first.
   * `GET /backoffice/v2/tills`, scope purchases:read or purchases:write.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  list(query?: ListTillsQuery, options?: CallOptions): Promise<ListTillsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListTillsQuery, options?: CallOptions): AsyncIterable<Till>
  /**
   * Register the key by which a till signs what it sells without a line.
   * The private half never leaves the till. The same key again is the same till, and tells where its
   * queue stands.
   * `POST /backoffice/v2/tills`, scope purchases:write.
   * Refusals: RequiredField (400), InvalidValue (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  register(body: RegisterTillBody, options?: CallOptions): Promise<RegisterTillReply>
  /**
   * Read where the queue of a till stands.
   * `GET /backoffice/v2/tills/{id}`, scope purchases:read or purchases:write.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, options?: CallOptions): Promise<GetTillReply>
  /**
   * List the entries that did not fit the queue of a till, newest first.
   * BAD_SIGNATURE: changed, or of another key. COUNTER_REUSED and FORK: two queues grew from one, as of
   * a copied till. GAP: entries were cut out.
   * `GET /backoffice/v2/tills/{id}/incidents`, scope purchases:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listIncidents(
    id: string,
    query?: ListTillIncidentsQuery,
    options?: CallOptions,
  ): Promise<ListTillIncidentsReply>
  /** Every item of `listIncidents`, page after page. */
  eachIncident(id: string, query?: ListTillIncidentsQuery, options?: CallOptions): AsyncIterable<TillIncident>
  /**
   * Say where the queue of a till ends, when all of it was sent.
   * Signed is the text of four lines: `tillback-queue-end-1`, the id of the till, `counter` and `head`.
   * Entries that the till has numbered and not sent were cut off the end of its queue, which nobody
   * would know of before the next one comes: it is refused and recorded.
   * `POST /backoffice/v2/tills/{id}/queue_ends`, scope purchases:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), TillSignatureWrong (400),
   * TillQueueCut (400), TillQueueForked (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden
   * (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  endQueue(id: string, body: EndTillQueueBody, options?: CallOptions): Promise<EndTillQueueReply>
  /**
   * Send a purchase that was made without a line, in its order.
   * Signed (ECDSA, P-256, SHA-256, r and s one after the other) is the text of five lines:
   * `tillback-queue-1`, the id of the till, `counter`, `previous` and `payload`; its SHA-256 is what the
   * next entry names as `previous`. An entry that was changed, copied to another till or cut out of the
   * queue is refused and recorded. One that fits has its place even where its purchase is refused, so
   * that those after it go on. The purchase is judged at its own `date`; the same entry again gets the
   * same answer.
   * `POST /backoffice/v2/tills/{id}/queued_purchases`, scope purchases:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), TillSignatureWrong (400),
   * TillQueueCut (400), TillQueueForked (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden
   * (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  sendQueuedPurchase(
    id: string,
    body: SendQueuedPurchaseBody,
    options?: CallOptions,
  ): Promise<SendQueuedPurchaseReply>
}

export interface TopUpsGroup {
  /**
   * List top-ups, newest first; of one wallet, or of all.
   * A key of one merchant or venue sees its own only.
   * `GET /backoffice/v2/topups`, scope topups:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listTopups(query?: ListTopupsQuery, options?: CallOptions): Promise<ListTopupsReply>
  /** Every item of `listTopups`, page after page. */
  eachTopup(query?: ListTopupsQuery, options?: CallOptions): AsyncIterable<Topup>
  /**
   * Put money into a wallet.
   * It counts for the TOP_UP limits of the wallet, a GRANT for its CREDIT limits. A GRANT, together with
   * those to the same wallet within 24 hours, may come to adjustment_approval_above of the business at
   * most (100, if it did not say).
   * `POST /backoffice/v2/topups`, scope topups:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * AlreadyExists (400), GrantTooLarge (400), WalletLimitExceeded (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  createTopup(body: CreateTopupBody, options?: CallOptions): Promise<CreateTopupReply>
  /**
   * Read a top-up by id or code.
   * `GET /backoffice/v2/topups/{id}`, scope topups:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getTopup(id: string, options?: CallOptions): Promise<GetTopupReply>
  /**
   * Void a top-up: what is left of its money is taken back, the rest becomes a debt.
   * It never fails for what was spent. Voiding it again answers 200 and changes nothing. What counted
   * for limits is given back.
   * `POST /backoffice/v2/topups/{id}/cancel`, scope topups:write.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  cancelTopup(id: string, body?: CancelTopupBody, options?: CallOptions): Promise<CancelTopupReply>
}

export interface OwnAccountGroup {
  /**
   * Read who is signed in and what they may do.
   * `GET /backoffice/v2/users/me`, scope staff.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  get(options?: CallOptions): Promise<GetOwnAccountReply>
  /**
   * Change one’s own name.
   * `PUT /backoffice/v2/users/me`, scope staff.
   * Refusals: InvalidValue (400), RequiredField (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  update(body: UpdateOwnAccountBody, options?: CallOptions): Promise<UpdateOwnAccountReply>
  /**
   * Change one’s own password.
   * 12 to 200 characters, of any kind; what is guessed first is refused. All other sessions end.
   * `PUT /backoffice/v2/users/me/password`, scope staff.
   * Refusals: InvalidValue (400), RequiredField (400), InvalidLogin (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManySignIns (429), TooManyRequests (429),
   * Unexpected (500), Busy (503).
   */
  changeOwnPassword(body: ChangeOwnPasswordBody, options?: CallOptions): Promise<ChangeOwnPasswordReply>
  /**
   * Get new recovery codes; those before are good no more.
   * `POST /backoffice/v2/users/me/recovery_codes`, scope staff.
   * Refusals: InvalidValue (400), RequiredField (400), InvalidSecondFactor (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManySignIns
   * (429), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  renewRecoveryCodes(body: RenewRecoveryCodesBody, options?: CallOptions): Promise<RenewRecoveryCodesReply>
  /**
   * Begin to use an authenticator app.
   * Show `uri` as a QR code; then send the first code of the app to `…/confirm`. Until then nothing
   * changes, and beginning again gives a new secret.
   * `POST /backoffice/v2/users/me/second_factor`, scope staff.
   * Refusals: InvalidValue (400), RequiredField (400), InvalidLogin (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManySignIns
   * (429), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  enrolSecondFactor(body: EnrolSecondFactorBody, options?: CallOptions): Promise<EnrolSecondFactorReply>
  /**
   * Ask for codes of the app from now on.
   * All other sessions end. A code is good once, and for about a minute.
   * `POST /backoffice/v2/users/me/second_factor/confirm`, scope staff.
   * Refusals: InvalidValue (400), RequiredField (400), InvalidSecondFactor (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManySignIns
   * (429), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  confirmSecondFactor(body: ConfirmSecondFactorBody, options?: CallOptions): Promise<ConfirmSecondFactorReply>
  /**
   * Ask for no code any more.
   * `POST /backoffice/v2/users/me/second_factor/remove`, scope staff.
   * Refusals: InvalidValue (400), RequiredField (400), InvalidLogin (400), InvalidSecondFactor (400),
   * InvalidState (400), IdempotencyKeyReused (400), Unauthorized (401), Forbidden (403), PlainHttp
   * (403), TooManySignIns (429), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  removeSecondFactor(body: RemoveSecondFactorBody, options?: CallOptions): Promise<RemoveSecondFactorReply>
  /**
   * List where one is signed in.
   * `GET /backoffice/v2/users/me/sessions`, scope staff.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOwnSessions(options?: CallOptions): Promise<ListOwnSessionsReply>
  /**
   * End all of one’s own sessions but this one.
   * `DELETE /backoffice/v2/users/me/sessions`, scope staff.
   * Refusals: IdempotencyKeyReused (400), InvalidValue (400), Unauthorized (401), Forbidden (403),
   * PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  endOtherSessions(options?: CallOptions): Promise<EndOtherSessionsReply>
  /**
   * End one of one’s own sessions.
   * Refused from now on, on other processes of the server within two seconds. Again: nothing more.
   * `DELETE /backoffice/v2/users/me/sessions/{id}`, scope staff.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  endOwnSession(id: string, options?: CallOptions): Promise<EndOwnSessionReply>
  /**
   * Sign out: the session that asks ends.
   * By one’s own id, or `me`.
   * `POST /backoffice/v2/users/{id}/sign_out`, scope staff.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  signUserOut(id: string, options?: CallOptions): Promise<SignUserOutReply>
}

export interface WalletsGroup {
  /**
   * Read the limits of wallets without limits of their own.
   * `GET /backoffice/v2/wallet_limits`, scope wallets:read.
   * Refusals: InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getDefaultLimits(options?: CallOptions): Promise<GetDefaultWalletLimitsReply>
  /**
   * Set the limits of wallets without limits of their own.
   * `PUT /backoffice/v2/wallet_limits`, scope wallets:write.
   * Refusals: RequiredField (400), InvalidValue (400), IdempotencyKeyReused (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  setDefaultLimits(
    body: SetDefaultWalletLimitsBody,
    options?: CallOptions,
  ): Promise<SetDefaultWalletLimitsReply>
  /**
   * Read a wallet by id or by its 16-digit code.
   * Balances leave out money that has expired, is not yet available, or belongs to a pool that is not
   * switched on, to the second.
   * `GET /backoffice/v2/wallets/{id}`, scope wallets:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  get(id: string, query?: GetWalletQuery, options?: CallOptions): Promise<GetWalletReply>
  /**
   * Read the code that a contact shows at the till.
   * With `dynamic_wallet_code` of the business it changes every minute, so that a photograph of it is
   * soon worth nothing; tills send it as `contact.wallet_code`, or look the contact up by it. The code
   * of the wallet itself stays good.
   * `GET /backoffice/v2/wallets/{id}/code`, scope wallets:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getCode(id: string, options?: CallOptions): Promise<GetWalletCodeReply>
  /**
   * List what a wallet holds in each commerce pool, and where it may be spent; largest amount first.
   * `GET /backoffice/v2/wallets/{id}/commerce_balances`, scope wallets:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listCommerceBalances(
    id: string,
    query?: ListCommerceBalancesQuery,
    options?: CallOptions,
  ): Promise<ListCommerceBalancesReply>
  /** Every item of `listCommerceBalances`, page after page. */
  eachCommerceBalance(
    id: string,
    query?: ListCommerceBalancesQuery,
    options?: CallOptions,
  ): AsyncIterable<CommerceBalance>
  /**
   * List the lines of a wallet, newest first, each credit with its expiry and what is left of it.
   * `GET /backoffice/v2/wallets/{id}/journals`, scope wallets:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listJournals(
    id: string,
    query?: ListWalletJournalsQuery,
    options?: CallOptions,
  ): Promise<ListWalletJournalsReply>
  /** Every item of `listJournals`, page after page. */
  eachJournal(
    id: string,
    query?: ListWalletJournalsQuery,
    options?: CallOptions,
  ): AsyncIterable<WalletJournal>
  /**
   * Read what a wallet may do in a day, a week or a month, and what of that is left.
   * `GET /backoffice/v2/wallets/{id}/limits`, scope wallets:read.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getLimits(id: string, options?: CallOptions): Promise<GetWalletLimitsReply>
  /**
   * Set the limits of one wallet.
   * They hold in place of those of the business: an empty list allows all, null gives the wallet back to
   * the rules of the business.
   * `PUT /backoffice/v2/wallets/{id}/limits`, scope wallets:write.
   * Refusals: NotFound (400), RequiredField (400), InvalidValue (400), IdempotencyKeyReused (400),
   * Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy
   * (503).
   */
  setLimits(id: string, body: SetWalletLimitsBody, options?: CallOptions): Promise<SetWalletLimitsReply>
  /**
   * Add up what came into a wallet and left it, of all time or of a time.
   * Each less what was undone. TOP_UP has redeemed passes in it; DONATIONS are always 0.
   * `GET /backoffice/v2/wallets/{id}/summarised_totals`, scope wallets:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  summariseTotals(
    id: string,
    query?: SummariseWalletTotalsQuery,
    options?: CallOptions,
  ): Promise<SummariseWalletTotalsReply>
  /**
   * List the credits and debits of a wallet, newest first.
   * `GET /backoffice/v2/wallets/{id}/transactions`, scope wallets:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400), Unauthorized (401),
   * Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  listTransactions(
    id: string,
    query?: ListWalletTransactionsQuery,
    options?: CallOptions,
  ): Promise<ListWalletTransactionsReply>
  /** Every item of `listTransactions`, page after page. */
  eachTransaction(
    id: string,
    query?: ListWalletTransactionsQuery,
    options?: CallOptions,
  ): AsyncIterable<WalletTransaction>
}

export interface WalletTransfersGroup {
  /**
   * List what a wallet gave to others and received from them, newest first.
   * `GET /backoffice/v2/wallets/{id}/transfers`, scope transfers:read.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), Forbidden (403), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  list(id: string, query?: ListWalletTransfersQuery, options?: CallOptions): Promise<ListWalletTransfersReply>
  /** Every item of `list`, page after page. */
  each(id: string, query?: ListWalletTransfersQuery, options?: CallOptions): AsyncIterable<WalletTransfer>
  /**
   * Give money of one wallet to another.
   * It stays what it was: the same pool, the same expiry, the same merchant who pays for it. What a
   * contact owes cannot be given away.
   * `POST /backoffice/v2/wallets/{id}/transfers`, scope transfers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * AlreadyExists (400), WalletHoldsTooLittle (400), WalletLimitExceeded (400), IdempotencyKeyReused
   * (400), Unauthorized (401), Forbidden (403), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  create(
    id: string,
    body: CreateWalletTransferBody,
    options?: CallOptions,
  ): Promise<CreateWalletTransferReply>
}

export interface SelfServiceGroup {
  /**
   * Read how the business looks to shoppers.
   * `GET /self-service/v2/branding`, scope app.
   * Refusals: InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  getOwnBranding(options?: CallOptions): Promise<GetOwnBrandingReply>
  /**
   * Switch a commerce pool on or off for oneself.
   * The same action again changes nothing.
   * `PUT /self-service/v2/commerce_pools/{id}/actions`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidState (400), NotFound (400),
   * IdempotencyKeyReused (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  actOnOwnPool(id: string, body: ActOnOwnPoolBody, options?: CallOptions): Promise<ActOnOwnPoolReply>
  /**
   * Read a communication of one’s own.
   * `GET /self-service/v2/communications/{id}`, scope contact.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getOwnCommunication(id: string, options?: CallOptions): Promise<GetOwnCommunicationReply>
  /**
   * Mark a communication as viewed or archived, or take the mark back.
   * `PUT /self-service/v2/communications/{id}/actions`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  markOwnCommunication(
    id: string,
    body?: MarkOwnCommunicationBody,
    options?: CallOptions,
  ): Promise<MarkOwnCommunicationReply>
  /**
   * Ask whether somebody is registered under an address, to choose between registering and signing in.
   * `GET /self-service/v2/contacts`, scope app.
   * Refusals: InvalidValue (400), RequiredField (400), Unauthorized (401), PlainHttp (403),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  contactExists(query?: ContactExistsQuery, options?: CallOptions): Promise<ContactExistsReply>
  /**
   * Sign in with a password, or be sent a code.
   * Without a password a code is sent, and the answer has auth_otp and no tokens. After ten wrong
   * passwords within 15 minutes a contact has to wait; a code works meanwhile.
   * `POST /self-service/v2/contacts/authenticate`, scope app.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidState (400), InvalidLogin (400),
   * Unauthorized (401), PlainHttp (403), TooManyAttempts (429), TooManyRequests (429), Unexpected (500),
   * Busy (503).
   */
  authenticateContact(body: AuthenticateContactBody, options?: CallOptions): Promise<AuthenticateContactReply>
  /**
   * Send a contact the code with which they sign in.
   * Answered alike where nobody is found, who gets nothing. Six digits, for five minutes unless the
   * business says otherwise; at most 5 in 15 minutes.
   * `POST /self-service/v2/contacts/otp`, scope app.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidState (400), Unauthorized (401), PlainHttp
   * (403), TooManyAttempts (429), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  sendSignInCode(body: SendSignInCodeBody, options?: CallOptions): Promise<SendSignInCodeReply>
  /**
   * Get the next tokens for a refresh token.
   * Send it as Authorization: Bearer or as refresh_token. It is good once: one that is used again ends
   * the session, except that the one before the newest gets the newest once more for 30 seconds.
   * `POST /self-service/v2/contacts/refresh`, no key needed.
   * Refusals: InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  refreshContactSession(
    body?: RefreshContactSessionBody,
    options?: CallOptions,
  ): Promise<RefreshContactSessionReply>
  /**
   * Register as a contact, and be sent the code that proves the address.
   * The tokens come with validate_otp: nobody is let into a wallet under an address that they have not
   * shown to be theirs. The password holds from then on as well. An address that a contact already has
   * is refused; whoever it belongs to signs in with a code.
   * `POST /self-service/v2/contacts/register`, scope app.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidState (400), NotFound (400),
   * IdentifierTaken (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500),
   * Busy (503).
   */
  registerContact(body: RegisterContactBody, options?: CallOptions): Promise<RegisterContactReply>
  /**
   * Sign in with the code that was sent.
   * Good once. After five wrong ones it is dead. Wrong, over and used are answered alike.
   * `POST /self-service/v2/contacts/validate_otp`, scope app.
   * Refusals: RequiredField (400), InvalidValue (400), WrongCode (400), Unauthorized (401), PlainHttp
   * (403), TooManyAttempts (429), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  proveSignInCode(body: ProveSignInCodeBody, options?: CallOptions): Promise<ProveSignInCodeReply>
  /**
   * Read what is known of oneself.
   * `GET /self-service/v2/contacts/{id}`, scope contact.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getProfile(id: string, options?: CallOptions): Promise<GetProfileReply>
  /**
   * Change what is known of oneself.
   * What is left out stays; null clears.
   * `PUT /self-service/v2/contacts/{id}`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), IdentifierTaken (400), IdempotencyKeyReused (400),
   * RequiredField (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500),
   * Busy (503).
   */
  updateProfile(id: string, body?: UpdateProfileBody, options?: CallOptions): Promise<UpdateProfileReply>
  /**
   * Have oneself forgotten.
   * Everything that tells who the contact is goes, and every session with it; nothing brings it back.
   * Refused while an order, payout or claim is under way, and while the wallet holds or owes money
   * unless `leave_money=true`: it is lost then.
   * `DELETE /self-service/v2/contacts/{id}`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), InvalidState (400), IdempotencyKeyReused (400),
   * Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  deleteProfile(id: string, query?: DeleteProfileQuery, options?: CallOptions): Promise<DeleteProfileReply>
  /**
   * Add up what one ordered, earned and spent, of all time and by months.
   * Months are those of the business’s clock. What was undone did not happen.
   * `GET /self-service/v2/contacts/{id}/analytics`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  analyseOwn(id: string, query: AnalyseOwnQuery, options?: CallOptions): Promise<AnalyseOwnReply>
  /**
   * Read how one is told what happens, besides the inbox.
   * `GET /self-service/v2/contacts/{id}/communication_preferences`, scope contact.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getOwnTelling(id: string, options?: CallOptions): Promise<GetOwnTellingReply>
  /**
   * Change how one is told what happens, besides the inbox.
   * `PUT /self-service/v2/contacts/{id}/communication_preferences`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), RequiredField (400),
   * Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  changeOwnTelling(
    id: string,
    body?: ChangeOwnTellingBody,
    options?: CallOptions,
  ): Promise<ChangeOwnTellingReply>
  /**
   * List what one was told, newest first; the inbox is channel=INAPP.
   * `GET /self-service/v2/contacts/{id}/communications`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOwnCommunications(
    id: string,
    query?: ListOwnCommunicationsQuery,
    options?: CallOptions,
  ): Promise<ListOwnCommunicationsReply>
  /** Every item of `listOwnCommunications`, page after page. */
  eachOwnCommunication(
    id: string,
    query?: ListOwnCommunicationsQuery,
    options?: CallOptions,
  ): AsyncIterable<Communication>
  /**
   * Mark one’s whole inbox as viewed.
   * `PUT /self-service/v2/contacts/{id}/communications/actions`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), RequiredField (400),
   * Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  markOwnInbox(id: string, body: MarkOwnInboxBody, options?: CallOptions): Promise<MarkOwnInboxReply>
  /**
   * List the devices on which one reads push messages.
   * `GET /self-service/v2/contacts/{id}/devices`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOwnDevices(id: string, query?: ListOwnDevicesQuery, options?: CallOptions): Promise<ListOwnDevicesReply>
  /** Every item of `listOwnDevices`, page after page. */
  eachOwnDevice(id: string, query?: ListOwnDevicesQuery, options?: CallOptions): AsyncIterable<Device>
  /**
   * Register the device on which one reads push messages.
   * `POST /self-service/v2/contacts/{id}/devices`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), IdempotencyKeyReused (400),
   * Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  registerOwnDevice(
    id: string,
    body: RegisterOwnDeviceBody,
    options?: CallOptions,
  ): Promise<RegisterOwnDeviceReply>
  /**
   * Get no more push messages on a device.
   * `DELETE /self-service/v2/contacts/{id}/devices/{device}`, scope contact.
   * Refusals: NotFound (400), IdempotencyKeyReused (400), InvalidValue (400), Unauthorized (401),
   * PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  removeOwnDevice(id: string, device: string, options?: CallOptions): Promise<RemoveOwnDeviceReply>
  /**
   * Everything that is kept of oneself.
   * `GET /self-service/v2/contacts/{id}/export`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  exportOwnData(id: string, options?: CallOptions): Promise<ExportOwnDataReply>
  /**
   * How far one is with the offers that several purchases reach together.
   * `GET /self-service/v2/contacts/{id}/goals`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOwnGoals(id: string, query?: ListOwnGoalsQuery, options?: CallOptions): Promise<ListOwnGoalsReply>
  /** Every item of `listOwnGoals`, page after page. */
  eachOwnGoal(id: string, query?: ListOwnGoalsQuery, options?: CallOptions): AsyncIterable<ContactGoal>
  /**
   * List one’s own orders, newest first.
   * `GET /self-service/v2/contacts/{id}/orders`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOwnOrders(id: string, query?: ListOwnOrdersQuery, options?: CallOptions): Promise<ListOwnOrdersReply>
  /** Every item of `listOwnOrders`, page after page. */
  eachOwnOrder(id: string, query?: ListOwnOrdersQuery, options?: CallOptions): AsyncIterable<OrdersOfContact>
  /**
   * List the businesses where one is registered: this one.
   * `GET /self-service/v2/contacts/{id}/organisations`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOwnOrganisations(
    id: string,
    query?: ListOwnOrganisationsQuery,
    options?: CallOptions,
  ): Promise<ListOwnOrganisationsReply>
  /** Every item of `listOwnOrganisations`, page after page. */
  eachOwnOrganisation(
    id: string,
    query?: ListOwnOrganisationsQuery,
    options?: CallOptions,
  ): AsyncIterable<OwnOrganisation>
  /**
   * List the passkeys with which one signs in, newest first.
   * `GET /self-service/v2/contacts/{id}/passkeys`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOwnPasskeys(id: string, options?: CallOptions): Promise<ListOwnPasskeysReply>
  /**
   * Register the passkey that a device made.
   * Send `credential.toJSON()` of the browser. The device has to verify its user by finger, face or PIN.
   * Nothing is kept under an idempotency key: its challenge is good once.
   * `POST /self-service/v2/contacts/{id}/passkeys`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), InvalidState (400),
   * InvalidPasskey (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500),
   * Busy (503).
   */
  registerOwnPasskey(
    id: string,
    body: RegisterOwnPasskeyBody,
    options?: CallOptions,
  ): Promise<RegisterOwnPasskeyReply>
  /**
   * Ask for what a device needs to make a passkey.
   * Hand `public_key` to `PublicKeyCredential.parseCreationOptionsFromJSON`. The challenge in it is good
   * once, for five minutes.
   * `POST /self-service/v2/contacts/{id}/passkeys/options`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), InvalidState (400), Unauthorized (401), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  askForOwnPasskey(id: string, options?: CallOptions): Promise<AskForOwnPasskeyReply>
  /**
   * Call a passkey of one’s own by another name.
   * `PUT /self-service/v2/contacts/{id}/passkeys/{passkey}`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), IdempotencyKeyReused (400),
   * Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  renameOwnPasskey(
    id: string,
    passkey: string,
    body: RenameOwnPasskeyBody,
    options?: CallOptions,
  ): Promise<RenameOwnPasskeyReply>
  /**
   * Let nobody sign in with a passkey any more.
   * Whoever is signed in stays so; the device is told nothing.
   * `DELETE /self-service/v2/contacts/{id}/passkeys/{passkey}`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  removeOwnPasskey(id: string, passkey: string, options?: CallOptions): Promise<RemoveOwnPasskeyReply>
  /**
   * List how one is paid, the preferred method first.
   * `GET /self-service/v2/contacts/{id}/payment_methods`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOwnPaymentMethods(
    id: string,
    query?: ListOwnPaymentMethodsQuery,
    options?: CallOptions,
  ): Promise<ListOwnPaymentMethodsReply>
  /** Every item of `listOwnPaymentMethods`, page after page. */
  eachOwnPaymentMethod(
    id: string,
    query?: ListOwnPaymentMethodsQuery,
    options?: CallOptions,
  ): AsyncIterable<OwnPaymentMethod>
  /**
   * Register a way to be paid.
   * `POST /self-service/v2/contacts/{id}/payment_methods`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), IdempotencyKeyReused (400),
   * Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  addOwnPaymentMethod(
    id: string,
    body: AddOwnPaymentMethodBody,
    options?: CallOptions,
  ): Promise<AddOwnPaymentMethodReply>
  /**
   * Change the name of a payment method, a card’s expiry, or which method is preferred.
   * `PUT /self-service/v2/contacts/{id}/payment_methods/{payment_method_id}`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), RequiredField (400),
   * Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  changeOwnPaymentMethod(
    id: string,
    paymentMethodId: string,
    body?: ChangeOwnPaymentMethodBody,
    options?: CallOptions,
  ): Promise<ChangeOwnPaymentMethodReply>
  /**
   * Have a payment method forgotten.
   * `DELETE /self-service/v2/contacts/{id}/payment_methods/{payment_method_id}`, scope contact.
   * Refusals: NotFound (400), InvalidState (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  removeOwnPaymentMethod(
    id: string,
    paymentMethodId: string,
    options?: CallOptions,
  ): Promise<RemoveOwnPaymentMethodReply>
  /**
   * Have 0.00 paid out by a method, in TEST mode.
   * `POST /self-service/v2/contacts/{id}/payment_methods/{payment_method_id}/test_payout`, scope
   * contact.
   * Refusals: NotFound (400), InvalidState (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  tryOwnPaymentMethod(
    id: string,
    paymentMethodId: string,
    options?: CallOptions,
  ): Promise<TryOwnPaymentMethodReply>
  /**
   * List one’s own purchases, newest first.
   * `GET /self-service/v2/contacts/{id}/purchases`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOwnPurchases(
    id: string,
    query?: ListOwnPurchasesQuery,
    options?: CallOptions,
  ): Promise<ListOwnPurchasesReply>
  /** Every item of `listOwnPurchases`, page after page. */
  eachOwnPurchase(
    id: string,
    query?: ListOwnPurchasesQuery,
    options?: CallOptions,
  ): AsyncIterable<OwnPurchase>
  /**
   * Sign up to a reward scheme, or out of it.
   * `POST /self-service/v2/contacts/{id}/reward_schemes`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  changeOwnMembership(
    id: string,
    body: ChangeOwnMembershipBody,
    options?: CallOptions,
  ): Promise<ChangeOwnMembershipReply>
  /**
   * Read in which schemes one takes part, one’s tier, and what is missing to the next.
   * `GET /self-service/v2/contacts/{id}/rewards`, scope contact.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getOwnRewards(id: string, options?: CallOptions): Promise<GetOwnRewardsReply>
  /**
   * Sign out on this device.
   * Its tokens are refused from now on, on other processes of the server within two seconds.
   * `POST /self-service/v2/contacts/{id}/sign_out`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), IdempotencyKeyReused (400), Unauthorized (401),
   * PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  signOutContact(id: string, body?: SignOutContactBody, options?: CallOptions): Promise<SignOutContactReply>
  /**
   * Read when one’s wallet pays without being asked.
   * `GET /self-service/v2/contacts/{id}/spend_preferences`, scope contact.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getOwnSpendPreferences(id: string, options?: CallOptions): Promise<GetOwnSpendPreferencesReply>
  /**
   * Set when one’s wallet pays without being asked.
   * `PUT /self-service/v2/contacts/{id}/spend_preferences`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), IdempotencyKeyReused (400),
   * Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  setOwnSpendPreferences(
    id: string,
    body: SetOwnSpendPreferencesBody,
    options?: CallOptions,
  ): Promise<SetOwnSpendPreferencesReply>
  /**
   * What one’s wallet would have paid without being asked in the last 30 days.
   * `POST /self-service/v2/contacts/{id}/spend_preferences/rehearsal`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  rehearseOwnSpending(
    id: string,
    body: RehearseOwnSpendingBody,
    options?: CallOptions,
  ): Promise<RehearseOwnSpendingReply>
  /**
   * List the one-time codes that may still be used, without the codes themselves.
   * `GET /self-service/v2/contacts/{id}/tokens`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOwnTokens(id: string, query?: ListOwnTokensQuery, options?: CallOptions): Promise<ListOwnTokensReply>
  /**
   * Make a one-time code by which one purchase may spend one’s money.
   * `POST /self-service/v2/contacts/{id}/tokens`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), SpendNotCovered (400),
   * IdempotencyKeyReused (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  createOwnToken(id: string, body: CreateOwnTokenBody, options?: CallOptions): Promise<CreateOwnTokenReply>
  /**
   * Tell what an order would come to and earn, without placing it.
   * `POST /self-service/v2/estimates/orders`, scope contact.
   * Refusals: WalletBalanceNotEnough (400), RequiredField (400), InvalidValue (400), NotFound (400),
   * PassAlreadyRedeemed (400), PassExpired (400), PassNotActive (400), CannotRedeemPass (400),
   * IdempotencyKeyReused (400), AlreadyExists (400), WalletLimitExceeded (400), Unauthorized (401),
   * PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  estimateOwnOrder(body?: EstimateOwnOrderBody, options?: CallOptions): Promise<EstimateOwnOrderReply>
  /**
   * List what may be ordered where and when.
   * `GET /self-service/v2/order_catalogues`, scope app.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listMenus(query?: ListMenusQuery, options?: CallOptions): Promise<ListMenusReply>
  /** Every item of `listMenus`, page after page. */
  eachMenu(query?: ListMenusQuery, options?: CallOptions): AsyncIterable<OrderCatalogue>
  /**
   * List the categories of an order catalogue with their products.
   * `GET /self-service/v2/order_catalogues/{id}/categories`, scope app.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listMenuCategories(
    id: string,
    query?: ListMenuCategoriesQuery,
    options?: CallOptions,
  ): Promise<ListMenuCategoriesReply>
  /** Every item of `listMenuCategories`, page after page. */
  eachMenuCategory(
    id: string,
    query?: ListMenuCategoriesQuery,
    options?: CallOptions,
  ): AsyncIterable<OrderCategory>
  /**
   * Order what is offered, at the prices of the shop.
   * `POST /self-service/v2/orders`, scope contact.
   * Refusals: WalletBalanceNotEnough (400), RequiredField (400), InvalidValue (400), NotFound (400),
   * PassAlreadyRedeemed (400), PassExpired (400), PassNotActive (400), CannotRedeemPass (400),
   * IdempotencyKeyReused (400), AlreadyExists (400), WalletLimitExceeded (400), Unauthorized (401),
   * PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  placeOwnOrder(body?: PlaceOwnOrderBody, options?: CallOptions): Promise<PlaceOwnOrderReply>
  /**
   * Read an order of one’s own by id or number.
   * `GET /self-service/v2/orders/{id}`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getOwnOrder(id: string, query?: GetOwnOrderQuery, options?: CallOptions): Promise<GetOwnOrderReply>
  /**
   * Mark an order of one’s own as a favourite, or cancel it as long as nobody has begun with it.
   * The action that led to the present state is answered again and changes nothing.
   * `PUT /self-service/v2/orders/{id}/actions`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), InvalidState (400),
   * IdempotencyKeyReused (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  actOnOwnOrder(id: string, body: ActOnOwnOrderBody, options?: CallOptions): Promise<ActOnOwnOrderReply>
  /**
   * Read the business, a merchant or a venue.
   * `GET /self-service/v2/organisations/{id}`, scope app.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getPlace(id: string, options?: CallOptions): Promise<GetPlaceReply>
  /**
   * List the merchants and venues of the business, or the venues of a merchant.
   * `GET /self-service/v2/organisations/{id}/network`, scope app.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listNetwork(id: string, query?: ListNetworkQuery, options?: CallOptions): Promise<ListNetworkReply>
  /** Every item of `listNetwork`, page after page. */
  eachNetwork(id: string, query?: ListNetworkQuery, options?: CallOptions): AsyncIterable<Network>
  /**
   * Put the money of a pass into one’s wallet.
   * Once. Five wrong pins take a pass out of use.
   * `POST /self-service/v2/passes/redeem`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), CannotRedeemPass (400),
   * PassNotActive (400), PassExpired (400), PassAlreadyRedeemed (400), WalletLimitExceeded (400),
   * IdempotencyKeyReused (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  redeemOwnPass(body: RedeemOwnPassBody, options?: CallOptions): Promise<RedeemOwnPassReply>
  /**
   * Sign in with a passkey.
   * Send `credential.toJSON()` of the browser; the answer is that of `contacts/validate_otp`. A passkey
   * that nobody has, a challenge that is over or used, and a wrong signature are answered alike.
   * `POST /self-service/v2/passkeys/authenticate`, scope app.
   * Refusals: RequiredField (400), InvalidValue (400), InvalidPasskey (400), Unauthorized (401),
   * PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  signInWithPasskey(body: SignInWithPasskeyBody, options?: CallOptions): Promise<SignInWithPasskeyReply>
  /**
   * Ask for what a device has to sign for its owner to sign in.
   * Hand `public_key` to `PublicKeyCredential.parseRequestOptionsFromJSON`. It names nobody: the device
   * knows which passkeys it has. The challenge is good once, for five minutes.
   * `POST /self-service/v2/passkeys/options`, scope app.
   * Refusals: InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  askForPasskeySignIn(options?: CallOptions): Promise<AskForPasskeySignInReply>
  /**
   * Have open money of one’s wallet paid out to a payment method of one’s own.
   * `POST /self-service/v2/payouts`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), WalletBalanceTooSmall (400),
   * IdempotencyKeyReused (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  requestOwnPayout(body: RequestOwnPayoutBody, options?: CallOptions): Promise<RequestOwnPayoutReply>
  /**
   * List the products that may be ordered, with their prices.
   * `GET /self-service/v2/products`, scope app.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listGoods(query?: ListGoodsQuery, options?: CallOptions): Promise<ListGoodsReply>
  /** Every item of `listGoods`, page after page. */
  eachGood(query?: ListGoodsQuery, options?: CallOptions): AsyncIterable<OrderCatalogueProduct>
  /**
   * Read a product that may be ordered, by id or SKU.
   * `GET /self-service/v2/products/{id}`, scope app.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getGoods(id: string, query?: GetGoodsQuery, options?: CallOptions): Promise<GetGoodsReply>
  /**
   * Claim a receipt: the purchase is awarded, and nothing is spent.
   * The receipt is scanned (transaction_code), typed (its signed code), or sent field by field. What was
   * paid has to be the amount of the purchase; with the signed code it need not be said. A receipt is
   * claimed once, ever. It is judged at the time of the purchase. One that no till has sent is taken as
   * the merchant wishes (self_submitted_purchases): awarded at once, HELD until the till sends it or
   * somebody approves it, or not at all. Wrong receipts are counted; after five within a day the contact
   * has to wait. With simulate=true it is told what the contact would get, and nothing is claimed; a
   * wrong receipt is counted all the same.
   * `POST /self-service/v2/purchases/reclaim`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400), InvalidState
   * (400), IdempotencyKeyReused (400), Unauthorized (401), PlainHttp (403), TooManyClaims (429),
   * TooManyRequests (429), Unexpected (500), Busy (503).
   */
  reclaimOwnPurchase(
    body?: ReclaimOwnPurchaseBody,
    options?: QueryOptions<ReclaimOwnPurchaseQuery>,
  ): Promise<ReclaimOwnPurchaseReply>
  /**
   * Read a purchase of one’s own: what it was, what it earned and what the wallet paid.
   * `GET /self-service/v2/purchases/{id}`, scope contact.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getOwnPurchase(id: string, options?: CallOptions): Promise<GetOwnPurchaseReply>
  /**
   * Why a purchase of one’s own was awarded and spent what it was.
   * `GET /self-service/v2/purchases/{id}/explain`, scope contact.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  explainOwnPurchase(id: string, options?: CallOptions): Promise<ExplainOwnPurchaseReply>
  /**
   * List the awards, redeems and spends of a purchase of one’s own.
   * `GET /self-service/v2/purchases/{id}/rewards`, scope contact.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getOwnPurchaseRewards(
    id: string,
    query?: GetOwnPurchaseRewardsQuery,
    options?: CallOptions,
  ): Promise<GetOwnPurchaseRewardsReply>
  /**
   * List the offers that run, newest first.
   * `GET /self-service/v2/reward_offers`, scope app.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listShownOffers(query?: ListShownOffersQuery, options?: CallOptions): Promise<ListShownOffersReply>
  /** Every item of `listShownOffers`, page after page. */
  eachShownOffer(query?: ListShownOffersQuery, options?: CallOptions): AsyncIterable<ShownOffer>
  /**
   * Read an offer that runs.
   * `GET /self-service/v2/reward_offers/{id}`, scope app.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getShownOffer(id: string, options?: CallOptions): Promise<GetShownOfferReply>
  /**
   * Read how far one is with an offer that several purchases reach together.
   * In the period of today. An offer that one purchase reaches has no way to it: INVALIDSTATE.
   * `GET /self-service/v2/reward_offers/{id}/performance`, scope contact.
   * Refusals: NotFound (400), InvalidState (400), InvalidValue (400), Unauthorized (401), PlainHttp
   * (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  getOwnPerformance(id: string, options?: CallOptions): Promise<GetOwnPerformanceReply>
  /**
   * List the reward schemes, and in which one takes part.
   * `GET /self-service/v2/reward_schemes`, scope contact.
   * Refusals: InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  listOwnSchemes(query?: ListOwnSchemesQuery, options?: CallOptions): Promise<ListOwnSchemesReply>
  /**
   * List the merchants where one is rewarded.
   * `GET /self-service/v2/rewards/merchants`, scope app.
   * Refusals: InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  listMerchants(query?: ListMerchantsQuery, options?: CallOptions): Promise<ListMerchantsReply>
  /** Every item of `listMerchants`, page after page. */
  eachMerchant(query?: ListMerchantsQuery, options?: CallOptions): AsyncIterable<Network>
  /**
   * Read what became of a one-time code of one’s own, and which purchase used it.
   * `GET /self-service/v2/tokens/{id}`, scope contact.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getOwnToken(id: string, options?: CallOptions): Promise<GetOwnTokenReply>
  /**
   * End a one-time code of one’s own before its time.
   * Again: the same answer. One that has paid a purchase is not taken back.
   * `DELETE /self-service/v2/tokens/{id}`, scope contact.
   * Refusals: NotFound (400), InvalidState (400), IdempotencyKeyReused (400), InvalidValue (400),
   * Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  cancelOwnToken(id: string, options?: CallOptions): Promise<CancelOwnTokenReply>
  /**
   * Give money of one’s wallet to another contact.
   * `POST /self-service/v2/transfers`, scope contact.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400),
   * WalletHoldsTooLittle (400), WalletLimitExceeded (400), IdempotencyKeyReused (400), Unauthorized
   * (401), PlainHttp (403), TooManyRequests (429), Unexpected (500), Busy (503).
   */
  transferOwnMoney(body: TransferOwnMoneyBody, options?: CallOptions): Promise<TransferOwnMoneyReply>
  /**
   * Read one’s own wallet: what it holds, and what of it may be spent anywhere.
   * `GET /self-service/v2/wallets/{id}`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getOwnWallet(id: string, query?: GetOwnWalletQuery, options?: CallOptions): Promise<GetOwnWalletReply>
  /**
   * Read the code to show at the till.
   * `GET /self-service/v2/wallets/{id}/code`, scope contact.
   * Refusals: NotFound (400), InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  getOwnWalletCode(id: string, options?: CallOptions): Promise<GetOwnWalletCodeReply>
  /**
   * List what one’s wallet holds in each commerce pool, and where and until when it may be spent.
   * `GET /self-service/v2/wallets/{id}/commerce_balances`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOwnCommerceBalances(
    id: string,
    query?: ListOwnCommerceBalancesQuery,
    options?: CallOptions,
  ): Promise<ListOwnCommerceBalancesReply>
  /** Every item of `listOwnCommerceBalances`, page after page. */
  eachOwnCommerceBalance(
    id: string,
    query?: ListOwnCommerceBalancesQuery,
    options?: CallOptions,
  ): AsyncIterable<CommerceBalance>
  /**
   * List the credits and debits of one’s wallet with what is left of each.
   * `GET /self-service/v2/wallets/{id}/journals`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOwnJournals(
    id: string,
    query?: ListOwnJournalsQuery,
    options?: CallOptions,
  ): Promise<ListOwnJournalsReply>
  /** Every item of `listOwnJournals`, page after page. */
  eachOwnJournal(
    id: string,
    query?: ListOwnJournalsQuery,
    options?: CallOptions,
  ): AsyncIterable<WalletJournal>
  /**
   * Add up what came into one’s wallet and left it.
   * `GET /self-service/v2/wallets/{id}/summarised_totals`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  summariseOwnTotals(
    id: string,
    query?: SummariseOwnTotalsQuery,
    options?: CallOptions,
  ): Promise<SummariseOwnTotalsReply>
  /**
   * List what came into one’s wallet and left it, and why.
   * `GET /self-service/v2/wallets/{id}/transactions`, scope contact.
   * Refusals: InvalidValue (400), NotFound (400), Unauthorized (401), PlainHttp (403), TooManyRequests
   * (429), Unexpected (500), Busy (503).
   */
  listOwnTransactions(
    id: string,
    query?: ListOwnTransactionsQuery,
    options?: CallOptions,
  ): Promise<ListOwnTransactionsReply>
  /** Every item of `listOwnTransactions`, page after page. */
  eachOwnTransaction(
    id: string,
    query?: ListOwnTransactionsQuery,
    options?: CallOptions,
  ): AsyncIterable<WalletTransaction>
  /**
   * Read the key with which browsers subscribe to push messages.
   * `GET /self-service/v2/web_push_key`, scope app.
   * Refusals: InvalidValue (400), Unauthorized (401), PlainHttp (403), TooManyRequests (429), Unexpected
   * (500), Busy (503).
   */
  getOwnPushKey(options?: CallOptions): Promise<GetOwnPushKeyReply>
}

export interface Groups {
  readonly reports: ReportsGroup
  readonly rewardEvents: RewardEventsGroup
  readonly adjustments: AdjustmentsGroup
  readonly apiKeys: ApiKeysGroup
  readonly auditLog: AuditLogGroup
  readonly organisations: OrganisationsGroup
  readonly webhooks: WebhooksGroup
  readonly claims: ClaimsGroup
  readonly commercePools: CommercePoolsGroup
  readonly communications: CommunicationsGroup
  readonly contacts: ContactsGroup
  readonly orders: OrdersGroup
  readonly paymentMethods: PaymentMethodsGroup
  readonly testHelpers: TestHelpersGroup
  readonly spendPreferences: SpendPreferencesGroup
  readonly spendTokens: SpendTokensGroup
  readonly expiries: ExpiriesGroup
  readonly ledger: LedgerGroup
  readonly orderAdaptors: OrderAdaptorsGroup
  readonly orderCancellationReasons: OrderCancellationReasonsGroup
  readonly orderCatalogues: OrderCataloguesGroup
  readonly orderStages: OrderStagesGroup
  readonly passPlans: PassPlansGroup
  readonly passes: PassesGroup
  readonly payoutProviders: PayoutProvidersGroup
  readonly payouts: PayoutsGroup
  readonly payoutFiles: PayoutFilesGroup
  readonly processes: ProcessesGroup
  readonly productFeeds: ProductFeedsGroup
  readonly productGroups: ProductGroupsGroup
  readonly products: ProductsGroup
  readonly promotions: PromotionsGroup
  readonly purchases: PurchasesGroup
  readonly requestLog: RequestLogGroup
  readonly rewardOffers: RewardOffersGroup
  readonly rewardSchemes: RewardSchemesGroup
  readonly rewardTiers: RewardTiersGroup
  readonly users: UsersGroup
  readonly productSynchronisation: ProductSynchronisationGroup
  readonly tills: TillsGroup
  readonly topUps: TopUpsGroup
  readonly ownAccount: OwnAccountGroup
  readonly wallets: WalletsGroup
  readonly walletTransfers: WalletTransfersGroup
  readonly selfService: SelfServiceGroup
}

/** What the client needs to know of every operation, by group and method. */
export const operations: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  reports: {
    getAccountingMap: { method: 'GET', path: '/backoffice/v2/accounting_map' },
    setAccountingMap: { method: 'PUT', path: '/backoffice/v2/accounting_map', takes: 'body' },
    exportAccounting: { method: 'GET', path: '/backoffice/v2/reports/accounting', takes: 'query' },
    getAwards: { method: 'GET', path: '/backoffice/v2/reports/awards', takes: 'query' },
    getLiability: { method: 'GET', path: '/backoffice/v2/reports/liability', takes: 'query' },
    getSales: { method: 'GET', path: '/backoffice/v2/reports/sales', takes: 'query' },
    getSettlement: { method: 'GET', path: '/backoffice/v2/reports/settlements', takes: 'query' },
    listSettlements: {
      method: 'GET',
      path: '/backoffice/v2/settlements',
      takes: 'query',
      pages: 'eachSettlement',
    },
  },
  rewardEvents: {
    reportAchievement: { method: 'POST', path: '/backoffice/v2/achievements', takes: 'body' },
    list: { method: 'GET', path: '/backoffice/v2/reward_events', takes: 'query', pages: 'each' },
    get: { method: 'GET', path: '/backoffice/v2/reward_events/{id}' },
  },
  adjustments: {
    listAll: { method: 'GET', path: '/backoffice/v2/adjustments', takes: 'query', pages: 'eachAll' },
    get: { method: 'GET', path: '/backoffice/v2/adjustments/{id}' },
    decide: { method: 'PUT', path: '/backoffice/v2/adjustments/{id}/actions', takes: 'body' },
    list: { method: 'GET', path: '/backoffice/v2/wallets/{id}/adjustments', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/wallets/{id}/adjustments', takes: 'body' },
  },
  apiKeys: {
    list: { method: 'GET', path: '/backoffice/v2/api_keys', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/api_keys', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/api_keys/{id}' },
    revoke: { method: 'DELETE', path: '/backoffice/v2/api_keys/{id}' },
    roll: { method: 'POST', path: '/backoffice/v2/api_keys/{id}/roll', takes: 'body' },
  },
  auditLog: {
    list: { method: 'GET', path: '/backoffice/v2/audit_log', takes: 'query', pages: 'each' },
  },
  organisations: {
    getBranding: { method: 'GET', path: '/backoffice/v2/branding' },
    updateBranding: { method: 'PUT', path: '/backoffice/v2/branding', takes: 'body' },
    list: { method: 'GET', path: '/backoffice/v2/organisations', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/organisations', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/organisations/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/organisations/{id}', takes: 'body' },
  },
  webhooks: {
    streamChanges: { method: 'GET', path: '/backoffice/v2/changes/stream', takes: 'query', streams: true },
    listEvents: { method: 'GET', path: '/backoffice/v2/events', takes: 'query', pages: 'eachEvent' },
    streamEvents: { method: 'GET', path: '/backoffice/v2/events/stream', takes: 'query', streams: true },
    getEvent: { method: 'GET', path: '/backoffice/v2/events/{id}' },
    getReport: { method: 'GET', path: '/backoffice/v2/reports/webhooks', takes: 'query' },
    listDeliveries: {
      method: 'GET',
      path: '/backoffice/v2/webhook_deliveries',
      takes: 'query',
      pages: 'eachDelivery',
    },
    getDelivery: { method: 'GET', path: '/backoffice/v2/webhook_deliveries/{id}' },
    resendDelivery: { method: 'POST', path: '/backoffice/v2/webhook_deliveries/{id}/resend' },
    listEndpoints: {
      method: 'GET',
      path: '/backoffice/v2/webhook_endpoints',
      takes: 'query',
      pages: 'eachEndpoint',
    },
    createEndpoint: { method: 'POST', path: '/backoffice/v2/webhook_endpoints', takes: 'body' },
    getEndpoint: { method: 'GET', path: '/backoffice/v2/webhook_endpoints/{id}' },
    updateEndpoint: { method: 'PUT', path: '/backoffice/v2/webhook_endpoints/{id}', takes: 'body' },
    deleteEndpoint: { method: 'DELETE', path: '/backoffice/v2/webhook_endpoints/{id}' },
    recoverEndpoint: { method: 'POST', path: '/backoffice/v2/webhook_endpoints/{id}/recover', takes: 'body' },
    rotateSecret: { method: 'POST', path: '/backoffice/v2/webhook_endpoints/{id}/rotate_secret' },
  },
  claims: {
    list: { method: 'GET', path: '/backoffice/v2/claims', takes: 'query', pages: 'each' },
    get: { method: 'GET', path: '/backoffice/v2/claims/{id}' },
    decide: { method: 'PUT', path: '/backoffice/v2/claims/{id}/actions', takes: 'body' },
    reclaimPurchase: { method: 'POST', path: '/backoffice/v2/purchases/reclaim', takes: 'body' },
  },
  commercePools: {
    list: { method: 'GET', path: '/backoffice/v2/commerce_pools', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/commerce_pools', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/commerce_pools/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/commerce_pools/{id}', takes: 'body' },
    delete: { method: 'DELETE', path: '/backoffice/v2/commerce_pools/{id}' },
    actOn: { method: 'PUT', path: '/backoffice/v2/commerce_pools/{id}/actions', takes: 'body' },
  },
  communications: {
    listTemplates: {
      method: 'GET',
      path: '/backoffice/v2/communication_templates',
      takes: 'query',
      pages: 'eachTemplate',
    },
    putTemplate: { method: 'PUT', path: '/backoffice/v2/communication_templates/{id}', takes: 'body' },
    deleteTemplate: { method: 'DELETE', path: '/backoffice/v2/communication_templates/{id}' },
    get: { method: 'GET', path: '/backoffice/v2/communications/{id}' },
    mark: { method: 'PUT', path: '/backoffice/v2/communications/{id}/actions', takes: 'body' },
    getPreferences: { method: 'GET', path: '/backoffice/v2/contacts/{id}/communication_preferences' },
    updatePreferences: {
      method: 'PUT',
      path: '/backoffice/v2/contacts/{id}/communication_preferences',
      takes: 'body',
    },
    list: {
      method: 'GET',
      path: '/backoffice/v2/contacts/{id}/communications',
      takes: 'query',
      pages: 'each',
    },
    markInbox: { method: 'PUT', path: '/backoffice/v2/contacts/{id}/communications/actions', takes: 'body' },
    listDevices: {
      method: 'GET',
      path: '/backoffice/v2/contacts/{id}/devices',
      takes: 'query',
      pages: 'eachDevice',
    },
    registerDevice: { method: 'POST', path: '/backoffice/v2/contacts/{id}/devices', takes: 'body' },
    removeDevice: { method: 'DELETE', path: '/backoffice/v2/contacts/{id}/devices/{device}' },
    getNotificationSettings: { method: 'GET', path: '/backoffice/v2/notification_settings' },
    updateNotificationSettings: {
      method: 'PUT',
      path: '/backoffice/v2/notification_settings',
      takes: 'body',
    },
    resendPurchaseNotification: { method: 'POST', path: '/backoffice/v2/purchases/{id}/resend_notification' },
    listTestOutbox: {
      method: 'GET',
      path: '/backoffice/v2/test_helpers/outbox',
      takes: 'query',
      pages: 'eachTestOutbox',
    },
    getWebPushKey: { method: 'GET', path: '/backoffice/v2/web_push_key' },
  },
  contacts: {
    list: { method: 'GET', path: '/backoffice/v2/contacts', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/contacts', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/contacts/{id}', takes: 'query' },
    update: { method: 'PUT', path: '/backoffice/v2/contacts/{id}', takes: 'body' },
    tellApart: { method: 'POST', path: '/backoffice/v2/contacts/{id}/apart', takes: 'body' },
    erase: { method: 'POST', path: '/backoffice/v2/contacts/{id}/erase', takes: 'body' },
    export: { method: 'GET', path: '/backoffice/v2/contacts/{id}/export' },
    listGoals: {
      method: 'GET',
      path: '/backoffice/v2/contacts/{id}/goals',
      takes: 'query',
      pages: 'eachGoal',
    },
    listLoyaltyIdentifiers: {
      method: 'GET',
      path: '/backoffice/v2/contacts/{id}/loyalty_identifiers',
      takes: 'query',
      pages: 'eachLoyaltyIdentifier',
    },
    merge: { method: 'POST', path: '/backoffice/v2/contacts/{id}/merge', takes: 'body' },
    listNotes: {
      method: 'GET',
      path: '/backoffice/v2/contacts/{id}/notes',
      takes: 'query',
      pages: 'eachNote',
    },
    addNote: { method: 'POST', path: '/backoffice/v2/contacts/{id}/notes', takes: 'body' },
    removeNote: { method: 'DELETE', path: '/backoffice/v2/contacts/{id}/notes/{note}' },
    sendCode: { method: 'POST', path: '/backoffice/v2/contacts/{id}/otp', takes: 'body' },
    listPasskeys: { method: 'GET', path: '/backoffice/v2/contacts/{id}/passkeys' },
    removePasskey: { method: 'DELETE', path: '/backoffice/v2/contacts/{id}/passkeys/{passkey}' },
    reveal: { method: 'POST', path: '/backoffice/v2/contacts/{id}/reveal', takes: 'body' },
    listSchemes: {
      method: 'GET',
      path: '/backoffice/v2/contacts/{id}/reward_schemes',
      takes: 'query',
      pages: 'eachScheme',
    },
    changeMembership: { method: 'POST', path: '/backoffice/v2/contacts/{id}/reward_schemes', takes: 'body' },
    getTier: { method: 'GET', path: '/backoffice/v2/contacts/{id}/reward_tiers' },
    listSessions: { method: 'GET', path: '/backoffice/v2/contacts/{id}/sessions' },
    endSession: { method: 'DELETE', path: '/backoffice/v2/contacts/{id}/sessions/{session}' },
    undoMerge: { method: 'POST', path: '/backoffice/v2/contacts/{id}/unmerge', takes: 'body' },
    validateCode: { method: 'POST', path: '/backoffice/v2/contacts/{id}/validate_otp', takes: 'body' },
    listAlike: { method: 'GET', path: '/backoffice/v2/contacts_alike', takes: 'query', pages: 'eachAlike' },
    listCustomers: { method: 'GET', path: '/backoffice/v2/customers', takes: 'query', pages: 'eachCustomer' },
    synchronise: { method: 'POST', path: '/backoffice/v2/synchronise_contacts', takes: 'body' },
  },
  orders: {
    listOfContact: {
      method: 'GET',
      path: '/backoffice/v2/contacts/{id}/orders',
      takes: 'query',
      pages: 'eachOfContact',
    },
    estimateFulfillment: {
      method: 'POST',
      path: '/backoffice/v2/estimates/order_fulfillment',
      takes: 'body',
    },
    estimate: { method: 'POST', path: '/backoffice/v2/estimates/orders', takes: 'body' },
    list: { method: 'GET', path: '/backoffice/v2/orders', takes: 'query', pages: 'each' },
    place: { method: 'POST', path: '/backoffice/v2/orders', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/orders/{id}', takes: 'query' },
    update: { method: 'PUT', path: '/backoffice/v2/orders/{id}', takes: 'body' },
    actOn: { method: 'PUT', path: '/backoffice/v2/orders/{id}/actions', takes: 'body' },
  },
  paymentMethods: {
    list: {
      method: 'GET',
      path: '/backoffice/v2/contacts/{id}/payment_methods',
      takes: 'query',
      pages: 'each',
    },
    create: { method: 'POST', path: '/backoffice/v2/contacts/{id}/payment_methods', takes: 'body' },
    update: {
      method: 'PUT',
      path: '/backoffice/v2/contacts/{id}/payment_methods/{payment_method_id}',
      takes: 'body',
    },
    delete: { method: 'DELETE', path: '/backoffice/v2/contacts/{id}/payment_methods/{payment_method_id}' },
    try: {
      method: 'POST',
      path: '/backoffice/v2/contacts/{id}/payment_methods/{payment_method_id}/test_payout',
    },
  },
  testHelpers: {
    openTestContactSession: { method: 'POST', path: '/backoffice/v2/contacts/{id}/sessions' },
    readTestClock: { method: 'GET', path: '/backoffice/v2/test_helpers/clock' },
    moveTestClock: { method: 'POST', path: '/backoffice/v2/test_helpers/clock', takes: 'body' },
    listTestTriggers: { method: 'GET', path: '/backoffice/v2/test_helpers/triggers' },
    triggerTestEvent: { method: 'POST', path: '/backoffice/v2/test_helpers/triggers', takes: 'body' },
    wipeTestData: { method: 'POST', path: '/backoffice/v2/test_helpers/wipe', takes: 'body' },
  },
  spendPreferences: {
    get: { method: 'GET', path: '/backoffice/v2/contacts/{id}/spend_preferences' },
    set: { method: 'PUT', path: '/backoffice/v2/contacts/{id}/spend_preferences', takes: 'body' },
    rehearse: {
      method: 'POST',
      path: '/backoffice/v2/contacts/{id}/spend_preferences/rehearsal',
      takes: 'body',
    },
  },
  spendTokens: {
    list: { method: 'GET', path: '/backoffice/v2/contacts/{id}/tokens', takes: 'query' },
    create: { method: 'POST', path: '/backoffice/v2/contacts/{id}/tokens', takes: 'body' },
  },
  expiries: {
    get: { method: 'GET', path: '/backoffice/v2/expiries/{id}' },
    listWallet: {
      method: 'GET',
      path: '/backoffice/v2/wallets/{id}/expiries',
      takes: 'query',
      pages: 'eachWallet',
    },
  },
  ledger: {
    listSeals: { method: 'GET', path: '/backoffice/v2/ledger/seals', takes: 'query', pages: 'eachSeal' },
    verify: { method: 'GET', path: '/backoffice/v2/ledger/verify' },
  },
  orderAdaptors: {
    list: { method: 'GET', path: '/backoffice/v2/order_adaptors', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/order_adaptors', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/order_adaptors/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/order_adaptors/{id}', takes: 'body' },
    printOn: { method: 'POST', path: '/backoffice/v2/order_adaptors/{id}/prints', takes: 'body' },
    listOrderProvisionings: {
      method: 'GET',
      path: '/backoffice/v2/order_provisionings',
      takes: 'query',
      pages: 'eachOrderProvisioning',
    },
    actOnOrderProvisioning: {
      method: 'PUT',
      path: '/backoffice/v2/order_provisionings/{id}/actions',
      takes: 'body',
    },
  },
  orderCancellationReasons: {
    list: { method: 'GET', path: '/backoffice/v2/order_cancellation_reasons', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/order_cancellation_reasons', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/order_cancellation_reasons/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/order_cancellation_reasons/{id}', takes: 'body' },
    delete: { method: 'DELETE', path: '/backoffice/v2/order_cancellation_reasons/{id}' },
  },
  orderCatalogues: {
    list: { method: 'GET', path: '/backoffice/v2/order_catalogues', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/order_catalogues', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/order_catalogues/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/order_catalogues/{id}', takes: 'body' },
    delete: { method: 'DELETE', path: '/backoffice/v2/order_catalogues/{id}' },
    listOrderCategories: {
      method: 'GET',
      path: '/backoffice/v2/order_catalogues/{id}/categories',
      takes: 'query',
      pages: 'eachOrderCategory',
    },
    createOrderCategory: {
      method: 'POST',
      path: '/backoffice/v2/order_catalogues/{id}/categories',
      takes: 'body',
    },
    updateOrderCategory: {
      method: 'PUT',
      path: '/backoffice/v2/order_catalogues/{id}/categories/{category_id}',
      takes: 'body',
    },
    deleteOrderCategory: {
      method: 'DELETE',
      path: '/backoffice/v2/order_catalogues/{id}/categories/{category_id}',
    },
    listProducts: {
      method: 'GET',
      path: '/backoffice/v2/order_catalogues/{id}/products',
      takes: 'query',
      pages: 'eachProduct',
    },
    getProduct: {
      method: 'GET',
      path: '/backoffice/v2/order_catalogues/{id}/products/{product_id}',
      takes: 'query',
    },
    getDietaryTags: { method: 'GET', path: '/backoffice/v2/products/{id}/dietary_tags' },
    putDietaryTags: { method: 'PUT', path: '/backoffice/v2/products/{id}/dietary_tags', takes: 'body' },
  },
  orderStages: {
    list: { method: 'GET', path: '/backoffice/v2/order_stages', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/order_stages', takes: 'body' },
    update: { method: 'PUT', path: '/backoffice/v2/order_stages/{id}', takes: 'body' },
    delete: { method: 'DELETE', path: '/backoffice/v2/order_stages/{id}' },
  },
  passPlans: {
    list: { method: 'GET', path: '/backoffice/v2/pass_plans', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/pass_plans', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/pass_plans/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/pass_plans/{id}', takes: 'body' },
    delete: { method: 'DELETE', path: '/backoffice/v2/pass_plans/{id}' },
  },
  passes: {
    list: { method: 'GET', path: '/backoffice/v2/passes', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/passes', takes: 'body' },
    redeem: { method: 'POST', path: '/backoffice/v2/passes/redeem', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/passes/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/passes/{id}', takes: 'body' },
  },
  payoutProviders: {
    list: { method: 'GET', path: '/backoffice/v2/payout_providers', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/payout_providers', takes: 'body' },
    update: { method: 'PUT', path: '/backoffice/v2/payout_providers/{id}', takes: 'body' },
    delete: { method: 'DELETE', path: '/backoffice/v2/payout_providers/{id}' },
  },
  payouts: {
    list: { method: 'GET', path: '/backoffice/v2/payouts', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/payouts', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/payouts/{id}' },
    change: { method: 'PUT', path: '/backoffice/v2/payouts/{id}/actions', takes: 'body' },
    getReport: { method: 'GET', path: '/backoffice/v2/reports/payouts', takes: 'query' },
  },
  payoutFiles: {
    list: { method: 'GET', path: '/backoffice/v2/payouts/files', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/payouts/files', takes: 'body' },
    change: { method: 'PUT', path: '/backoffice/v2/payouts/files/{id}/actions', takes: 'body' },
    download: { method: 'GET', path: '/backoffice/v2/payouts/files/{id}/content', takes: 'query' },
  },
  processes: {
    list: { method: 'GET', path: '/backoffice/v2/processes', takes: 'query', pages: 'each' },
    stream: { method: 'GET', path: '/backoffice/v2/processes/stream', streams: true },
    get: { method: 'GET', path: '/backoffice/v2/processes/{id}' },
    change: { method: 'PUT', path: '/backoffice/v2/processes/{id}/actions', takes: 'body' },
  },
  productFeeds: {
    list: { method: 'GET', path: '/backoffice/v2/product_feeds', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/product_feeds', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/product_feeds/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/product_feeds/{id}', takes: 'body' },
    delete: { method: 'DELETE', path: '/backoffice/v2/product_feeds/{id}' },
    actOn: { method: 'PUT', path: '/backoffice/v2/product_feeds/{id}/actions', takes: 'body' },
  },
  productGroups: {
    list: { method: 'GET', path: '/backoffice/v2/product_groups', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/product_groups', takes: 'body' },
    update: { method: 'PUT', path: '/backoffice/v2/product_groups/{id}', takes: 'body' },
  },
  products: {
    list: { method: 'GET', path: '/backoffice/v2/products', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/products', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/products/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/products/{id}', takes: 'body' },
    merge: { method: 'POST', path: '/backoffice/v2/products/{id}/merge', takes: 'body' },
  },
  promotions: {
    list: { method: 'GET', path: '/backoffice/v2/promotions', takes: 'query', pages: 'each' },
    prepare: { method: 'POST', path: '/backoffice/v2/promotions', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/promotions/{id}' },
    apply: { method: 'POST', path: '/backoffice/v2/promotions/{id}/apply', takes: 'body' },
  },
  purchases: {
    list: { method: 'GET', path: '/backoffice/v2/purchases', takes: 'query', pages: 'each' },
    submit: { method: 'POST', path: '/backoffice/v2/purchases', takes: 'body' },
    adHocReturn: { method: 'POST', path: '/backoffice/v2/purchases/ad_hoc_return', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/purchases/{id}' },
    cancel: { method: 'POST', path: '/backoffice/v2/purchases/{id}/cancel', takes: 'body' },
    listEntries: { method: 'GET', path: '/backoffice/v2/purchases/{id}/entries' },
    explain: { method: 'GET', path: '/backoffice/v2/purchases/{id}/explain' },
    listReturns: { method: 'GET', path: '/backoffice/v2/purchases/{id}/returns' },
    returnGoods: { method: 'POST', path: '/backoffice/v2/purchases/{id}/returns', takes: 'body' },
    getRewards: { method: 'GET', path: '/backoffice/v2/purchases/{id}/rewards', takes: 'query' },
    getReturn: { method: 'GET', path: '/backoffice/v2/returns/{id}' },
  },
  requestLog: {
    getKeyReport: { method: 'GET', path: '/backoffice/v2/reports/keys', takes: 'query' },
    getRequestReport: { method: 'GET', path: '/backoffice/v2/reports/requests', takes: 'query' },
    listRequests: { method: 'GET', path: '/backoffice/v2/request_log', takes: 'query', pages: 'eachRequest' },
    getRequest: { method: 'GET', path: '/backoffice/v2/request_log/{id}' },
  },
  rewardOffers: {
    list: { method: 'GET', path: '/backoffice/v2/reward_offers', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/reward_offers', takes: 'body' },
    evaluate: { method: 'POST', path: '/backoffice/v2/reward_offers/evaluate', takes: 'body' },
    replayLive: { method: 'POST', path: '/backoffice/v2/reward_offers/replay', takes: 'body' },
    getRuleBook: { method: 'GET', path: '/backoffice/v2/reward_offers/rule_book' },
    get: { method: 'GET', path: '/backoffice/v2/reward_offers/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/reward_offers/{id}', takes: 'body' },
    delete: { method: 'DELETE', path: '/backoffice/v2/reward_offers/{id}' },
    setAwards: { method: 'POST', path: '/backoffice/v2/reward_offers/{id}/awards', takes: 'body' },
    setState: { method: 'POST', path: '/backoffice/v2/reward_offers/{id}/life_cycle_state', takes: 'body' },
    putState: { method: 'PUT', path: '/backoffice/v2/reward_offers/{id}/life_cycle_state', takes: 'body' },
    lint: { method: 'GET', path: '/backoffice/v2/reward_offers/{id}/lint' },
    getPerformance: { method: 'GET', path: '/backoffice/v2/reward_offers/{id}/performance', takes: 'query' },
    replay: { method: 'POST', path: '/backoffice/v2/reward_offers/{id}/replay', takes: 'body' },
    previewRuleBook: { method: 'POST', path: '/backoffice/v2/reward_offers/{id}/rule_book', takes: 'body' },
    listVersions: {
      method: 'GET',
      path: '/backoffice/v2/reward_offers/{id}/versions',
      takes: 'query',
      pages: 'eachVersion',
    },
  },
  rewardSchemes: {
    list: { method: 'GET', path: '/backoffice/v2/reward_schemes', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/reward_schemes', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/reward_schemes/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/reward_schemes/{id}', takes: 'body' },
    delete: { method: 'DELETE', path: '/backoffice/v2/reward_schemes/{id}' },
    listSignUpCodes: {
      method: 'GET',
      path: '/backoffice/v2/reward_schemes/{id}/sign_up_codes',
      takes: 'query',
      pages: 'eachSignUpCode',
    },
    addSignUpCodes: {
      method: 'POST',
      path: '/backoffice/v2/reward_schemes/{id}/sign_up_codes',
      takes: 'body',
    },
  },
  rewardTiers: {
    list: { method: 'GET', path: '/backoffice/v2/reward_tiers', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/reward_tiers', takes: 'body' },
    getProgramme: { method: 'GET', path: '/backoffice/v2/reward_tiers/programme' },
    updateProgramme: { method: 'PUT', path: '/backoffice/v2/reward_tiers/programme', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/reward_tiers/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/reward_tiers/{id}', takes: 'body' },
    delete: { method: 'DELETE', path: '/backoffice/v2/reward_tiers/{id}' },
  },
  users: {
    listRoles: { method: 'GET', path: '/backoffice/v2/roles' },
    listTestStaffOutbox: { method: 'GET', path: '/backoffice/v2/test_helpers/staff_outbox' },
    list: { method: 'GET', path: '/backoffice/v2/users', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/users', takes: 'body' },
    acceptInvitation: { method: 'POST', path: '/backoffice/v2/users/accept_invitation', takes: 'body' },
    authenticate: { method: 'POST', path: '/backoffice/v2/users/authenticate', takes: 'body' },
    forgotPassword: { method: 'POST', path: '/backoffice/v2/users/forgot_password', takes: 'body' },
    refresh: { method: 'POST', path: '/backoffice/v2/users/refresh', takes: 'body' },
    resetPassword: { method: 'POST', path: '/backoffice/v2/users/reset_password', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/users/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/users/{id}', takes: 'body' },
    delete: { method: 'DELETE', path: '/backoffice/v2/users/{id}' },
    invite: { method: 'POST', path: '/backoffice/v2/users/{id}/invite' },
    removeSecondFactor: { method: 'DELETE', path: '/backoffice/v2/users/{id}/second_factor' },
    listSessions: { method: 'GET', path: '/backoffice/v2/users/{id}/sessions' },
    endSessions: { method: 'DELETE', path: '/backoffice/v2/users/{id}/sessions' },
  },
  productSynchronisation: {
    synchroniseProducts: { method: 'POST', path: '/backoffice/v2/synchronise_products', takes: 'body' },
    getProductSync: { method: 'GET', path: '/backoffice/v2/synchronise_products/{id}' },
    listRejectedRows: {
      method: 'GET',
      path: '/backoffice/v2/synchronise_products/{id}/rejected',
      takes: 'query',
      pages: 'eachRejectedRow',
    },
  },
  tills: {
    list: { method: 'GET', path: '/backoffice/v2/tills', takes: 'query', pages: 'each' },
    register: { method: 'POST', path: '/backoffice/v2/tills', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/tills/{id}' },
    listIncidents: {
      method: 'GET',
      path: '/backoffice/v2/tills/{id}/incidents',
      takes: 'query',
      pages: 'eachIncident',
    },
    endQueue: { method: 'POST', path: '/backoffice/v2/tills/{id}/queue_ends', takes: 'body' },
    sendQueuedPurchase: { method: 'POST', path: '/backoffice/v2/tills/{id}/queued_purchases', takes: 'body' },
  },
  topUps: {
    listTopups: { method: 'GET', path: '/backoffice/v2/topups', takes: 'query', pages: 'eachTopup' },
    createTopup: { method: 'POST', path: '/backoffice/v2/topups', takes: 'body' },
    getTopup: { method: 'GET', path: '/backoffice/v2/topups/{id}' },
    cancelTopup: { method: 'POST', path: '/backoffice/v2/topups/{id}/cancel', takes: 'body' },
  },
  ownAccount: {
    get: { method: 'GET', path: '/backoffice/v2/users/me' },
    update: { method: 'PUT', path: '/backoffice/v2/users/me', takes: 'body' },
    changeOwnPassword: { method: 'PUT', path: '/backoffice/v2/users/me/password', takes: 'body' },
    renewRecoveryCodes: { method: 'POST', path: '/backoffice/v2/users/me/recovery_codes', takes: 'body' },
    enrolSecondFactor: { method: 'POST', path: '/backoffice/v2/users/me/second_factor', takes: 'body' },
    confirmSecondFactor: {
      method: 'POST',
      path: '/backoffice/v2/users/me/second_factor/confirm',
      takes: 'body',
    },
    removeSecondFactor: {
      method: 'POST',
      path: '/backoffice/v2/users/me/second_factor/remove',
      takes: 'body',
    },
    listOwnSessions: { method: 'GET', path: '/backoffice/v2/users/me/sessions' },
    endOtherSessions: { method: 'DELETE', path: '/backoffice/v2/users/me/sessions' },
    endOwnSession: { method: 'DELETE', path: '/backoffice/v2/users/me/sessions/{id}' },
    signUserOut: { method: 'POST', path: '/backoffice/v2/users/{id}/sign_out' },
  },
  wallets: {
    getDefaultLimits: { method: 'GET', path: '/backoffice/v2/wallet_limits' },
    setDefaultLimits: { method: 'PUT', path: '/backoffice/v2/wallet_limits', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/wallets/{id}', takes: 'query' },
    getCode: { method: 'GET', path: '/backoffice/v2/wallets/{id}/code' },
    listCommerceBalances: {
      method: 'GET',
      path: '/backoffice/v2/wallets/{id}/commerce_balances',
      takes: 'query',
      pages: 'eachCommerceBalance',
    },
    listJournals: {
      method: 'GET',
      path: '/backoffice/v2/wallets/{id}/journals',
      takes: 'query',
      pages: 'eachJournal',
    },
    getLimits: { method: 'GET', path: '/backoffice/v2/wallets/{id}/limits' },
    setLimits: { method: 'PUT', path: '/backoffice/v2/wallets/{id}/limits', takes: 'body' },
    summariseTotals: { method: 'GET', path: '/backoffice/v2/wallets/{id}/summarised_totals', takes: 'query' },
    listTransactions: {
      method: 'GET',
      path: '/backoffice/v2/wallets/{id}/transactions',
      takes: 'query',
      pages: 'eachTransaction',
    },
  },
  walletTransfers: {
    list: { method: 'GET', path: '/backoffice/v2/wallets/{id}/transfers', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/wallets/{id}/transfers', takes: 'body' },
  },
  selfService: {
    getOwnBranding: { method: 'GET', path: '/self-service/v2/branding' },
    actOnOwnPool: { method: 'PUT', path: '/self-service/v2/commerce_pools/{id}/actions', takes: 'body' },
    getOwnCommunication: { method: 'GET', path: '/self-service/v2/communications/{id}' },
    markOwnCommunication: {
      method: 'PUT',
      path: '/self-service/v2/communications/{id}/actions',
      takes: 'body',
    },
    contactExists: { method: 'GET', path: '/self-service/v2/contacts', takes: 'query' },
    authenticateContact: { method: 'POST', path: '/self-service/v2/contacts/authenticate', takes: 'body' },
    sendSignInCode: { method: 'POST', path: '/self-service/v2/contacts/otp', takes: 'body' },
    refreshContactSession: { method: 'POST', path: '/self-service/v2/contacts/refresh', takes: 'body' },
    registerContact: { method: 'POST', path: '/self-service/v2/contacts/register', takes: 'body' },
    proveSignInCode: { method: 'POST', path: '/self-service/v2/contacts/validate_otp', takes: 'body' },
    getProfile: { method: 'GET', path: '/self-service/v2/contacts/{id}' },
    updateProfile: { method: 'PUT', path: '/self-service/v2/contacts/{id}', takes: 'body' },
    deleteProfile: { method: 'DELETE', path: '/self-service/v2/contacts/{id}', takes: 'query' },
    analyseOwn: { method: 'GET', path: '/self-service/v2/contacts/{id}/analytics', takes: 'query' },
    getOwnTelling: { method: 'GET', path: '/self-service/v2/contacts/{id}/communication_preferences' },
    changeOwnTelling: {
      method: 'PUT',
      path: '/self-service/v2/contacts/{id}/communication_preferences',
      takes: 'body',
    },
    listOwnCommunications: {
      method: 'GET',
      path: '/self-service/v2/contacts/{id}/communications',
      takes: 'query',
      pages: 'eachOwnCommunication',
    },
    markOwnInbox: {
      method: 'PUT',
      path: '/self-service/v2/contacts/{id}/communications/actions',
      takes: 'body',
    },
    listOwnDevices: {
      method: 'GET',
      path: '/self-service/v2/contacts/{id}/devices',
      takes: 'query',
      pages: 'eachOwnDevice',
    },
    registerOwnDevice: { method: 'POST', path: '/self-service/v2/contacts/{id}/devices', takes: 'body' },
    removeOwnDevice: { method: 'DELETE', path: '/self-service/v2/contacts/{id}/devices/{device}' },
    exportOwnData: { method: 'GET', path: '/self-service/v2/contacts/{id}/export' },
    listOwnGoals: {
      method: 'GET',
      path: '/self-service/v2/contacts/{id}/goals',
      takes: 'query',
      pages: 'eachOwnGoal',
    },
    listOwnOrders: {
      method: 'GET',
      path: '/self-service/v2/contacts/{id}/orders',
      takes: 'query',
      pages: 'eachOwnOrder',
    },
    listOwnOrganisations: {
      method: 'GET',
      path: '/self-service/v2/contacts/{id}/organisations',
      takes: 'query',
      pages: 'eachOwnOrganisation',
    },
    listOwnPasskeys: { method: 'GET', path: '/self-service/v2/contacts/{id}/passkeys' },
    registerOwnPasskey: { method: 'POST', path: '/self-service/v2/contacts/{id}/passkeys', takes: 'body' },
    askForOwnPasskey: { method: 'POST', path: '/self-service/v2/contacts/{id}/passkeys/options' },
    renameOwnPasskey: {
      method: 'PUT',
      path: '/self-service/v2/contacts/{id}/passkeys/{passkey}',
      takes: 'body',
    },
    removeOwnPasskey: { method: 'DELETE', path: '/self-service/v2/contacts/{id}/passkeys/{passkey}' },
    listOwnPaymentMethods: {
      method: 'GET',
      path: '/self-service/v2/contacts/{id}/payment_methods',
      takes: 'query',
      pages: 'eachOwnPaymentMethod',
    },
    addOwnPaymentMethod: {
      method: 'POST',
      path: '/self-service/v2/contacts/{id}/payment_methods',
      takes: 'body',
    },
    changeOwnPaymentMethod: {
      method: 'PUT',
      path: '/self-service/v2/contacts/{id}/payment_methods/{payment_method_id}',
      takes: 'body',
    },
    removeOwnPaymentMethod: {
      method: 'DELETE',
      path: '/self-service/v2/contacts/{id}/payment_methods/{payment_method_id}',
    },
    tryOwnPaymentMethod: {
      method: 'POST',
      path: '/self-service/v2/contacts/{id}/payment_methods/{payment_method_id}/test_payout',
    },
    listOwnPurchases: {
      method: 'GET',
      path: '/self-service/v2/contacts/{id}/purchases',
      takes: 'query',
      pages: 'eachOwnPurchase',
    },
    changeOwnMembership: {
      method: 'POST',
      path: '/self-service/v2/contacts/{id}/reward_schemes',
      takes: 'body',
    },
    getOwnRewards: { method: 'GET', path: '/self-service/v2/contacts/{id}/rewards' },
    signOutContact: { method: 'POST', path: '/self-service/v2/contacts/{id}/sign_out', takes: 'body' },
    getOwnSpendPreferences: { method: 'GET', path: '/self-service/v2/contacts/{id}/spend_preferences' },
    setOwnSpendPreferences: {
      method: 'PUT',
      path: '/self-service/v2/contacts/{id}/spend_preferences',
      takes: 'body',
    },
    rehearseOwnSpending: {
      method: 'POST',
      path: '/self-service/v2/contacts/{id}/spend_preferences/rehearsal',
      takes: 'body',
    },
    listOwnTokens: { method: 'GET', path: '/self-service/v2/contacts/{id}/tokens', takes: 'query' },
    createOwnToken: { method: 'POST', path: '/self-service/v2/contacts/{id}/tokens', takes: 'body' },
    estimateOwnOrder: { method: 'POST', path: '/self-service/v2/estimates/orders', takes: 'body' },
    listMenus: {
      method: 'GET',
      path: '/self-service/v2/order_catalogues',
      takes: 'query',
      pages: 'eachMenu',
    },
    listMenuCategories: {
      method: 'GET',
      path: '/self-service/v2/order_catalogues/{id}/categories',
      takes: 'query',
      pages: 'eachMenuCategory',
    },
    placeOwnOrder: { method: 'POST', path: '/self-service/v2/orders', takes: 'body' },
    getOwnOrder: { method: 'GET', path: '/self-service/v2/orders/{id}', takes: 'query' },
    actOnOwnOrder: { method: 'PUT', path: '/self-service/v2/orders/{id}/actions', takes: 'body' },
    getPlace: { method: 'GET', path: '/self-service/v2/organisations/{id}' },
    listNetwork: {
      method: 'GET',
      path: '/self-service/v2/organisations/{id}/network',
      takes: 'query',
      pages: 'eachNetwork',
    },
    redeemOwnPass: { method: 'POST', path: '/self-service/v2/passes/redeem', takes: 'body' },
    signInWithPasskey: { method: 'POST', path: '/self-service/v2/passkeys/authenticate', takes: 'body' },
    askForPasskeySignIn: { method: 'POST', path: '/self-service/v2/passkeys/options' },
    requestOwnPayout: { method: 'POST', path: '/self-service/v2/payouts', takes: 'body' },
    listGoods: { method: 'GET', path: '/self-service/v2/products', takes: 'query', pages: 'eachGood' },
    getGoods: { method: 'GET', path: '/self-service/v2/products/{id}', takes: 'query' },
    reclaimOwnPurchase: { method: 'POST', path: '/self-service/v2/purchases/reclaim', takes: 'body' },
    getOwnPurchase: { method: 'GET', path: '/self-service/v2/purchases/{id}' },
    explainOwnPurchase: { method: 'GET', path: '/self-service/v2/purchases/{id}/explain' },
    getOwnPurchaseRewards: { method: 'GET', path: '/self-service/v2/purchases/{id}/rewards', takes: 'query' },
    listShownOffers: {
      method: 'GET',
      path: '/self-service/v2/reward_offers',
      takes: 'query',
      pages: 'eachShownOffer',
    },
    getShownOffer: { method: 'GET', path: '/self-service/v2/reward_offers/{id}' },
    getOwnPerformance: { method: 'GET', path: '/self-service/v2/reward_offers/{id}/performance' },
    listOwnSchemes: { method: 'GET', path: '/self-service/v2/reward_schemes', takes: 'query' },
    listMerchants: {
      method: 'GET',
      path: '/self-service/v2/rewards/merchants',
      takes: 'query',
      pages: 'eachMerchant',
    },
    getOwnToken: { method: 'GET', path: '/self-service/v2/tokens/{id}' },
    cancelOwnToken: { method: 'DELETE', path: '/self-service/v2/tokens/{id}' },
    transferOwnMoney: { method: 'POST', path: '/self-service/v2/transfers', takes: 'body' },
    getOwnWallet: { method: 'GET', path: '/self-service/v2/wallets/{id}', takes: 'query' },
    getOwnWalletCode: { method: 'GET', path: '/self-service/v2/wallets/{id}/code' },
    listOwnCommerceBalances: {
      method: 'GET',
      path: '/self-service/v2/wallets/{id}/commerce_balances',
      takes: 'query',
      pages: 'eachOwnCommerceBalance',
    },
    listOwnJournals: {
      method: 'GET',
      path: '/self-service/v2/wallets/{id}/journals',
      takes: 'query',
      pages: 'eachOwnJournal',
    },
    summariseOwnTotals: {
      method: 'GET',
      path: '/self-service/v2/wallets/{id}/summarised_totals',
      takes: 'query',
    },
    listOwnTransactions: {
      method: 'GET',
      path: '/self-service/v2/wallets/{id}/transactions',
      takes: 'query',
      pages: 'eachOwnTransaction',
    },
    getOwnPushKey: { method: 'GET', path: '/self-service/v2/web_push_key' },
  },
}
