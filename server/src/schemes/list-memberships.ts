import { getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { MemberReply } from './members.api.ts'
import { actionsOf, type LastAction } from './members.store.ts'
import { isSignedUp, type Scheme } from './scheme.ts'
import { readSchemes } from './schemes.store.ts'
import { methodOf } from './sign-up.ts'

export interface MembershipQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly is_signed: boolean
}

/** Reads all schemes, of which a business has few, so that who takes part is decided in one place. */
export async function listMemberships(
  work: Work,
  contactName: string,
  { page, size, include_total, order, is_signed }: MembershipQuery,
): Promise<Page<MemberReply>> {
  const contact = await getContact(work, contactName)
  const actions = await actionsOf(work, contact.id)
  const schemes = [...(await readSchemes(work.db, work.actor.tenant)).values()]
  const wanted = schemes.filter((scheme) => isSignedUp(scheme, actions.get(scheme.id)) === is_signed)
  if (order === 'DESC') wanted.reverse()
  const rows = wanted.slice((page - 1) * size, page * size + 1)
  const request = { page, size, includeTotal: include_total }
  const show = (scheme: Scheme) => showMembership(scheme, actions.get(scheme.id))
  return pageOf(request, rows, show, include_total ? wanted.length : null)
}

export function showMembership(scheme: Scheme, last: LastAction | undefined): MemberReply {
  const { id, code, name, description, signUp, state } = scheme
  return {
    id,
    code,
    name,
    description,
    sign_up_option: signUp.option,
    sign_up_method: methodOf(signUp),
    state,
    is_signed: isSignedUp(scheme, last),
    action: last ? (last.state === 'IN' ? 'SIGN_UP' : 'SIGN_OUT') : null,
    signed_up_on: last?.state === 'IN' ? epochSeconds(last.since) : null,
    signed_out_on: last?.state === 'OUT' ? epochSeconds(last.since) : null,
  }
}
