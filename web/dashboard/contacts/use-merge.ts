import { useToast } from '../../kit/toast.tsx'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'

const words = texts.merge

/** Makes one of two records, and offers at once to make them two again. */
export function useMerge({ kept, other }: { readonly kept: string; readonly other: string }) {
  const tell = useToast()
  const changes = [['contact', kept], ['contacts'], ['wallet'], ['transactions'], ['purchases'], ['alike']]
  const merge = useCommand({
    run: (client) => client.contacts.merge(kept, { contact_id: other }),
    changes,
    isToldInPlace: true,
  })
  const part = useCommand({
    run: (client) => client.contacts.undoMerge(kept, { contact_id: other }),
    changes,
    done: words.undone,
  })
  return async () => {
    await merge.mutateAsync()
    tell({ text: words.done, act: { label: words.undo, run: () => part.mutate() } })
  }
}
