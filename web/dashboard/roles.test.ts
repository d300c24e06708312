import { ROLES, TERMS_OF } from '@tillback/server/access/roles.ts'
import { expect, test } from 'vitest'
import { rolesWith } from './roles.ts'
import { english } from './texts/en/index.ts'

test('a refusal names the roles whose staff may see it', () => {
  expect(rolesWith(['audit:read'])).toEqual(['OWNER', 'MANAGER', 'DEVELOPER', 'AUDITOR'])
  expect(rolesWith(['keys:write'])).toEqual(['OWNER', 'DEVELOPER'])
  expect(rolesWith(['ledger:read', 'purchases:write'])).toContain('CLERK')
  expect(english.kit.scopeNeeded('keys:write')).toBe(
    'A key with the scope keys:write is needed, or a member of staff who is Owner or Developer.',
  )
})

test('what a role is for is said as the API says it', () => {
  expect(english.team.means).toEqual(Object.fromEntries(ROLES.map((role) => [role, TERMS_OF[role].says])))
})
