import type { RefusalKind } from '../../kit/error.ts'
import type { Cure } from './cure.ts'
import { CURES_AT_THE_DOOR } from './cures-at-the-door.ts'
import { html } from './html.ts'

const BY_NAME: Readonly<Record<string, Cure>> = {
  ...CURES_AT_THE_DOOR,
  NotFound: {
    means: html`
      A record that the path, the query or the body names does not exist, or belongs to another business
      or mode. <code>parameters</code> are the kind of record and the identifier that was sent.`,
    cure: html`
      Check the identifier, and whether the key is of the mode in which the record was made. Do not
      repeat the request unchanged.`,
  },
  AmbiguousIdentifier: {
    means: html`The identifier fits several records, such as one phone number of two contacts.`,
    cure: html`
      Name the record by its <code>id</code> or <code>code</code>, or ask the contact for another
      identifier.`,
  },
  InvalidValue: {
    means: html`
      At least one value has the wrong type or form, is out of range, or stands under a name that is not
      known. <code>field_errors</code> lists all of them.`,
    cure: html`
      Correct every field in <code>field_errors</code>; each message says what was seen and what is
      needed.`,
  },
  RequiredField: {
    means: html`Fields that are needed are missing; <code>field_errors</code> lists all of them.`,
    cure: html`
      Send the fields. In a form, check that nested names have their brackets:
      <code>transaction_amounts[total]</code>.`,
  },
  InvalidState: {
    means: html`
      The record is in a state from which this step does not lead, such as a return from a cancelled
      purchase.`,
    cure: html`Read the record and go on from its <code>state</code>.`,
  },
  AlreadyExists: {
    means: html`
      A value that must be unique is taken: a code, an SKU, or a <code>reference_number</code> that came
      before with other content.`,
    cure: html`
      If it is the same sale, read the first one; its content stands. If it is another, give it a number
      of its own.`,
  },
  IdentifierTaken: {
    means: html`
      A phone, e-mail address, card or loyalty identifier of the contact is already that of another
      contact.`,
    cure: html`
      Find the other contact by it: most often it is the same person. Otherwise leave the identifier
      out.`,
  },
  Unauthorized: {
    means: html`No key was sent, or it is unknown, expired or revoked.`,
    cure: html`
      Send the key as <code>api_key</code>, <code>X-API-Key</code> or <code>Authorization:
      Bearer</code>. If you do send it, a proxy may be dropping <code>api_key</code>, whose name has an
      underscore.`,
  },
  Forbidden: {
    means: html`The key is good but lacks the scope that <code>parameters</code> names.`,
    cure: html`Use a key with that scope, or have an administrator make one.`,
  },
  WrongCode: {
    means: html`
      The code that the contact was sent is wrong, was used, is over, or was replaced by a newer one; which of
      these is not told.`,
    cure: html`Ask the contact to read it again, or send them a new one.`,
  },
  PrinterAway: {
    means: html`The printer of the adaptor could not be reached, or did not take what it was sent.`,
    cure: html`
      See that it is switched on, has paper and listens at the adaptor’s address, then print again. What was printed before
      it stopped is not known.`,
  },
  PromotionOutdated: {
    means: html`
      TEST or LIVE mode has changed since this difference was made, or the digest is of another: what was reviewed is not
      what would be applied. Nothing was.`,
    cure: html`Make a new promotion, review its difference, and apply that by its own digest.`,
  },
  PlainHttp: {
    means: html`The request came over plain HTTP, and this installation takes HTTPS only.`,
    cure: html`
      Ask at <code>https://</code>. Whoever runs the installation names the proxy that ends TLS in
      <code>TILLBACK_TRUSTED_PROXIES</code>; the proxy says <code>X-Forwarded-Proto: https</code>.`,
  },
  NoSuchRoute: {
    means: html`
      The address, or the method at this address, does not exist. Records that do not exist are a 400
      instead.`,
    cure: html`Compare method and path with the reference. Paths have no slash at the end.`,
  },
  RequestInProgress: {
    means: html`The first request with this idempotency key has not been answered yet.`,
    cure: html`
      Wait a moment and send the same request with the same key again; you get the answer of the first.`,
  },
  IdempotencyKeyReused: {
    means: html`The idempotency key came before with another path or body.`,
    cure: html`
      Make a new key for every new request; keep one only for repeating exactly the same request.`,
  },
  WalletBalanceNotEnough: {
    means: html`More was asked to be spent than the wallet holds.`,
    cure: html`
      Ask for at most the total balance, or leave the amount to Tillback and read what was spent from
      the answer.`,
  },
  WalletBalanceTooSmall: {
    means: html`
      A payout asks for more open money than the wallet holds, less what its contact owes.
      <code>parameters</code> are what was asked for and what there is.`,
    cure: html`Read the wallet and ask for at most its open balance.`,
  },
  WalletHoldsTooLittle: {
    means: html`
      A correction or a transfer takes more out of a wallet than it holds of that money.
      <code>parameters</code> are what was asked for and what there is.`,
    cure: html`
      Read the wallet and ask for at most that. Expired and pending money cannot be taken; what the contact
      owes cannot be given away.`,
  },
  WalletLimitExceeded: {
    means: html`
      A limit of the wallet, or of the business for all wallets, is used up. <code>parameters</code> are
      the limit's name and the amount that is left of it.`,
    cure: html`
      Ask for at most what is left, wait for the next day, week or month, or change the limits with
      <code>PUT wallets/{id}/limits</code>.`,
  },
  GrantTooLarge: {
    means: html`
      A GRANT, with those to the same wallet within 24 hours, comes to more than one may give away alone.
      <code>parameters</code> are what it comes to and the most.`,
    cure: html`
      Ask for a correction of the wallet, which another key or person approves, or have
      <code>adjustment_approval_above</code> of the business raised.`,
  },
  SecondApprovalNeeded: {
    means: html`
      Who asked for the correction tried to decide on it. <code>parameters</code> are the correction and
      who that was.`,
    cure: html`
      Let another person, or another key with the scope <code>adjustments:approve</code>, decide.`,
  },
  SpendNotFullyCovered: {
    means: html`
      <code>restrict_fully_covered</code> was set and the amount cannot be spent in full: part of the
      money is bound to other products, places or times.`,
    cure: html`
      Ask for less, or without <code>restrict_fully_covered</code>: then what is possible is spent and
      told.`,
  },
  SpendNotCovered: {
    means: html`
      A one-time code was asked for an amount that the wallet does not hold. <code>parameters</code>
      are what was asked for and what there is.`,
    cure: html`
      Make the code for at most the wallet's balance, or without an amount: then it pays as much as
      possible.`,
  },
  PassAlreadyRedeemed: {
    means: html`The pass has been used as often as it may be, in all or by this contact.`,
    cure: html`Tell the shopper, and send the purchase without the pass.`,
  },
  PassExpired: {
    means: html`The pass is no longer valid at the time of the purchase.`,
    cure: html`Send the purchase without the pass. A new pass has to be made in the back office.`,
  },
  PassNotActive: {
    means: html`
      The pass or its plan is out of use (also after five wrong pins), was voided, or the purchase is dated
      before the pass was made.`,
    cure: html`
      Send the purchase without the pass, or set the pass or its plan to <code>ACTIVE</code> in the back
      office.`,
  },
  CannotRedeemPass: {
    means: html`
      The pass is for another contact, or its pin is missing or wrong; <code>detail</code> says which.`,
    cure: html`
      Name the contact for whom the pass was made, or ask for the pin again and send it as
      <code>pass.pin</code>.`,
  },
  TillSignatureWrong: {
    means: html`
      The entry of the queue was changed after the till signed it, was written for another till, or was
      signed with another key. It is recorded as an incident of the till.`,
    cure: html`
      Do not send it again. Look at what changed the queue of the till, enter the sale by hand if it was
      real, and let the till register a new key.`,
  },
  TillQueueCut: {
    means: html`
      Entries before this one never came: <code>parameters</code> are the number that was sent, the number
      that is needed and the hash that it names. It is recorded as an incident of the till.`,
    cure: html`
      Send the entries that are missing first. If they are gone, let the till register a new key and send
      what it still has.`,
  },
  TillQueueForked: {
    means: html`
      Another entry was taken at this place of the queue: the till was copied, or set back to an earlier
      state. It is recorded as an incident of the till.`,
    cure: html`
      Find the copy. Each till registers a key of its own; what this one still has is sent under the new
      one.`,
  },
  TokenExpired: {
    means: html`
      The one-time code, or the wallet code of a minute, was good until the time in
      <code>parameters</code>, or the contact has made a newer one.`,
    cure: html`Ask the contact for the code that the app shows now, and send the purchase again.`,
  },
  TokenAlreadyUsed: {
    means: html`The one-time code has paid another purchase; each is good for one.`,
    cure: html`Ask the contact to make a new code.`,
  },
  TooManyAttempts: {
    means: html`
      Too many wrong one-time codes came from this till or for this code, or a contact was sent as many codes as they
      may be in a while.`,
    cure: html`
      Wait as long as <code>Retry-After</code> says; without it, get a new code. Other means of identification
      work meanwhile.`,
  },
  TooManyClaims: {
    means: html`
      The contact, or the address that asked for it, sent too many wrong receipts, or claimed as many as
      the merchant takes within a day.`,
    cure: html`Wait as long as <code>Retry-After</code> says, and ask the contact to scan the receipt again.`,
  },
  TooManyRequests: {
    means: html`
      The key, or for calls without a good key the address, sent more than its quota of a kind of request
      (reads and writes are counted apart). <code>parameters</code> are the kind, the quota and its seconds.`,
    cure: html`
      Wait as long as <code>Retry-After</code> says and send the same request again. Every answer says in
      <code>RateLimit</code> what is left (<code>r</code>) and when all of it is back (<code>t</code>, seconds).`,
  },
  Unexpected: {
    means: html`A fault of ours; nothing was changed.`,
    cure: html`
      Send the same request again with the same idempotency key. If it stays, report the
      <code>Request-Id</code>.`,
  },
  Busy: {
    means: html`
      The server is stopping, or has more waiting than it can answer in time. Nothing was changed.`,
    cure: html`Wait as long as <code>Retry-After</code> says and send the same request again.`,
  },
}

export function hasCure({ name }: RefusalKind): boolean {
  return BY_NAME[name] !== undefined
}

export function cureOf({ name, message, status, retryable }: RefusalKind): Cure {
  const told = BY_NAME[name]
  if (told) return told
  const isPassing = retryable || status >= 500
  return {
    means: html`${message}`,
    cure: isPassing
      ? html`Wait, then send the same request again.`
      : html`Read <code>detail</code>, which says what was seen and what is needed, and correct the request.`,
  }
}
