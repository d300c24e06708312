/** Offers and baskets in a shopkeeper's words, so that tests of rules read as examples. */
export { basket, EXTRAS, line, lines, type Shopping, skus, TIERS } from './baskets.ts'
export { amounts, type Checkout, checkout, earns, type Facts, judged, why } from './judged.ts'
export { cents, contact, minorOf, organisation, quantityOf, stored, timing, wallClock } from './names.ts'
export { offer, targets, terms } from './offers-in-words.ts'
export { shopped, type Visit } from './shopping-days.ts'
