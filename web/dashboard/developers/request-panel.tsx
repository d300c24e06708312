import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { CodeTabs } from '../../kit/code-tabs.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { Id } from '../../kit/id.tsx'
import { Panel } from '../../kit/panel.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { NAMES, type Reply, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { againOf, differencesOf } from './request-again.ts'
import { ErrorTold, nameOf, Outcome } from './requests.tsx'

const words = texts.requests

const REFUSED = 400

type Shown = Reply<'requestLog', 'getRequest'>

export interface RequestPanelProps {
  readonly id: string
  readonly keys: ReadonlyMap<string, string>
  readonly onClose: () => void
}

/** One request: why it was refused, and what it had unlike the last one that went well. */
export function RequestPanel({ id, keys, onClose }: RequestPanelProps) {
  const request = useRead(['request', id], (client, options) => client.requestLog.getRequest(id, options), {
    interval: NAMES,
  })
  return (
    <Panel title={request.data?.operation ?? words.one} closeLabel={texts.close} onClose={onClose}>
      <Answer to={request} waiting={<SkeletonLines lines={8} />}>
        {(shown) => <Told request={shown} keyName={nameOf(shown, keys)} />}
      </Answer>
    </Panel>
  )
}

function Told({ request, keyName }: { readonly request: Shown; readonly keyName: string }) {
  const again = againOf(request)
  return (
    <div className={styles.parts}>
      <Facts>
        <Fact name={words.columns.answer}>
          <Outcome request={request} />
        </Fact>
        {request.error !== null && (
          <Fact name={words.error}>
            <a href="/docs/errors" target="_blank" rel="noreferrer">
              <ErrorTold error={request.error} />
            </a>
          </Fact>
        )}
        <Fact name={words.columns.when}>
          <Time at={request.date} />
        </Fact>
        <Fact name={words.columns.took}>{words.milliseconds(request.milliseconds)}</Fact>
        <Fact name={words.columns.by}>{keyName}</Fact>
        <Fact name={texts.kit.requestId}>
          <Id value={request.id} of={texts.kit.requestId} />
        </Fact>
      </Facts>
      {request.fields.length > 0 && (
        <Rows
          label={words.fields}
          head={[words.field, words.why]}
          texts={[1]}
          rows={request.fields.map(({ path, code }, at) => ({
            key: `${at} ${path}`,
            cells: [<code key="path">{path}</code>, words.codes[code] ?? code],
          }))}
        />
      )}
      {request.status >= REFUSED && <Differences request={request} />}
      <Card title={words.again}>
        <p className={styles.note}>{words.againMeans}</p>
        <CodeTabs
          label={texts.code.languages}
          snippets={[
            { name: 'curl', shown: again.curl },
            { name: 'TypeScript', shown: again.typescript },
          ]}
        />
      </Card>
    </div>
  )
}

function Differences({ request }: { readonly request: Shown }) {
  const { last_good: good } = request
  if (!good) return <p className={styles.note}>{words.noGood}</p>
  const { onlyHere, onlyThere } = differencesOf(request.sent, good.sent)
  return (
    <Card title={words.against} aside={<Time at={good.date} inList />}>
      {onlyHere.length + onlyThere.length === 0 ? (
        <p>{words.sameNames}</p>
      ) : (
        <Rows
          label={words.against}
          head={[words.field, words.difference]}
          texts={[1]}
          rows={[
            ...onlyThere.map((name) => ({
              key: name,
              cells: [<code key="n">{name}</code>, words.onlyThere],
            })),
            ...onlyHere.map((name) => ({ key: name, cells: [<code key="n">{name}</code>, words.onlyHere] })),
          ]}
        />
      )}
    </Card>
  )
}
