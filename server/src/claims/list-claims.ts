import { seesPeople, toldContacts } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { getOrganisation } from '../organisations/index.ts'
import { type Catalogues, catalogueFor, contactNamed } from '../purchases/index.ts'
import type { Claim, ClaimState } from './claim.ts'
import type { ClaimReply } from './claims.api.ts'
import { countClaims, findClaim, pageOfClaims } from './claims.store.ts'

export interface ClaimsQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly state?: ClaimState | undefined
  readonly contact_id?: string | undefined
  readonly organisation_id?: string | undefined
}

/** Claims of the caller's scope, newest first; with state HELD, those that wait. */
export async function listClaims(
  work: Work,
  catalogues: Catalogues,
  { page, size, include_total, order, state, contact_id: named, organisation_id: at }: ClaimsQuery,
): Promise<Page<ClaimReply>> {
  const catalogue = await catalogueFor(work, catalogues)
  const contact = named === undefined ? undefined : await contactNamed(work, catalogue, { id: named })
  const place = at === undefined ? undefined : (await getOrganisation(work, at)).id
  const filter = { state, contact, place }
  const claims = await pageOfClaims(work, filter, { page, size, order })
  const total = include_total ? await countClaims(work, filter) : null
  const shown = await showClaims(work, catalogues, claims)
  return pageOf({ page, size, includeTotal: include_total }, shown, (each) => each, total)
}

export async function getClaim(work: Work, catalogues: Catalogues, id: string): Promise<ClaimReply> {
  const claim = await findClaim(work, parseGuid(id) ?? id)
  if (!claim) throw notFound('claim', id)
  const [shown] = await showClaims(work, catalogues, [claim])
  if (!shown) throw notFound('claim', id)
  return shown
}

async function showClaims(
  work: Work,
  catalogues: Catalogues,
  claims: readonly Claim[],
): Promise<ClaimReply[]> {
  const { directory } = await catalogueFor(work, catalogues)
  const contacts = await toldContacts(
    work,
    claims.map(({ contact }) => contact),
  )
  return claims.map((claim) => {
    const place = directory.formerPlace(claim.venue ?? claim.merchant)
    const { id, name } = place.venue ?? place.merchant
    const show = (minor: bigint) => wireNumber(minor, claim.currency)
    const told = contacts.get(claim.contact)
    return {
      id: claim.id,
      state: claim.state,
      origin: claim.origin,
      contact: {
        id: claim.contact,
        code: told?.code ?? '',
        name: seesPeople(work) ? (told?.name ?? null) : null,
      },
      organisation: { id, name },
      reference_number: claim.receipt,
      purchase_id: claim.purchase ?? null,
      total: show(claim.total),
      till_total: claim.tillTotal === undefined ? null : show(claim.tillTotal),
      currency_code: claim.currency,
      transaction_code: claim.scanned ?? null,
      reason: claim.reason ?? null,
      asked_by: claim.askedBy,
      decided_by: claim.decidedBy ?? null,
      created_on: epochSeconds(claim.createdAt),
      decided_on: claim.decidedAt ? epochSeconds(claim.decidedAt) : null,
    }
  })
}
