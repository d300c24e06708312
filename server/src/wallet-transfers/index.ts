export { walletTransfersRoutes } from './wallet-transfers.routes.ts'
