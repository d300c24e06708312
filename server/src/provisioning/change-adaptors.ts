import type { Work } from '../db/index.ts'
import { invalidField, missingField, notFound } from '../kit/error.ts'
import { type AdaptorId, newId } from '../kit/id.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { seal } from '../kit/sealed.ts'
import { epochSeconds } from '../kit/time.ts'
import { requireWholeBusiness } from '../orders/index.ts'
import { getOrganisation } from '../organisations/index.ts'
import { type Allowed, targetOf } from '../outgoing/index.ts'
import { type Adaptor, secretsOwner } from './adaptor.ts'
import type { AdaptorBody, AdaptorChange, AdaptorReply } from './adaptors.api.ts'
import { countAdaptors, findAdaptor, insertAdaptor, pageOfAdaptors, saveAdaptor } from './adaptors.store.ts'

export interface AdaptorAccess {
  readonly adaptorKey: Uint8Array
  readonly adaptorsAllowed: Allowed
}

const MOST_ADAPTORS = 200
/** What HTTP itself says of a call, or what tells two tries from two orders. */
const NOT_THEIRS = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'idempotency-key'])

export async function createAdaptor(work: Work, body: AdaptorBody, access: AdaptorAccess): Promise<Adaptor> {
  requireWholeBusiness(work.actor, 'order_adaptor')
  const { name, organisation_id, event_types, ...given } = body
  if ((await countAdaptors(work)) >= MOST_ADAPTORS) {
    throw invalidField('order_adaptors', `${MOST_ADAPTORS} in use`, 'switch to one that is there')
  }
  const organisation = organisation_id ? await getOrganisation(work, organisation_id) : undefined
  const id = newId<AdaptorId>()
  const adaptor: Adaptor = {
    id,
    name,
    organisation: organisation?.id,
    state: 'ENABLED',
    eventTypes: event_types ?? ['order.created'],
    createdAt: work.at,
    updatedAt: work.at,
    ...settingsOf(work, { ...given, id }, access),
  }
  await insertAdaptor(work, adaptor)
  return adaptor
}

interface Given extends Pick<AdaptorBody, 'kind' | 'printer' | 'http'> {
  readonly id: AdaptorId
}

function settingsOf(
  { actor }: Work,
  { kind, printer, http, id }: Given,
  { adaptorKey, adaptorsAllowed }: AdaptorAccess,
) {
  if (kind === 'PRINTER') {
    if (!printer) throw missingField('printer', 'host, port and paper_mm of a PRINTER are needed')
    const { host, port, paper_mm: paperMm } = printer
    return { kind, settings: { host, port, paperMm }, secrets: undefined }
  }
  if (!http) throw missingField('http', 'the url of an HTTP adaptor is needed')
  const { url, headers = {}, template } = http
  const taken = Object.keys(headers).find((name) => NOT_THEIRS.has(name.toLowerCase()))
  if (taken) throw invalidField('http.headers', taken, 'headers of your own are needed')
  const settings = {
    url: targetOf(url, actor.mode, adaptorsAllowed),
    headers: Object.keys(headers),
    template,
  }
  return { kind, settings, secrets: seal(adaptorKey, secretsOwner(id), headers) }
}

export async function updateAdaptor(
  work: Work,
  { id, change }: { readonly id: string; readonly change: AdaptorChange },
  access: AdaptorAccess,
): Promise<Adaptor> {
  requireWholeBusiness(work.actor, 'order_adaptor')
  const before = await findAdaptor(work, id, { lock: true })
  if (!before) throw notFound('order_adaptor', id)
  const { name, state, event_types, printer, http } = change
  const other = before.kind === 'PRINTER' ? http && 'http' : printer && 'printer'
  if (other) throw invalidField(other, 'of another kind', `the adaptor is a ${before.kind}`)
  const given = printer ?? http
  const after: Adaptor = {
    ...before,
    name: name ?? before.name,
    state: state ?? before.state,
    eventTypes: event_types ?? before.eventTypes,
    updatedAt: work.at,
    ...(given && settingsOf(work, { kind: before.kind, printer, http, id: before.id }, access)),
  }
  await saveAdaptor(work, after)
  return after
}

export async function getAdaptor(work: Work, id: string): Promise<Adaptor> {
  const adaptor = await findAdaptor(work, id)
  if (!adaptor) throw notFound('order_adaptor', id)
  return adaptor
}

interface Listing {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
  readonly include_total: boolean
}

export async function listAdaptors(work: Work, query: Listing): Promise<Page<AdaptorReply>> {
  const rows = await pageOfAdaptors(work, query)
  const total = query.include_total ? await countAdaptors(work) : null
  const request = { page: query.page, size: query.size, includeTotal: query.include_total }
  return pageOf(request, rows, showAdaptor, total)
}

export function showAdaptor(adaptor: Adaptor): AdaptorReply {
  const { id, name, kind, state, organisation, eventTypes, createdAt, updatedAt } = adaptor
  return {
    id,
    name,
    kind,
    state,
    organisation_id: organisation ?? null,
    event_types: eventTypes,
    printer:
      adaptor.kind === 'PRINTER'
        ? { host: adaptor.settings.host, port: adaptor.settings.port, paper_mm: adaptor.settings.paperMm }
        : null,
    http:
      adaptor.kind === 'HTTP' ? { ...adaptor.settings, template: adaptor.settings.template ?? null } : null,
    created_on: epochSeconds(createdAt),
    updated_on: epochSeconds(updatedAt),
  }
}
