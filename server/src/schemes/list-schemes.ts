import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { Scheme, SchemeState } from './scheme.ts'
import type { SchemeReply } from './schemes.api.ts'
import { countSchemes, findScheme, pageOfSchemes, type SchemeFilter } from './schemes.store.ts'
import { domainsOf, methodOf } from './sign-up.ts'

export interface SchemeQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly code?: string | undefined
  readonly state?: SchemeState | undefined
  readonly search_value?: string | undefined
}

export async function listSchemes(work: Work, query: SchemeQuery): Promise<Page<SchemeReply>> {
  const filter: SchemeFilter = { code: query.code, state: query.state, search: query.search_value }
  const rows = await pageOfSchemes(work, filter, query)
  const total = query.include_total ? await countSchemes(work, filter) : null
  const request = { page: query.page, size: query.size, includeTotal: query.include_total }
  return pageOf(request, rows, showScheme, total)
}

/** By id or code. */
export async function getScheme(work: Work, idOrCode: string): Promise<Scheme> {
  const scheme = await findScheme(work, idOrCode)
  if (!scheme) throw notFound('reward_scheme', idOrCode)
  return scheme
}

export function showScheme({ signUp, createdAt, ...scheme }: Scheme): SchemeReply {
  return {
    ...scheme,
    sign_up_option: signUp.option,
    sign_up_method: methodOf(signUp),
    email_domains: domainsOf(signUp),
    created_on: epochSeconds(createdAt),
  }
}
