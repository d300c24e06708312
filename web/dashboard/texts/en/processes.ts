import { count, many } from './counting.ts'

interface Totals {
  readonly received: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
}

export const process = {
  states: {
    PENDING: 'Waiting',
    IN_PROGRESS: 'Running',
    COMPLETED: 'Done',
    FAILED: 'Failed',
    CANCELLED: 'Cancelled',
  },
  waiting: 'Waits for its turn',
  counted: (done: number, total: number | null, unit: string) =>
    total === null
      ? `${count.format(done)} ${unit}`
      : `${count.format(done)} of ${count.format(total)} ${unit}`,
  totals: ({ created, updated, unchanged, rejected }: Totals) => [
    `${count.format(created)} created`,
    `${count.format(updated)} updated`,
    `${count.format(unchanged)} unchanged`,
    `${count.format(rejected)} rejected`,
  ],
  rate: (number: number, unit: string) => `${count.format(number)} ${unit} a second`,
  left: (seconds: number) =>
    seconds < 60
      ? 'less than a minute left'
      : `about ${many(Math.ceil(seconds / 60), 'minute', 'minutes')} left`,
  silent: (seconds: number, done: number) =>
    `No sign of life for ${count.format(seconds)} seconds; ${count.format(done)} were done by then.`,
  isStalled: 'Stalled',
  stalled: (seconds: number, done: number) =>
    `Stalled: no sign of life for ${many(Math.floor(seconds / 60), 'minute', 'minutes')}; ${count.format(done)} were done by then. It goes on from where it was when it is resumed.`,
  started: 'Began',
  ended: 'Ended',
  cancel: 'Cancel',
  resume: 'Resume',
} as const
