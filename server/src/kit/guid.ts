/** GUIDs as texts, without the making of them: usable where there is no Node. */

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const BARE_GUID = /^[0-9a-f]{32}$/i

export function isGuid(text: string): boolean {
  return GUID.test(text)
}

/**
 * Reads a GUID as clients write it (dashed or 32 bare hex digits, any case) into the one form that is stored.
 * Answers undefined for any other text.
 */
export function parseGuid(text: string): string | undefined {
  const lower = text.toLowerCase()
  if (GUID.test(lower)) return lower
  if (!BARE_GUID.test(text)) return undefined
  return [
    lower.slice(0, 8),
    lower.slice(8, 12),
    lower.slice(12, 16),
    lower.slice(16, 20),
    lower.slice(20),
  ].join('-')
}

/** Takes a GUID that was checked (by a schema or by the database) as the id of one kind of thing. */
export function idOf<Id extends string>(guid: string): Id {
  return guid as Id
}
