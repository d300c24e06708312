import type { Work } from '../db/index.ts'
import { findPass } from './passes.store.ts'

/** What a pass carries into a wallet, whether or not it may be redeemed; undefined: nobody knows it, or it opens offers. */
export async function moneyOfPass(work: Work, code: string): Promise<bigint | undefined> {
  return (await findPass(work, code))?.money?.value
}
