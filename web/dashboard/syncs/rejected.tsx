import type { RejectedRow } from '@tillback/sdk'
import { Answer } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Rows } from '../../kit/rows.tsx'
import { saveFile } from '../../kit/save-file.ts'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { productsToFix } from '../imports/rows/products-to-fix.ts'
import { reasonFor } from '../imports/send/sending.ts'
import { useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'
import { ImportLink } from './import-link.tsx'

const words = texts.syncs
const MOST_SHOWN = 100

/** Bad rows do not stop the good ones; they are told here, and as a file to be put right and imported as it is. */
export function Rejected({ id, count }: { readonly id: string; readonly count: number }) {
  const rejected = useRead(['rejected', id, count], (client, options) =>
    client.productSynchronisation.listRejectedRows(id, { size: MOST_SHOWN }, options),
  )
  const save = useCommand({
    run: async (client) => {
      const rows: RejectedRow[] = []
      for await (const row of client.productSynchronisation.eachRejectedRow(id, { size: MOST_SHOWN }))
        rows.push(row)
      saveFile(`fix-${id.slice(-8)}.csv`, 'text/csv;charset=utf-8', productsToFix(rows, reasonFor))
    },
    changes: [],
  })
  return (
    <Answer to={rejected} waiting={<SkeletonRows rows={3} />}>
      {({ content }) => (
        <Card
          title={words.rejected}
          aside={
            <Button icon="download" disabled={save.isPending} onClick={() => save.mutate()}>
              {words.saveRejected}
            </Button>
          }
        >
          <p className={styles.note}>
            {words.fixMeans} <ImportLink name="products">{words.imports.products}</ImportLink>
          </p>
          <Rows
            label={words.rejected}
            head={words.rejectedHead}
            texts={[1, 2]}
            rows={content.map(({ index, sku, message }) => ({
              key: `${index} ${message}`,
              cells: [String(index + 1), sku ?? texts.nothing, reasonFor(message)],
            }))}
          />
          {count > content.length && (
            <p className={styles.note}>{words.moreRejected(count - content.length)}</p>
          )}
        </Card>
      )}
    </Answer>
  )
}
