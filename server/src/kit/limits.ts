/** Every input has a bound; each is stated here and in the refusal that names it. */
export const MAX_BODY_BYTES = 1_048_576
export const MAX_LINES = 500
export const MAX_PAGE_SIZE = 100
export const DEFAULT_PAGE_SIZE = 10
/** Depth of nested form keys and JSON objects. */
export const MAX_DEPTH = 8
/** A command that waited longer than this for its turn is answered 503 and not begun. */
export const COMMAND_DEADLINE_MS = 5_000
