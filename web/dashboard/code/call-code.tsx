import type { Tillback } from '@tillback/sdk'
import { type ReactNode, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { CodeBlock } from '../../kit/code-block.tsx'
import { CodeTabs, type Snippet } from '../../kit/code-tabs.tsx'
import { Problem } from '../../kit/problem.tsx'
import { useSignedIn } from '../client.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'
import { type ApiCall, curlOf, sdkOf } from './code-of.ts'

const words = texts.code

export interface CallCodeProps {
  readonly call: ApiCall
  /** Another credential than that of who looks. */
  readonly credential?: string
  /** The same call from here; undefined: it is shown only. */
  readonly run?: (client: Tillback) => Promise<unknown>
  /** Other sides of it, such as its answer. */
  readonly more?: readonly Snippet[]
}

/** A call of the API to copy in one's language; in TEST mode it can be made from here. */
export function CallCode({ call, credential, run, more = [] }: CallCodeProps) {
  const { session } = useSignedIn()
  const asking = {
    baseUrl: location.origin,
    session: credential === undefined ? session : { credential, mode: 'TEST' as const, staff: undefined },
  }
  return (
    <CodeTabs
      label={words.languages}
      snippets={[
        { name: 'curl', ...curlOf(call, asking) },
        { name: 'TypeScript', ...sdkOf(call, asking) },
        ...more,
      ]}
    >
      {run && session.mode === 'TEST' && <RunInTest run={run} />}
    </CodeTabs>
  )
}

function RunInTest({ run }: { readonly run: (client: Tillback) => Promise<unknown> }) {
  const [answer, setAnswer] = useState<unknown>()
  const call = useCommand({
    run: async (client) => setAnswer(await run(client)),
    changes: [[]],
    isToldInPlace: true,
  })
  return (
    <>
      <div>
        <Button icon="play" onClick={() => call.mutate()} disabled={call.isPending}>
          {words.run}
        </Button>
      </div>
      <Told>
        {call.isError && <Problem of={call.error} />}
        {answer !== undefined && !call.isError && (
          <CodeBlock name={words.answer} shown={JSON.stringify(answer, null, 2)} />
        )}
      </Told>
    </>
  )
}

function Told({ children }: { readonly children: ReactNode }) {
  return (
    <div role="status" className={styles.parts}>
      {children}
    </div>
  )
}
