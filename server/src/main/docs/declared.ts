import { openDatabase } from '../../db/index.ts'
import type { Endpoint } from '../../http/index.ts'
import { routes } from '../routes.ts'

/** Every endpoint as it is declared, for who writes files or pages of them: nothing runs behind these. */
export function declaredEndpoints(): readonly Endpoint[] {
  // Connects at the first query, which never comes.
  const database = openDatabase('postgres://nowhere')
  const wiring = {
    database,
    secondFactorKey: new Uint8Array(),
    staffMailKey: new Uint8Array(),
    afterwards: unused,
    wakeStaffMails: unused,
    relyingParty: { domain: '', origins: [] },
    sessionKeys: { access: new Uint8Array(), refresh: new Uint8Array() },
    forgetCallers: unused,
    catalogues: { of: unused, held: unused, refresh: unused, close: unused },
    processes: { wake: unused },
    desk: { submit: unused, unanswered: 0, close: unused },
    sign: unused,
    codes: { sign: unused, isOf: unused },
    hashCode: unused,
    walletCodes: { codeOf: unused, hash: unused },
    payoutKey: new Uint8Array(),
    spendsComeBack: unused,
    webhookKey: new Uint8Array(),
    notificationKey: new Uint8Array(),
    pushKey: '',
    hashOfCheck: unused,
    messageSources: {
      database,
      clock: unused,
      notificationKey: new Uint8Array(),
      allowed: { networks: [] },
      push: { keys: { publicKey: '', privateKey: '' }, contact: undefined },
    },
    machine: unused,
    moving: {
      database,
      clocks: { clock: unused, refresh: unused, spreadMs: 0, close: unused },
      doDue: unused,
      moveMoney: unused,
    },
    messagesAllowed: { networks: [] },
    adaptorKey: new Uint8Array(),
    adaptorsAllowed: { networks: [] },
    feedKey: new Uint8Array(),
    feedsAllowed: { networks: [] },
    webhooksAllowed: { networks: [] },
    snapshotOf: unused,
    liveEvents: { follow: unused, wake: unused },
  }
  return routes(wiring).map(({ endpoint }) => endpoint)
}

function unused(): never {
  throw new Error('these routes are there to be read, not to be called')
}
