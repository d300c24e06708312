export { addTaps, type NewTap } from './add-taps.ts'
export { brandAddress, extensionOf } from './brand-address.ts'
export * as brandingApi from './branding.api.ts'
export { logoOf, readBranding, tenantOfBusiness } from './branding.store.ts'
export { createBusiness, type NewBusiness } from './create-business.ts'
export { createOrganisation, type NewOrganisation } from './create-organisation.ts'
export { type Directory, directoryOf, type Place, type PlaceReference } from './directory.ts'
export { getOrganisation } from './list-organisations.ts'
export {
  type AutomaticSpend,
  approvalAbove,
  ORGANISATION_TYPES,
  type Organisation,
  type OrganisationSettings,
  type OrganisationType,
  REDEEM_MODES,
  REDUCTION_METHODS,
  type RedeemMode,
  type ReductionMethod,
  type Settings,
  settingsAlong,
  settingsSchema,
  type Tap,
  type TapId,
} from './organisation.ts'
export * as organisationsApi from './organisations.api.ts'
export { organisationsRoutes } from './organisations.routes.ts'
export {
  type Business,
  insertOrganisation,
  type ListedOrganisation,
  readBusiness,
  readOrganisations,
} from './organisations.store.ts'
export { placeReference } from './place.api.ts'
export { insertTap, readTaps } from './taps.store.ts'
