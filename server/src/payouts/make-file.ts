import type { Work } from '../db/index.ts'
import { InvalidState, invalidField, notFound } from '../kit/error.ts'
import { base32, newId, type PayoutFileId } from '../kit/id.ts'
import { sum } from '../kit/money.ts'
import { DAY, later } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import { attemptsInFile } from './attempts.store.ts'
import { newAttempt, waysOf } from './begin-attempt.ts'
import { type CreditTransfer, creditTransferXml } from './credit-transfer-file.ts'
import { fileById, insertFile, type PayoutFile } from './files.store.ts'
import type { Choice } from './payment-method.ts'
import { methodsById } from './payment-methods.store.ts'
import type { Payout } from './payout.ts'
import { lockWaitingForFile, payoutById, savePayout } from './payouts.store.ts'
import type { SepaSettings } from './provider-settings.ts'
import { providersOf } from './providers.store.ts'

const MOST_IN_FILE = 500
// What a SEPA credit transfer may carry.
const LARGEST = 99_999_999_999n

/** Puts the payouts that wait for the bank into one file; undefined: none waits. */
export async function makeFile(
  work: Work,
  executionDate: string | undefined,
): Promise<PayoutFile | undefined> {
  const debtor = await sepaOf(work)
  const date = executionDate ?? nextWorkingDay(work.at)
  if (date < calendarDay(work.at)) throw invalidField('execution_date', date, 'it may not be in the past')
  const id = newId<PayoutFileId>()
  const taken: Payout[] = []
  for (const payout of await lockWaitingForFile(work, MOST_IN_FILE)) {
    const [way] = await waysOf(work, payout)
    if (await putInFile(work, { payout, way, file: id })) taken.push(payout)
  }
  if (taken.length === 0) return undefined
  const file: PayoutFile = {
    id,
    state: 'MADE',
    messageId: `${work.actor.mode === 'TEST' ? 'TEST-' : ''}${base32(id.replaceAll('-', ''))}`,
    currency: 'EUR',
    payouts: taken.length,
    total: sum(taken.map(({ amount }) => amount)),
    executionDate: date,
    debtor,
    createdAt: work.at,
    updatedAt: work.at,
  }
  await insertFile(work, file)
  return file
}

async function sepaOf(work: Work): Promise<SepaSettings> {
  for (const { settings, state } of await providersOf(work)) {
    if (settings.kind === 'SEPA' && state === 'ACTIVE') return settings
  }
  throw notFound('payout_provider', 'SEPA')
}

interface Put {
  readonly payout: Payout
  readonly way: Choice | undefined
  readonly file: PayoutFileId
}

/** Since it began to wait its contact may have chosen another method, which is then paid instead. */
async function putInFile(work: Work, { payout, way, file }: Put): Promise<boolean> {
  if (way?.provider !== 'SEPA') {
    await savePayout(work, payout.id, { nextAt: work.at })
    return false
  }
  if (payout.amount > LARGEST) {
    await savePayout(work, payout.id, { state: 'FAILED', reason: 'AMOUNT_TOO_LARGE', nextAt: null })
    return false
  }
  const { number } = await newAttempt(work, { payout, way, state: 'ASKED', file })
  await savePayout(work, payout.id, { state: 'SENDING', attempt: number, nextAt: null })
  return true
}

function calendarDay(at: Date): string {
  return at.toISOString().slice(0, 10)
}

const SATURDAY = 6

/** Banks pay on working days; a holiday that the calendar does not tell moves the day on at the bank. */
function nextWorkingDay(at: Date): string {
  let day = later(at, DAY)
  while (day.getUTCDay() % SATURDAY === 0) day = later(day, DAY)
  return calendarDay(day)
}

/** The file's text. It is refused once an account that it pays was erased. */
export async function fileText(
  work: Work,
  id: string,
): Promise<{ readonly name: string; readonly xml: string }> {
  const file = await fileById(work, id)
  if (!file) throw notFound('payout_file', id)
  const { name } = await readBusiness(work.db, work.actor.tenant)
  const transfers = await transfersOf(work, file, `Cashback ${name}`)
  const { messageId, createdAt, executionDate, debtor } = file
  const xml = creditTransferXml({
    messageId,
    createdAt,
    executionDate,
    debtor: { name: debtor.name, iban: debtor.iban, bic: debtor.bic },
    transfers,
  })
  return { name: `${messageId}.xml`, xml }
}

async function transfersOf(
  work: Work,
  file: PayoutFile,
  purpose: string,
): Promise<readonly CreditTransfer[]> {
  const attempts = await attemptsInFile(work, file.id)
  const methods = await methodsById(
    work,
    attempts.flatMap(({ method }) => method ?? []),
  )
  const transfers: CreditTransfer[] = []
  for (const { payout: payoutId, method, reference } of attempts) {
    const payout = await payoutById(work, payoutId)
    const to = methods.get(method ?? '')?.details
    if (!payout || to?.type !== 'ACCOUNT') throw erased(file)
    transfers.push({
      endToEndId: reference,
      amount: payout.amount,
      holder: to.holder,
      iban: to.iban,
      bic: to.bic,
      purpose,
    })
  }
  return transfers
}

function erased({ id }: PayoutFile): Error {
  return InvalidState({
    parameters: ['payout_file', id],
    detail: 'An account that the file pays was erased, so the file cannot be written again.',
  })
}
