import { AmbiguousIdentifier, invalidField, missingField, notFound } from '../kit/error.ts'
import type { OrganisationId } from '../kit/id.ts'
import { parseGuid } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { type Organisation, type Settings, settingsAlong, type Tap } from './organisation.ts'

/** Where a purchase happens: the merchant, the venue if one was named, and what holds there. */
export interface Place {
  readonly merchant: Organisation
  readonly venue: Organisation | undefined
  readonly timeZone: string
  readonly settings: Settings
  readonly merchantTap: Tap | undefined
  readonly venueTap: Tap | undefined
}

export interface TapReference {
  readonly id?: string | undefined
  readonly code?: string | undefined
}

/** How a request names a place: an organisation by id or code, or the numbers that the till knows. */
export interface PlaceReference {
  readonly id?: string | undefined
  readonly merchant_tap?: TapReference | undefined
  readonly venue_tap?: TapReference | undefined
}

/** The business tree of one tenant as it stands in memory: finds places without asking the database. */
export interface Directory {
  readonly business: Organisation
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>
  readonly placeOf: (reference: PlaceReference, within: OrganisationId | undefined) => Place
  /** Where something was bought before, whether or not it is still open. */
  readonly formerPlace: (id: OrganisationId) => Place
  readonly find: (idOrCode: string) => Organisation | undefined
  /** From the business down to the organisation. */
  readonly lineOf: (organisation: Organisation) => readonly Organisation[]
}

export function directoryOf(organisations: readonly Organisation[], taps: readonly Tap[]): Directory {
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]))
  const business = present(
    organisations.find(({ type }) => type === 'BUSINESS'),
    'every tenant has its business',
  )
  const tapsOf = Map.groupBy(taps, ({ organisation }) => organisation)
  const named = tapsByName(taps)
  const find = finderIn(organisations, byId)
  const lineOf = linesIn(byId)
  const places = new Map<OrganisationId, Place>()

  const placeAt = (organisation: Organisation): Place => {
    const known = places.get(organisation.id)
    if (known) return known
    const line = lineOf(organisation)
    const merchant = line.find(({ type }) => type === 'MERCHANT') ?? business
    const venue = organisation.type === 'VENUE' ? organisation : undefined
    const place: Place = {
      merchant,
      venue,
      timeZone: organisation.timeZone,
      settings: settingsAlong(line),
      merchantTap: tapsOf.get(merchant.id)?.[0],
      venueTap: venue && tapsOf.get(venue.id)?.[0],
    }
    places.set(organisation.id, place)
    return place
  }

  const placeOf = (reference: PlaceReference, within: OrganisationId | undefined): Place => {
    const organisation = organisationNamed(reference, { find, byId, named }) ?? (within && byId.get(within))
    if (!organisation)
      throw missingField('organisation', 'name the merchant or venue by id, merchant_tap or venue_tap')
    const line = lineOf(organisation)
    if (within !== undefined && !line.some(({ id }) => id === within))
      throw notFound('organisation', nameOf(reference))
    const closed = line.find(({ state }) => state === 'INACTIVE')
    if (closed) {
      throw invalidField('organisation', `"${closed.name}", which is inactive`, 'an active one is needed')
    }
    return placeAt(organisation)
  }

  const formerPlace = (id: OrganisationId) =>
    placeAt(present(byId.get(id), 'an organisation is never deleted'))

  return { business, organisations: byId, placeOf, formerPlace, find, lineOf }
}

function finderIn(
  organisations: readonly Organisation[],
  byId: ReadonlyMap<string, Organisation>,
): Directory['find'] {
  const byCode = new Map(organisations.map((organisation) => [organisation.code, organisation]))
  return (idOrCode) => {
    const id = parseGuid(idOrCode)
    return (id === undefined ? undefined : byId.get(id)) ?? byCode.get(idOrCode)
  }
}

/** Each line is put together once: purchases ask for the same few places again and again. */
function linesIn(byId: ReadonlyMap<OrganisationId, Organisation>): Directory['lineOf'] {
  const lines = new Map<OrganisationId, readonly Organisation[]>()
  const lineOf = (organisation: Organisation): readonly Organisation[] => {
    const known = lines.get(organisation.id)
    if (known) return known
    const parent = organisation.parent && byId.get(organisation.parent)
    const line = parent ? [...lineOf(parent), organisation] : [organisation]
    lines.set(organisation.id, line)
    return line
  }
  return lineOf
}

/** The taps under every name that a request may use, so that no request looks through all of them. */
interface NamedTaps {
  readonly byId: ReadonlyMap<string, Tap>
  readonly byCode: ReadonlyMap<string, readonly Tap[]>
}

function tapsByName(taps: readonly Tap[]): NamedTaps {
  const byCode = new Map<string, Tap[]>()
  const keep = (key: string, tap: Tap) => {
    const there = byCode.get(key)
    if (there) there.push(tap)
    else byCode.set(key, [tap])
  }
  for (const tap of taps) {
    keep(`${tap.kind}|${tap.code}`, tap)
    keep(`${tap.kind}|${tap.code}|${tap.merchant}`, tap)
  }
  return { byId: new Map(taps.map((tap) => [tap.id, tap])), byCode }
}

interface Known {
  readonly find: (idOrCode: string) => Organisation | undefined
  readonly byId: ReadonlyMap<OrganisationId, Organisation>
  readonly named: NamedTaps
}

/** The most exact place that the reference names; undefined when it names none. */
function organisationNamed(
  reference: PlaceReference,
  { find, byId, named }: Known,
): Organisation | undefined {
  const { id, merchant_tap, venue_tap } = reference
  const direct = id === undefined ? undefined : find(id)
  if (id !== undefined && !direct) throw notFound('organisation', id)
  const merchantTap = merchant_tap && tapNamed(merchant_tap, { kind: 'MERCHANT', named })
  const merchant = merchantTap?.merchant
  const venueTap = venue_tap && tapNamed(venue_tap, { kind: 'VENUE', merchant, named })
  const tapped = venueTap ?? merchantTap
  const byTap = tapped && byId.get(tapped.organisation)
  if (direct && byTap && direct.id !== byTap.id && direct.id !== byTap.parent) {
    throw invalidField('organisation.id', `"${id}"`, `the taps name "${byTap.name}"; leave one of them out`)
  }
  return byTap ?? direct
}

interface Wanted {
  readonly kind: Tap['kind']
  /** The merchant whose venue it must be, where the request says. */
  readonly merchant?: OrganisationId | undefined
  readonly named: NamedTaps
}

function tapNamed({ id, code }: TapReference, { kind, merchant, named }: Wanted): Tap {
  const field = kind === 'MERCHANT' ? 'merchant_tap' : 'venue_tap'
  const wanted = id ?? code
  if (wanted === undefined) throw missingField(`organisation.${field}`, 'an id or a code is needed')
  const key = merchant === undefined ? `${kind}|${wanted}` : `${kind}|${wanted}|${merchant}`
  const found = id === undefined ? (named.byCode.get(key) ?? []) : withId(named, id)
  const [tap, ...others] = found.filter(
    (each) => each.kind === kind && (merchant === undefined || each.merchant === merchant),
  )
  if (!tap) throw notFound(field, wanted)
  if (others.length > 0) {
    throw AmbiguousIdentifier({
      parameters: [field, wanted],
      detail: `${field} "${wanted}" names several venues; send merchant_tap too.`,
    })
  }
  return tap
}

function withId(named: NamedTaps, id: string): readonly Tap[] {
  const tap = named.byId.get(parseGuid(id) ?? id)
  return tap ? [tap] : []
}

function nameOf({ id, venue_tap, merchant_tap }: PlaceReference): string {
  return id ?? venue_tap?.code ?? venue_tap?.id ?? merchant_tap?.code ?? merchant_tap?.id ?? ''
}
