import type { Kysely } from 'kysely'
import type { Tables } from '../db/index.ts'
import { type Cursor, type HistoryRow, PAGE, pageOfHistory, type Span } from './history.store.ts'
import { bytesOf } from './packed-bytes.ts'
import { packPage } from './packed-history.ts'
import { keepPage, nextKept } from './packed-pages.store.ts'

interface Read {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly last: Cursor
}

/**
 * The history page by page, packed. Past purchases hardly change: full pages are kept as they were packed and read again, which
 * costs a tenth of packing them. A page of which purchases changed is packed anew, within its bounds. Of a span nothing is kept.
 */
export async function* historyPages(
  db: Kysely<Tables>,
  span: Span,
  size = PAGE,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const read = span.from || span.to ? readPacking : readKept
  let reading = read(db, span, { after: undefined, size })
  for (;;) {
    const page = await reading
    if (!page) return
    // PostgreSQL goes on while this page is looked at.
    reading = read(db, span, { after: page.last, size })
    // Whoever stops asking does not hear of what goes wrong with a page that nobody wants.
    reading.catch(() => {})
    yield page.bytes
  }
}

interface Place {
  readonly after: Cursor | undefined
  readonly size: number
}

async function readPacking(
  db: Kysely<Tables>,
  span: Span,
  { after, size }: Place,
): Promise<Read | undefined> {
  return packed(await pageOfHistory(db, span, { after, most: size }))?.read
}

async function readKept(db: Kysely<Tables>, span: Span, { after, size }: Place): Promise<Read | undefined> {
  const kept = await nextKept(db, span.tenant, after)
  if (kept?.bytes) return { bytes: kept.bytes, last: kept.last }
  const rows = await pageOfHistory(db, span, kept ? { after, until: kept.last } : { after, most: size })
  // All of its purchases are somewhere else by now: those behind it are still to come.
  if (kept && rows.length === 0) return readKept(db, span, { after: kept.last, size })
  const page = packed(rows)
  if (page && (kept || rows.length === size)) {
    await keepPage(db, span.tenant, { rows, bytes: page.read.bytes })
  }
  return page?.read
}

function packed(rows: readonly HistoryRow[]): { readonly read: Read } | undefined {
  const row = rows.at(-1)
  return row && { read: { bytes: bytesOf(packPage(rows)), last: { decided: row.decided, id: row.id } } }
}
