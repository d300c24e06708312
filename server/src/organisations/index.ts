export { createBusiness, type NewBusiness } from './create-business.ts'
export { type Directory, directoryOf, type Place, type PlaceReference } from './directory.ts'
export {
  ORGANISATION_TYPES,
  type Organisation,
  type OrganisationSettings,
  type OrganisationType,
  REDUCTION_METHODS,
  type ReductionMethod,
  type Settings,
  settingsAlong,
  settingsSchema,
  type Tap,
  type TapId,
} from './organisation.ts'
export { insertOrganisation, insertTap, readOrganisations, readTaps } from './organisations.store.ts'
