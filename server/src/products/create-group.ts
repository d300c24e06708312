import type { Work } from '../db/index.ts'
import { alreadyExists } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import { lockGroups, lockGroupsByCode, type StoredGroup } from './groups.store.ts'
import { applyGroups, type NewGroup } from './upsert-groups.ts'

/** What a till has taught already is taken over; what somebody has entered is theirs. */
export async function createGroup(work: Work, group: NewGroup): Promise<StoredGroup> {
  const [there] = await lockGroupsByCode(work, [group])
  if (there && there.source !== 'PURCHASE') throw alreadyExists('code', group.code)
  await applyGroups(work, [group], 'MANUAL')
  const named = await lockGroups(work, group.code)
  const made = named.find(({ kind }) => kind === group.kind)
  return present(made, 'a group that was made is there')
}
