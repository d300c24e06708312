import { useState } from 'react'
import { Confirm } from '../../../kit/confirm.tsx'
import { CheckField, TextArea, TextField } from '../../../kit/field.tsx'
import type { Column } from '../../../kit/table.tsx'
import { useNames } from '../../queries.ts'
import { type Reply, useRead } from '../../read.ts'
import { texts } from '../../texts.ts'
import { useCommand } from '../../use-command.ts'
import type { ViewProps } from '../../views.tsx'
import type { ConditionOf, Draft } from '../draft.ts'
import { Chosen } from '../steps/named-fields.tsx'
import { Goods } from '../steps/product-fields.tsx'
import { Span } from '../steps/spending-step.tsx'
import { TimingsFields } from '../steps/timings-fields.tsx'
import { type FormProps, Managed } from './managed.tsx'

const words = texts.pools
const A_PAGE = 50

type Pool = Reply<'commercePools', 'list'>['content'][number]
type Timings = ConditionOf<'TIMINGS'>['timings']
type Targets = ConditionOf<'PRODUCTS'>['products']

const COLUMNS: readonly Column[] = [
  { name: words.where },
  { name: words.what, from: 'narrow' },
  { name: words.long, from: 'wide' },
]

/** Where, when and on what reward money may be spent. */
export function Pools({ address }: ViewProps) {
  const asked = { page: address.page, size: A_PAGE }
  const pools = useRead(['pools', asked], (client, options) => client.commercePools.list(asked, options), {
    keeps: true,
  })
  return (
    <Managed<Pool>
      address={address}
      of={pools}
      names={words.names}
      columns={COLUMNS}
      cells={({ organisations, products, validity }) => [
        organisations.length === 0 ? words.everywhere : organisations.map(({ name }) => name).join(', '),
        products.length === 0
          ? words.everything
          : products.map(({ type, code }) => texts.editor.products.named(type, code)).join(', '),
        validity === null
          ? words.forEver
          : texts.said.span(validity.count, texts.editor.spending.units[validity.unit]),
      ]}
      Form={PoolForm}
      remove={(client, id) => client.commercePools.delete(id)}
      changes={['pools']}
    />
  )
}

function PoolForm({ item, onClose }: FormProps<Pool>) {
  const { organisations } = useNames()
  const [name, setName] = useState(item?.name ?? '')
  const [description, setDescription] = useState(item?.description ?? '')
  const [places, setPlaces] = useState<readonly { readonly id: string }[]>(item?.organisations ?? [])
  const [goods, setGoods] = useState<Targets>(item?.products ?? [])
  const [timings, setTimings] = useState<Timings>(item?.timings ?? [])
  const [validity, setValidity] = useState<Draft['expires_after']>(item?.validity ?? null)
  const [isSwitched, setSwitched] = useState(item?.needs_activation === true)
  const body = {
    name: name.trim(),
    description: description === '' ? null : description,
    organisations: places.map(({ id }) => ({ id })),
    products: goods,
    timings,
    validity,
    needs_activation: isSwitched,
  }
  const keep = useCommand({
    run: (client) => (item ? client.commercePools.update(item.id, body) : client.commercePools.create(body)),
    changes: [['pools']],
    done: texts.managed.kept(body.name),
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={item?.name ?? words.names.create}
      action={texts.managed.keep}
      isReady={body.name !== ''}
      onConfirm={() => keep.mutateAsync()}
      onClose={onClose}
    >
      <p>{words.means}</p>
      <TextField label={texts.managed.name} name="name" value={name} onChange={setName} autoComplete="off" />
      <Chosen
        label={words.where}
        add={texts.editor.conditions.addPlace}
        chosen={places}
        options={organisations}
        onChange={setPlaces}
      />
      <Goods label={words.what} goods={goods} onChange={setGoods} />
      <TimingsFields
        condition={{ kind: 'TIMINGS', timings }}
        onChange={(next) => next.kind === 'TIMINGS' && setTimings(next.timings)}
      />
      <Span label={words.long} none={words.forEver} value={validity} onChange={setValidity} />
      <CheckField label={words.switched} isChecked={isSwitched} onChange={setSwitched} />
      <TextArea
        label={texts.managed.description}
        name="description"
        value={description}
        onChange={setDescription}
        rows={2}
      />
    </Confirm>
  )
}
