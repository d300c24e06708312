import { type Route, route, textReply } from '../http/index.ts'
import { wireNumber } from '../kit/money.ts'
import { pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { changeFile } from './change-file.ts'
import * as api from './files.api.ts'
import { countFiles, type PayoutFile, pageOfFiles } from './files.store.ts'
import { fileText, makeFile } from './make-file.ts'
import type { SpendsComeBack } from './settle-payout.ts'

export function payoutFileRoutes({
  spendsComeBack,
}: {
  readonly spendsComeBack: SpendsComeBack
}): readonly Route[] {
  return [
    route(api.listFiles, async (work, { query }) => {
      const { page, size, include_total: includeTotal, state } = query
      const rows = await pageOfFiles(work, state, query)
      return pageOf(
        { page, size, includeTotal },
        rows,
        showFile,
        includeTotal ? await countFiles(work, state) : null,
      )
    }),
    route(api.makeFile, async (work, { body }) => {
      const file = await makeFile(work, body.execution_date)
      return { file: file ? showFile(file) : null }
    }),
    route(api.readFile, async (work, { params, query }) => {
      const { name, xml } = await fileText(work, params.id)
      if (query.format === 'json') return { file_name: name, xml }
      return textReply({ type: 'application/xml', text: xml, file: name })
    }),
    route(api.changeFile, async (work, { params, body }) =>
      showFile(await changeFile(work, { id: params.id, action: body.action }, spendsComeBack)),
    ),
  ]
}

function showFile(file: PayoutFile): api.FileReply {
  return {
    id: file.id,
    state: file.state,
    message_id: file.messageId,
    payouts: file.payouts,
    total: wireNumber(file.total, file.currency),
    currency_code: file.currency,
    execution_date: file.executionDate,
    created_on: epochSeconds(file.createdAt),
    updated_on: epochSeconds(file.updatedAt),
  }
}
