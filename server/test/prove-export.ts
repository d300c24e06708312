import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

// It is plain JavaScript that shares nothing with the product, not even types, so it is loaded by its place.
export const VERIFIER = fileURLToPath(new URL('../../scripts/verify-export.mjs', import.meta.url))

export interface Proof {
  readonly holds: boolean
  readonly faults: readonly string[]
  readonly counts: Readonly<Record<string, number>>
}

/** What the stand-alone verifier says of an export. */
export async function proveExport(
  bytes: string | Uint8Array,
  options: { readonly seals?: readonly string[]; readonly most?: number } = {},
): Promise<Proof> {
  const { verifyExport } = await import(VERIFIER)
  return verifyExport([Buffer.from(bytes)], options)
}

export type ExportedRecord = Record<string, string | number | null>

export function recordsOf(text: string): ExportedRecord[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Writes records as an export again, with checks that fit: as whoever tampers with one would. */
export function textOf(records: readonly ExportedRecord[]): string {
  let last = ''
  return records
    .map(({ check: _, ...record }) => {
      const text = JSON.stringify(record).slice(0, -1)
      last = sha256(last + text).slice(0, 16)
      return `${text},"check":"${last}"}\n`
    })
    .join('')
}

/** The hash that follows on a head, by the format's description. */
export function followingHash(head: string, tenant: number, t: ExportedRecord): string {
  const what = [tenant, t.journal, t.line, t.kind, t.amount, t.currency, t.from, t.from_seq, t.from_balance]
  return sha256(
    [head, ...what, t.to, t.to_seq, t.to_balance, t.lot ?? '-', t.reverses ?? '-', t.at].join('|'),
  )
}

export function openingOf(tenant: number, { id, kind, owner, currency, lane }: ExportedRecord): string {
  return sha256(`tillback-account-1|${tenant}|${id}|${kind}|${owner}|${currency}|${lane}`)
}

/** One end of a transfer, as the account at it counts it. */
export interface ExportedEnd {
  readonly t: ExportedRecord
  readonly id: string
  readonly seq: bigint
  readonly name: 'from_hash' | 'to_hash'
}

/** Writes balances and hashes of every account anew from what its transfers say now, as if they had always said so. */
export function chainAgain(records: readonly ExportedRecord[]): readonly ExportedEnd[] {
  const tenant = Number(records[0]?.tenant)
  const accounts = new Map(records.filter(({ type }) => type === 'account').map((a) => [String(a.id), a]))
  const ends = records
    .filter(({ type }) => type === 'transfer')
    .flatMap((t): ExportedEnd[] => [
      { t, id: String(t.from), seq: BigInt(String(t.from_seq)), name: 'from_hash' },
      { t, id: String(t.to), seq: BigInt(String(t.to_seq)), name: 'to_hash' },
    ])
    .sort((a, b) => (a.id === b.id ? Number(a.seq - b.seq) : a.id < b.id ? -1 : 1))
  const balances = new Map<string, bigint>()
  for (const { t, id, name } of ends) {
    const amount = BigInt(String(t.amount))
    const balance = (balances.get(id) ?? 0n) + (name === 'to_hash' ? amount : -amount)
    balances.set(id, balance)
    t[name === 'to_hash' ? 'to_balance' : 'from_balance'] = String(balance)
  }
  const heads = new Map<string, string>()
  for (const { t, id, name } of ends) {
    const head = followingHash(heads.get(id) ?? openingOf(tenant, accounts.get(id) ?? {}), tenant, t)
    heads.set(id, head)
    t[name] = head
  }
  for (const [id, head] of heads)
    Object.assign(accounts.get(id) ?? {}, { head, balance: String(balances.get(id)) })
  return ends
}
