import { type Database, transact } from '../db/index.ts'
import { NotFound, Refusal } from '../kit/error.ts'
import { recogniseWalletCode, type WalletCodes } from '../tokens/index.ts'
import type { PurchaseCommand } from './prepare-purchase.ts'

/**
 * The purchase once more, of the contact whose wallet showed the code for a minute; undefined: it was refused for another reason, or
 * the code is none. Asked only when nobody has the code for good, so that purchases with those wait for nothing.
 */
export async function recogniseBuyer(
  database: Database,
  waiting: PurchaseCommand,
  { refused, codes }: { readonly refused: unknown; readonly codes: WalletCodes },
): Promise<PurchaseCommand | undefined> {
  const { contact, ...body } = waiting.body
  const sent = contact?.wallet_code
  if (sent === undefined || !isContactNotFound(refused)) return undefined
  const known = await transact(database, waiting.command, (work) => recogniseWalletCode(work, sent, codes))
  if (!known) return undefined
  const { wallet_code: _, ...named } = contact ?? {}
  return {
    ...waiting,
    body: { ...body, contact: { ...named, id: known.contact } },
    codeRefusal: known.refusal,
  }
}

function isContactNotFound(error: unknown): boolean {
  return error instanceof Refusal && error.kind === NotFound.kind && error.facts.parameters?.[0] === 'contact'
}
