import { type Contact, type ContactsWiring, getContact, isProfileComplete } from '../contacts/index.ts'
import { type Catalogues, catalogueFor } from '../purchases/index.ts'
import type { Happening } from './happening.ts'
import { keyOf, ONCE } from './reward-event.ts'
import { rewardOccasions } from './reward-occasion.ts'

/** What registering and changing contacts brings, in the same transaction: their own rewards, and those of who sent them. */
export function membershipRewards(catalogues: Catalogues): Pick<ContactsWiring, 'afterEntered'> {
  return {
    afterEntered: async (work, { created, changed }) => {
      const happenings: Happening[] = []
      for (const id of created) happenings.push(...signedUp(await getContact(work, id)))
      for (const { before, after } of changed)
        if (!isProfileComplete(before)) happenings.push(...completed(after))
      // Who is registered and changed at once completes the profile once.
      const each = [...new Map(happenings.map((happening) => [keyOf(happening), happening])).values()]
      if (each.length > 0) await rewardOccasions(work, await catalogueFor(work, catalogues), each)
    },
  }
}

function signedUp(contact: Contact): Happening[] {
  const signUp: Happening = { occasion: 'SIGN_UP', contact: contact.id, reference: ONCE }
  return [signUp, ...completed(contact), ...referral(contact)]
}

/** Once ever: a profile that is emptied and completed again is the same event. */
function completed(contact: Contact): Happening[] {
  return isProfileComplete(contact) ? [{ occasion: 'PROFILE', contact: contact.id, reference: ONCE }] : []
}

function referral({ id, referredBy }: Contact): Happening[] {
  return referredBy ? [{ occasion: 'REFERRAL', contact: referredBy.id, reference: id }] : []
}
