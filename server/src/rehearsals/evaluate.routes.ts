import { evaluate } from '../engine/index.ts'
import { type Route, route } from '../http/index.ts'
import { type Catalogues, catalogueFor } from '../purchases/index.ts'
import * as api from './evaluate.api.ts'
import { bookOfText, openBookOf, previewedBook, ruleBookOf } from './rule-book.ts'

export interface EvaluateRouteOptions {
  readonly catalogues: Catalogues
}

export function evaluateRoutes({ catalogues }: EvaluateRouteOptions): readonly Route[] {
  return [
    route(api.getRuleBook, async (work) => ruleBookOf(await catalogueFor(work, catalogues))),
    route(api.previewRuleBook, async (work, { params: { id }, query, body: { change } }) =>
      previewedBook(work, await catalogueFor(work, catalogues), {
        idOrCode: id,
        change,
        isSaid: query.include_sentence === true,
      }),
    ),
    route(api.evaluateOffers, async (work, { body: { facts, book } }) => {
      const open = book ? bookOfText(book) : openBookOf(await catalogueFor(work, catalogues))
      // The text is the engine's own; it is read only to be checked against what is declared.
      return JSON.parse(evaluate(open, facts, 'facts.'))
    }),
  ]
}
