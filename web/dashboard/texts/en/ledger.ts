import { many } from './counting.ts'

export const ledger = {
  title: 'Ledger',
  lead: 'Every entry of the business in this mode is read again and each rule of the books is checked.',
  checkNow: 'Check now',
  checking: 'Checking…',
  checked: 'Checked',
  again: 'again every 30 seconds',
  holds: 'The books hold.',
  broken: (number: number) => `${many(number, 'rule of the books is', 'rules of the books are')} broken.`,
  holdsMeans: (rules: number) => `All ${many(rules, 'rule', 'rules')} were checked and none is broken.`,
  brokenMeans: 'Nothing was changed by checking. The rows that break a rule are named below.',
  caption: 'Rules of the books',
  columns: { rule: 'Rule', looked: 'Looked at', result: 'Result' },
  looked: (number: number) => many(number, 'row', 'rows'),
  rule: { holds: 'Holds', broken: 'Broken', nothing: 'Nothing to check' },
  first: (number: number) =>
    `The first ${many(number, 'row', 'rows')} that ${number === 1 ? 'breaks' : 'break'} it:`,
} as const
