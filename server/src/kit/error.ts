/** One value of a request that cannot be accepted: where it stands, what is wrong, what was seen and what is needed. */
export interface FieldError {
  readonly path: string
  readonly code: string
  readonly message: string
}

export interface RefusalKind {
  /** The name that the reference pages and our own code use. */
  readonly name: string
  readonly status: number
  /** The code that clients compare, such as CRM.EXCEPTIONS.NOTFOUNDEXCEPTION. */
  readonly error: string
  /** The sentence for people. */
  readonly message: string
  readonly retryable: boolean
}

export interface RefusalFacts {
  /** Values for a better message, in the order that the error's page states. */
  readonly parameters?: readonly string[]
  /** What exactly happened and what to do about it. */
  readonly detail?: string
  readonly fields?: readonly FieldError[]
  readonly retryAfterSeconds?: number
}

/** A declared refusal: the caller's mistake or a rule that says no. Thrown, never returned. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: RefusalKind
  readonly facts: RefusalFacts

  constructor(kind: RefusalKind, facts: RefusalFacts) {
    super(facts.detail ?? kind.message)
    this.kind = kind
    this.facts = facts
  }
}

/** Makes refusals of one kind, and is the kind itself for declarations of endpoints. */
export interface RefusalMaker {
  (facts?: RefusalFacts): Refusal
  readonly kind: RefusalKind
}

/** Declares a kind of refusal. Status 400 unless said otherwise, as the guide answers. */
export function refusal(kind: {
  readonly name: string
  readonly error: string
  readonly message: string
  readonly status?: number
  readonly retryable?: boolean
}): RefusalMaker {
  const full: RefusalKind = { status: 400, retryable: false, ...kind }
  return Object.assign((facts: RefusalFacts = {}) => new Refusal(full, facts), { kind: full })
}

export const NotFound = refusal({
  name: 'NotFound',
  error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
  message: 'Record not found.',
})

/** The guide's own example: parameters are the entity's name and the identifier that was sent. */
export function notFound(entity: string, identifier: string): Refusal {
  return NotFound({ parameters: [entity, identifier], detail: `No ${entity} is known by "${identifier}".` })
}

export const AmbiguousIdentifier = refusal({
  name: 'AmbiguousIdentifier',
  error: 'CRM.EXCEPTIONS.MORETHANONEENTITYEXISTSEXCEPTION',
  message: 'More than one record has this identifier.',
})

export const InvalidValue = refusal({
  name: 'InvalidValue',
  error: 'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION',
  message: 'A value is not acceptable.',
})

export const RequiredField = refusal({
  name: 'RequiredField',
  error: 'CRM.EXCEPTIONS.REQUIREDFIELDEXCEPTION',
  message: 'A required field is missing.',
})

export const InvalidState = refusal({
  name: 'InvalidState',
  error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION',
  message: 'The record is in a state that does not allow this.',
})

export const AlreadyExists = refusal({
  name: 'AlreadyExists',
  error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION',
  message: 'This already exists.',
})

/** Refuses a value that must be unique and belongs to another record. */
export function alreadyExists(path: string, value: string): Refusal {
  const message = `${path} "${value}" is in use`
  return AlreadyExists({
    parameters: [path, value],
    detail: `${message}; choose another.`,
    fields: [{ path, code: 'taken', message }],
  })
}

export const Busy = refusal({
  name: 'Busy',
  error: 'CRM.EXCEPTIONS.SERVICEUNAVAILABLEEXCEPTION',
  message: 'The service is busy; try again.',
  status: 503,
  retryable: true,
})

/** Refuses one field: its path, what was seen there and what would be accepted. */
export function invalidField(path: string, seen: string, needed: string): Refusal {
  const message = `${path} is ${seen}; ${needed}`
  return InvalidValue({
    parameters: [path, seen],
    detail: message,
    fields: [{ path, code: 'invalid', message }],
  })
}

export function missingField(path: string, needed: string): Refusal {
  const message = `${path} is missing; ${needed}`
  return RequiredField({ parameters: [path], detail: message, fields: [{ path, code: 'required', message }] })
}
