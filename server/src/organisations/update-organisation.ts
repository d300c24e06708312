import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { addTaps, type NewTap } from './add-taps.ts'
import { getOrganisation } from './list-organisations.ts'
import type { OrganisationState } from './organisation.ts'
import { type SentSettings, settingsWith } from './organisation-settings.ts'
import { type ListedOrganisation, saveOrganisation } from './organisations.store.ts'
import { requireZone } from './require-zone.ts'

export interface OrganisationChanges {
  readonly name?: string | undefined
  readonly time_zone?: string | undefined
  readonly state?: OrganisationState | undefined
  readonly taps?: readonly NewTap[] | undefined
  readonly settings?: SentSettings | undefined
}

/** Changes what is named and leaves the rest; the same changes again change nothing. */
export async function updateOrganisation(
  work: Work,
  idOrCode: string,
  changes: OrganisationChanges,
): Promise<ListedOrganisation> {
  // First, because changes of one business wait for each other here: none is lost.
  await configurationChanged(work)
  const before = await getOrganisation(work, idOrCode)
  if (changes.time_zone !== undefined) await requireZone(work, changes.time_zone)
  await saveOrganisation(work, {
    ...before,
    name: changes.name ?? before.name,
    timeZone: changes.time_zone ?? before.timeZone,
    state: changes.state ?? before.state,
    settings: settingsWith(before.settings, changes.settings ?? {}, before.currency),
  })
  await addTaps(work, before, changes.taps ?? [])
  return getOrganisation(work, before.id)
}
