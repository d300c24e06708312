import { describe, expect, test } from 'vitest'
import { type ContactId, derivedId, type PassId, type PassPlanId } from '../kit/id.ts'
import { hashPin } from './pass-code.ts'
import { passPlan } from './pass-plan.ts'
import { passProblem, passUsedUp, type RedeemablePass } from './pass-problem.ts'

const ann = derivedId<ContactId>('contact', 'Ann')
const ben = derivedId<ContactId>('contact', 'Ben')
const at = (text: string) => new Date(`${text}Z`)
const NOON = at('2026-11-23T12:00:00')

const plan = passPlan({
  id: derivedId<PassPlanId>('plan'),
  code: 'SPRING',
  name: 'Spring',
  classification: 'PROMOTION',
  state: 'ACTIVE',
  terms: {
    pass_code_type: 'SINGLE',
    maximum_usage: 1,
    maximum_usage_per_contact: null,
    validity: { type: 'ALWAYS' },
    code_format: { type: 'NUMERIC', length: 7 },
  },
})

const pass: RedeemablePass = {
  id: derivedId<PassId>('pass'),
  code: 'HELLO',
  plan: plan.id,
  contact: undefined,
  pinHash: undefined,
  state: 'ACTIVE',
  validFrom: at('2026-11-01T00:00:00'),
  validTo: at('2026-12-01T00:00:00'),
}
const withPin = { pinHash: hashPin('4711') }
const off = { state: 'INACTIVE' } as const

describe('a pass', () => {
  test.each`
    that                                    | has                         | sent                                     | problem
    ${'is anybody’s'}                       | ${{}}                       | ${{}}                                    | ${undefined}
    ${'is anybody’s, with no contact'}      | ${{}}                       | ${{ contact: undefined }}                | ${undefined}
    ${'is the contact’s own'}               | ${{ contact: ann }}         | ${{}}                                    | ${undefined}
    ${'is another’s'}                       | ${{ contact: ben }}         | ${{}}                                    | ${'CannotRedeemPass'}
    ${'is one contact’s, who is not named'} | ${{ contact: ann }}         | ${{ contact: undefined }}                | ${'CannotRedeemPass'}
    ${'comes with its pin'}                 | ${withPin}                  | ${{ pin: '4711' }}                       | ${undefined}
    ${'comes with another pin'}             | ${withPin}                  | ${{ pin: '4712' }}                       | ${'CannotRedeemPass'}
    ${'comes without its pin'}              | ${withPin}                  | ${{}}                                    | ${'CannotRedeemPass'}
    ${'needs no pin'}                       | ${{}}                       | ${{ pin: '4711' }}                       | ${undefined}
    ${'is inactive'}                        | ${off}                      | ${{}}                                    | ${'PassNotActive'}
    ${'is not valid yet'}                   | ${{}}                       | ${{ at: at('2026-10-31T23:59:59.999') }} | ${'PassNotActive'}
    ${'begins to be valid'}                 | ${{}}                       | ${{ at: pass.validFrom }}                | ${undefined}
    ${'is in its last millisecond'}         | ${{}}                       | ${{ at: at('2026-11-30T23:59:59.999') }} | ${undefined}
    ${'is over'}                            | ${{}}                       | ${{ at: pass.validTo }}                  | ${'PassExpired'}
    ${'is never over'}                      | ${{ validTo: undefined }}   | ${{ at: at('2099-01-01T00:00:00') }}     | ${undefined}
    ${'is inactive, and another’s'}         | ${{ ...off, contact: ben }} | ${{}}                                    | ${'CannotRedeemPass'}
    ${'is inactive, with another pin'}      | ${{ ...off, ...withPin }}   | ${{ pin: '1' }}                          | ${'PassNotActive'}
    ${'is inactive, and over'}              | ${off}                      | ${{ at: pass.validTo }}                  | ${'PassNotActive'}
  `('that $that: $problem', ({ has, sent, problem }) => {
    const found = passProblem({ ...pass, ...has }, plan, { at: NOON, contact: ann, pin: undefined, ...sent })
    expect(found?.kind.name).toBe(problem)
    if (found) expect(found.facts.parameters).toEqual(['pass', 'HELLO'])
  })

  test('of a plan that is inactive cannot be used', () => {
    const found = passProblem(
      pass,
      { ...plan, state: 'INACTIVE' },
      { at: NOON, contact: ann, pin: undefined },
    )
    expect(found?.kind.name).toBe('PassNotActive')
  })
})

test('every refusal has the code that clients of the guide compare', () => {
  const errorOf = (has: Partial<RedeemablePass>) =>
    passProblem({ ...pass, ...has }, plan, { at: NOON, contact: ann, pin: undefined })?.kind.error
  expect([
    errorOf({ contact: ben }),
    errorOf({ state: 'INACTIVE' }),
    errorOf({ validTo: NOON }),
    passUsedUp(pass).kind.error,
  ]).toEqual([
    'CRM.EXCEPTIONS.CANNOTREDEEMPASSEXCEPTION',
    'CRM.EXCEPTIONS.ONLYACTIVEPASSESCANBEREDEEMEDEXCEPTION',
    'CRM.EXCEPTIONS.PASSEXPIREDEXCEPTION',
    'CRM.EXCEPTIONS.THISPASSHASALREADYBEENREDEEMEDEXCEPTION',
  ])
})
