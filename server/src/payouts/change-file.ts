import type { Work } from '../db/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import { type Attempt, attemptsInFile, saveAttempt } from './attempts.store.ts'
import { type FileState, fileById, type PayoutFile, saveFileState } from './files.store.ts'
import { savePayout } from './payouts.store.ts'
import { holdPayout, type SpendsComeBack, settlePayout } from './settle-payout.ts'

export const FILE_ACTIONS = ['MARK_SENT', 'CONFIRM', 'CANCEL'] as const
export type FileAction = (typeof FILE_ACTIONS)[number]

const LEADS: Readonly<Record<FileAction, { readonly from: readonly FileState[]; readonly to: FileState }>> = {
  MARK_SENT: { from: ['MADE'], to: 'SENT' },
  CONFIRM: { from: ['SENT'], to: 'CONFIRMED' },
  CANCEL: { from: ['MADE'], to: 'CANCELLED' },
}

/**
 * Tells that the bank was given the file, has carried it out, or will never get it. What single transfers came to is told by
 * actions on their payouts. An action that led to the present state changes nothing.
 */
export async function changeFile(
  work: Work,
  { id, action }: { readonly id: string; readonly action: FileAction },
  spendsComeBack: SpendsComeBack,
): Promise<PayoutFile> {
  const file = await fileById(work, id, true)
  if (!file) throw notFound('payout_file', id)
  const { from, to } = LEADS[action]
  if (file.state === to) return file
  if (!from.includes(file.state)) throw leadsNowhere(file, action)
  for (const attempt of await attemptsInFile(work, file.id)) {
    if (action === 'CANCEL') await takeOut(work, attempt, spendsComeBack)
    else await tell(work, { attempt, outcome: action === 'CONFIRM' ? 'PAID' : 'SENT' }, spendsComeBack)
  }
  await saveFileState(work, file.id, to)
  return { ...file, state: to, updatedAt: work.at }
}

async function tell(
  work: Work,
  { attempt, outcome }: { readonly attempt: Attempt; readonly outcome: 'SENT' | 'PAID' },
  spendsComeBack: SpendsComeBack,
): Promise<void> {
  const { payout, number } = attempt
  await settlePayout(work, { payout, attempt: number, result: { outcome } }, spendsComeBack)
}

/** The bank never gets it: the payout waits again, or ends if its purchase was voided meanwhile. */
async function takeOut(work: Work, attempt: Attempt, spendsComeBack: SpendsComeBack): Promise<void> {
  const payout = await holdPayout(work, attempt.payout)
  if (!payout || payout.attempt !== attempt.number || payout.state !== 'SENDING') return
  if (payout.isStopped) {
    const result = { outcome: 'DECLINED', reason: 'the file was cancelled' } as const
    await settlePayout(work, { payout: payout.id, attempt: attempt.number, result }, spendsComeBack)
    return
  }
  await saveAttempt(work, attempt, { state: 'CANCELLED' })
  await savePayout(work, payout.id, { state: 'PENDING', nextAt: work.at })
}

function leadsNowhere({ id, state }: PayoutFile, action: FileAction): Error {
  return InvalidState({
    parameters: ['payout_file', id],
    detail: `The file is ${state}; ${action} is for one that is ${LEADS[action].from.join(', ')}.`,
  })
}
