import type { KitWords } from '../../../kit/words.ts'
import { rolesWith } from '../../roles.ts'
import { team } from './administration.ts'
import { count, locale } from './counting.ts'

const either = new Intl.ListFormat(locale, { type: 'disjunction' })

export const kit: KitWords = {
  locale,
  copy: (what) => `Copy ${what}`,
  copied: (what) => `Copied ${what}`,
  copyRefused: 'The browser does not allow copying here. Select the text instead.',
  loading: 'Loading',
  retry: 'Try again',
  requestId: 'request id',
  noAnswer: 'Tillback does not answer',
  noAnswerAdvice:
    'The server may be starting or the connection may be lost. Nothing you see here is changed by that.',
  notAllowed: 'You may not see this',
  scopeNeeded: (scope) => {
    const roles = rolesWith(scope.split(', ')).map((role) => team.roles[role])
    return `A key with the scope ${scope} is needed, or a member of staff who is ${either.format(roles)}.`
  },
  unexpected: 'Something went wrong on this page',
  close: 'Close',
  cancel: 'Cancel',
  typeToConfirm: (what) => `Type ${what} to confirm`,
  showTable: 'Show as table',
  showChart: 'Show as chart',
  downloadCsv: 'Download CSV',
  progress: (done, total) =>
    total === null ? count.format(done) : `${count.format(done)} of ${count.format(total)}`,
  point: (name, value) => `${name}: ${value}`,
  theme: { change: 'Colours', system: 'As the device', light: 'Light', dark: 'Dark' },
}
