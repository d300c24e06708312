import type { ListAuditLogQuery } from '@tillback/sdk'
import { Button } from '../../kit/button.tsx'
import { csvOf } from '../../kit/chart/scale.ts'
import { saveFile } from '../../kit/save-file.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'

const words = texts.audit
const A_PAGE = 100
const HEAD = ['date', 'by_kind', 'by', 'operation', 'target_id', 'changes', 'address', 'request_id']

/** All acts that the list is narrowed to, as a file. */
export function SaveAudit({ asked }: { readonly asked: ListAuditLogQuery }) {
  const save = useCommand({
    run: async (client) => {
      const rows: (readonly string[])[] = []
      for await (const entry of client.auditLog.each({ ...asked, page: 1, size: A_PAGE })) {
        const { date, by, operation, target_id, changes, address, request_id } = entry
        const at = new Date(date * 1_000).toISOString()
        const changed = changes === null ? '' : JSON.stringify(changes)
        rows.push([at, by.kind, by.name, operation, target_id ?? '', changed, address, request_id])
      }
      saveFile('audit-log.csv', 'text/csv', csvOf([HEAD, ...rows]))
      return rows.length
    },
    changes: [],
    done: words.saved,
  })
  return (
    <Button icon="download" disabled={save.isPending} onClick={() => save.mutate()}>
      {words.save}
    </Button>
  )
}
