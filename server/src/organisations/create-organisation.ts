import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { alreadyExists, invalidField, missingField } from '../kit/error.ts'
import { codeOf, newId, type OrganisationId } from '../kit/id.ts'
import { addTaps, type NewTap } from './add-taps.ts'
import { getOrganisation } from './list-organisations.ts'
import type { Organisation } from './organisation.ts'
import { type SentSettings, settingsWith } from './organisation-settings.ts'
import { insertOrganisation, isCodeTaken, type ListedOrganisation } from './organisations.store.ts'
import { requireZone } from './require-zone.ts'

export interface NewOrganisation {
  readonly type: 'MERCHANT' | 'VENUE'
  readonly name: string
  readonly code?: string | undefined
  readonly parent?: { readonly id?: string | undefined; readonly code?: string | undefined } | undefined
  readonly time_zone?: string | undefined
  readonly taps?: readonly NewTap[] | undefined
  readonly settings?: SentSettings | undefined
}

/** Adds a merchant or a venue below the business, or a venue below a merchant. */
export async function createOrganisation(work: Work, wanted: NewOrganisation): Promise<ListedOrganisation> {
  // First, because changes of one business wait for each other here: what is read below stays true until
  // the commit.
  await configurationChanged(work)
  const parent = await parentOf(work, wanted)
  if (wanted.time_zone !== undefined) await requireZone(work, wanted.time_zone)
  const id = newId<OrganisationId>()
  const code = wanted.code ?? codeOf(id)
  if (await isCodeTaken(work, code)) throw alreadyExists('code', code)

  const organisation: Organisation = {
    id,
    type: wanted.type,
    parent: parent.id,
    code,
    name: wanted.name,
    timeZone: wanted.time_zone ?? parent.timeZone,
    state: 'ACTIVE',
    settings: settingsWith({}, wanted.settings ?? {}, parent.currency),
  }
  await insertOrganisation(work, organisation)
  await addTaps(work, organisation, wanted.taps ?? [])
  return getOrganisation(work, id)
}

async function parentOf(work: Work, { type, parent }: NewOrganisation): Promise<ListedOrganisation> {
  const named = parent ? (parent.id ?? parent.code) : (work.actor.within ?? work.actor.business)
  if (named === undefined) throw missingField('parent', 'an id or a code is needed')
  const found = await getOrganisation(work, named)
  if (type === 'MERCHANT' && found.type !== 'BUSINESS') {
    throw invalidField('parent', `"${found.name}", a ${found.type}`, 'merchants belong to the business')
  }
  if (found.type === 'VENUE') {
    throw invalidField('parent', `"${found.name}", a venue`, 'venues belong to a merchant or the business')
  }
  return found
}
