import { config } from 'zod'

// Pages that forbid code made from text (a policy without unsafe-eval) report every try, also one that is caught. Imported
// before any schema is made, and by no server: without such code schemas read more slowly.
config({ jitless: true })
