import type { Endpoint } from '../../server/src/http/index.ts'
import { openApi } from '../../server/src/http/index.ts'
import { readDocument } from '../../server/src/main/docs/document.ts'
import { requestOf } from '../../server/src/main/docs/requests.ts'

/** The part of JSON Schema that values are drawn from. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: Schema
}

/** An operation as openapi.json tells it. */
export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: Schema | undefined
  /** The body of the reference page, which the endpoint takes. */
  readonly example: unknown
  /** The media types of the answers, by status. */
  readonly answers: ReadonlyMap<string, readonly string[]>
  /** Whether only somebody who is signed in may ask it. */
  readonly isForStaff: boolean
  /** Whether only a contact may, in their app. */
  readonly isForContacts: boolean
  /** The pages of what it may refuse. */
  readonly refusals: ReadonlySet<string>
}

interface RawOperation {
  readonly 'x-scope'?: string | readonly string[]
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, unknown>> }>
  >
}

const PAGE = /\/docs\/errors#[\w-]+/g

/** The operations of the document, read from the document alone: what it does not say is not known. */
export function operationsOf(document: ReturnType<typeof openApi>): readonly Operation[] {
  const paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>> = JSON.parse(
    JSON.stringify(document.paths),
  )
  const examples = new Map(readDocument(document).operations.map((each) => [each.name, requestOf(each).body]))
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => ({
      id: raw.operationId,
      method: method.toUpperCase(),
      path,
      parameters: raw.parameters ?? [],
      body: raw.requestBody?.content['application/json']?.schema,
      example: examples.get(raw.operationId),
      answers: new Map(
        Object.entries(raw.responses).map(([status, { content }]) => [status, Object.keys(content ?? {})]),
      ),
      isForStaff: raw['x-scope'] === 'staff',
      isForContacts: raw['x-scope'] === 'contact',
      refusals: new Set(
        Object.values(raw.responses).flatMap(({ description }) => description.match(PAGE) ?? []),
      ),
    })),
  )
}

export function documentOf(endpoints: readonly Endpoint[]): ReturnType<typeof openApi> {
  return openApi(endpoints)
}
