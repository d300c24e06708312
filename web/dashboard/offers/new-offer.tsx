import { Dialog } from '../../kit/dialog.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Icon } from '../../kit/icon.tsx'
import { viewOf } from '../address.ts'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import { useCommand } from '../use-command.ts'
import styles from './new-offer.module.css'
import { MORE_TEMPLATES, TEMPLATES, type Template } from './templates.ts'

const words = texts.offers

/** No offers yet: the three that most begin with. */
export function Templates() {
  return (
    <EmptyState icon="tag" title={words.empty.title}>
      <p>{words.empty.text}</p>
      <Choices of={TEMPLATES} />
    </EmptyState>
  )
}

export function NewOffer({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={words.create} onClose={onClose} isWide>
      <p>{words.createMeans}</p>
      <Choices of={TEMPLATES} />
      <p>{words.moreTemplates}</p>
      <Choices of={MORE_TEMPLATES} />
    </Dialog>
  )
}

/** A draft is kept from the first moment; nothing of it runs before it is published. */
function Choices({ of }: { readonly of: readonly Template[] }) {
  const create = useCommand<Template, { readonly id: string }>({
    run: async (client, { body }) => {
      const offer = await client.rewardOffers.create(body)
      go(viewOf('offers', { id: offer.id, tab: 'edit' }))
      return offer
    },
    changes: [['offers']],
  })
  return (
    <ul className={styles.templates}>
      {of.map((template) => (
        <li key={template.name}>
          <button type="button" disabled={create.isPending} onClick={() => create.mutate(template)}>
            <Icon name={template.icon} size={20} />
            <strong>{words.templates[template.name].name}</strong>
            <span>{words.templates[template.name].means}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
