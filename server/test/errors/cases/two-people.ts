import type { Story } from '../story.ts'

/** Makes a name that two contacts have, as two registrations at the same moment may: alone, the second is refused. */
export async function nameTwo({ server, actor, done }: Story): Promise<string> {
  const name = 'TWO-PEOPLE'
  await done('POST', 'contacts', { code: name })
  await done('POST', 'contacts', { code: 'THE-OTHER' })
  await server.database.pool.query(
    `insert into identifiers (tenant, kind, value, contact_id)
     select tenant, 'LOYALTY', $2, id from contacts where tenant = $1 and code = 'THE-OTHER'`,
    [actor.tenant, name],
  )
  return name
}
