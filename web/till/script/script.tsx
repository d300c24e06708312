import { useState } from 'react'
import { IconButton } from '../../kit/button.tsx'
import { tellProblem } from '../../kit/tell-problem.ts'
import { useCalls, useStanding } from '../api/client.ts'
import type { Member } from '../member/member.ts'
import log from '../screen/call-log.module.css'
import { Told } from '../screen/call-log.tsx'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import { FLOWS, type FlowName } from './flows.ts'
import styles from './script.module.css'
import { type Played, useScript } from './use-script.ts'

const words = texts.script

export interface ScriptProps {
  /** Who shops in the flows; undefined: the first contact that the key sees. */
  readonly member: Member | undefined
  readonly onClose: () => void
}

/** The guide's flows beside the till, played step by step with real calls: for whoever builds the next till. */
export function Script({ member, onClose }: ScriptProps) {
  const { session } = useStanding()
  const [flow, setFlow] = useState<FlowName>('FRONT_END')
  return (
    <aside className={log.log} aria-label={words.title}>
      <header className={log.head}>
        <h2>{words.title}</h2>
        <IconButton icon="cross" label={texts.close} onClick={onClose} />
      </header>
      <div className={styles.body}>
        <div className={form.form}>
          <label htmlFor="flow">{words.flow}</label>
          <select id="flow" value={flow} onChange={(event) => setFlow(event.target.value as FlowName)}>
            {FLOWS.map((name) => (
              <option key={name} value={name}>
                {words.flows[name].name}
              </option>
            ))}
          </select>
        </div>
        {session.mode === 'TEST' ? <Flow key={flow} flow={flow} member={member} /> : <p>{words.testOnly}</p>}
      </div>
    </aside>
  )
}

function Flow({ flow, member }: { readonly flow: FlowName; readonly member: Member | undefined }) {
  const { steps, played, next, isBusy, isOver, play, begin } = useScript(flow, member)
  const told = words.flows[flow]
  return (
    <>
      <p className={form.hint}>{told.about}</p>
      <ol className={styles.steps}>
        {told.steps.slice(0, steps.length).map((text, index) => (
          <li key={text} aria-current={index === next ? 'step' : undefined}>
            <p>{text}</p>
            <Calls played={played[index]} />
          </li>
        ))}
      </ol>
      <p role="status">{isOver && words.over}</p>
      <div className={form.keys}>
        <Key kind="primary" icon="play" disabled={isBusy || isOver} onClick={() => void play()}>
          {isBusy ? words.playing : words.play(Math.min(next + 1, steps.length), steps.length)}
        </Key>
        <Key disabled={isBusy || played.length === 0} onClick={begin}>
          {words.again}
        </Key>
      </div>
    </>
  )
}

function Calls({ played }: { readonly played: Played | undefined }) {
  const calls = useCalls()
  if (!played) return null
  const { title, text } = tellProblem(played.error, texts.kit)
  return (
    <>
      <ul className={log.calls}>
        {calls
          .filter(({ id }) => played.calls.includes(id))
          .map((call) => (
            <li key={call.id}>
              <Told call={call} />
            </li>
          ))}
      </ul>
      {played.calls.length === 0 && played.error === undefined && <p className={form.hint}>{words.noCall}</p>}
      {played.error !== undefined && (
        <p role="alert" className={form.wrong}>
          {text || title}
        </p>
      )}
    </>
  )
}
