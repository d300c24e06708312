import { expect, test } from 'vitest'
import { actionOf } from './use-keys.ts'

const press = { key: '', code: '', alt: false, ctrl: false, isTyping: false }

test.each`
  what                         | pressed                                  | action
  ${'F4'}                      | ${{ key: 'F4' }}                         | ${'MEMBER'}
  ${'Ctrl+Enter'}              | ${{ key: 'Enter', ctrl: true }}          | ${'PAY'}
  ${'Alt and the key of M'}    | ${{ key: 'µ', code: 'KeyM', alt: true }} | ${'MEMBER'}
  ${'a question mark'}         | ${{ key: '?' }}                          | ${'HELP'}
  ${'a question mark in text'} | ${{ key: '?', isTyping: true }}          | ${undefined}
  ${'F5, the browser’s'}       | ${{ key: 'F5' }}                         | ${undefined}
  ${'a letter'}                | ${{ key: 'm', code: 'KeyM' }}            | ${undefined}
`('$what does $action', ({ pressed, action }) => {
  expect(actionOf({ ...press, ...pressed })).toBe(action)
})
