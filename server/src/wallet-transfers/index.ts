export * as walletTransfersApi from './wallet-transfers.api.ts'
export { walletTransfersRoutes } from './wallet-transfers.routes.ts'
