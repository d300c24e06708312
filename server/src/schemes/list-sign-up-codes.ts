import type { Work } from '../db/index.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { CodeReply } from './codes.api.ts'
import { type CodeFilter, countCodes, pageOfCodes, type SignUpCode } from './codes.store.ts'
import { getScheme } from './list-schemes.ts'

export interface CodeQuery extends CodeFilter {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
}

export async function listSignUpCodes(
  work: Work,
  idOrCode: string,
  query: CodeQuery,
): Promise<Page<CodeReply>> {
  const { id } = await getScheme(work, idOrCode)
  const rows = await pageOfCodes(work, id, query)
  const total = query.include_total ? await countCodes(work, id, query) : null
  const request = { page: query.page, size: query.size, includeTotal: query.include_total }
  return pageOf(request, rows, showCode, total)
}

function showCode({ code, created_at, used_by, used_at }: SignUpCode): CodeReply {
  return {
    code,
    state: used_by === null ? 'UNUSED' : 'USED',
    used_by: used_by === null ? null : { id: used_by },
    used_on: used_at && epochSeconds(used_at),
    created_on: epochSeconds(created_at),
  }
}
