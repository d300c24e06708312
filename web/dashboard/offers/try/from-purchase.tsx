import type { Tillback } from '@tillback/sdk'
import { localDay, localMoment } from '@tillback/server/kit/zone.ts'
import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { TextField } from '../../../kit/field.tsx'
import type { Purchase } from '../../queries.ts'
import { texts } from '../../texts.ts'
import { useCommand } from '../../use-command.ts'
import type { Basket, Customer, Line, Place } from './basket.ts'
import styles from './try.module.css'

const words = texts.tryBasket

interface FromPurchaseProps {
  readonly basket: Basket
  readonly places: readonly Place[]
  readonly onChange: (basket: Basket) => void
}

/** Takes a basket that was really bought: by its receipt number, or the last one. */
export function FromPurchase({ basket, places, onChange }: FromPurchaseProps) {
  const [number, setNumber] = useState('')
  const take = useCommand<string, Basket>({
    run: async (client, wanted) => {
      const found = await purchaseOf(client, wanted)
      if (!found) throw new Error(words.noPurchase)
      return basketOf(client, found, { basket, places })
    },
    changes: [],
    done: words.taken,
  })
  const begin = (wanted: string) => take.mutate(wanted, { onSuccess: onChange })
  return (
    <div className={styles.take}>
      <TextField
        label={words.receipt}
        value={number}
        onChange={setNumber}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && number.trim() !== '') begin(number.trim())
        }}
      />
      <Button disabled={take.isPending || number.trim() === ''} onClick={() => begin(number.trim())}>
        {words.take}
      </Button>
      <Button kind="quiet" disabled={take.isPending} onClick={() => begin('')}>
        {words.takeLast}
      </Button>
    </div>
  )
}

async function purchaseOf(client: Tillback, wanted: string): Promise<Purchase | undefined> {
  if (/^[0-9a-f-]{36}$/.test(wanted)) return client.purchases.get(wanted)
  const asked = wanted === '' ? {} : { reference_number: wanted }
  return (await client.purchases.list({ ...asked, size: 1 })).content[0]
}

async function basketOf(
  client: Tillback,
  purchase: Purchase,
  { basket, places }: Pick<FromPurchaseProps, 'basket' | 'places'>,
): Promise<Basket> {
  const place = places.find(({ id }) => id === purchase.organisation.id)
  const zone = place?.zone ?? 'UTC'
  const at = new Date(purchase.date * 1_000)
  const { minute } = localMoment(at, zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    ...basket,
    place: place?.id ?? basket.place,
    day: localDay(at, zone),
    time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
    lines: await linesOf(client, purchase),
    customer: await customerOf(client, purchase, basket.customer),
    card: purchase.payment_medium_identifier ?? '',
    classification: basket.classification,
  }
}

/** A purchase without lines is one line of what is not known. */
async function linesOf(
  client: Tillback,
  { products, transaction_amounts }: Purchase,
): Promise<readonly Line[]> {
  const plain = { family: '', brand: '', type: '', earns: true }
  if (products.length === 0) {
    return [{ ...plain, sku: '', pieces: '1', amount: String(transaction_amounts.total) }]
  }
  return Promise.all(
    products.map(async ({ product_sku: { sku }, quantity, total_amount, net_amount }) => ({
      ...plain,
      ...(await goodsOf(client, sku)),
      sku,
      pieces: String(quantity),
      amount: String(total_amount),
      net: net_amount === null || net_amount === undefined ? undefined : String(net_amount),
    })),
  )
}

/** What offers may name goods by, besides their SKU. */
export async function goodsOf(
  client: Tillback,
  sku: string,
): Promise<Partial<Pick<Line, 'family' | 'brand' | 'type' | 'earns'>>> {
  if (sku === '') return {}
  const [found] = (await client.products.list({ sku, size: 1 })).content
  if (!found) return {}
  return {
    family: found.family?.code ?? '',
    brand: found.brand?.code ?? '',
    type: found.type?.code ?? '',
    earns: found.earns,
  }
}

async function customerOf(client: Tillback, { contact }: Purchase, before: Customer): Promise<Customer> {
  if (!contact) return before
  const found = await client.contacts.get(contact.id)
  const schemes = await client.contacts.listSchemes(contact.id, { size: 100 })
  return {
    ...before,
    id: found.id,
    name: found.name,
    segments: found.segments ?? [],
    schemes: schemes.content.map(({ id }) => id),
    birthday: found.birthday ?? '',
    nameDay: found.name_day?.slice(-5) ?? '',
    since: new Date(found.created_on * 1_000).toISOString().slice(0, 10),
  }
}
