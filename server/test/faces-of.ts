import type { Endpoint } from '../src/http/index.ts'
import { V1 } from '../src/v1/endpoints.ts'
import { endpoints } from './access/stand-in.ts'
import type { FlatNames } from './scenarios/flat-names.ts'

/** An endpoint, and what its version calls the fields of a body otherwise than version 2. */
export interface EndpointFace {
  readonly endpoint: Endpoint
  readonly names: FlatNames
}

/** The endpoint of that name in version 2, and then those of version 1 that are the same. */
export function facesOf(name: string): readonly [EndpointFace, ...EndpointFace[]] {
  const flat = V1.filter(({ of }) => of === name).map(({ name: own = `${name}V1`, body = {} }) => ({
    endpoint: endpointNamed(own),
    names: Object.entries(body).map(([v1, v2]) => [v2, v1] as const),
  }))
  return [{ endpoint: endpointNamed(name), names: [] }, ...flat]
}

function endpointNamed(name: string): Endpoint {
  const found = endpoints.find((each) => each.name === name)
  if (!found) throw new Error(`there is no endpoint ${name}`)
  return found
}
