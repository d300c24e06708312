import type { Work } from '../db/index.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { GroupReply } from './groups.api.ts'
import { countGroups, type GroupFilter, pageOfGroups, type StoredGroup } from './groups.store.ts'

export interface GroupQuery extends GroupFilter {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
}

export async function listGroups(work: Work, query: GroupQuery): Promise<Page<GroupReply>> {
  const request = {
    page: query.page,
    size: query.size,
    includeTotal: query.include_total,
    order: query.order,
  }
  const rows = await pageOfGroups(work, query, request)
  return pageOf(request, rows, showGroup, query.include_total ? await countGroups(work, query) : null)
}

export function showGroup({ createdAt, ...group }: StoredGroup): GroupReply {
  return { ...group, created_on: epochSeconds(createdAt) }
}
