export { type ProvisioningSources, provisionOrders } from './provision-orders.ts'
export { type ProvisioningWiring, provisioningRoutes } from './provisioning.routes.ts'
export { openProvisioningRounds } from './provisioning-rounds.ts'
export { provisionAgain } from './provisionings.store.ts'
