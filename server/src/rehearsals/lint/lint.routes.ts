import type { Database } from '../../db/index.ts'
import { commandRoute, type Route } from '../../http/index.ts'
import type { Catalogues } from '../../purchases/index.ts'
import * as api from './lint.api.ts'
import { openLinting } from './lint-beside.ts'
import { lintOffer } from './lint-offer.ts'

export interface LintRouteOptions {
  readonly database: Database
  readonly catalogues: Catalogues
}

export function lintRoutes(options: LintRouteOptions): readonly Route[] {
  const desk = { ...options, lintBeside: openLinting() }
  return [
    commandRoute(api.lintOffer, async (command, { params }) => {
      const reply = await lintOffer(desk, command, params.id)
      return { status: 200, text: JSON.stringify(api.lintOffer.reply.parse(reply)) }
    }),
  ]
}
