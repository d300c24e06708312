import { describe, expect, test } from 'vitest'
import { idOf } from '../kit/id.ts'
import { holdsCardNumber, refuseCardNumbers } from './card-number.ts'
import { ibanProblem, normaliseIban } from './iban.ts'
import { latin } from './latin.ts'
import { type Choosing, type MethodDetails, type PaymentMethod, waysToPay } from './payment-method.ts'
import { ACTIONS, PAYOUT_ACTIONS, PAYOUT_STATES, type PayoutState, stepAfter } from './payout.ts'

describe('news of a provider', () => {
  // Of each state: where SENT, PAID, DECLINED, RETURNED and UNKNOWN lead; '-' changes nothing. > money goes out, < it comes in.
  test.each`
    state                  | sent        | paid        | declined        | returned         | unknown
    ${'PENDING'}           | ${'-'}      | ${'-'}      | ${'-'}          | ${'-'}           | ${'-'}
    ${'SENDING'}           | ${'SENT >'} | ${'PAID >'} | ${'FAILED'}     | ${'RETURNED ><'} | ${'UNKNOWN'}
    ${'UNKNOWN'}           | ${'SENT >'} | ${'PAID >'} | ${'FAILED'}     | ${'RETURNED ><'} | ${'UNKNOWN'}
    ${'SENT'}              | ${'-'}      | ${'PAID'}   | ${'RETURNED <'} | ${'RETURNED <'}  | ${'-'}
    ${'PAID'}              | ${'-'}      | ${'-'}      | ${'RETURNED <'} | ${'RETURNED <'}  | ${'-'}
    ${'FAILED'}            | ${'-'}      | ${'-'}      | ${'-'}          | ${'-'}           | ${'-'}
    ${'RETURNED'}          | ${'-'}      | ${'-'}      | ${'-'}          | ${'-'}           | ${'-'}
    ${'CANCELLED'}         | ${'-'}      | ${'-'}      | ${'-'}          | ${'-'}           | ${'-'}
    ${'REVERSAL_REQUIRED'} | ${'-'}      | ${'-'}      | ${'REVERSED <'} | ${'REVERSED <'}  | ${'-'}
    ${'REVERSED'}          | ${'-'}      | ${'-'}      | ${'-'}          | ${'-'}           | ${'-'}
  `('about one that is $state', ({ state, sent, paid, declined, returned, unknown }) => {
    const told = (['SENT', 'PAID', 'DECLINED', 'RETURNED', 'UNKNOWN'] as const).map((outcome) =>
      shown(stepAfter({ state, isStopped: false }, outcome)),
    )
    expect(told).toEqual([sent, paid, declined, returned, unknown])
  })

  test('about one that was stopped ends it, or requires back what went out', () => {
    const told = (['SENT', 'PAID', 'DECLINED', 'RETURNED', 'UNKNOWN'] as const).map((outcome) =>
      shown(stepAfter({ state: 'UNKNOWN', isStopped: true }, outcome)),
    )
    expect(told).toEqual([
      'REVERSAL_REQUIRED >',
      'REVERSAL_REQUIRED >',
      'CANCELLED',
      'REVERSED ><',
      'UNKNOWN',
    ])
  })

  const MOVES = { OUT: ' >', IN: ' <', OUT_AND_IN: ' ><', NONE: '' } as const
  function shown(step: ReturnType<typeof stepAfter>): string {
    return step ? `${step.state}${MOVES[step.move]}` : '-'
  }

  test('and actions are known for states that exist, and lead nowhere twice', () => {
    for (const action of PAYOUT_ACTIONS) {
      const { from, done } = ACTIONS[action]
      const all: readonly PayoutState[] = [...from, ...done]
      expect(all.filter((state) => !PAYOUT_STATES.includes(state))).toEqual([])
      expect(new Set(all).size).toBe(all.length)
    }
  })
})

describe('the way to pay', () => {
  const made = (id: string, details: MethodDetails, isPrimary = false): PaymentMethod => ({
    id: idOf(id),
    contact: idOf('c'),
    name: undefined,
    notes: undefined,
    isPrimary,
    details,
    createdAt: new Date(0),
  })
  const visa = (isPrimary = false) =>
    made('visa', { type: 'CARD', first6: '424242', last4: '4242', token: 'card_1' }, isPrimary)
  const mail = (isPrimary = false) => made('mail', { type: 'PAYPAL', email: 'm@example.com' }, isPrimary)
  const bank = (isPrimary = false) =>
    made('bank', { type: 'ACCOUNT', iban: 'CY17002001280000001200527600', holder: 'M' }, isPrimary)
  const all = new Map([
    ['STRIPE', 'ACTIVE'],
    ['PAYPAL', 'ACTIVE'],
    ['SEPA', 'ACTIVE'],
  ] as const)
  const live = {
    medium: undefined,
    wanted: undefined,
    methods: [],
    providers: all,
    mode: 'LIVE',
    currency: 'EUR',
  } as const

  test.each<[string, Partial<Choosing>, string]>([
    ['no method: the wallet', {}, 'WALLET'],
    ['one that is preferred, then the wallet', { methods: [mail(true), visa()] }, 'PAYPAL WALLET'],
    [
      'the card of the purchase first',
      { methods: [mail(true), visa()], medium: '42424242' },
      'STRIPE PAYPAL WALLET',
    ],
    [
      'the card by fewer digits than are known',
      { methods: [mail(true), visa()], medium: '424242' },
      'STRIPE PAYPAL WALLET',
    ],
    [
      'another card: the preferred method',
      { methods: [mail(true), visa()], medium: '555555' },
      'PAYPAL WALLET',
    ],
    ['too few digits say nothing', { methods: [mail(true), visa()], medium: '4242' }, 'PAYPAL WALLET'],
    [
      'the card once, though it is preferred too',
      { methods: [visa(true)], medium: '424242' },
      'STRIPE WALLET',
    ],
    ['one that was asked for, and no other', { methods: [mail(true), visa()], wanted: 'visa' }, 'STRIPE'],
    [
      'a provider that is switched off',
      { methods: [mail(true)], providers: new Map([['PAYPAL', 'INACTIVE']]) },
      'WALLET',
    ],
    ['a provider that is not configured', { methods: [mail(true)], providers: new Map() }, 'WALLET'],
    [
      'the same in TEST mode',
      { methods: [mail(true)], providers: new Map(), mode: 'TEST' },
      'PRETEND WALLET',
    ],
    [
      'the wallet switched off',
      { methods: [mail(true)], providers: new Map([...all, ['WALLET', 'INACTIVE']]) },
      'PAYPAL',
    ],
    ['a bank account in euro', { methods: [bank(true)] }, 'SEPA WALLET'],
    ['a bank account in dollars', { methods: [bank(true)], currency: 'USD' }, 'WALLET'],
  ])('with %s', (_, facts, ways) => {
    expect(
      waysToPay({ ...live, ...facts })
        .map(({ provider }) => provider)
        .join(' '),
    ).toBe(ways)
  })
})

describe('an IBAN', () => {
  test.each`
    iban                                    | problem
    ${'CY17 0020 0128 0000 0012 0052 7600'} | ${undefined}
    ${'de89370400440532013000'}             | ${undefined}
    ${'GR16 0110 1250 0000 0001 2300 695'}  | ${undefined}
    ${'MT84MALT011000012345MTLCAST001S'}    | ${undefined}
    ${'CY17002001280000001200527601'}       | ${'mistyped: its check digits do not match'}
    ${'CY1700200128000000120052760'}        | ${'27 characters long; CY has 28'}
    ${'US64SVBKUS6S3300958879'}             | ${'of the country US, which is not in the SEPA area'}
    ${'4242424242424242'}                   | ${'not of the form of an IBAN'}
  `('$iban: $problem', ({ iban, problem }) => {
    expect(ibanProblem(normaliseIban(iban))).toBe(problem)
  })

  test('with any single digit changed is found out', () => {
    const iban = 'CY17002001280000001200527600'
    for (let place = 2; place < iban.length; place++) {
      for (let digit = 0; digit < 10; digit++) {
        const changed = iban.slice(0, place) + digit + iban.slice(place + 1)
        if (changed !== iban) expect(ibanProblem(changed)).toBe('mistyped: its check digits do not match')
      }
    }
  })
})

describe('a card number', () => {
  test.each([
    '4242424242424242',
    '4242 4242 4242 4242',
    '4242-4242-4242-4242',
    'my card 378282246310005, thanks',
    '6011000990139424',
  ])('%s is recognised', (text) => expect(holdsCardNumber(text)).toBe(true))
  test.each(['4242424242424241', '424242', '+357 99 123456', 'card_1Qx7', '20261124'])('%s is none', (text) =>
    expect(holdsCardNumber(text)).toBe(false),
  )
  test('is refused wherever it stands, in words that do not repeat it', () => {
    const body = { card: { gateway_token: [{ token: 'tok 4242 4242 4242 4242' }] } }
    expect(() => refuseCardNumbers(body, '')).toThrow(
      'card.gateway_token.0.token is what may be a full card number',
    )
    expect(() => refuseCardNumbers(body, '')).not.toThrow('4242')
  })
})

describe('a name in Latin letters', () => {
  test.each`
    name                     | written
    ${'Μαρία Πέτρου'}        | ${'Maria Petroy'}
    ${'Γιώργος Θεοδώρου'}    | ${'Giorgos Theodoroy'}
    ${'Müller & Söhne GmbH'} | ${'Muller + Sohne GmbH'}
    ${'Ærøskøbing Straße'}   | ${'AEroskobing Strasse'}
    ${'Łukasz Žižek'}        | ${'Lukasz Zizek'}
    ${'Иван Щукин'}          | ${'Ivan Shtukin'}
    ${'/slash//both/'}       | ${'slash/both'}
    ${'smile 🙂 @ home'}     | ${'smile . . home'}
    ${'<script>'}            | ${'.script.'}
  `('$name is $written', ({ name, written }) => {
    expect(latin(name, 70)).toBe(written)
  })

  test('is as short as it has to be', () => {
    expect(latin('α'.repeat(100), 70)).toBe('a'.repeat(70))
    expect(latin('χ'.repeat(40), 70)).toHaveLength(70)
  })
})
