import pg from 'pg'

export interface OfferTotal {
  readonly code: string
  readonly awards: number
  readonly cents: number
}

export interface Totals {
  /** Of the offers that the baskets are for; coupons apart. */
  readonly offers: readonly OfferTotal[]
  readonly coupons: {
    readonly live: number
    readonly fired: number
    readonly awards: number
    readonly cents: number
  }
}

/** What every offer gave, by the lots that stand in the books. */
export async function readTotals(databaseUrl: string): Promise<Totals> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<OfferTotal>(
      `select o.code, count(l.id)::int as awards, coalesce(sum(l.amount), 0)::float8 as cents
         from offers o left join lots l on l.tenant = o.tenant and l.offer_id = o.id
        group by o.tenant, o.id, o.code order by cents desc, o.code`,
    )
    const ofCoupons = rows.filter(({ code }) => code.startsWith('COUPON-') && /-\d+-\d+$/.test(code))
    const sum = (partOf: (each: OfferTotal) => number) =>
      ofCoupons.reduce((all, each) => all + partOf(each), 0)
    return {
      offers: rows.filter((each) => !ofCoupons.includes(each)),
      coupons: {
        live: ofCoupons.length,
        fired: ofCoupons.filter(({ awards }) => awards > 0).length,
        awards: sum(({ awards }) => awards),
        cents: sum(({ cents }) => cents),
      },
    }
  } finally {
    await client.end()
  }
}
