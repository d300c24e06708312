import { type Contact, type ContactsWiring, getContact, isProfileComplete } from '../contacts/index.ts'
import { type Catalogues, catalogueFor } from '../purchases/index.ts'
import type { Happening } from './happening.ts'
import { ONCE } from './reward-event.ts'
import { rewardOccasions } from './reward-occasion.ts'

/** What registering and changing a contact brings, in the same transaction: the contact's own reward, and the referrer's. */
export function membershipRewards(
  catalogues: Catalogues,
): Pick<ContactsWiring, 'afterCreated' | 'afterUpdated'> {
  return {
    afterCreated: async (work, id) => {
      const contact = await getContact(work, id)
      const signUp: Happening = { occasion: 'SIGN_UP', contact: contact.id, reference: ONCE }
      const happenings = [signUp, ...completed(contact), ...referral(contact)]
      await rewardOccasions(work, await catalogueFor(work, catalogues), happenings)
    },
    afterUpdated: async (work, { before, after }) => {
      const happenings = isProfileComplete(before) ? [] : completed(after)
      if (happenings.length === 0) return
      await rewardOccasions(work, await catalogueFor(work, catalogues), happenings)
    },
  }
}

/** Once ever: a profile that is emptied and completed again is the same event. */
function completed(contact: Contact): Happening[] {
  return isProfileComplete(contact) ? [{ occasion: 'PROFILE', contact: contact.id, reference: ONCE }] : []
}

function referral({ id, referredBy }: Contact): Happening[] {
  return referredBy ? [{ occasion: 'REFERRAL', contact: referredBy.id, reference: id }] : []
}
