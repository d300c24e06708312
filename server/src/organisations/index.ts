export { addTaps, type NewTap } from './add-taps.ts'
export { createBusiness, type NewBusiness } from './create-business.ts'
export { createOrganisation, type NewOrganisation } from './create-organisation.ts'
export { type Directory, directoryOf, type Place, type PlaceReference } from './directory.ts'
export { getOrganisation } from './list-organisations.ts'
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
export { organisationsRoutes } from './organisations.routes.ts'
export {
  type Business,
  insertOrganisation,
  type ListedOrganisation,
  readBusiness,
  readOrganisations,
} from './organisations.store.ts'
export { insertTap, readTaps } from './taps.store.ts'
