import { PARTS, type Part } from './parts.ts'

/** What counts as configuration: each kind of record, how it is read and written through its own endpoints, and by what it is told from others. */
export interface Kind {
  readonly kind: KindName
  /** The endpoint that lists them, or reads the one that there is. */
  readonly read: string
  /** What it is asked with, where one question does not tell of all. */
  readonly queries?: readonly Readonly<Record<string, string>>[]
  readonly isOne?: true
  /** Of records whose code is told apart only within another, or that requests take otherwise than answers tell them. */
  readonly part?: Part
  /** Left out: they are there already, and only change. */
  readonly create?: string
  readonly update: string
  /** The parts that are compared, as answers call them and as requests take them. */
  readonly fields: readonly string[]
  /** Of these, what only an update takes. */
  readonly notAtFirst?: readonly string[]
}

export const KIND_NAMES = [
  'ORGANISATION',
  'COMMERCE_POOL',
  'SCHEME',
  'TIER_PROGRAMME',
  'TIER',
  'PASS_PLAN',
  'OFFER',
  'PRODUCT_GROUP',
  'ORDER_CATALOGUE',
  'ORDER_CATEGORY',
  'ORDER_STAGE',
  'CANCELLATION_REASON',
  'TEMPLATE',
  'NOTIFICATION_SETTINGS',
  'WALLET_LIMITS',
  'ACCOUNTING_MAP',
] as const
export type KindName = (typeof KIND_NAMES)[number]

/** In the order in which they are written: what others name comes before those. */
export const KINDS: readonly Kind[] = [
  {
    kind: 'ORGANISATION',
    read: 'listOrganisations',
    create: 'createOrganisation',
    update: 'updateOrganisation',
    fields: ['type', 'name', 'parent', 'time_zone', 'state', 'taps', 'settings'],
    notAtFirst: ['state'],
  },
  {
    kind: 'COMMERCE_POOL',
    read: 'listCommercePools',
    create: 'createCommercePool',
    update: 'updateCommercePool',
    fields: ['name', 'description', 'organisations', 'products', 'timings', 'validity', 'needs_activation'],
  },
  {
    kind: 'SCHEME',
    read: 'listRewardSchemes',
    create: 'createRewardScheme',
    update: 'updateRewardScheme',
    fields: ['name', 'description', 'sign_up_option', 'sign_up_method', 'email_domains', 'state'],
  },
  {
    kind: 'TIER_PROGRAMME',
    read: 'getRewardTierProgramme',
    isOne: true,
    update: 'updateRewardTierProgramme',
    fields: ['conversion_rate', 'period'],
  },
  {
    kind: 'TIER',
    read: 'listRewardTiers',
    create: 'createRewardTier',
    update: 'updateRewardTier',
    fields: ['name', 'description', 'benefits', 'value_units'],
  },
  {
    kind: 'PASS_PLAN',
    read: 'listPassPlans',
    create: 'createPassPlan',
    update: 'updatePassPlan',
    fields: [
      'name',
      'description',
      'classification',
      'state',
      'pass_code_type',
      'maximum_usage',
      'maximum_usage_per_contact',
      'validity',
      'code_format',
      'value_type',
      'value',
      'minimum_value',
      'maximum_value',
      'credit_wallet_balance',
      'commerce_pool',
    ],
  },
  {
    kind: 'OFFER',
    read: 'listRewardOffers',
    create: 'createRewardOffer',
    update: 'updateRewardOffer',
    fields: [
      'name',
      'description',
      'state',
      'goal',
      'type',
      'availability',
      'conditions',
      'scheme',
      'progress',
      'award',
      'redeem_method',
      'award_base',
      'before_discounts',
      'exclusive_group',
      'available_after',
      'commerce_pool',
      'expires_after',
      'funder',
      'return_policy',
      'limits',
      'priority',
      'on_top',
    ],
  },
  {
    kind: 'PRODUCT_GROUP',
    read: 'listProductGroups',
    create: 'createProductGroup',
    update: 'updateProductGroup',
    part: PARTS.PRODUCT_GROUP,
    fields: ['name', 'earns'],
  },
  {
    kind: 'ORDER_CATALOGUE',
    read: 'listOrderCatalogues',
    queries: [{ state: 'ACTIVE' }, { state: 'INACTIVE' }],
    create: 'createOrderCatalogue',
    update: 'updateOrderCatalogue',
    part: PARTS.ORDER_CATALOGUE,
    fields: [
      'name',
      'display_name',
      'description',
      'state',
      'supply_methods',
      'time_availability',
      'organisations',
      'minimum_amount',
      'creatives',
    ],
  },
  {
    kind: 'ORDER_CATEGORY',
    read: 'listOrderCategories',
    queries: [{ return_all: 'true', order: 'ASC' }],
    create: 'createOrderCategory',
    update: 'updateOrderCategory',
    part: PARTS.ORDER_CATEGORY,
    fields: ['name', 'description', 'parent_id', 'priority', 'creatives', 'products'],
  },
  {
    kind: 'ORDER_STAGE',
    read: 'listOrderStages',
    create: 'createOrderStage',
    update: 'updateOrderStage',
    fields: ['name', 'state', 'colour', 'priority', 'is_default', 'is_initial'],
  },
  {
    kind: 'CANCELLATION_REASON',
    read: 'listOrderCancellationReasons',
    create: 'createOrderCancellationReason',
    update: 'updateOrderCancellationReason',
    fields: ['name', 'description', 'is_default', 'state'],
  },
  {
    kind: 'TEMPLATE',
    read: 'listCommunicationTemplates',
    update: 'putCommunicationTemplate',
    fields: ['subject', 'content'],
  },
  {
    kind: 'NOTIFICATION_SETTINGS',
    read: 'getNotificationSettings',
    isOne: true,
    update: 'updateNotificationSettings',
    fields: ['language', 'quiet_hours', 'expiry_reminder_days', 'channels'],
  },
  {
    kind: 'WALLET_LIMITS',
    read: 'getDefaultWalletLimits',
    isOne: true,
    update: 'setDefaultWalletLimits',
    fields: ['rules'],
  },
  {
    kind: 'ACCOUNTING_MAP',
    read: 'getAccountingMap',
    isOne: true,
    update: 'setAccountingMap',
    fields: ['accounts', 'overrides'],
  },
]
