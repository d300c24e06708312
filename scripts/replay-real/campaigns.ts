import { readTable } from './table.ts'

export interface Campaign {
  readonly id: string
  readonly type: 'Type A' | 'Type B' | 'Type C'
  /** Days of the calendar, both inside. */
  readonly from: string
  readonly to: string
  readonly households: ReadonlySet<string>
  /** Products by the coupon that is for them. */
  readonly coupons: ReadonlyMap<string, readonly string[]>
}

export interface Redemption {
  readonly household: string
  readonly coupon: string
  readonly campaign: string
  readonly day: string
}

export function readCampaigns(folder: string): readonly Campaign[] {
  const targeted = Map.groupBy(readTable(folder, 'campaigns.csv.gz'), (row) => row('campaign_id'))
  const coupons = Map.groupBy(readTable(folder, 'coupons.csv.gz'), (row) => row('campaign_id'))
  return readTable(folder, 'campaign_descriptions.csv').map((row): Campaign => {
    const id = row('campaign_id')
    const ofCampaign = Map.groupBy(coupons.get(id) ?? [], (coupon) => coupon('coupon_upc'))
    return {
      id,
      type: typeOf(row('campaign_type')),
      from: row('start_date'),
      to: row('end_date'),
      households: new Set((targeted.get(id) ?? []).map((each) => each('household_id'))),
      coupons: new Map(
        [...ofCampaign].map(([upc, rows]) => [upc, [...new Set(rows.map((each) => each('product_id')))]]),
      ),
    }
  })
}

function typeOf(text: string): Campaign['type'] {
  if (text === 'Type A' || text === 'Type B' || text === 'Type C') return text
  throw new Error(`"${text}" is no type of campaign.`)
}

export function readRedemptions(folder: string): readonly Redemption[] {
  return readTable(folder, 'coupon_redemptions.csv.gz').map((row) => ({
    household: row('household_id'),
    coupon: row('coupon_upc'),
    campaign: row('campaign_id'),
    day: row('redemption_date'),
  }))
}

/** The segments of each household: the campaigns it was targeted by, and what is known of its people. */
export function readSegments(
  folder: string,
  campaigns: readonly Campaign[],
): ReadonlyMap<string, readonly string[]> {
  const known = readTable(folder, 'demographics.csv.gz').map((row): readonly [string, string[]] => [
    row('household_id'),
    [
      ...coded('AGE', row('age')),
      ...coded('INCOME', row('income')),
      ...coded('HOME', row('home_ownership')),
      ...coded('MARITAL', row('marital_status')),
      ...coded('HOUSEHOLD', row('household_size')),
      ...coded('KIDS', row('kids_count')),
    ],
  ])
  const segments = new Map(known)
  for (const { id, households } of campaigns) {
    for (const household of households) {
      segments.set(household, [...(segments.get(household) ?? []), campaignSegment(id)])
    }
  }
  return segments
}

export function campaignSegment(id: string): string {
  return `CAMPAIGN-${id}`
}

function coded(kind: string, value: string): string[] {
  return value === '' ? [] : [`${kind}-${value.toUpperCase().replaceAll(' ', '-')}`]
}
