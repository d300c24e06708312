// Written by "npm run openapi" from the declarations of the endpoints; do not edit.
import type { CallOptions, Operation, QueryOptions } from './call.ts'

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
  | 'COM.CRM.EXCEPTIONS.SPENDAMOUNTNOTFULLYCOVEREDEXCEPTION'
  | 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION'
  | 'CRM.EXCEPTIONS.CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION'
  | 'CRM.EXCEPTIONS.FORBIDDENEXCEPTION'
  | 'CRM.EXCEPTIONS.IDEMPOTENCYKEYREUSEDEXCEPTION'
  | 'CRM.EXCEPTIONS.INTERNALEXCEPTION'
  | 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION'
  | 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION'
  | 'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION'
  | 'CRM.EXCEPTIONS.MORETHANONEENTITYEXISTSEXCEPTION'
  | 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'
  | 'CRM.EXCEPTIONS.REQUESTINPROGRESSEXCEPTION'
  | 'CRM.EXCEPTIONS.REQUIREDFIELDEXCEPTION'
  | 'CRM.EXCEPTIONS.ROUTENOTFOUNDEXCEPTION'
  | 'CRM.EXCEPTIONS.SERVICEUNAVAILABLEEXCEPTION'
  | 'CRM.EXCEPTIONS.UNAUTHORIZEDEXCEPTION'

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
  readonly created_on: EpochSeconds
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
  readonly created_on: EpochSeconds
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

export interface LoyaltyIdentifier {
  readonly identifier: string
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
    readonly minimum_spend?: Amount | undefined
    readonly maximum_spend?: Amount | undefined
  }
  readonly currency_code: string
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
  } | null
  readonly brand: {
    readonly id: string
    readonly code: string
    readonly name: string
  } | null
  readonly type: {
    readonly id: string
    readonly code: string
    readonly name: string
  } | null
  /** PURCHASE: learnt from a till that sold it. */
  readonly source: 'MANAGED' | 'PURCHASE'
  readonly created_on: EpochSeconds
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
    readonly method: 'ON_REQUEST'
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
    }
    readonly product_family: {
      readonly id: string
      readonly name: string
    } | null
    readonly quantity: number
    readonly net_amount: Amount
    readonly tax_amount: Amount
    readonly total_amount: Amount
    readonly award: Amount
    readonly spend: Amount
  }[]
  readonly returned: {
    readonly award: Amount
    readonly redeem: Amount
    readonly spend: Amount
    readonly total: Amount
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

export interface RewardOffer {
  readonly id: string
  readonly code: string
  readonly state: 'DRAFT' | 'ACTIVE' | 'INACTIVE'
  readonly name: string
  readonly description: string | null
  readonly goal: 'SPEND'
  readonly type: 'DISCOUNT' | 'HAPPYHOUR'
  readonly version: number
  /** The whole offer in words. */
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
        readonly kind: 'ORGANISATIONS'
        readonly organisations: readonly {
          readonly id: string
          readonly code: string
          readonly name: string
        }[]
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
  )[]
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
  readonly award_base: 'GROSS' | 'NET'
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
  readonly limits: {
    readonly budget: Amount | null
    readonly per_contact: {
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
  readonly goal: 'SPEND'
  readonly type: 'DISCOUNT' | 'HAPPYHOUR'
  readonly version: number
  /** The whole offer in words. */
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
        readonly kind: 'ORGANISATIONS'
        readonly organisations: readonly {
          readonly id: string
          readonly code: string
          readonly name: string
        }[]
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
  )[]
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
  readonly award_base: 'GROSS' | 'NET'
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
  readonly limits: {
    readonly budget: Amount | null
    readonly per_contact: {
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
  }[]
  readonly products: readonly {
    readonly id: string | null
    readonly id_type: 'PRODUCT' | 'FAMILY' | 'BRAND' | 'TYPE'
    readonly code: string
    readonly name: string | null
    readonly sku: string | null
  }[]
  readonly timings: readonly {
    readonly day?: number | undefined
    readonly month?: number | undefined
    readonly start_time?: string | undefined
    readonly end_time?: string | undefined
  }[]
  readonly applicable_for_activation: boolean
  readonly is_active: boolean
}

export interface WalletTransaction {
  /** Journal and line. */
  readonly id: string
  readonly amount: Amount
  readonly currency: string
  readonly type: 'CREDIT' | 'DEBIT'
  /**
   * AWARD, SPEND, PURCHASE_CANCELLATION (also returns), WALLET_BALANCE_EXPIRATION, TOP_UP,
   * DEBT_REPAYMENT.
   */
  readonly transaction_type: string
  readonly pocket: 'CRMCOM' | 'BUSINESS' | 'BUSINESS_COMMERCE'
  readonly posted_on: EpochSeconds
  /** Of the pocket. */
  readonly balance_after: number
  readonly reward_event: {
    readonly type: 'AWARD' | 'SPEND'
    readonly code: string
    readonly amount: Amount
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
    readonly purchase_id: string
  } | null
  readonly commerce_pool: {
    readonly id: string
    readonly name: string
  } | null
  readonly wallet_expiration: {
    readonly date: EpochSeconds
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    } | null
  } | null
}

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
        | 'contacts:read'
        | 'contacts:write'
        | 'wallets:read'
        | 'organisations:read'
        | 'organisations:write'
        | 'offers:read'
        | 'offers:write'
        | 'products:read'
        | 'products:write'
        | 'keys:read'
        | 'keys:write'
        | 'ledger:read'
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
  readonly key: string | null
}

export type GetApiKeyReply = ApiKey

export type RevokeApiKeyReply = ApiKey

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
}

export type UpdateCommercePoolReply = CommercePool

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
  /** How a name or an identifier begins. */
  readonly search_value?: string | undefined
  readonly include_wallet?: boolean | undefined
  readonly include_financials?: boolean | undefined
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
  readonly wallet: {
    readonly id: string
    readonly code: string
  }
}

export interface GetContactQuery {
  readonly include_wallet?: boolean | undefined
  readonly include_financials?: boolean | undefined
}

export type GetContactReply = Contact

export type ListLoyaltyIdentifiersQuery = ListApiKeysQuery

export interface ListLoyaltyIdentifiersReply {
  readonly content: readonly LoyaltyIdentifier[]
  readonly paging: Paging
}

export type ListCustomersQuery = ListContactsQuery

export type ListCustomersReply = ListContactsReply

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
        readonly minimum_spend?: Decimal | null | undefined
        readonly maximum_spend?: Decimal | null | undefined
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
        readonly minimum_spend?: Decimal | null | undefined
        readonly maximum_spend?: Decimal | null | undefined
      }
    | undefined
}

export type UpdateOrganisationReply = Organisation

export interface ListProductsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly sku?: string | undefined
  /** Code of a family. */
  readonly family?: string | undefined
  /** Code of a brand. */
  readonly brand?: string | undefined
  /** Code of a type. */
  readonly type?: string | undefined
  readonly source?: 'MANAGED' | 'PURCHASE' | undefined
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
}

export type UpdateProductReply = Product

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
  readonly reduction_method?: 'FRONT_END' | 'BACK_END' | undefined
  readonly payment_medium_identifier?: string | undefined
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
    readonly method: 'ON_REQUEST'
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
  readonly payout: {
    readonly id: string
    readonly state: string
  } | null
  readonly wallet: {
    readonly total: Amount
    readonly open: Amount
    readonly commerce: Amount
  } | null
  /** One line for the cashier. */
  readonly say: string
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

export type GetPurchaseReply = Purchase

export interface CancelPurchaseBody {
  readonly reason?: string | undefined
}

export interface CancelPurchaseReply {
  readonly id: string
  readonly state: 'CANCELLED'
  readonly award_reversed: Amount
  readonly spend_returned: Amount
  /** Taken-back awards that were already spent: the contact owes them. */
  readonly debt: number
}

/** Every amount with what it follows from. */
export type ExplainPurchaseReply = { readonly [name: string]: unknown }

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
    readonly spend_method: 'ON_REQUEST' | null
    readonly amount: Amount
    readonly currency_code: string
    readonly commerce_pool: {
      readonly id: string
      readonly name: string
    } | null
  }[]
}

export interface ListRewardOffersQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly code?: string | undefined
  readonly state?: 'DRAFT' | 'ACTIVE' | 'INACTIVE' | undefined
  readonly type?: 'DISCOUNT' | 'HAPPYHOUR' | undefined
  readonly goal?: 'SPEND' | undefined
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
  readonly state?: 'DRAFT' | 'ACTIVE' | undefined
  readonly code?: string | undefined
  readonly description?: string | null | undefined
  readonly goal?: 'SPEND' | undefined
  /** Without it: HAPPYHOUR with timings, else DISCOUNT. */
  readonly type?: 'DISCOUNT' | 'HAPPYHOUR' | undefined
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
            readonly kind: 'ORGANISATIONS'
            readonly organisations: readonly {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }[]
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
      )[]
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
  readonly limits?:
    | {
        /** Most that all awards together may be. */
        readonly budget?: number | string | undefined
        readonly per_contact?:
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
    | undefined
  readonly code?: string | undefined
  readonly description?: string | null | undefined
  readonly goal?: 'SPEND' | undefined
  /** Without it: HAPPYHOUR with timings, else DISCOUNT. */
  readonly type?: 'DISCOUNT' | 'HAPPYHOUR' | undefined
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
            readonly kind: 'ORGANISATIONS'
            readonly organisations: readonly {
              readonly id?: string | undefined
              readonly code?: string | undefined
            }[]
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
      )[]
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
  readonly limits?:
    | {
        /** Most that all awards together may be. */
        readonly budget?: number | string | undefined
        readonly per_contact?:
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

export interface SetRewardOfferStateBody {
  readonly life_cycle_state: 'ACTIVE' | 'INACTIVE'
}

export type SetRewardOfferStateReply = RewardOffer

export type PutRewardOfferStateBody = SetRewardOfferStateBody

export type PutRewardOfferStateReply = RewardOffer

export type ListRewardOfferVersionsQuery = ListApiKeysQuery

export interface ListRewardOfferVersionsReply {
  readonly content: readonly RewardOfferVersion[]
  readonly paging: Paging
}

export interface AuthenticateUserBody {
  readonly provider?: 'EMAIL' | undefined
  readonly username: string
  readonly password: string
  readonly mode?: 'LIVE' | 'TEST' | undefined
}

export interface AuthenticateUserReply {
  readonly access_token: string
  readonly refresh_token: string | null
  readonly expiration_date: EpochSeconds
  readonly mode: 'LIVE' | 'TEST'
  readonly organisations: readonly {
    readonly id: string
    readonly name: string
  }[]
}

export interface GetWalletQuery {
  readonly include_lots?: boolean | undefined
}

export interface GetWalletReply {
  readonly id: string
  readonly code: string
  readonly contact: {
    readonly id: string
    readonly code: string
  }
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
  /** How many pools hold money that is spendable now. */
  readonly activated_commerce_pools: number
  /** What the contact owes; repaid first from later awards. */
  readonly debt: number
  /** Every credit with money left, soonest expiry first. */
  readonly lots?:
    | readonly {
        readonly id: string
        readonly amount: Amount
        readonly remaining: Amount
        readonly state: 'SPENDABLE' | 'NOT_YET_AVAILABLE' | 'EXPIRED'
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
      }[]
    | undefined
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

export interface ListWalletTransactionsQuery {
  readonly page?: number | undefined
  readonly size?: number | undefined
  readonly include_total?: boolean | undefined
  readonly sort?: 'CREATED_DATE' | undefined
  readonly order?: 'ASC' | 'DESC' | undefined
  readonly type?: 'CREDIT' | 'DEBIT' | undefined
  /** CRMCOM is known and always empty. */
  readonly pocket?: 'CRMCOM' | 'BUSINESS' | 'BUSINESS_COMMERCE' | undefined
  readonly posted_on?: TimeRange | undefined
}

export interface ListWalletTransactionsReply {
  readonly content: readonly WalletTransaction[]
  readonly paging: Paging
}

export interface ApiKeysGroup {
  /**
   * List the keys, without their secrets.
   * `GET /backoffice/v2/api_keys`, scope keys:read.
   * Refusals: InvalidValue (400).
   */
  list(query?: ListApiKeysQuery, options?: CallOptions): Promise<ListApiKeysReply>
  /** Every item of `list`, page after page. */
  each(query?: ListApiKeysQuery, options?: CallOptions): AsyncIterable<ApiKey>
  /**
   * Make a key of the mode of the caller.
   * The key is in this answer and nowhere else. It may do at most what the caller may.
   * `POST /backoffice/v2/api_keys`, scope keys:write.
   * Refusals: InvalidValue (400), RequiredField (400), NotFound (400), IdempotencyKeyReused (400),
   * Forbidden (403).
   */
  create(body: CreateApiKeyBody, options?: CallOptions): Promise<CreateApiKeyReply>
  /**
   * Read a key, without its secret.
   * `GET /backoffice/v2/api_keys/{id}`, scope keys:read.
   * Refusals: InvalidValue (400), NotFound (400).
   */
  get(id: string, options?: CallOptions): Promise<GetApiKeyReply>
  /**
   * Revoke a key for ever.
   * Refused from now on, on other processes of the server within two seconds. Again: the same answer.
   * `DELETE /backoffice/v2/api_keys/{id}`, scope keys:write.
   * Refusals: InvalidValue (400), NotFound (400).
   */
  revoke(id: string, options?: CallOptions): Promise<RevokeApiKeyReply>
}

export interface CommercePoolsGroup {
  /**
   * List commerce pools, newest first.
   * `GET /backoffice/v2/commerce_pools`, scope offers:read.
   * Refusals: InvalidValue (400).
   */
  list(query?: ListCommercePoolsQuery, options?: CallOptions): Promise<ListCommercePoolsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListCommercePoolsQuery, options?: CallOptions): AsyncIterable<CommercePool>
  /**
   * Create a commerce pool: where, when and on what its money may be spent.
   * `POST /backoffice/v2/commerce_pools`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400),
   * IdempotencyKeyReused (400), Forbidden (403).
   */
  create(body: CreateCommercePoolBody, options?: CallOptions): Promise<CreateCommercePoolReply>
  /**
   * Read a commerce pool by id or code.
   * `GET /backoffice/v2/commerce_pools/{id}`, scope offers:read.
   * Refusals: NotFound (400).
   */
  get(id: string, options?: CallOptions): Promise<GetCommercePoolReply>
  /**
   * Change a commerce pool.
   * What is left out stays as it is; null or an empty list clears. Restrictions hold at once, also for
   * money that was given before; the validity holds for money given from now on.
   * `PUT /backoffice/v2/commerce_pools/{id}`, scope offers:write.
   * Refusals: InvalidValue (400), NotFound (400), AlreadyExists (400), IdempotencyKeyReused (400),
   * Forbidden (403).
   */
  update(id: string, body?: UpdateCommercePoolBody, options?: CallOptions): Promise<UpdateCommercePoolReply>
}

export interface ContactsGroup {
  /**
   * Find contacts by what they are recognised by.
   * Nobody found is an empty list. A till, whose key has purchases:write but not contacts:read, has to
   * name whom it looks for, and sees initials and the end of the phone number.
   * `GET /backoffice/v2/contacts`, scope contacts:read or purchases:write.
   * Refusals: InvalidValue (400), Forbidden (403).
   */
  list(query?: ListContactsQuery, options?: CallOptions): Promise<ListContactsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListContactsQuery, options?: CallOptions): AsyncIterable<Contact>
  /**
   * Register a contact with an empty wallet.
   * `POST /backoffice/v2/contacts`, scope contacts:write.
   * Refusals: InvalidValue (400), RequiredField (400), AlreadyExists (400), IdentifierTaken (400),
   * IdempotencyKeyReused (400).
   */
  create(body?: CreateContactBody, options?: CallOptions): Promise<CreateContactReply>
  /**
   * Read a contact by id, code or any identifier.
   * `GET /backoffice/v2/contacts/{id}`, scope contacts:read or purchases:write.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400).
   */
  get(id: string, query?: GetContactQuery, options?: CallOptions): Promise<GetContactReply>
  /**
   * List the loyalty identifiers of a contact.
   * `GET /backoffice/v2/contacts/{id}/loyalty_identifiers`, scope contacts:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400).
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
   * Find contacts by what they are recognised by.
   * Nobody found is an empty list. A till, whose key has purchases:write but not contacts:read, has to
   * name whom it looks for, and sees initials and the end of the phone number.
   * `GET /backoffice/v2/customers`, scope contacts:read or purchases:write.
   * Refusals: InvalidValue (400), Forbidden (403).
   */
  listCustomers(query?: ListCustomersQuery, options?: CallOptions): Promise<ListCustomersReply>
  /** Every item of `listCustomers`, page after page. */
  eachCustomer(query?: ListCustomersQuery, options?: CallOptions): AsyncIterable<Contact>
}

export interface LedgerGroup {
  /**
   * Prove the books.
   * Reads every entry of the business in this mode and checks each rule of the books; a rule that does
   * not hold names the first rows that break it.
   * `GET /backoffice/v2/ledger/verify`, scope ledger:read.
   */
  verify(options?: CallOptions): Promise<VerifyLedgerReply>
}

export interface OrganisationsGroup {
  /**
   * List the business, its merchants and their venues.
   * A key of one merchant or venue sees only that and what is below it.
   * `GET /backoffice/v2/organisations`, scope organisations:read.
   * Refusals: InvalidValue (400).
   */
  list(query?: ListOrganisationsQuery, options?: CallOptions): Promise<ListOrganisationsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListOrganisationsQuery, options?: CallOptions): AsyncIterable<Organisation>
  /**
   * Add a merchant or a venue.
   * `POST /backoffice/v2/organisations`, scope organisations:write.
   * Refusals: InvalidValue (400), RequiredField (400), NotFound (400), AlreadyExists (400),
   * IdempotencyKeyReused (400).
   */
  create(body: CreateOrganisationBody, options?: CallOptions): Promise<CreateOrganisationReply>
  /**
   * Read an organisation by id or code.
   * `GET /backoffice/v2/organisations/{id}`, scope organisations:read.
   * Refusals: InvalidValue (400), NotFound (400).
   */
  get(id: string, options?: CallOptions): Promise<GetOrganisationReply>
  /**
   * Change an organisation.
   * What is left out stays. A setting of null takes the parent’s again. Taps are added, never removed.
   * `PUT /backoffice/v2/organisations/{id}`, scope organisations:write.
   * Refusals: InvalidValue (400), RequiredField (400), NotFound (400), AlreadyExists (400),
   * IdempotencyKeyReused (400).
   */
  update(id: string, body?: UpdateOrganisationBody, options?: CallOptions): Promise<UpdateOrganisationReply>
}

export interface ProductsGroup {
  /**
   * List products, newest first.
   * `GET /backoffice/v2/products`, scope products:read.
   * Refusals: InvalidValue (400).
   */
  list(query?: ListProductsQuery, options?: CallOptions): Promise<ListProductsReply>
  /** Every item of `list`, page after page. */
  each(query?: ListProductsQuery, options?: CallOptions): AsyncIterable<Product>
  /**
   * Enter a product.
   * `POST /backoffice/v2/products`, scope products:write.
   * Refusals: RequiredField (400), InvalidValue (400), AlreadyExists (400), AmbiguousIdentifier (400),
   * IdempotencyKeyReused (400).
   */
  create(body: CreateProductBody, options?: CallOptions): Promise<CreateProductReply>
  /**
   * Read a product by id or SKU.
   * `GET /backoffice/v2/products/{id}`, scope products:read.
   * Refusals: NotFound (400).
   */
  get(id: string, options?: CallOptions): Promise<GetProductReply>
  /**
   * Change a product.
   * What is left out stays as it is; null clears. A product that a purchase taught becomes MANAGED.
   * `PUT /backoffice/v2/products/{id}`, scope products:write.
   * Refusals: InvalidValue (400), NotFound (400), AlreadyExists (400), AmbiguousIdentifier (400),
   * IdempotencyKeyReused (400).
   */
  update(id: string, body?: UpdateProductBody, options?: CallOptions): Promise<UpdateProductReply>
}

export interface PurchasesGroup {
  /**
   * List purchases, newest first; or learn by reference_number what became of one.
   * `GET /backoffice/v2/purchases`, scope purchases:read.
   * Refusals: InvalidValue (400), NotFound (400).
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
   * AlreadyExists (400), WalletBalanceNotEnough (400), SpendNotFullyCovered (400), IdempotencyKeyReused
   * (400), Busy (503).
   */
  submit(body: SubmitPurchaseBody, options?: QueryOptions<SubmitPurchaseQuery>): Promise<SubmitPurchaseReply>
  /**
   * Take goods back without knowing their purchase.
   * Walks the contact's newest purchases at that merchant that are not fully returned and takes back
   * awards, and gives back spends, in proportion. What finds no purchase claws back nothing and is
   * answered as unmatched_amount.
   * `POST /backoffice/v2/purchases/ad_hoc_return`, scope purchases:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AmbiguousIdentifier (400),
   * AlreadyExists (400), IdempotencyKeyReused (400).
   */
  adHocReturn(body: AdHocReturnBody, options?: CallOptions): Promise<AdHocReturnReply>
  /**
   * Read a purchase by id, reference_number or code.
   * `GET /backoffice/v2/purchases/{id}`, scope purchases:read.
   * Refusals: NotFound (400), AmbiguousIdentifier (400).
   */
  get(id: string, options?: CallOptions): Promise<GetPurchaseReply>
  /**
   * Void a purchase: awards are taken back, spent money returns as it was.
   * Voiding a purchase twice is voiding it once: the second call answers 200 and changes nothing.
   * `POST /backoffice/v2/purchases/{id}/cancel`, scope purchases:write.
   * Refusals: NotFound (400), AmbiguousIdentifier (400), InvalidState (400), IdempotencyKeyReused (400).
   */
  cancel(id: string, body?: CancelPurchaseBody, options?: CallOptions): Promise<CancelPurchaseReply>
  /**
   * Why this purchase was awarded and spent what it was, and which offers gave nothing for which reason.
   * `GET /backoffice/v2/purchases/{id}/explain`, scope purchases:read.
   * Refusals: NotFound (400), AmbiguousIdentifier (400).
   */
  explain(id: string, options?: CallOptions): Promise<ExplainPurchaseReply>
  /**
   * List the awards and spends of a purchase.
   * `GET /backoffice/v2/purchases/{id}/rewards`, scope purchases:read.
   * Refusals: NotFound (400), AmbiguousIdentifier (400).
   */
  getRewards(
    id: string,
    query?: GetPurchaseRewardsQuery,
    options?: CallOptions,
  ): Promise<GetPurchaseRewardsReply>
}

export interface RewardOffersGroup {
  /**
   * List offers, newest first.
   * `GET /backoffice/v2/reward_offers`, scope offers:read.
   * Refusals: InvalidValue (400), NotFound (400).
   */
  list(query?: ListRewardOffersQuery, options?: CallOptions): Promise<ListRewardOffersReply>
  /** Every item of `list`, page after page. */
  each(query?: ListRewardOffersQuery, options?: CallOptions): AsyncIterable<RewardOffer>
  /**
   * Create an offer: what a purchase must be, and what it earns.
   * A DRAFT unless `state` is ACTIVE. Amounts are decimals in the currency of the business.
   * `POST /backoffice/v2/reward_offers`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), AlreadyExists (400),
   * IdempotencyKeyReused (400), Forbidden (403).
   */
  create(body: CreateRewardOfferBody, options?: CallOptions): Promise<CreateRewardOfferReply>
  /**
   * Read an offer by id or code.
   * `GET /backoffice/v2/reward_offers/{id}`, scope offers:read.
   * Refusals: NotFound (400).
   */
  get(id: string, options?: CallOptions): Promise<GetRewardOfferReply>
  /**
   * Change an offer: makes a new version.
   * What is left out stays as it is; null takes the default. Purchases keep pointing at the version that
   * judged them. A change that changes nothing makes no version.
   * `PUT /backoffice/v2/reward_offers/{id}`, scope offers:write.
   * Refusals: InvalidValue (400), NotFound (400), AlreadyExists (400), InvalidState (400),
   * IdempotencyKeyReused (400), Forbidden (403).
   */
  update(id: string, body?: UpdateRewardOfferBody, options?: CallOptions): Promise<UpdateRewardOfferReply>
  /**
   * Start or pause an offer.
   * The next purchase is judged by it: no purchase is awarded by an offer that was paused before it.
   * `POST /backoffice/v2/reward_offers/{id}/life_cycle_state`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), InvalidState (400),
   * IdempotencyKeyReused (400), Forbidden (403).
   */
  setState(
    id: string,
    body: SetRewardOfferStateBody,
    options?: CallOptions,
  ): Promise<SetRewardOfferStateReply>
  /**
   * Start or pause an offer.
   * The next purchase is judged by it: no purchase is awarded by an offer that was paused before it.
   * `PUT /backoffice/v2/reward_offers/{id}/life_cycle_state`, scope offers:write.
   * Refusals: RequiredField (400), InvalidValue (400), NotFound (400), InvalidState (400),
   * IdempotencyKeyReused (400), Forbidden (403).
   */
  putState(
    id: string,
    body: PutRewardOfferStateBody,
    options?: CallOptions,
  ): Promise<PutRewardOfferStateReply>
  /**
   * List the versions of an offer, newest first.
   * `GET /backoffice/v2/reward_offers/{id}/versions`, scope offers:read.
   * Refusals: InvalidValue (400), NotFound (400).
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

export interface UsersGroup {
  /**
   * Sign a member of staff in.
   * Send the token as Authorization: Bearer. It lasts an hour.
   * `POST /backoffice/v2/users/authenticate`, no key needed.
   * Refusals: InvalidValue (400), RequiredField (400), InvalidLogin (400).
   */
  authenticate(body: AuthenticateUserBody, options?: CallOptions): Promise<AuthenticateUserReply>
}

export interface WalletsGroup {
  /**
   * Read a wallet by id or by its 16-digit code.
   * Balances leave out money that has expired or is not yet available, to the second.
   * `GET /backoffice/v2/wallets/{id}`, scope wallets:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400).
   */
  get(id: string, query?: GetWalletQuery, options?: CallOptions): Promise<GetWalletReply>
  /**
   * List what a wallet holds in each commerce pool, and where it may be spent; largest amount first.
   * `GET /backoffice/v2/wallets/{id}/commerce_balances`, scope wallets:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400).
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
   * List the credits and debits of a wallet, newest first.
   * `GET /backoffice/v2/wallets/{id}/transactions`, scope wallets:read.
   * Refusals: InvalidValue (400), NotFound (400), AmbiguousIdentifier (400).
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

export interface Groups {
  readonly apiKeys: ApiKeysGroup
  readonly commercePools: CommercePoolsGroup
  readonly contacts: ContactsGroup
  readonly ledger: LedgerGroup
  readonly organisations: OrganisationsGroup
  readonly products: ProductsGroup
  readonly purchases: PurchasesGroup
  readonly rewardOffers: RewardOffersGroup
  readonly users: UsersGroup
  readonly wallets: WalletsGroup
}

/** What the client needs to know of every operation, by group and method. */
export const operations: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  apiKeys: {
    list: { method: 'GET', path: '/backoffice/v2/api_keys', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/api_keys', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/api_keys/{id}' },
    revoke: { method: 'DELETE', path: '/backoffice/v2/api_keys/{id}' },
  },
  commercePools: {
    list: { method: 'GET', path: '/backoffice/v2/commerce_pools', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/commerce_pools', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/commerce_pools/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/commerce_pools/{id}', takes: 'body' },
  },
  contacts: {
    list: { method: 'GET', path: '/backoffice/v2/contacts', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/contacts', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/contacts/{id}', takes: 'query' },
    listLoyaltyIdentifiers: {
      method: 'GET',
      path: '/backoffice/v2/contacts/{id}/loyalty_identifiers',
      takes: 'query',
      pages: 'eachLoyaltyIdentifier',
    },
    listCustomers: { method: 'GET', path: '/backoffice/v2/customers', takes: 'query', pages: 'eachCustomer' },
  },
  ledger: {
    verify: { method: 'GET', path: '/backoffice/v2/ledger/verify' },
  },
  organisations: {
    list: { method: 'GET', path: '/backoffice/v2/organisations', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/organisations', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/organisations/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/organisations/{id}', takes: 'body' },
  },
  products: {
    list: { method: 'GET', path: '/backoffice/v2/products', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/products', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/products/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/products/{id}', takes: 'body' },
  },
  purchases: {
    list: { method: 'GET', path: '/backoffice/v2/purchases', takes: 'query', pages: 'each' },
    submit: { method: 'POST', path: '/backoffice/v2/purchases', takes: 'body' },
    adHocReturn: { method: 'POST', path: '/backoffice/v2/purchases/ad_hoc_return', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/purchases/{id}' },
    cancel: { method: 'POST', path: '/backoffice/v2/purchases/{id}/cancel', takes: 'body' },
    explain: { method: 'GET', path: '/backoffice/v2/purchases/{id}/explain' },
    getRewards: { method: 'GET', path: '/backoffice/v2/purchases/{id}/rewards', takes: 'query' },
  },
  rewardOffers: {
    list: { method: 'GET', path: '/backoffice/v2/reward_offers', takes: 'query', pages: 'each' },
    create: { method: 'POST', path: '/backoffice/v2/reward_offers', takes: 'body' },
    get: { method: 'GET', path: '/backoffice/v2/reward_offers/{id}' },
    update: { method: 'PUT', path: '/backoffice/v2/reward_offers/{id}', takes: 'body' },
    setState: { method: 'POST', path: '/backoffice/v2/reward_offers/{id}/life_cycle_state', takes: 'body' },
    putState: { method: 'PUT', path: '/backoffice/v2/reward_offers/{id}/life_cycle_state', takes: 'body' },
    listVersions: {
      method: 'GET',
      path: '/backoffice/v2/reward_offers/{id}/versions',
      takes: 'query',
      pages: 'eachVersion',
    },
  },
  users: {
    authenticate: { method: 'POST', path: '/backoffice/v2/users/authenticate', takes: 'body' },
  },
  wallets: {
    get: { method: 'GET', path: '/backoffice/v2/wallets/{id}', takes: 'query' },
    listCommerceBalances: {
      method: 'GET',
      path: '/backoffice/v2/wallets/{id}/commerce_balances',
      takes: 'query',
      pages: 'eachCommerceBalance',
    },
    listTransactions: {
      method: 'GET',
      path: '/backoffice/v2/wallets/{id}/transactions',
      takes: 'query',
      pages: 'eachTransaction',
    },
  },
}
