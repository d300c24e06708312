import { Forbidden, type Reading, type Route, route, type StreamReply, streamRoute } from '../http/index.ts'
import { Busy } from '../kit/error.ts'
import { exportLedger } from './export-ledger.ts'
import * as api from './ledger.api.ts'
import { listSeals } from './list-seals.ts'
import { verifyLedger } from './verify.ts'

export function ledgerRoutes(): readonly Route[] {
  return [
    route(api.verifyLedger, ({ db, actor }) => verifyLedger(db, actor.tenant)),
    route(api.listSeals, (work, { query }) => listSeals(work, query)),
    streamRoute(api.exportLedger, exporter()),
  ]
}

/** Each holds a connection for as long as it is read. */
const MOST_EXPORTS = 2

function exporter(): (reading: Reading) => StreamReply {
  let running = 0
  async function* counted(reading: Reading) {
    running += 1
    try {
      yield* exportLedger(reading)
    } finally {
      running -= 1
    }
  }
  return (reading) => {
    const { actor } = reading
    if (actor.within !== undefined) {
      throw Forbidden({
        parameters: ['ledger'],
        detail: 'An export is of the whole business; a key of one merchant or venue cannot read it.',
      })
    }
    if (running >= MOST_EXPORTS) {
      throw Busy({
        detail: `${running} exports are being read now; ${MOST_EXPORTS} may be.`,
        retryAfterSeconds: 30,
      })
    }
    return { file: `ledger-${actor.mode.toLowerCase()}.jsonl`, pieces: counted(reading) }
  }
}
