import { activity } from './en/activity.ts'
import { code } from './en/code.ts'
import { kit, locale } from './en/kit.ts'
import { me } from './en/me.ts'
import { offers } from './en/offers.ts'
import { orders } from './en/orders.ts'
import { passkeys } from './en/passkeys.ts'
import { push } from './en/push.ts'
import { scan } from './en/scan.ts'
import { wallet } from './en/wallet.ts'

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** Every word of the app; another language is one more such page. */
export const en = {
  locale,
  kit,
  language: 'English',
  crashed: 'The app met something that it does not know and stopped. Reload the page to go on.',
  skip: 'Skip to content',
  navigation: 'Parts of the app',
  close: 'Close',
  back: 'Back',
  more: 'Show more',
  testData: 'Test data',
  testDataMeans: 'no real money moves here',
  views: {
    wallet: 'Wallet',
    offers: 'Offers',
    scan: 'Scan',
    orders: 'Orders',
    inbox: 'Inbox',
    activity: 'Activity',
    me: 'Me',
  },
  offline: (time: string) => `No connection. This is how it was at ${time}.`,
  newVersion: 'There is a new version of the app.',
  reload: 'Reload',
  install: {
    text: 'Put the wallet on your home screen, so that it is there without a connection.',
    act: 'Install',
    later: 'Not now',
  },

  noShop: {
    title: 'Which shop is this wallet of?',
    text: 'Open the app by the link or the code that your shop gives you. If you have its key, paste it here.',
    key: 'Key of the shop',
    keyHint: 'Begins with tb_live_pk_ or tb_test_pk_.',
    wrong: 'This is not a key for the app. It begins with tb_live_pk_ or tb_test_pk_.',
    go: 'Go on',
    beside: {
      title: 'Nobody is signed in',
      text: 'The session is over. “Begin again” above signs in once more.',
    },
  },

  signIn: {
    title: 'Your rewards',
    lead: 'Sign in with the phone number or e-mail that you gave the shop. You get a code, no password is needed.',
    address: 'Phone or e-mail',
    addressHint: 'A phone number with its country, such as +357 99 123456.',
    needed: 'Enter a phone number with + and its country, or an e-mail address.',
    send: 'Send me a code',
    sending: 'Sending…',
    codeTitle: 'Enter the code',
    codeLead: (where: string) => `It was sent to ${where}. It is good for five minutes.`,
    codeLeadPlain: 'If the address is known to the shop, a code is on its way. It is good for five minutes.',
    code: 'Code of 6 digits',
    codeNeeded: 'The code has 6 digits.',
    enter: 'Sign in',
    entering: 'Signing in…',
    again: 'Send another code',
    againIn: (seconds: number) => `Another code in ${seconds} s`,
    otherAddress: 'Use another address',
    testCode: (code: string) => `Test data: the code is ${code}.`,
    isOver: 'You were signed out. Sign in again.',
    newHere: 'New here? Register',
    haveOne: 'Already registered? Sign in',
    registerTitle: 'Register',
    registerLead: 'Give a phone number or an e-mail address. You get a code there, no password is needed.',
    firstName: 'First name',
    lastName: 'Last name',
    register: 'Register',
    terms: 'By registering you accept the terms of the shop.',
  },

  wallet,

  code,

  show: {
    title: 'Show me',
    lead: 'Have this scanned at the till, instead of saying your number aloud.',
    qr: 'Code that says who you are',
    code: 'Your code',
    renewed: 'It changes every minute.',
    offline: 'Without a connection this is the code of your wallet; it says who you are and nothing more.',
  },

  scan,

  offers,

  orders,

  inbox: {
    title: 'Inbox',
    none: {
      title: 'No messages',
      text: 'What the shop tells you about your rewards and orders stands here.',
    },
    unread: 'new',
    archive: 'Put away',
    markAll: 'Mark all as read',
    allRead: 'All messages are marked as read.',
    unreadCount: (count: number) => many(count, 'new message', 'new messages'),
  },

  passkeys,

  push,

  activity,

  me,
}

export type Texts = typeof en
