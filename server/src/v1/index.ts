import type { Route } from '../http/index.ts'
import { present } from '../kit/invariant.ts'
import { V1 } from './endpoints.ts'
import { flatRoute } from './flat-route.ts'

/** The routes of version 1, each answered by the code of version 2 behind it. */
export function v1Routes(routes: readonly Route[]): readonly Route[] {
  const byName = new Map(routes.map((route) => [route.endpoint.name, route]))
  return V1.map((flat) => flatRoute(present(byName.get(flat.of), `version 2 has ${flat.of}`), flat))
}
