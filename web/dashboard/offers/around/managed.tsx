import type { Tillback } from '@tillback/sdk'
import { type ComponentType, type ReactNode, useState } from 'react'
import { Button, IconButton } from '../../../kit/button.tsx'
import { Confirm } from '../../../kit/confirm.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Below, Cell, type Column, Table } from '../../../kit/table.tsx'
import type { Address } from '../../address.ts'
import { Listing, type ListingProps } from '../../list/listing.tsx'
import { texts } from '../../texts.ts'
import { useCommand } from '../../use-command.ts'
import styles from './managed.module.css'

const words = texts.managed

export interface Kept {
  readonly id: string
  readonly code: string
  readonly name: string
}

export interface FormProps<Item extends Kept> {
  /** What is changed; without it, one is made. */
  readonly item: Item | undefined
  readonly onClose: () => void
}

export interface ManagedProps<Item extends Kept> {
  readonly address: Address
  readonly of: ListingProps<Item>['of']
  /** What these things are called. */
  readonly names: {
    readonly caption: string
    readonly create: string
    readonly none: string
    readonly noneMeans: string
  }
  readonly columns: readonly Column[]
  /** What stands in the columns after the name. */
  readonly cells: (item: Item) => readonly ReactNode[]
  readonly Form: ComponentType<FormProps<Item>>
  readonly remove: (client: Tillback, id: string) => Promise<unknown>
  /** The names of what has to be read anew. */
  readonly changes: readonly string[]
  /** More that can be done with one. */
  readonly more?: (item: Item) => ReactNode
}

/** A list of things that offers name: made, changed and deleted in place. */
export function Managed<Item extends Kept>(props: ManagedProps<Item>) {
  const { address, of, names, columns, cells, Form, more } = props
  const [open, setOpen] = useState<Item | 'new'>()
  const [doomed, setDoomed] = useState<Item>()
  const all: readonly Column[] = [{ name: words.name }, ...columns, { name: words.acts }]
  return (
    <>
      <div>
        <Button kind="primary" icon="plus" onClick={() => setOpen('new')}>
          {names.create}
        </Button>
      </div>
      <Listing
        address={address}
        of={of}
        label={words.pages}
        empty={
          <EmptyState icon="tag" title={names.none}>
            <p>{names.noneMeans}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <Table caption={names.caption} columns={all}>
            {found.map((item) => (
              <tr key={item.id}>
                <Cell head>
                  {item.name}
                  <Below>{item.code}</Below>
                </Cell>
                {cells(item).map((cell, at) => (
                  <Cell key={columns[at]?.name} {...lookOf(columns[at])}>
                    {cell}
                  </Cell>
                ))}
                <Cell>
                  <span className={styles.acts}>
                    {more?.(item)}
                    <IconButton icon="edit" label={words.change(item.name)} onClick={() => setOpen(item)} />
                    <IconButton
                      icon="trash"
                      label={words.delete(item.name)}
                      onClick={() => setDoomed(item)}
                    />
                  </span>
                </Cell>
              </tr>
            ))}
          </Table>
        )}
      </Listing>
      {open && <Form item={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
      {doomed && <Doomed {...props} item={doomed} onClose={() => setDoomed(undefined)} />}
    </>
  )
}

function lookOf(column: Column | undefined) {
  return {
    ...(column?.from === undefined ? {} : { from: column.from }),
    ...(column?.figures === undefined ? {} : { figures: column.figures }),
  }
}

interface DoomedProps<Item extends Kept> extends Pick<ManagedProps<Item>, 'remove' | 'changes'> {
  readonly item: Item
  readonly onClose: () => void
}

/** What is in use is not deleted: the refusal says by what. */
function Doomed<Item extends Kept>({ item, remove, changes, onClose }: DoomedProps<Item>) {
  const act = useCommand({
    run: (client) => remove(client, item.id),
    changes: changes.map((name) => [name]),
    done: words.deleted(item.name),
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.delete(item.name)}
      action={words.deleteAct}
      isDangerous
      onConfirm={() => act.mutateAsync()}
      onClose={onClose}
    >
      <p>{words.deleteMeans}</p>
    </Confirm>
  )
}
