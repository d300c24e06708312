import type { Logger } from 'pino'
import { forTheLog } from '../kit/scrub.ts'

/** The log, whose errors tell what failed and where, but nothing of the values that were in hand. */
export function safeLog(log: Logger): Logger {
  return log.child({}, { serializers: { err: errorForLog } })
}

// What PostgreSQL says of where an error stands. Its detail, hint and context repeat rows, so they stay out.
const PLACES = ['code', 'constraint', 'table', 'column', 'routine', 'syscall'] as const
// A data exception quotes the value that was no number, date or id.
const DATA_EXCEPTION = /^22/
const DEPTH = 4

export function errorForLog(error: unknown, depth = DEPTH): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? forTheLog(error) : typeof error
  const places = PLACES.flatMap((name) => {
    const value: unknown = Reflect.get(error, name)
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  const code = places.find(([name]) => name === 'code')?.[1] ?? ''
  return {
    type: error.name,
    message: DATA_EXCEPTION.test(code) ? 'a value is not of its type' : forTheLog(error.message),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...Object.fromEntries(places),
    ...(error.cause !== undefined && depth > 0 && { cause: errorForLog(error.cause, depth - 1) }),
    ...(error instanceof AggregateError &&
      depth > 0 && { errors: error.errors.map((each: unknown) => errorForLog(each, depth - 1)) }),
  }
}
