import { type Route, route } from '../http/index.ts'
import { createGroup } from './create-group.ts'
import { createProduct } from './create-product.ts'
import * as groups from './groups.api.ts'
import { listGroups, showGroup } from './list-groups.ts'
import { getProduct, listProducts, showProduct } from './list-products.ts'
import { mergeProducts, type WasMerged } from './merge-products.ts'
import { readProduct } from './product-body.ts'
import * as api from './products.api.ts'
import { currencyOf } from './products.store.ts'
import { updateGroup } from './update-group.ts'
import { updateProduct } from './update-product.ts'

export interface ProductRouteOptions {
  readonly wasMerged: WasMerged
}

export function productsRoutes({ wasMerged }: ProductRouteOptions): readonly Route[] {
  return [
    route(api.listProducts, (work, { query }) => listProducts(work, query)),
    route(api.getProduct, async (work, { params }) => showProduct(await getProduct(work, params.id))),
    route(api.createProduct, async (work, { body }) =>
      showProduct(await createProduct(work, readProduct(body, await currencyOf(work)))),
    ),
    route(api.updateProduct, async (work, { params, body }) =>
      showProduct(await updateProduct(work, params.id, readProduct(body, await currencyOf(work)))),
    ),
    route(api.mergeProduct, async (work, { params, body }) =>
      showProduct(await mergeProducts(work, { id: params.id, into: body.into }, wasMerged)),
    ),
    route(groups.listGroups, (work, { query }) => listGroups(work, query)),
    route(groups.createGroup, async (work, { body }) => showGroup(await createGroup(work, body))),
    route(groups.updateGroup, async (work, { params, query, body }) =>
      showGroup(await updateGroup(work, { idOrCode: params.id, kind: query.kind }, body)),
    ),
  ]
}
