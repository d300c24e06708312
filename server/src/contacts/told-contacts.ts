import type { Work } from '../db/index.ts'
import type { ContactId } from '../kit/id.ts'
import { findContacts } from './lookup.ts'

/** A contact as records of theirs tell it. */
export interface ToldContact {
  readonly id: ContactId
  readonly code: string
  readonly name: string | null
}

/** By the ids that records keep: one that was merged is told as the one that is left, one that was erased without a name. */
export async function toldContacts(
  { sql, actor }: Pick<Work, 'sql' | 'actor'>,
  named: readonly ContactId[],
): Promise<ReadonlyMap<ContactId, ToldContact>> {
  const ids = [...new Set(named)]
  const found = await findContacts(
    sql,
    ids.map((id) => ({ tenant: actor.tenant, key: { by: 'ID', id } })),
    { withErased: true },
  )
  return new Map(
    ids.flatMap((asked, index) =>
      (found[index] ?? []).map(({ id, code, firstName, lastName }) => {
        const name = [firstName, lastName].filter((part) => part !== null).join(' ')
        return [asked, { id, code, name: name === '' ? null : name }] as const
      }),
    ),
  )
}
