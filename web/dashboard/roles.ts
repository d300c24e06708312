import { ROLES, type Role, TERMS_OF } from '@tillback/server/access/roles.ts'

/** The roles whose staff may do what one of these scopes is for, as a refusal names them. */
export function rolesWith(scopes: readonly string[]): readonly Role[] {
  return ROLES.filter((role) => {
    const own: readonly string[] = TERMS_OF[role].scopes
    return scopes.some((scope) => scope === 'staff' || own.includes('*') || own.includes(scope))
  })
}
