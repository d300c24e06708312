export {
  type AccountKind,
  type AccountRef,
  type AccountState,
  accountId,
  blockedAccount,
  breakageAccount,
  contactAccount,
  houseAccount,
  isContactAccount,
  LANES,
  pocketOf,
  walletsChanged,
} from './account.ts'
export {
  type Debt,
  type DebtBook,
  NO_DEBTS,
  owe,
  owedOf,
  relieve,
  repaidBy,
  repayFrom,
  takeRepaymentsOf,
} from './debt-book.ts'
export { type ChangedBook, lotsToSettle, oweTo, readDebts, readDebtsOf, saveDebts } from './debts.store.ts'
export { exportLedger } from './export-ledger.ts'
export { ledgerRoutes } from './ledger.routes.ts'
export { insertTransfers, lockAccounts, openAccounts, saveAccounts } from './ledger.store.ts'
export { bySoonestExpiry, extendLot, isSpendable, type Lot } from './lot.ts'
export { insertLots, lotOfRow, lotsById, lotsLeft, saveLots } from './lots.store.ts'
export { type LotMove, lotsSince } from './lots-since.store.ts'
export { type MergeTrace, type MovedMoney, mergeWallets } from './merge-wallets.ts'
export { post } from './post.ts'
export {
  bringBackRedeemed,
  openLotOf,
  type Redeem,
  redeemMovements,
  transitOf,
  undoRedeem,
} from './redeem.ts'
export { redeemsConcerning, saveRedeems } from './redeems.store.ts'
export { type Sealing, sealNow } from './seal-accounts.ts'
export { openSealRounds } from './seal-rounds.ts'
export { readTenants, type SealedTenant, type StoredSeal } from './seals.store.ts'
export {
  beginUndoing,
  debtAccountOf,
  movementsOf,
  newDebt,
  putBack,
  settleDebts,
  type Undoing,
} from './settle-debts.ts'
export { holdMergedWallets, splitWallets } from './split-wallets.ts'
export { enter, type Journal, type Movement, type MovementKind, type Transfer } from './transfer.ts'
export { type VerifyReport, verifyLedger } from './verify.ts'
