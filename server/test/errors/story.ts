import type { RefusalMaker } from '../../src/kit/error.ts'
import { facesOf } from '../faces-of.ts'
import type { Answer, TestServer } from '../harness.ts'
import { type OrderShop, openOrderShop } from '../order-shop.ts'
import { bodyToV1, type FlatNames } from '../scenarios/flat-names.ts'
import { type Bench, sendTo } from './bench.ts'

export interface Asked {
  /** What stands in the path. */
  readonly of?: string | readonly string[]
  readonly query?: string
  readonly body?: object
  /** Whose key, if it is not that of the shop. */
  readonly key?: string
}

/** A shop of its own for a story that ends in a refusal. */
export interface Story extends OrderShop {
  readonly server: TestServer
  /** Asks what has to be done, and answers the body. */
  done(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer['body']>
  /**
   * Asks an endpoint, by its name, what it has to refuse, and then in version 1 the same: the parameters of the refusal begin with
   * these (undefined: any).
   */
  refused(
    name: string,
    asked: Asked,
    refusal: RefusalMaker,
    parameters?: readonly (string | undefined)[],
  ): Promise<void>
}

/** Stories by what they are about. */
export type Stories = Readonly<Record<string, (story: Story) => Promise<void>>>

export async function openStory(bench: Bench): Promise<Story> {
  const shop = await openOrderShop(bench.server)
  return {
    ...shop,
    server: bench.server,
    done: async (method, path, body) => {
      const { status, body: told, text } = await shop.call(method, path, body)
      if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`)
      return told
    },
    refused: async (name, asked, refusal, parameters = []) => {
      for (const { endpoint, names } of facesOf(name)) {
        const { of = [], query = '', body, key = shop.key } = asked
        const values = [of].flat().map(encodeURIComponent)
        const path = endpoint.path.replaceAll(/\{\w+\}/g, () => values.shift() ?? 'missing') + query
        const answer = await sendTo(bench.line, endpoint, { path, key, body: body && bodyToV1(body, names) })
        const expected = parameters.map((each) => each && flatPath(each, names))
        const fault = bench.book.enter(endpoint, answer, { refusal, parameters: expected })
        if (fault !== undefined) throw new Error(fault)
      }
    },
  }
}

function flatPath(path: string, names: FlatNames): string {
  const [v2 = '', v1 = ''] = names.find(([from]) => path === from || path.startsWith(`${from}.`)) ?? []
  return v2 === '' ? path : path.replace(v2, v1)
}
