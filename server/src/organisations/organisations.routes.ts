import { type Route, route } from '../http/index.ts'
import * as branding from './branding.api.ts'
import { getBranding, updateBranding } from './change-branding.ts'
import { createOrganisation } from './create-organisation.ts'
import { getOrganisation, listOrganisations, showOrganisation } from './list-organisations.ts'
import * as api from './organisations.api.ts'
import { updateOrganisation } from './update-organisation.ts'

export function organisationsRoutes(): readonly Route[] {
  return [
    route(branding.getBranding, (work) => getBranding(work)),
    route(branding.updateBranding, (work, { body }) => updateBranding(work, body)),
    route(api.listOrganisations, (work, { query }) => listOrganisations(work, query)),
    route(api.getOrganisation, async (work, { params }) =>
      showOrganisation(await getOrganisation(work, params.id)),
    ),
    route(api.createOrganisation, async (work, { body }) =>
      showOrganisation(await createOrganisation(work, body)),
    ),
    route(api.updateOrganisation, async (work, { params, body }) =>
      showOrganisation(await updateOrganisation(work, params.id, body)),
    ),
  ]
}
