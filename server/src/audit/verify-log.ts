import type { Kysely } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { hashOfLine, hashOfText, type Line } from './act.ts'
import { headOf, linesAfter } from './audit.store.ts'

export interface LogReport {
  readonly name: 'audit_log'
  readonly says: string
  readonly looked_at: number
  /** The lines that are not what was written, each by its number. */
  readonly broken: readonly string[]
}

const AT_ONCE = 1_000

/** Proves that no line was changed, taken out or put in: each by its hash over the one before, the last by the head. */
export async function verifyLog(db: Kysely<Tables>, tenant: Tenant): Promise<LogReport> {
  const broken: string[] = []
  let looked = 0
  let last: Line | undefined
  for (;;) {
    const lines = await linesAfter(db, { tenant, seq: last?.seq ?? 0n, most: AT_ONCE })
    for (const line of lines) {
      broken.push(...faultsOf(line, last))
      last = line
    }
    looked += lines.length
    if (lines.length < AT_ONCE) break
  }
  const head = await headOf(db, tenant)
  if (head && last && (head.seq !== last.seq || !head.hash.equals(last.hash)))
    broken.push(`the log ends at line ${last.seq}, and line ${head.seq} was written`)
  return {
    name: 'audit_log',
    says: 'each line of the audit log is as it was written',
    looked_at: looked,
    broken,
  }
}

function faultsOf(line: Line, last: Line | undefined): string[] {
  const name = `line ${line.seq} (${line.operation}, ${line.at.toISOString()})`
  const isWhole = line.changes === undefined || hashOfText(line.changes).equals(line.changesHash)
  return [
    ...(isWhole && hashOfLine(line).equals(line.hash) ? [] : [`${name} was changed`]),
    ...(last && last.seq + 1n !== line.seq
      ? [`${line.seq - last.seq - 1n} lines before ${name} are gone`]
      : []),
    ...(last && last.seq + 1n === line.seq && !last.hash.equals(line.previous)
      ? [`${name} does not follow the line before it`]
      : []),
  ]
}
