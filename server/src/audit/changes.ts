import type { Change } from './act.ts'

// Whatever an endpoint tells, nothing under such a name is written down: the log is read by more people than the record.
const SECRET =
  /secret|passw|passphrase|private|credential|invitation$|recovery_codes|(^|_)(key|keys|token|pin|otp|iban|details)$/i
const HIDDEN = '(not shown)'
const LONGEST = 2_000

type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What of a record became another: its fields as they were told before and are told after. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [was, is] = [isFields(before) ? before : {}, isFields(after) ? after : {}]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    .map((field) => ({
      field,
      ...(field in was && { before: told(field, was[field]) }),
      ...(field in is && { after: told(field, is[field]) }),
    }))
}

/** Only which fields they are: of people and their money the log repeats no value. */
export function fieldsOf(changes: readonly Change[]): Change[] {
  return changes.map(({ field }) => ({ field }))
}

function told(field: string, value: unknown): unknown {
  const shown = withoutSecrets(field, value)
  const text = JSON.stringify(shown) ?? ''
  return text.length > LONGEST ? `(${text.length} characters)` : shown
}

function withoutSecrets(field: string, value: unknown): unknown {
  if (value === null || typeof value === 'boolean') return value
  if (SECRET.test(field)) return HIDDEN
  if (Array.isArray(value)) return value.map((each) => withoutSecrets('', each))
  if (!isFields(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutSecrets(name, each)]))
}
