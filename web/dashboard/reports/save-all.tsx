import type { Tillback } from '@tillback/sdk'
import { Button } from '../../kit/button.tsx'
import { csvOf } from '../../kit/chart/scale.ts'
import { saveFile } from '../../kit/save-file.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'

export type FileRow = readonly (string | number)[]

export interface SaveAllProps {
  readonly file: string
  readonly head: FileRow
  readonly read: (client: Tillback, page: number) => Promise<FilePage>
}

export interface FilePage {
  readonly rows: readonly FileRow[]
  readonly hasMore: boolean
}

/** Every row of a report as a file, not only those of the page that is shown. */
export function SaveAll({ file, head, read }: SaveAllProps) {
  const save = useCommand({
    run: async (client) => {
      const rows: FileRow[] = [head]
      for (let page = 1, hasMore = true; hasMore; page += 1) {
        const told = await read(client, page)
        rows.push(...told.rows)
        hasMore = told.hasMore
      }
      saveFile(file, 'text/csv', csvOf(rows))
    },
    changes: [],
  })
  return (
    <Button kind="quiet" icon="download" disabled={save.isPending} onClick={() => save.mutate()}>
      {texts.kit.downloadCsv}
    </Button>
  )
}
