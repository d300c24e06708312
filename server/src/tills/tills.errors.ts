import { refusal } from '../kit/error.ts'

/** Parameters of all three: the number that was sent, the number that is needed, the hash that it has to name. */
export const TillSignatureWrong = refusal({
  name: 'TillSignatureWrong',
  error: 'CRM.EXCEPTIONS.TILLSIGNATUREEXCEPTION',
  message: 'The entry was not signed by this till, or was changed afterwards.',
})

export const TillQueueCut = refusal({
  name: 'TillQueueCut',
  error: 'CRM.EXCEPTIONS.TILLQUEUECUTEXCEPTION',
  message: 'Entries before this one are missing from the queue.',
})

export const TillQueueForked = refusal({
  name: 'TillQueueForked',
  error: 'CRM.EXCEPTIONS.TILLQUEUEFORKEDEXCEPTION',
  message: 'Another entry has this place in the queue of the till.',
})
