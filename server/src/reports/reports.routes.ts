import { type Route, route } from '../http/index.ts'
import * as mapApi from './accounting-map.api.ts'
import { exportAccounting } from './export-accounting.ts'
import { getAccountingMap, setAccountingMap } from './keep-accounting-map.ts'
import { getLiability } from './liability.api.ts'
import { listSettlements } from './list-settlements.ts'
import { getPerformance } from './performance.api.ts'
import { reportAwards } from './report-awards.ts'
import { reportLiability } from './report-liability.ts'
import { reportPerformance } from './report-performance.ts'
import { reportSales } from './report-sales.ts'
import { reportSettlements } from './report-settlements.ts'
import * as api from './reports.api.ts'
import { getSales } from './sales.api.ts'

export function reportsRoutes(): readonly Route[] {
  return [
    route(getLiability, (work, { query: { at, by = [], page, size, include_total, ...of } }) =>
      reportLiability(work, { at, by, of, page, size, include_total }),
    ),
    route(api.getSettlements, (work, { query }) => reportSettlements(work, query)),
    route(api.listSettlements, (work, { query }) => listSettlements(work, query)),
    route(api.getAwards, (work, { query }) => reportAwards(work, query)),
    route(getPerformance, (work, { params, query }) => reportPerformance(work, params.id, query)),
    route(getSales, (work, { query }) => reportSales(work, query)),
    route(api.exportAccounting, (work, { query }) => exportAccounting(work, query)),
    route(mapApi.getAccountingMap, (work) => getAccountingMap(work)),
    route(mapApi.setAccountingMap, (work, { body }) => setAccountingMap(work, body)),
  ]
}
