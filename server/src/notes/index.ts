export { notesRoutes } from './notes.routes.ts'
export { giveNotes } from './notes.store.ts'
