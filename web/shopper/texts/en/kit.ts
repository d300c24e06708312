import type { KitWords } from '../../../kit/words.ts'

export const locale = 'en-GB'

/** What the shared components say. */
export const kit: KitWords = {
  locale,
  copy: (what) => `Copy ${what}`,
  copied: (what) => `Copied ${what}`,
  copyRefused: 'The browser does not allow copying here. Select the text instead.',
  loading: 'Loading',
  retry: 'Try again',
  requestId: 'request id',
  noAnswer: 'No connection',
  noAnswerAdvice: 'The shop cannot be reached just now. What you have is not changed by that.',
  notAllowed: 'This is not for you to see',
  scopeNeeded: () => 'Sign in again, or ask the shop.',
  close: 'Close',
  cancel: 'Cancel',
  typeToConfirm: (what) => `Type ${what} to go on.`,
  showTable: 'Show as table',
  showChart: 'Show as chart',
  downloadCsv: 'Download as CSV',
  progress: (done, total) => (total === null ? `${done}` : `${done} of ${total}`),
  point: (name, value) => `${name}: ${value}`,
  unexpected: 'Something went wrong on this page',
  theme: { change: 'Colours', system: 'As the device', light: 'Light', dark: 'Dark' },
}
