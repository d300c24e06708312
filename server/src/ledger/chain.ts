import { hash } from 'node:crypto'
import type { Tenant } from '../kit/actor.ts'
import type { AccountId } from '../kit/id.ts'
import type { AccountRef } from './account.ts'
import type { Transfer } from './transfer.ts'

/**
 * The chain of an account's entries. Each hash covers the one before it and the whole text of the transfer, so that no entry can be
 * changed, left out or moved without changing all that follow. An account is a chain of its own: no two lanes wait for each other.
 * The forms are told in README.md; SQL in rules-of-chains.ts and scripts/verify-export.mjs say them again, on their own.
 */

/** The head of an account without entries names the account, so that no chain can be passed off as another's. */
export function openingHead(id: AccountId, { tenant, kind, owner, currency, lane }: AccountRef): string {
  return hash('sha256', `tillback-account-1|${tenant}|${id}|${kind}|${owner}|${currency}|${lane}`)
}

export function nextHead(head: string, text: string): string {
  return hash('sha256', `${head}|${text}`)
}

/** Every column of a transfer but its hashes, in one line; none of them can hold the character between them. */
export function textOfTransfer(t: Omit<Transfer, 'fromHash' | 'toHash'>): string {
  const what = `${t.tenant}|${t.journal}|${t.line}|${t.kind}|${t.amount}|${t.currency}`
  const ends = `${t.from}|${t.fromSeq}|${t.fromBalance}|${t.to}|${t.toSeq}|${t.toBalance}`
  return `${what}|${ends}|${t.lot ?? '-'}|${t.reverses ?? '-'}|${t.at.getTime()}`
}

/** Where an account stood in a seal. */
export interface SealedHead {
  readonly account: AccountId
  readonly seq: bigint
  readonly head: string
}

export interface Seal {
  readonly tenant: Tenant
  readonly number: number
  readonly at: Date
  /** The hash of the seal before; of the first, a hash that names the tenant (`openingSeal`). */
  readonly previous: string
}

export function openingSeal(tenant: Tenant): string {
  return hash('sha256', `tillback-seals-1|${tenant}`)
}

/** `heads` in the order of their accounts' ids. */
export function sealHash({ tenant, number, at, previous }: Seal, heads: readonly SealedHead[]): string {
  const lines = heads.map(({ account, seq, head }) => `\n${account}|${seq}|${head}`)
  return hash('sha256', `${previous}|${tenant}|${number}|${at.getTime()}|${heads.length}${lines.join('')}`)
}
