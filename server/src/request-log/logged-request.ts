import type { Answered } from '../http/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { isGuid } from '../kit/id.ts'
import { knownPath, namesSent } from './names-sent.ts'

export interface RefusedField {
  readonly path: string
  readonly code: string
}

/** A request as it is kept: which, when, how it ended; of what it said only names that the API has. */
export interface LoggedRequest {
  readonly tenant: Tenant
  readonly id: string
  readonly at: Date
  readonly byKind: 'KEY' | 'USER' | 'CONTACT'
  readonly keyId: string | undefined
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly milliseconds: number
  readonly replayed: boolean
  readonly error: string | undefined
  readonly fields: readonly RefusedField[]
  readonly sent: readonly string[]
}

const KINDS = { key: 'KEY', user: 'USER', contact: 'CONTACT' } as const
const MOST_FIELDS = 20

/** What is kept of an answer; undefined: nobody is known to have asked. */
export function loggedOf(
  { requestId, actor, endpoint, status, milliseconds, replayed, refused, body, queryText }: Answered,
  { at, known }: { readonly at: Date; readonly known: ReadonlySet<string> },
): LoggedRequest | undefined {
  const { by, tenant } = actor
  const id = idOf(requestId)
  if (by.kind === 'nobody' || id === undefined) return undefined
  const asked = [...new URLSearchParams(queryText).keys()].map((name) => knownPath(unbracketed(name), known))
  const fields = (refused?.facts.fields ?? []).slice(0, MOST_FIELDS)
  return {
    tenant,
    id,
    at,
    byKind: KINDS[by.kind],
    keyId: by.kind === 'key' ? by.id : undefined,
    operation: endpoint.name,
    method: endpoint.method,
    path: endpoint.path,
    status,
    milliseconds: Math.round(milliseconds),
    replayed,
    error: refused?.kind.error ?? (status >= 500 ? 'CRM.EXCEPTIONS.INTERNALEXCEPTION' : undefined),
    fields: fields.map(({ path, code }) => ({ path: knownPath(path, known), code })),
    sent: [...new Set(asked.map((name) => `?${name}`)), ...namesSent(body, known)],
  }
}

/** date[gte] is date.gte. */
function unbracketed(name: string): string {
  return name.replaceAll(/\[([a-z_]*)\]/g, (_, inner: string) => (inner === '' ? '' : `.${inner}`))
}

/** req_ and the digits of an id. */
function idOf(requestId: string): string | undefined {
  const digits = requestId.replace(/^req_/, '')
  const id = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isGuid(id) ? id : undefined
}

export function requestIdOf(id: string): string {
  return `req_${id.replaceAll('-', '')}`
}
