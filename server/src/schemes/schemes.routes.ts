import { type Route, route } from '../http/index.ts'
import { addSignUpCodes } from './add-sign-up-codes.ts'
import { changeMembership } from './change-membership.ts'
import * as codes from './codes.api.ts'
import { createScheme } from './create-scheme.ts'
import { deleteScheme, type SchemeInUse } from './delete-scheme.ts'
import { listMemberships } from './list-memberships.ts'
import { getScheme, listSchemes, showScheme } from './list-schemes.ts'
import { listSignUpCodes } from './list-sign-up-codes.ts'
import * as members from './members.api.ts'
import * as api from './schemes.api.ts'
import { updateScheme } from './update-scheme.ts'

export interface SchemesWiring {
  readonly isUsed: SchemeInUse
}

export function schemesRoutes({ isUsed }: SchemesWiring): readonly Route[] {
  return [
    route(api.listSchemes, (work, { query }) => listSchemes(work, query)),
    route(api.getScheme, async (work, { params }) => showScheme(await getScheme(work, params.id))),
    route(api.createScheme, async (work, { body }) => showScheme(await createScheme(work, body))),
    route(api.updateScheme, async (work, { params, body }) =>
      showScheme(await updateScheme(work, params.id, body)),
    ),
    route(api.deleteScheme, async (work, { params }) =>
      showScheme(await deleteScheme(work, params.id, isUsed)),
    ),
    route(codes.addSignUpCodes, (work, { params, body }) => addSignUpCodes(work, params.id, body)),
    route(codes.listSignUpCodes, (work, { params, query }) => listSignUpCodes(work, params.id, query)),
    route(members.changeMembership, (work, { params, body }) => changeMembership(work, params.id, body)),
    route(members.listContactSchemes, (work, { params, query }) => listMemberships(work, params.id, query)),
  ]
}
