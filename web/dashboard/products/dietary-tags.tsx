import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { ChipsField } from '../../kit/field.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { type Reply, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'

const words = texts.products

type Tag = Reply<'orderCatalogues', 'getDietaryTags'>['dietary_tags'][number]
const TAGS = Object.keys(words.diets) as Tag[]

interface Of {
  readonly product: { readonly id: string; readonly name: string }
}

/** What shoppers are told of it in menus, changed where the product is seen. */
export function DietaryTags({ product }: Of) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        kind="quiet"
        aria-label={`${words.diet}: ${product.name}`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {words.diet}
      </Button>
      {isOpen && <Change product={product} onClose={() => setOpen(false)} />}
    </>
  )
}

function Change({ product, onClose }: Of & { readonly onClose: () => void }) {
  const kept = useRead(['dietary-tags', product.id], (client, options) =>
    client.orderCatalogues.getDietaryTags(product.id, options),
  )
  const [chosen, setChosen] = useState<readonly Tag[]>()
  const tags = chosen ?? kept.data?.dietary_tags ?? []
  const change = useCommand({
    run: (client) => client.orderCatalogues.putDietaryTags(product.id, { dietary_tags: [...tags] }),
    changes: [['dietary-tags']],
    done: texts.settings.saved,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={`${words.diet}: ${product.name}`}
      action={texts.settings.save}
      isReady={kept.data !== undefined}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <Answer to={kept} waiting={<SkeletonLines lines={2} />}>
        {() => (
          <>
            <p className={styles.note}>{words.dietMeans}</p>
            <ChipsField
              label={words.diet}
              options={TAGS.map((tag) => [tag, words.diets[tag]])}
              chosen={tags}
              onChange={(some) => setChosen(TAGS.filter((tag) => some.includes(tag)))}
            />
          </>
        )}
      </Answer>
    </Confirm>
  )
}
