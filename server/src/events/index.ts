export { EVENT_TYPES, type Event, type EventType, record, recordEvents } from './events.ts'
export { EVENTS_KEPT_MS, forgetEvents, tenantsWithEvents } from './forget-events.ts'
export { type NumberedEvent, numberEvents, tenantsWithNews } from './number-events.ts'
export {
  changesConfiguration,
  configurationChanged,
  everythingIsGone,
  productsChanged,
  type Revision,
  readRevisions,
} from './revisions.ts'
