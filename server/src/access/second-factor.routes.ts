import { guardedRoute, type Route, route } from '../http/index.ts'
import type { AccessWiring } from './access.routes.ts'
import { accountOf } from './account-of.ts'
import { signOutEverywhere } from './change-user.ts'
import { refuseRole } from './create-user.ts'
import { getUser, showUser } from './list-users.ts'
import { ownUser, takeOwnTry } from './own-account.ts'
import * as api from './second-factor.api.ts'
import { confirm, enrol, removeFactor, removeOwn, renewRecoveryCodes } from './second-factor.ts'

export function secondFactorRoutes({
  database,
  secondFactorKey: key,
  forgetCallers,
}: AccessWiring): readonly Route[] {
  return [
    guardedRoute(
      api.enrolSecondFactor,
      (command) => takeOwnTry(database, command),
      (work, { body }) => enrol(work, body.password, key),
    ),
    guardedRoute(
      api.confirmSecondFactor,
      (command) => takeOwnTry(database, command),
      async (work, { body }) => {
        const recovery_codes = await confirm(work, body.code, key)
        return { ...(await accountOf(work, await ownUser(work))), recovery_codes }
      },
      forgetCallers,
    ),
    guardedRoute(
      api.renewRecoveryCodes,
      (command) => takeOwnTry(database, command),
      async (work, { body }) => {
        const recovery_codes = await renewRecoveryCodes(work, body.code, key)
        return { ...(await accountOf(work, await ownUser(work))), recovery_codes }
      },
    ),
    guardedRoute(
      api.removeSecondFactor,
      (command) => takeOwnTry(database, command),
      async (work, { body }) => {
        await removeOwn(work, body, key)
        return accountOf(work, await ownUser(work))
      },
    ),
    route(
      api.removeUserSecondFactor,
      async (work, { params }) => {
        const user = await getUser(work, params.id)
        refuseRole(work, user.role)
        await removeFactor(work, user)
        await signOutEverywhere(work, user)
        return showUser(await getUser(work, params.id))
      },
      forgetCallers,
    ),
  ]
}
