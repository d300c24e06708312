import { asOne, tryOut, type Work } from '../db/index.ts'
import { type BulkRows, readRow, refusedRow, refuseUnstorable } from '../http/index.ts'
import { type ContactRowsReply, contactRow, contactRows } from './contact-rows.api.ts'
import type { ContactsWiring } from './contacts.routes.ts'
import { type Entered, enterContact } from './enter-contact.ts'

type RowTold = ContactRowsReply['rows'][number]

export interface Synchronising extends Pick<ContactsWiring, 'afterEntered'> {
  /** What would come of the rows is told, and nothing of it kept. */
  readonly isTrial: boolean
}

/** Enters the rows one after another; one that is refused is undone by itself. */
export async function synchroniseContacts(
  work: Work,
  { parts }: Pick<BulkRows, 'parts'>,
  { isTrial, afterEntered }: Synchronising,
): Promise<ContactRowsReply> {
  const rows = parts.flatMap(({ rows: text }): unknown[] => JSON.parse(new TextDecoder().decode(text)))
  const enterAll = async () => {
    const entered: Entered[] = []
    const told: RowTold[] = []
    for (const [index, row] of rows.entries()) told.push(await enterRow(work, { row, index, entered }))
    // Together, so that the locks of all are taken in one order.
    await afterEntered(work, {
      created: entered.flatMap((each) => (each.outcome === 'CREATED' ? [each.id] : [])),
      changed: entered.flatMap((each) => (each.outcome === 'CREATED' ? [] : [each])),
    })
    return told
  }
  const told = isTrial ? (await tryOut(work, enterAll)).map(withoutNew) : await enterAll()
  const count = (wanted: RowTold['outcome']) => told.filter(({ outcome }) => outcome === wanted).length
  const totals = {
    received: rows.length,
    created: count('CREATED'),
    updated: count('UPDATED'),
    unchanged: count('UNCHANGED'),
    rejected: count('REJECTED'),
  }
  return { totals, rows: told }
}

interface Row {
  readonly row: unknown
  readonly index: number
  /** Where it is added to if it is not refused. */
  readonly entered: Entered[]
}

async function enterRow(work: Work, { row, index, entered }: Row): Promise<RowTold> {
  try {
    refuseUnstorable(row, `contacts[${index}]`)
    const read = readRow(contactRow, row, { list: 'contacts', index, body: contactRows })
    const done = await asOne(work, () => enterContact(work, read))
    entered.push(done)
    const contact_id = done.outcome === 'CREATED' ? done.id : done.after.id
    return { index, outcome: done.outcome, contact_id, error: null, message: null, parameters: [] }
  } catch (problem) {
    const { error, message, parameters } = refusedRow(problem)
    return { index, outcome: 'REJECTED', contact_id: null, error, message, parameters: [...parameters] }
  }
}

/** Whoever was registered only to see what would come of it has no id. */
function withoutNew(row: RowTold): RowTold {
  return row.outcome === 'CREATED' ? { ...row, contact_id: null } : row
}
