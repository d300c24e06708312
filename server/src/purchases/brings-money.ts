import type { ContactId } from '../kit/id.ts'

/** The pass of a purchase carries money, which has to be in the wallet of the contact before the purchase can be judged. */
export class BringsMoney extends Error {
  override readonly name = 'BringsMoney'
  readonly contact: ContactId

  constructor(contact: ContactId) {
    super('the pass of the purchase carries money')
    this.contact = contact
  }
}
