import { count } from './kit.ts'

export const link = {
  ONLINE: 'Online',
  SLOW: 'Slow',
  OFFLINE: 'Offline',
  queued: (number: number) => `Offline, ${count.format(number)} queued`,
  sending: (number: number) => `Sending ${count.format(number)}`,
  stopped: 'Queue stopped',
}

export const queue = {
  title: 'Sales for later',
  nothing: 'Nothing waits: everything was sent.',
  waiting: (number: number) =>
    number === 1
      ? 'One entry waits for the line and is sent by itself when it is back.'
      : `${count.format(number)} entries wait for the line and are sent by themselves when it is back, in order.`,
  waits: 'Waits',
  void: 'Void, waits',
  taken: 'Taken',
  refused: 'Not taken',
  toNobody: 'The member is not known. It follows as a sale to nobody, which the code of the receipt claims.',
  earned: (amount: string) => `earned ${amount}`,
  send: 'Send now',
  stopped: 'The platform does not accept this queue',
  anewMeans:
    'It was recorded. Beginning anew gives this till a new key and sends what waits under it; no sale is lost.',
  anew: 'Begin anew and send',
  open: 'Show what waits for the line',
}

export const log = {
  title: 'Calls to the API',
  none: 'Nothing was asked yet.',
  request: 'Request',
  answer: 'Answer',
  waiting: '…',
  noAnswer: 'no answer',
  times: (number: number) => `${count.format(number)} ×`,
  took: (status: string, ms: number) => `${status} · ${count.format(ms)} ms`,
}
