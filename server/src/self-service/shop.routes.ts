import type { Work } from '../db/index.ts'
import { type Route, route } from '../http/index.ts'
import { notFound } from '../kit/error.ts'
import {
  getCatalogue,
  getShopProduct,
  listCatalogues,
  listCategories,
  listShopProducts,
} from '../order-catalogues/index.ts'
import { brandingApi, organisationsApi } from '../organisations/index.ts'
import type { Catalogues } from '../purchases/index.ts'
import type { BackOffice } from './ask-back-office.ts'
import * as api from './shop.api.ts'

export function shopRoutes(office: BackOffice, catalogues: Catalogues): readonly Route[] {
  return [
    ...placeRoutes(office),
    route(api.getOwnBranding, (work) => office.ask(work, brandingApi.getBranding, {})),
    route(api.listMenus, (work, { query }) =>
      listCatalogues(work, { ...query, state: 'ACTIVE' }, catalogues),
    ),
    route(api.listMenuCategories, async (work, { params, query }) => {
      const catalogue = await getCatalogue(work, params.id, catalogues)
      if (catalogue.state !== 'ACTIVE') throw notFound('order_catalogue', params.id)
      return listCategories(work, catalogue, query)
    }),
    route(api.listGoods, (work, { query }) => listShopProducts(work, query, { catalogues })),
    route(api.getGoods, (work, { params, query }) =>
      getShopProduct(work, params.id, { currency: query.currency }),
    ),
  ]
}

function placeRoutes(office: BackOffice): readonly Route[] {
  const placesOf = async (work: Work, query: object) => {
    const asked = { ...query, state: 'ACTIVE' as const }
    return office.ask(work, organisationsApi.listOrganisations, { query: asked })
  }
  return [
    route(api.getPlace, async (work, { params }) => {
      const place = await office.ask(work, organisationsApi.getOrganisation, { params })
      if (place.state !== 'ACTIVE') throw notFound('organisation', params.id)
      return place
    }),
    route(api.listNetwork, async (work, { params, query: { name, ...query } }) => {
      const { id, type } = await office.ask(work, organisationsApi.getOrganisation, { params })
      return placesOf(work, {
        ...query,
        ...(type !== 'BUSINESS' && { parent_id: id }),
        ...(name !== undefined && { search_value: name }),
      })
    }),
    route(api.listMerchants, (work, { query: { name, ...query } }) =>
      placesOf(work, { ...query, type: 'MERCHANT', ...(name !== undefined && { search_value: name }) }),
    ),
  ]
}
