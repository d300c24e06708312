import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instantOf, isSkippedHour, startOfDay } from '../../scripts/replay-real/calendar.ts'
import { campaignOffers, couponOffers } from '../../scripts/replay-real/campaign-offers.ts'
import { type RealData, readRealData } from '../../scripts/replay-real/data.ts'
import { countOddities } from '../../scripts/replay-real/oddities.ts'
import { readOptions } from '../../scripts/replay-real/options.ts'

const tables: Readonly<Record<string, string>> = {
  'transactions.csv.gz': `"household_id","store_id","basket_id","product_id","quantity","sales_value","retail_disc","coupon_disc","coupon_match_disc","week","transaction_timestamp"
"1","10","100","7","1","1.5","0.29","0","0","1","2017-01-02 07:30:27"
"1","10","100","8","2","2.12","0","0.5","0.1","1","2017-01-02 07:30:27"
"1","11","101","9","8396","18.46","0","0","0","1","2017-01-02 09:00:00"
"2","10","102","7","0","0","0","0","0","1","2017-01-01 09:00:00"
"2","10","103","66","1","4.440892e-16","0","0","0","1","2017-01-03 02:30:00"
`,
  'products.csv.gz': `"product_id","manufacturer_id","department","brand","product_category","product_type","package_size"
"7","2","GROCERY","National","FRZN ICE","ICE - CRUSHED","22 LB"
"8","69","DRUG GM","Private","SOAP","SOAP, LIQUID",
"9","69","FUEL","Private","FUEL","GASOLINE-REG UNLEADED",
`,
  'demographics.csv.gz': `"household_id","age","income","home_ownership","marital_status","household_size","household_comp","kids_count"
"1","35-44","35-49K",,"Married","2","2 Adults No Kids","0"
`,
  'campaigns.csv.gz': `"campaign_id","household_id"
"3","1"
"3","5"
`,
  'campaign_descriptions.csv': `"campaign_id","campaign_type","start_date","end_date"
"3","Type A",2017-01-01,2017-01-31
`,
  'coupons.csv.gz': `"coupon_upc","product_id","campaign_id"
"555","8","3"
"666","9","3"
`,
  'coupon_redemptions.csv.gz': `"household_id","coupon_upc","campaign_id","redemption_date"
"1","666","3",2017-01-02
"1","555","3",2017-01-02
"1","555","3",2017-01-02
"1","555","3",2017-01-09
`,
}

let folder: string
let data: RealData
const oddities = countOddities()

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tillback-real-'))
  for (const [name, text] of Object.entries(tables)) {
    writeFileSync(path.join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text)
  }
  data = readRealData(folder, oddities)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('real baskets', () => {
  test('come in the order of their time, each with what was paid, deducted and taxed', () => {
    expect(data.baskets.map(({ basket }) => basket)).toEqual(['102', '100', '101', '103'])
    expect(data.baskets[1]).toMatchObject({
      totalCents: 362,
      discountCents: 39,
      couponCents: 50,
      hasFuel: false,
    })
    expect(data.baskets[1]?.lines).toEqual([
      { product: '7', quantity: '1', cents: 150, taxCents: 0 },
      { product: '8', quantity: '2', cents: 212, taxCents: 12 },
    ])
    expect(data.baskets[2]?.lines[0]?.quantity).toBe('8.396')
  })

  test('tell what was changed, left out or odd', () => {
    expect(Object.fromEntries(oddities.list())).toEqual({
      'lines with 6 % tax assumed in their price': 1,
      'lines of fuel changed from thousandths of a gallon to gallons': 1,
      'lines of quantity 0, sent as they are': 1,
      'lines that cost 0.00, sent as they are': 1,
      'amounts that are no decimals, taken as 0.00': 1,
      'baskets of 0.00 in all, sent as they are': 2,
      'products that the list does not have, left to be learnt from the purchases': 1,
      'coupons shown with a basket that holds their product': 2,
      'coupons left out: every basket of that day shows another coupon already': 1,
      'coupons left out: the household has no basket of that day': 1,
    })
  })

  test('show each coupon with a basket that holds one of its products', () => {
    expect(Object.fromEntries(data.shown)).toEqual({ 100: '555', 101: '666' })
  })

  test('are of households with the segments of their campaigns and of their people', () => {
    expect(data.households).toEqual(['1', '2', '5'])
    expect(data.segments.get('1')).toEqual([
      'AGE-35-44',
      'INCOME-35-49K',
      'MARITAL-MARRIED',
      'HOUSEHOLD-2',
      'KIDS-0',
      'CAMPAIGN-3',
    ])
    expect(data.segments.get('5')).toEqual(['CAMPAIGN-3'])
  })

  test('keep their weekday and their clock when they are moved by weeks, but for an hour that is skipped', () => {
    const days = 7 * 427
    expect(instantOf('2017-01-02T07:30:27', days).toISOString()).toBe('2025-03-10T11:30:27.000Z')
    expect(startOfDay('2017-01-31', 0, 1)).toBe(Date.parse('2017-02-01T05:00:00Z') / 1_000)
    expect(isSkippedHour('2017-01-01T02:30:00', days)).toBe(true)
    expect(isSkippedHour('2017-01-01T03:30:00', days)).toBe(false)
  })
})

describe('campaigns', () => {
  test('become offers to whom they were for, as long as they ran, on what their coupons are for', () => {
    const around = { sold: data.sold, shiftDays: 0, oddities: countOddities() }
    const products = {
      kind: 'PRODUCTS',
      products: [
        { type: 'SKU', code: '8' },
        { type: 'SKU', code: '9' },
      ],
    }
    expect(campaignOffers(data.campaigns, around)).toMatchObject([
      {
        code: 'CAMPAIGN-3',
        availability: { from: 1_483_246_800, to: 1_485_925_200 },
        conditions: [{ kind: 'SEGMENTS', any_of: ['CAMPAIGN-3'] }, products],
      },
    ])
    expect(couponOffers(data.campaigns, around)).toMatchObject([
      { code: 'COUPON-555-3', redeem_method: 'INSTANT', exclusive_group: 'COUPON-555' },
      { code: 'COUPON-666-3', conditions: [{ kind: 'PASS', pass_plans: [{ code: 'COUPON-666' }] }, {}] },
    ])
  })

  test('are refused with a clear word where their tables are missing', () => {
    rmSync(path.join(folder, 'coupons.csv.gz'))
    expect(() => readOptions(['--data', folder])).toThrow(`${folder} has no coupons.csv.gz`)
  })
})
