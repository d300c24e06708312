import type { Tillback } from '@tillback/sdk'
import { Button } from '../../kit/button.tsx'
import { csvOf } from '../../kit/chart/scale.ts'
import { saveFile } from '../../kit/save-file.ts'
import type { Transaction } from '../queries.ts'
import { texts, wordFor } from '../texts.ts'
import { useCommand } from '../use-command.ts'

const words = texts.wallet
const A_PAGE = 100

/** The whole ledger of a wallet as a file: every credit and debit with what was in its pocket afterwards. */
export function ExportWallet({ wallet }: { readonly wallet: string }) {
  const save = useCommand({
    run: async (client) => saveFile(`wallet-${wallet}.csv`, 'text/csv', csvOf(await rowsOf(client, wallet))),
    changes: [],
  })
  return (
    <Button kind="quiet" icon="download" disabled={save.isPending} onClick={() => save.mutate()}>
      {words.exportWallet}
    </Button>
  )
}

async function rowsOf(client: Tillback, wallet: string): Promise<readonly (readonly (string | number)[])[]> {
  const { what, amount, after } = words.transactionColumns
  const rows: (readonly (string | number)[])[] = [
    [words.at, what, words.pocket, words.currency, amount, after, words.receipt],
  ]
  for await (const line of client.wallets.eachTransaction(wallet, { size: A_PAGE })) rows.push(rowOf(line))
  return rows
}

function rowOf(line: Transaction): readonly (string | number)[] {
  return [
    new Date(line.posted_on * 1_000).toISOString(),
    wordFor(words.types, line.transaction_type),
    words.pockets[line.pocket],
    line.currency,
    line.type === 'DEBIT' ? -line.amount : line.amount,
    line.balance_after,
    line.reward_event?.reference_number ?? '',
  ]
}
