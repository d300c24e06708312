import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Icon } from '../../kit/icon.tsx'
import { Problem } from '../../kit/problem.tsx'
import { useSignedIn } from '../client.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { pushState, switchOff, switchOn } from './push.ts'

/** Whether messages come to this device. The browser is asked for its permission only once this was switched on. */
export function PushCard() {
  const { push } = useTexts()
  const signedIn = useSignedIn()
  const [state, setState] = useState(pushState)
  const change = useMutation({
    mutationFn: (isWanted: boolean) => (isWanted ? switchOn(signedIn) : switchOff(signedIn)),
    onSuccess: setState,
  })
  const isChangeable = state === 'ON' || state === 'OFF'
  return (
    <section className={view.card} aria-label={push.title}>
      <label className={view.switch}>
        {push.title}
        <input
          type="checkbox"
          checked={change.isPending ? change.variables : state === 'ON'}
          disabled={!isChangeable || change.isPending}
          onChange={(event) => change.mutate(event.target.checked)}
          aria-describedby="push-means"
        />
      </label>
      <p id="push-means" className={view.small}>
        {push.means[state]}
      </p>
      {state === 'NEEDS_INSTALL' && <Guide />}
      {change.error && <Problem of={change.error} />}
    </section>
  )
}

/** How an app comes to the home screen of an iPhone, with the signs that are to be looked for there. */
function Guide() {
  const { push } = useTexts()
  const signs = ['share', 'addTo', 'wallet'] as const
  return (
    <ol className={view.section}>
      {signs.map((sign, step) => (
        <li key={sign} className={view.step}>
          <Icon name={sign} size={24} />
          <span>
            {step + 1}. {push.install[sign]}
          </span>
        </li>
      ))}
    </ol>
  )
}
