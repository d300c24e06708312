import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../../kit/problem.tsx'
import { useSignedIn } from '../client.ts'
import { useProfile, useRefresh, useTelling } from '../queries.ts'
import type { Texts } from '../texts/en.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import styles from './kinds.module.css'

type Kind = keyof Texts['push']['kinds']
type Way = keyof Texts['push']['ways']
type Channels = Readonly<Record<string, readonly Way[]>>

/** Of what one is told besides the inbox, and by which way; a tick is kept as soon as it is set. */
export function Kinds() {
  const { push } = useTexts()
  const telling = useTelling()
  const hasEmail = useProfile().data?.email != null
  return (
    telling.data && (
      <details className={view.card}>
        <summary className={styles.summary}>{push.besides}</summary>
        <p className={view.small}>{push.besidesMeans}</p>
        {!hasEmail && <p className={view.small}>{push.noEmail}</p>}
        <Switches channels={telling.data.channels} ways={hasEmail ? ['EMAIL', 'DEVICE'] : ['DEVICE']} />
      </details>
    )
  )
}

function Switches({ channels, ways }: { readonly channels: Channels; readonly ways: readonly Way[] }) {
  const { push } = useTexts()
  const { client, session } = useSignedIn()
  const refresh = useRefresh()
  // A tick shows at once what was chosen, and what was before if that could not be kept.
  const [chosen, setChosen] = useState<Channels>({})
  const change = useMutation({
    mutationFn: ({ kind, to }: { readonly kind: Kind; readonly to: readonly Way[] }) =>
      client.selfService.changeOwnTelling(session.contact, { channels: { [kind]: [...to] } }),
    onSuccess: refresh,
    onError: () => setChosen({}),
  })
  const wishOf = (kind: Kind) => chosen[kind] ?? channels[kind] ?? []
  const choose = (kind: Kind, to: readonly Way[]) => {
    setChosen({ ...chosen, [kind]: to })
    change.mutate({ kind, to })
  }
  const kinds = (Object.keys(push.kinds) as Kind[]).filter((kind) => kind in channels)
  return (
    <>
      <table className={styles.kinds}>
        <thead>
          <tr>
            <th scope="col">{push.kind}</th>
            {ways.map((way) => (
              <th key={way} scope="col">
                {push.ways[way]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{push.kinds[kind]}</th>
              {ways.map((way) => (
                <td key={way}>
                  <label>
                    <input
                      type="checkbox"
                      aria-label={`${push.kinds[kind]}: ${push.ways[way]}`}
                      checked={wishOf(kind).includes(way)}
                      disabled={change.isPending}
                      onChange={({ target }) => choose(kind, changed(wishOf(kind), way, target.checked))}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {change.error && <Problem of={change.error} />}
    </>
  )
}

function changed(before: readonly Way[], way: Way, isWanted: boolean): readonly Way[] {
  const others = before.filter((each) => each !== way)
  return isWanted ? [...others, way] : others
}
