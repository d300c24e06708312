export { type Event, type EventType, record, recordEvents } from './events.ts'
export { configurationChanged, productsChanged, type Revision, readRevisions } from './revisions.ts'
