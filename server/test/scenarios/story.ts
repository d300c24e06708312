import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Mode } from '../../src/kit/actor.ts'
import { type Answer, startServer, type TestServer } from '../harness.ts'
import { openShop, type Shop } from '../shop.ts'
import { askAs, FACES, type Face, type Request } from './faces.ts'
import { anonymised } from './same-bytes.ts'

/** Who speaks to the API in a story: what it asks is written in the names of version 2 and sent as the face has it. */
export interface Speaker {
  call(
    method: Request['method'],
    path: string,
    body?: Request['body'],
    headers?: Request['headers'],
  ): Promise<Answer>
}

/** One telling of a story: a business of its own in one mode, and a client of one face. */
export interface Scene {
  readonly server: TestServer
  readonly mode: Mode
  readonly face: Face
  /** Sets the scene: every right, JSON of version 2, none of it compared. */
  readonly shop: Shop
  /** A till of the shop: it submits and reads purchases, and sees nobody's name. Its answers are compared. */
  readonly till: Speaker
  /** A speaker with these scopes; its answers are compared as well. */
  speaker(scopes: readonly string[]): Promise<Speaker>
  /** Another speaker, with a credential of its own such as a contact's token. */
  speaking(key: string): Speaker
}

const START = new Date('2026-11-23T12:00:00Z')
const MODES: readonly Mode[] = ['LIVE', 'TEST']
const TILL = ['purchases:read', 'purchases:write']

export type Stories = (name: string, tell: (scene: Scene) => Promise<void>) => void

/**
 * The stories of one file: each is told by a client of each face in each mode, in a business of its own whose books must hold
 * at the end. JSON and form, LIVE and TEST, must be answered by the same bytes but for what is drawn.
 */
export function stories(options: Parameters<typeof startServer>[0] = {}): Stories {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer(options)
  })
  afterAll(() => server.stop())
  return (name, tell) =>
    describe(name, () => {
      const heard = new Map<string, readonly string[]>()
      for (const mode of MODES) {
        for (const face of FACES) {
          const telling = `${face.version} ${face.encoding} ${mode}`
          test(telling, async () => {
            const answers: string[] = []
            server.clock.now = START
            const scene = await openScene(server, { mode, face, answers })
            await tell(scene)
            expect(await scene.shop.verify()).toEqual([])
            heard.set(telling, anonymised(answers))
          })
        }
      }
      for (const version of ['v2', 'v1']) {
        test(`the answers of ${version} are the same bytes for JSON and form, LIVE and TEST`, () => {
          const [first, ...others] = [...heard].filter(([telling]) => telling.startsWith(version))
          if (!first) throw new Error('no telling came to its end')
          for (const [telling, answers] of others)
            expect({ telling, answers }).toEqual({ telling, answers: first[1] })
        })
      }
    })
}

interface Telling {
  readonly mode: Mode
  readonly face: Face
  readonly answers: string[]
}

async function openScene(server: TestServer, { mode, face, answers }: Telling): Promise<Scene> {
  const shop = await openShop(server, { mode })
  const speaking = (key: string): Speaker => ({
    call: async (method, path, body, headers) => {
      const answer = await askAs(face, { url: server.url, key }, { method, path, body, headers })
      answers.push(`${method} ${path} ${answer.status} ${answer.text}`)
      return answer
    },
  })
  const speaker = async (scopes: readonly string[]) => {
    const { body } = await shop.call('POST', 'api_keys', { name: scopes.join(), scopes })
    return speaking(body.key)
  }
  return { server, mode, face, shop, till: await speaker(TILL), speaker, speaking }
}
