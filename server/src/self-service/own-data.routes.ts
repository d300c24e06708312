import { type Route, route } from '../http/index.ts'
import { privacyApi } from '../privacy/index.ts'
import { goalsApi, purchasesApi, spendingApi } from '../purchases/index.ts'
import { preferencesApi } from '../tokens/index.ts'
import { contactRoute } from './as-own.ts'
import type { BackOffice } from './ask-back-office.ts'
import { inOwnLanguage } from './own.ts'
import * as api from './own-data.api.ts'
import { ownPurchase } from './purchases.routes.ts'

export function ownDataRoutes(office: BackOffice): readonly Route[] {
  return [
    route(api.explainOwnPurchase, async (work, { params }) => {
      const { id } = await ownPurchase(office, work, params.id)
      return office.ask(await inOwnLanguage(work), purchasesApi.explainPurchase, { params: { id } })
    }),
    contactRoute(office, api.getOwnSpendPreferences, preferencesApi.getPreferences),
    contactRoute(office, api.setOwnSpendPreferences, preferencesApi.setPreferences),
    contactRoute(office, api.rehearseOwnSpending, spendingApi.rehearseSpending),
    contactRoute(office, api.listOwnGoals, goalsApi.listContactGoals),
    contactRoute(office, api.exportOwnData, privacyApi.exportContact),
  ]
}
