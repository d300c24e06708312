import { commandRoute, guardedRoute, type Route, route } from '../http/index.ts'
import { notFound } from '../kit/error.ts'
import { acceptInvitation } from './accept-invitation.ts'
import type { AccessWiring } from './access.routes.ts'
import { accountOf } from './account-of.ts'
import { changeUser, inviteAgain, removeUser, signOutEverywhere } from './change-user.ts'
import { addUser, refuseRole } from './create-user.ts'
import { forgotPassword, resetPassword } from './forgot-password.ts'
import { getUser, listUsers, showUser } from './list-users.ts'
import * as own from './own-account.api.ts'
import {
  changeName,
  changePassword,
  endOtherSessions,
  endOwnSession,
  ownSessions,
  ownUser,
  selfOf,
  sessionsOf,
  signOut,
  takeOwnTry,
} from './own-account.ts'
import { ROLES, TERMS_OF } from './roles.ts'
import { readStaffOutbox } from './send-staff-mails.ts'
import * as door from './sign-in.api.ts'
import { refresh, signIn } from './sign-in.ts'
import { listStaffOutbox } from './staff-outbox.api.ts'
import * as api from './users.api.ts'

/** Staff: who they are, and what an owner or manager does with them. */
export function usersRoutes({
  forgetCallers,
  staffMailKey: mailKey,
  wakeStaffMails,
}: AccessWiring): readonly Route[] {
  return [
    route(api.listRoles, async () => ({ content: ROLES.map(rolesReply) })),
    route(api.listUsers, (work, { query }) => listUsers(work, query)),
    route(api.getUser, async (work, { params }) => showUser(await getUser(work, params.id))),
    route(
      api.createUser,
      async (work, { body }) => {
        const { user, invitation = null } = await addUser(work, body, mailKey)
        return { ...showUser(user), invitation }
      },
      wakeStaffMails,
    ),
    route(
      api.inviteUser,
      async (work, { params }) => {
        const { user, token } = await inviteAgain(work, params.id, mailKey)
        return { ...showUser(user), invitation: token }
      },
      wakeStaffMails,
    ),
    route(listStaffOutbox, (work) => readStaffOutbox(work, mailKey)),
    route(
      api.updateUser,
      async (work, { params, body }) => showUser(await changeUser(work, params.id, body)),
      forgetCallers,
    ),
    route(
      api.deleteUser,
      async (work, { params }) => showUser(await removeUser(work, params.id)),
      forgetCallers,
    ),
    route(api.listUserSessions, async (work, { params }) => {
      const { id } = await getUser(work, params.id)
      return { content: await sessionsOf(work, id) }
    }),
    route(
      api.endUserSessions,
      async (work, { params }) => {
        const user = await getUser(work, params.id)
        refuseRole(work, user.role)
        await signOutEverywhere(work, user)
        return { content: [] }
      },
      forgetCallers,
    ),
  ]
}

function rolesReply(role: (typeof ROLES)[number]) {
  const { says: description, scopes, readsOnly = false } = TERMS_OF[role]
  return { role, description, scopes, reads_only: readsOnly }
}

/** Whoever is signed in, on their own behalf. */
export function ownAccountRoutes({ database, forgetCallers }: AccessWiring): readonly Route[] {
  return [
    route(own.getOwnAccount, async (work) => accountOf(work, await ownUser(work))),
    route(own.updateOwnAccount, async (work, { body }) => accountOf(work, await changeName(work, body.name))),
    guardedRoute(
      own.changeOwnPassword,
      // Counted outside of the work: what is refused stays counted.
      (command) => takeOwnTry(database, command),
      async (work, { body }) => accountOf(work, await changePassword(work, body)),
      forgetCallers,
    ),
    route(own.listOwnSessions, async (work) => ({ content: await ownSessions(work) })),
    route(
      own.endOwnSession,
      async (work, { params }) => {
        await endOwnSession(work, params.id)
        return { content: await ownSessions(work) }
      },
      forgetCallers,
    ),
    route(
      own.endOtherSessions,
      async (work) => {
        await endOtherSessions(work)
        return { content: await ownSessions(work) }
      },
      forgetCallers,
    ),
    route(
      own.signUserOut,
      async (work, { params }) => {
        if (![selfOf(work).id, 'me'].includes(params.id.toLowerCase())) throw notFound('user', params.id)
        await signOut(work)
        return { session: selfOf(work).session }
      },
      forgetCallers,
    ),
  ]
}

/**
 * They bring their own transactions: no connection is held while a password is hashed, and no token is stored under a key.
 */
export function signInRoutes(wiring: AccessWiring): readonly Route[] {
  const { database, forgetCallers } = wiring
  return [
    commandRoute(door.authenticateUser, async (command, { body }) =>
      json(await signIn(wiring, body, command)),
    ),
    commandRoute(door.refreshUser, async ({ at }, { body }) =>
      json(await refresh(wiring, body.refresh_token, at)),
    ),
    commandRoute(door.acceptInvitation, async (command, { body }) => {
      const { invitation: token, password, name } = body
      const user = await acceptInvitation(database, { token, password, name }, command)
      forgetCallers()
      return json({ username: user.username, name: user.name ?? null, role: user.role })
    }),
    commandRoute(door.forgotPassword, async (command, { body }) => {
      await forgotPassword(wiring, body, command)
      return json({ accepted: true })
    }),
    commandRoute(door.resetPassword, async (command, { body: { code: token, password } }) => {
      const { username, role } = await resetPassword(database, { token, password }, command)
      forgetCallers()
      return json({ username, role })
    }),
  ]
}

function json(answer: object) {
  return { status: 200, text: JSON.stringify(answer) }
}
