import { texts } from '../texts.ts'
import form from './form.module.css'
import { Key } from './key.tsx'
import { Window } from './window.tsx'

const words = texts.keys

/** Asks before a basket is thrown away. */
export function ClearSale({
  onClear,
  onClose,
}: {
  readonly onClear: () => void
  readonly onClose: () => void
}) {
  return (
    <Window title={words.clearSale} closeLabel={texts.close} onClose={onClose}>
      <p>{words.clearMeans}</p>
      <div className={form.keys}>
        <Key onClick={onClose}>{words.keep}</Key>
        <Key kind="danger" onClick={onClear} data-autofocus="">
          {words.clear}
        </Key>
      </div>
    </Window>
  )
}
