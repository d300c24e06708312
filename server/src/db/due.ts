/**
 * For statements that look for what is due in all businesses, `at` being the machine's time: whether a time has come for the business
 * `t`, whose clock may be ahead (docs/decisions/0022). The furthest clock bounds it as well, so that an index of times still serves.
 */
export function hasCome(column: string, at: string): string {
  return `${column} <= ${at}::timestamptz + t.ahead
      and ${column} <= ${at}::timestamptz + coalesce((select max(ahead) from tenants where ahead > interval '0'), interval '0')`
}

/** For the same statements: of one business alone, or of all where the value is null. */
export function ofOnly(tenant: string): string {
  return `(${tenant}::int is null or t.tenant = ${tenant})`
}
