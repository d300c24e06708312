import type { Tillback } from '@tillback/sdk'
import { useState } from 'react'
import { Problem } from '../../kit/problem.tsx'
import { Key } from '../key.tsx'
import { canUsePasskeys, signInByPasskey } from '../passkeys/device.ts'
import { goToContent } from '../place.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { begin } from './store.ts'

/** The other way in, where the browser has it. */
export function ByPasskey({ client }: { readonly client: Tillback }) {
  const { passkeys: texts } = useTexts()
  const [state, setState] = useState<'READY' | 'ASKING' | 'CLOSED'>('READY')
  const [failure, setFailure] = useState<unknown>()
  if (!canUsePasskeys()) return null
  const ask = async () => {
    setState('ASKING')
    setFailure(undefined)
    try {
      const session = await signInByPasskey(client)
      if (session) {
        begin(session)
        goToContent()
      }
      setState('CLOSED')
    } catch (error) {
      setFailure(error)
      setState('READY')
    }
  }
  return (
    <>
      <Key onClick={() => void ask()} disabled={state === 'ASKING'}>
        {state === 'ASKING' ? texts.asking : texts.signIn}
      </Key>
      {failure !== undefined && <Problem of={failure} />}
      {state === 'CLOSED' && (
        <p role="status" className={view.small}>
          {texts.closed}
        </p>
      )}
    </>
  )
}
