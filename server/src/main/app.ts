import { authenticator, nameOfCaller } from '../access/index.ts'
import { openGiftRounds } from '../achievements/index.ts'
import { openWitness } from '../audit/index.ts'
import { openClaimRounds, reopenClaim, settleClaims } from '../claims/index.ts'
import { openRounds } from '../db/index.ts'
import { expireLots, openExpiryRounds } from '../expiry/index.ts'
import { openBulkReader, serve } from '../http/index.ts'
import { checkHasher } from '../identity-checks/index.ts'
import type { Actor } from '../kit/actor.ts'
import { Busy } from '../kit/error.ts'
import { openSealRounds } from '../ledger/index.ts'
import {
  type MessageSources,
  makeCommunications,
  openNotificationRounds,
  pushKeys,
  sendMessages,
} from '../notifications/index.ts'
import { expirePasses } from '../passes/index.ts'
import { ON_THIS_MACHINE } from '../passkeys/index.ts'
import {
  mountPayoutMessages,
  openAdapters,
  openPayoutRounds,
  PROVIDER_URLS,
  sendPayouts,
} from '../payouts/index.ts'
import { type FeedSources, openFeedRounds, pullFeeds } from '../product-feeds/index.ts'
import { forgetAbandoned } from '../product-sync/index.ts'
import { openProvisioningRounds, type ProvisioningSources, provisionOrders } from '../provisioning/index.ts'
import { codeSigner, openCatalogues, openPurchaseDesk, spendsComeBack } from '../purchases/index.ts'
import { openPackingRounds } from '../rehearsals/index.ts'
import { openRequestLog } from '../request-log/index.ts'
import { sessionKeys } from '../sessions/index.ts'
import { openClocks } from '../test-helpers/index.ts'
import { codeHasher, openWalletCodes } from '../tokens/index.ts'
import { expireBlocks } from '../wallet-blocks/index.ts'
import { openLiveEvents, openWebhookRounds, type SendingSources, sendWebhooks } from '../webhooks/index.ts'
import { openAccessRounds } from './access-rounds.ts'
import type { App, AppOptions } from './app-options.ts'
import { mountBrandFiles } from './brand-files.ts'
import { changesReader } from './changes.ts'
import { docsRoutes } from './docs/index.ts'
import { dueWork } from './due-work.ts'
import { mountHealth } from './health.ts'
import { runProcesses } from './processes.ts'
import { routes } from './routes.ts'
import { safeLog } from './safe-log.ts'
import { secretFor } from './secret-for.ts'
import { snapshotsOf } from './snapshots.ts'
import { openStaffMails } from './staff-mails.ts'

export type { App } from './app-options.ts'

/** The whole API on one database, ready to listen or to be asked directly. */
export function buildApp(options: AppOptions): App {
  const log = safeLog(options.log)
  const { database, secret, payouts = {}, webhooks = {}, expiry = {}, seals = {} } = options
  const clocks = openClocks({ database, machine: options.clock, log, everyMs: options.clocks?.everyMs })
  const { clock } = clocks
  const keysOfSessions = sessionKeys(secret)
  const codes = codeSigner(secretFor(secret, 'receipt codes'))
  const { sign } = codes
  const catalogues = openCatalogues(database.url)
  const hashCode = codeHasher(secretFor(secret, 'spend tokens'))
  const walletCodes = openWalletCodes(secretFor(secret, 'wallet codes'))
  const desk = openPurchaseDesk({
    database,
    catalogues,
    sign,
    hashCode,
    walletCodes,
    gaveWay: reopenClaim,
  })
  const claims = openClaimRounds({ database, catalogues, clock, log })
  const processes = runProcesses({ database, clock, log, pressure: () => desk.unanswered })
  const gifts = openGiftRounds({ database, catalogues, clock, log })
  const payoutKey = secretFor(secret, 'payout providers')
  const { urls = PROVIDER_URLS, answerWithinMs } = payouts
  const payoutSources = {
    database,
    clock,
    adapters: openAdapters({ key: payoutKey, urls, ...(answerWithinMs && { answerWithinMs }) }),
    spendsComeBack: spendsComeBack(catalogues),
  }
  const payoutRounds = every(payouts, (everyMs) => openPayoutRounds({ ...payoutSources, log, everyMs }))
  const webhookSources: SendingSources = {
    database,
    clock,
    webhookKey: secretFor(secret, 'webhooks'),
    webhooksAllowed: { networks: webhooks.networks ?? [] },
    snapshotOf: (work, type, entity) => snapshotOf(work, type, entity),
    onNumbered: () => liveEvents.wake(),
    ...(webhooks.answerWithinMs !== undefined && { answerWithinMs: webhooks.answerWithinMs }),
  }
  const keysOfPush = pushKeys(secretFor(secret, 'web push'))
  const liveEvents = openLiveEvents({
    clock,
    snapshotOf: webhookSources.snapshotOf,
    readChanges: (work, before) => readChanges(work, before),
    ...(webhooks.heartbeatMs !== undefined && { heartbeatMs: webhooks.heartbeatMs }),
  })
  const messageSources: MessageSources = {
    database,
    clock,
    notificationKey: secretFor(secret, 'notifications'),
    allowed: webhookSources.webhooksAllowed,
    push: { keys: keysOfPush, contact: options.notifications?.contact },
  }
  const staffMails = openStaffMails({
    messageSources,
    log,
    key: secretFor(secret, 'mails to staff'),
    isSending: options.access?.everyMs !== undefined,
  })
  const authenticate = authenticator(database, clock, keysOfSessions.access)
  const wiring = {
    database,
    sessionKeys: keysOfSessions,
    relyingParty: options.relyingParty ?? ON_THIS_MACHINE,
    secondFactorKey: secretFor(secret, 'second factors'),
    ...staffMails.wiring,
    forgetCallers: authenticate.forget,
    catalogues,
    desk,
    processes,
    sign,
    codes,
    hashCode,
    walletCodes,
    payoutKey,
    spendsComeBack: payoutSources.spendsComeBack,
    webhookKey: webhookSources.webhookKey,
    webhooksAllowed: webhookSources.webhooksAllowed,
    snapshotOf: webhookSources.snapshotOf,
    liveEvents,
    adaptorKey: secretFor(secret, 'order adaptors'),
    adaptorsAllowed: webhookSources.webhooksAllowed,
    feedKey: secretFor(secret, 'product feeds'),
    feedsAllowed: webhookSources.webhooksAllowed,
    notificationKey: messageSources.notificationKey,
    pushKey: keysOfPush.publicKey,
    messageSources,
    hashOfCheck: checkHasher(secretFor(secret, 'identity checks')),
    messagesAllowed: webhookSources.webhooksAllowed,
    machine: options.clock,
    moving: {
      database,
      clocks,
      doDue: (actor: Actor) => due.doAll(actor),
      moveMoney: (actor: Actor) => due.moveMoney(actor),
    },
  }
  const closing = new AbortController()
  let draining = false
  const served = routes(wiring)
  const snapshotOf = snapshotsOf(served)
  const readChanges = changesReader(served)
  const webhookRounds = every(webhooks, (everyMs) => openWebhookRounds({ ...webhookSources, log, everyMs }))
  const notificationRounds = every(options.notifications, (everyMs) =>
    openNotificationRounds({ ...messageSources, log, everyMs }),
  )
  const provisioningSources: ProvisioningSources = {
    database,
    clock,
    snapshotOf: webhookSources.snapshotOf,
    adaptorKey: wiring.adaptorKey,
    adaptorsAllowed: wiring.adaptorsAllowed,
    signal: closing.signal,
  }
  const provisioningRounds = every(webhooks, (everyMs) =>
    openProvisioningRounds({ ...provisioningSources, log, everyMs }),
  )
  const feedReader = openBulkReader()
  const feedSources: FeedSources = {
    database,
    clock,
    feedKey: wiring.feedKey,
    feedsAllowed: wiring.feedsAllowed,
    reader: feedReader,
    wake: processes.wake,
    signal: closing.signal,
  }
  const due = dueWork({
    gifts: { database, catalogues, clock },
    payouts: payoutSources,
    webhooks: webhookSources,
    messages: messageSources,
    provisioning: provisioningSources,
    feeds: feedSources,
    tell: (err) => log.error({ err }, 'something that fell due was not done'),
  })
  const feedRounds = every(options.feeds, (everyMs) => openFeedRounds({ ...feedSources, log, everyMs }))
  const forgetSyncs = () => forgetAbandoned({ database, clock })
  const syncRounds = every(options.syncs, (everyMs) =>
    openRounds({ log, everyMs, of: 'given up rows', run: forgetSyncs }),
  )
  const expiryRounds = every(expiry, (everyMs) =>
    openExpiryRounds({
      database,
      clock,
      log,
      everyMs,
      also: [
        (signal) => expirePasses({ database, clock }, signal),
        (signal) => expireBlocks({ database, clock }, signal),
      ],
    }),
  )
  const packingRounds = every(options.packing, (everyMs) => openPackingRounds({ database, log, everyMs }))
  const sealRounds = every(seals, (everyMs) => openSealRounds({ database, clock, log, everyMs }))
  const requestLog = openRequestLog({ database, clock: options.clock, log, ...options.requests })
  const accessRounds = openAccessRounds({
    database,
    clock,
    log,
    authenticate,
    also: requestLog.forget,
    mailStaff: staffMails.send,
    ...options.access,
  })
  const http = serve({
    database,
    clock,
    log,
    routes: served,
    authenticate,
    unready: () => (draining ? Busy({ detail: 'The server is stopping.', retryAfterSeconds: 2 }) : undefined),
    witness: openWitness({ routes: served, nameOf: nameOfCaller }),
    follow: requestLog.follow,
    closing: closing.signal,
    ...(options.https && { https: options.https }),
    ...(options.limits && { limits: options.limits }),
  })
  // Whatever was written may be news, which need not wait for the next round.
  http.addHook('onResponse', async ({ method }) => {
    if (method !== 'GET') webhookRounds?.wake()
  })
  docsRoutes(
    http,
    served.map(({ endpoint }) => endpoint),
  )
  mountPayoutMessages(http, payoutSources, log)
  // Of whom it is not known yet is told again by the next round.
  http.addHook('onReady', () => clocks.refresh().catch(() => undefined))
  mountBrandFiles(http, database)
  mountHealth(http, { database, ready: () => !draining })
  const close = async () => {
    draining = true
    closing.abort()
    await http.close()
    await feedRounds?.close()
    await feedReader.close()
    await syncRounds?.close()
    // Before the desk: a run may use what the requests use.
    await processes.close()
    await gifts.close()
    await claims.close()
    await payoutRounds?.close()
    await webhookRounds?.close()
    await notificationRounds?.close()
    await provisioningRounds?.close()
    await expiryRounds?.close()
    await packingRounds?.close()
    await sealRounds?.close()
    await accessRounds.close()
    await staffMails.close()
    await requestLog.close()
    await desk.close()
    await catalogues.close()
    await clocks.close()
  }
  return {
    http,
    sendPayouts: () => sendPayouts(payoutSources),
    sendWebhooks: () => sendWebhooks(webhookSources),
    provisionOrders: () => provisionOrders(provisioningSources),
    pullFeeds: () => pullFeeds(feedSources),
    forgetSyncs,
    makeCommunications: () => makeCommunications({ database, clock }),
    sendMessages: () => sendMessages(messageSources),
    expireLots: () => expireLots({ database, clock }),
    expirePasses: () => expirePasses({ database, clock }),
    expireBlocks: () => expireBlocks({ database, clock }),
    writeKeyUses: authenticate.writeUses,
    sendStaffMails: staffMails.sendAll,
    writeRequests: requestLog.write,
    forgetRequests: requestLog.forget,
    settleClaims: () => settleClaims({ database, catalogues, clock }),
    close,
  }
}

/** What is done every so often, where this process does it. */
function every<Opened>(
  of: { readonly everyMs?: number } | undefined,
  open: (everyMs: number) => Opened,
): Opened | undefined {
  return of?.everyMs === undefined ? undefined : open(of.everyMs)
}
