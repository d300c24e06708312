import { API_VERSION, type Route, route } from '../http/index.ts'
import type { SessionKeys } from '../sessions/index.ts'
import * as api from './access.api.ts'
import { createApiKey } from './create-api-key.ts'
import type { ForgottenWiring } from './forgot-password.ts'
import { getApiKey, listApiKeys, showApiKey } from './list-api-keys.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { rollApiKey } from './roll-api-key.ts'
import { secondFactorRoutes } from './second-factor.routes.ts'
import { ownAccountRoutes, signInRoutes, usersRoutes } from './users.routes.ts'

export interface AccessWiring extends ForgottenWiring {
  readonly sessionKeys: SessionKeys
  readonly secondFactorKey: Uint8Array
  /** Has mails to staff sent soon. */
  readonly wakeStaffMails: () => void
  /** Makes the authenticator look callers up again. */
  readonly forgetCallers: () => void
}

export function accessRoutes(wiring: AccessWiring): readonly Route[] {
  const { forgetCallers } = wiring
  return [
    route(api.listApiKeys, (work, { query }) => listApiKeys(work, query)),
    route(api.getApiKey, async (work, { params }) => showApiKey(await getApiKey(work, params.id))),
    route(api.createApiKey, async (work, { body }) => {
      const { key, id } = await createApiKey(work, {
        ...body,
        organisation: body.organisation?.id,
        expiresAt: body.expires_on,
        apiVersion: API_VERSION,
      })
      return { ...showApiKey(await getApiKey(work, id)), key }
    }),
    route(
      api.rollApiKey,
      async (work, { params, body }) => {
        const wanted = { overlapSeconds: body.overlap_seconds, apiVersion: API_VERSION }
        const { key, id } = await rollApiKey(work, params.id, wanted)
        const replaced = showApiKey(await getApiKey(work, params.id))
        return { ...showApiKey(await getApiKey(work, id)), key, replaced }
      },
      forgetCallers,
    ),
    route(
      api.revokeApiKey,
      async (work, { params }) => showApiKey(await revokeApiKey(work, params.id)),
      forgetCallers,
    ),
    ...usersRoutes(wiring),
    ...ownAccountRoutes(wiring),
    ...secondFactorRoutes(wiring),
    ...signInRoutes(wiring),
  ]
}
