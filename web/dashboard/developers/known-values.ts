/** Values that mean something in TEST mode alone; `docs/test-mode.md` says the same to integrators. */
export const CODES = [
  { code: '000001', error: 'TOKENEXPIREDEXCEPTION', because: 'EXPIRED' },
  { code: '000002', error: 'TOKENALREADYUSEDEXCEPTION', because: 'USED' },
  { code: '000003', error: 'TOOMANYATTEMPTSEXCEPTION', because: 'TILL_BLOCKED' },
  { code: '000004', error: 'TOOMANYATTEMPTSEXCEPTION', because: 'CODE_DEAD' },
] as const

export const PEOPLE = [
  { as: 'TAKEN', email: 'taken@test-mode.example', phone: '+35799000001', card: 'TEST-TAKEN' },
  { as: 'NOBODY', email: 'nobody@test-mode.example', phone: '+35799000002', card: 'TEST-NOBODY' },
  { as: 'FIXED_CODE', email: 'code@test-mode.example', phone: '+35799000003', card: undefined },
  { as: 'BLOCKED', email: 'blocked@test-mode.example', phone: '+35799000004', card: undefined },
] as const

/** What whoever behaves as FIXED_CODE is always sent. */
export const FIXED_CODE = '246810'

export const CENTS = [
  { cents: '.01', ends: 'PAID' },
  { cents: '.02', ends: 'PAID' },
  { cents: '.03', ends: 'RETURNED' },
  { cents: '.04', ends: 'PAID' },
  { cents: '.05', ends: 'PAID' },
  { cents: '.06', ends: 'PAID' },
  { cents: '.07', ends: 'DECLINED' },
] as const
