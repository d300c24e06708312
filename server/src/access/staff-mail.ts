import type { Work } from '../db/index.ts'
import { newId } from '../kit/id.ts'
import { seal } from '../kit/sealed.ts'
import { RESET_MINUTES } from './reset.ts'
import { insertStaffMail } from './staff-mails.store.ts'
import type { User } from './user.ts'

export const STAFF_MAIL_KINDS = ['INVITATION', 'RESET'] as const
export type StaffMailKind = (typeof STAFF_MAIL_KINDS)[number]

/** Bound into the sealed secret, so that it opens for nobody else. */
export function staffMailOwner({ tenant, id }: Pick<User, 'tenant' | 'id'>): string {
  return `mail to staff ${tenant} ${id}`
}

/** Whether the name of the user is an address that mail goes to. */
export function isMailed({ username }: Pick<User, 'username'>): boolean {
  return /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(username)
}

interface ToMail {
  readonly user: User
  readonly kind: StaffMailKind
  readonly token: string
}

/** Puts the mail on its way in the work that makes the secret: both are there or neither. */
export async function mailLater(work: Work, { user, kind, token }: ToMail, key: Uint8Array): Promise<void> {
  if (!isMailed(user)) return
  const secret = seal(key, staffMailOwner(user), { token })
  await insertStaffMail(work, { id: newId<string>(), user: user.id, kind, secret })
}

interface Told {
  readonly business: string
  readonly name: string | undefined
  readonly token: string
}

/** What it says. A reader who did not ask for it learns what to do: nothing. */
export function staffMailText(
  kind: StaffMailKind,
  { business, name, token }: Told,
): { readonly subject: string; readonly content: string } {
  const greeting = name === undefined ? 'Hello,' : `Hello ${name},`
  if (kind === 'INVITATION') {
    return {
      subject: `You are invited to ${business}`,
      content: `${greeting}\n\nyou are invited to work with ${business} on Tillback. Choose your password within seven days with this invitation, which works once:\n\n${token}\n\nIf you do not expect it, do nothing.`,
    }
  }
  return {
    subject: `A new password for ${business}`,
    content: `${greeting}\n\nsomebody, probably you, asked for a new password at ${business}. Choose it within ${RESET_MINUTES} minutes with this code, which works once:\n\n${token}\n\nWhoever is signed in as you is signed out then. If you did not ask, do nothing: your password stays.`,
  }
}
