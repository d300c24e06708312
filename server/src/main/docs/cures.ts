import type { RefusalKind } from '../../kit/error.ts'

/** What a kind of refusal means and what the integrator does about it. */
export interface Cure {
  readonly means: string
  readonly cure: string
}

const BY_NAME: Readonly<Record<string, Cure>> = {
  NotFound: {
    means:
      'A record that the path, the query or the body names does not exist, or belongs to another business or mode. `parameters` are the kind of record and the identifier that was sent.',
    cure: 'Check the identifier, and whether the key is of the mode in which the record was made. Do not repeat the request unchanged.',
  },
  AmbiguousIdentifier: {
    means: 'The identifier fits several records, such as one phone number of two contacts.',
    cure: 'Name the record by its `id` or `code`, or ask the contact for another identifier.',
  },
  InvalidValue: {
    means:
      'At least one value has the wrong type or form, is out of range, or stands under a name that is not known. `field_errors` lists all of them.',
    cure: 'Correct every field in `field_errors`; each message says what was seen and what is needed.',
  },
  RequiredField: {
    means: 'Fields that are needed are missing; `field_errors` lists all of them.',
    cure: 'Send the fields. In a form, check that nested names have their brackets: `transaction_amounts[total]`.',
  },
  InvalidState: {
    means:
      'The record is in a state from which this step does not lead, such as a return from a cancelled purchase.',
    cure: 'Read the record and go on from its `state`.',
  },
  AlreadyExists: {
    means:
      'A value that must be unique is taken: a code, an SKU, or a `reference_number` that came before with other content.',
    cure: 'If it is the same sale, read the first one; its content stands. If it is another, give it a number of its own.',
  },
  IdentifierTaken: {
    means:
      'A phone, e-mail address, card or loyalty identifier of the contact is already that of another contact.',
    cure: 'Find the other contact by it: most often it is the same person. Otherwise leave the identifier out.',
  },
  Unauthorized: {
    means: 'No key was sent, or it is unknown, expired or revoked.',
    cure: 'Send the key as `api_key`, `X-API-Key` or `Authorization: Bearer`. If you do send it, a proxy may be dropping `api_key`, whose name has an underscore.',
  },
  Forbidden: {
    means: 'The key is good but lacks the scope that `parameters` names.',
    cure: 'Use a key with that scope, or have an administrator make one.',
  },
  InvalidLogin: {
    means: 'The username or the password is wrong; which of the two is not told.',
    cure: 'Let the person type both again. Do not repeat the request unchanged.',
  },
  NoSuchRoute: {
    means:
      'The address, or the method at this address, does not exist. Records that do not exist are a 400 instead.',
    cure: 'Compare method and path with the reference. Paths have no slash at the end.',
  },
  RequestInProgress: {
    means: 'The first request with this idempotency key has not been answered yet.',
    cure: 'Wait a moment and send the same request with the same key again; you get the answer of the first.',
  },
  IdempotencyKeyReused: {
    means: 'The idempotency key came before with another path or body.',
    cure: 'Make a new key for every new request; keep one only for repeating exactly the same request.',
  },
  WalletBalanceNotEnough: {
    means: 'More was asked to be spent than the wallet holds.',
    cure: 'Ask for at most the total balance, or leave the amount to Tillback and read what was spent from the answer.',
  },
  SpendNotFullyCovered: {
    means:
      '`restrict_fully_covered` was set and the amount cannot be spent in full: part of the money is bound to other products, places or times.',
    cure: 'Ask for less, or without `restrict_fully_covered`: then what is possible is spent and told.',
  },
  Unexpected: {
    means: 'A fault of ours; nothing was changed.',
    cure: 'Send the same request again with the same idempotency key. If it stays, report the `Request-Id`.',
  },
  Busy: {
    means: 'The server is stopping, or has more waiting than it can answer in time. Nothing was changed.',
    cure: 'Wait as long as `Retry-After` says and send the same request again.',
  },
}

export function hasCure({ name }: RefusalKind): boolean {
  return BY_NAME[name] !== undefined
}

export function cureOf({ name, message, status, retryable }: RefusalKind): Cure {
  const told = BY_NAME[name]
  if (told) return told
  if (retryable || status >= 500) return { means: message, cure: 'Wait, then send the same request again.' }
  return {
    means: message,
    cure: 'Read `detail`, which says what was seen and what is needed, and correct the request.',
  }
}
