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
  readonly find: (idOrCode: string) => Organisation | undefined
  /** From the business down to the organisation. */
  readonly lineOf: (organisation: Organisation) => readonly Organisation[]
}

export function directoryOf(organisations: readonly Organisation[], taps: readonly Tap[]): Directory {
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]))
  const byCode = new Map(organisations.map((organisation) => [organisation.code, organisation]))
  const business = present(
    organisations.find(({ type }) => type === 'BUSINESS'),
    'every tenant has its business',
  )
  const tapsOf = Map.groupBy(taps, ({ organisation }) => organisation)
  const places = new Map<OrganisationId, Place>()

  const find = (idOrCode: string) => {
    const id = parseGuid(idOrCode)
    return id === undefined ? byCode.get(idOrCode) : (byId.get(id as OrganisationId) ?? byCode.get(idOrCode))
  }

  const lineOf = (organisation: Organisation): readonly Organisation[] => {
    const parent = organisation.parent && byId.get(organisation.parent)
    return parent ? [...lineOf(parent), organisation] : [organisation]
  }

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
    const organisation = organisationNamed(reference, { find, byId, taps }) ?? (within && byId.get(within))
    if (!organisation)
      throw missingField('organisation', 'name the merchant or venue by id, merchant_tap or venue_tap')
    const visible = within === undefined || lineOf(organisation).some(({ id }) => id === within)
    if (!visible) throw notFound('organisation', nameOf(reference))
    if (organisation.state === 'INACTIVE') {
      throw invalidField(
        'organisation',
        `"${organisation.name}", which is inactive`,
        'an active one is needed',
      )
    }
    return placeAt(organisation)
  }

  return { business, organisations: byId, placeOf, find, lineOf }
}

interface Known {
  readonly find: (idOrCode: string) => Organisation | undefined
  readonly byId: ReadonlyMap<OrganisationId, Organisation>
  readonly taps: readonly Tap[]
}

/** The most exact place that the reference names; undefined when it names none. */
function organisationNamed(reference: PlaceReference, { find, byId, taps }: Known): Organisation | undefined {
  const { id, merchant_tap, venue_tap } = reference
  const direct = id === undefined ? undefined : find(id)
  if (id !== undefined && !direct) throw notFound('organisation', id)
  const merchantTap =
    merchant_tap &&
    tapNamed(
      merchant_tap,
      'merchant_tap',
      taps.filter(({ kind }) => kind === 'MERCHANT'),
    )
  const merchant = merchantTap?.merchant
  const candidates = taps.filter(
    (tap) => tap.kind === 'VENUE' && (merchant === undefined || tap.merchant === merchant),
  )
  const venueTap = venue_tap && tapNamed(venue_tap, 'venue_tap', candidates)
  const tapped = venueTap ?? merchantTap
  const byTap = tapped && byId.get(tapped.organisation)
  if (direct && byTap && direct.id !== byTap.id && direct.id !== byTap.parent) {
    throw invalidField('organisation.id', `"${id}"`, `the taps name "${byTap.name}"; leave one of them out`)
  }
  return byTap ?? direct
}

function tapNamed({ id, code }: TapReference, field: string, taps: readonly Tap[]): Tap {
  const wanted = id ?? code
  if (wanted === undefined) throw missingField(`organisation.${field}`, 'an id or a code is needed')
  const guid = id === undefined ? undefined : parseGuid(id)
  const found = taps.filter((tap) => (id === undefined ? tap.code === code : tap.id === guid))
  if (found.length > 1) {
    throw AmbiguousIdentifier({
      parameters: [field, wanted],
      detail: `${field} "${wanted}" names several venues; send merchant_tap too.`,
    })
  }
  const [tap] = found
  if (!tap) throw notFound(field, wanted)
  return tap
}

function nameOf({ id, venue_tap, merchant_tap }: PlaceReference): string {
  return id ?? venue_tap?.code ?? venue_tap?.id ?? merchant_tap?.code ?? merchant_tap?.id ?? ''
}
