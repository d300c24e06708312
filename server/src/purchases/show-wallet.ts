import { wireNumber } from '../kit/money.ts'
import type { WalletNow } from './wallet-now.ts'

/** A wallet as answers of voids and returns have it; null: nobody's. */
export function showWallet(wallet: WalletNow | undefined, currency: string) {
  if (!wallet) return null
  const show = (minor: bigint) => wireNumber(minor, currency)
  return {
    total: show(wallet.open + wallet.commerce),
    open: show(wallet.open),
    commerce: show(wallet.commerce),
    debt: show(wallet.debt),
  }
}
