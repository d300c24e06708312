import type { Cure } from './cure.ts'
import { html } from './html.ts'

/** For whoever signs in. */
export const CURES_AT_THE_DOOR: Readonly<Record<string, Cure>> = {
  InvalidLogin: {
    means: html`The username or the password is wrong; which of the two is not told.`,
    cure: html`Let the person type both again. Do not repeat the request unchanged.`,
  },
  InvalidInvitation: {
    means: html`
      The invitation was used, is over after seven days, was replaced by a newer one, or never was; which of these is
      not told.`,
    cure: html`Ask whoever invited you for a new one (<code>POST users/{id}/invite</code>).`,
  },
  InvalidPasskey: {
    means: html`
      The key is nobody’s, its challenge is over after five minutes or was used, or the signature is wrong; which of these
      is not told.`,
    cure: html`
      Ask for new options and have the device sign their challenge. If none is taken, sign in by a code and add the
      passkey again; the page’s address must be one of <code>TILLBACK_PASSKEY_ORIGINS</code>.`,
  },
  InvalidReset: {
    means: html`
      The code for a new password was used, is over, was replaced by a newer one, or never was; which of these is not
      told.`,
    cure: html`Ask for a new one (<code>POST users/forgot_password</code>) and use what was mailed last.`,
  },
  SecondFactorNeeded: {
    means: html`Name and password are right, and this member of staff uses an authenticator app.`,
    cure: html`
      Ask for the six digits of the app and send the same request again with them as <code>code</code>; a recovery code
      does as well.`,
  },
  InvalidSecondFactor: {
    means: html`The code of the app, or the recovery code, is wrong, over or was used; which of these is not told.`,
    cure: html`
      Wait for the next code of the app and send that one. If none is taken, the clock of the phone may be wrong; whoever
      lost the app uses a recovery code, or has an owner or manager remove the second factor.`,
  },
  TooManySignIns: {
    means: html`
      Too many tries to sign in came with this name or from this address. The try was not looked at, so a right
      password is not told from a wrong one.`,
    cure: html`
      Wait as long as <code>Retry-After</code> says, then let the person type again. Whoever forgot the password is
      invited again by an owner or manager.`,
  },
}
