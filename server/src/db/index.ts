export { hasCome, ofOnly } from './due.ts'
export { CannotStartDatabase, type EmbeddedDatabase, startEmbedded } from './embedded.ts'
export { type GroupCommit, groupCommit, type Outcome } from './group-commit.ts'
export { migrate } from './migrate.ts'
export { type Database, openDatabase, openSlotConnection } from './pool.ts'
export { openRounds, type Round, type Rounds } from './rounds.ts'
export {
  arrayOf,
  columnsOf,
  declaredStatements,
  documentsOf,
  type Runner,
  runnerOfClient,
  runnerOfTransaction,
  type Statement,
  statement,
} from './runner.ts'
export type { Tables } from './tables.ts'
export type { StoredCreative } from './tables-of-products.ts'
export {
  asOne,
  commitLater,
  isAway,
  isPassing,
  isUniqueViolation,
  transact,
  tryOut,
  type Work,
} from './transact.ts'
