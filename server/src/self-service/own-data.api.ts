import { privacyApi } from '../privacy/index.ts'
import { goalsApi, purchasesApi, spendingApi } from '../purchases/index.ts'
import { preferencesApi } from '../tokens/index.ts'
import { asOwn } from './as-own.ts'

// Beyond the contract: what the back office knows of a contact is the contact's to see.

export const explainOwnPurchase = asOwn(purchasesApi.explainPurchase, {
  name: 'explainOwnPurchase',
  path: 'purchases/{id}/explain',
  summary: 'Why a purchase of one’s own was awarded and spent what it was',
})

export const getOwnSpendPreferences = asOwn(preferencesApi.getPreferences, {
  name: 'getOwnSpendPreferences',
  path: 'contacts/{id}/spend_preferences',
  summary: 'Read when one’s wallet pays without being asked',
})

export const setOwnSpendPreferences = asOwn(preferencesApi.setPreferences, {
  name: 'setOwnSpendPreferences',
  path: 'contacts/{id}/spend_preferences',
  summary: 'Set when one’s wallet pays without being asked',
})

export const rehearseOwnSpending = asOwn(spendingApi.rehearseSpending, {
  name: 'rehearseOwnSpending',
  path: 'contacts/{id}/spend_preferences/rehearsal',
  summary: 'What one’s wallet would have paid without being asked in the last 30 days',
})

export const listOwnGoals = asOwn(goalsApi.listContactGoals, {
  name: 'listOwnGoals',
  path: 'contacts/{id}/goals',
  summary: 'How far one is with the offers that several purchases reach together',
})

export const exportOwnData = asOwn(privacyApi.exportContact, {
  name: 'exportOwnData',
  path: 'contacts/{id}/export',
  summary: 'Everything that is kept of oneself',
})
