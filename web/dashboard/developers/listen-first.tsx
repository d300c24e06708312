import { CodeBlock } from '../../kit/code-block.tsx'
import { useSignedIn } from '../client.ts'
import { listenOf } from '../code/code-of.ts'
import { texts } from '../texts.ts'

const words = texts.webhooks.empty

/** What an integrator does before there is an address: events come to the machine on which the receiver is written. */
export function ListenFirst() {
  const { session } = useSignedIn()
  return (
    <>
      <p>{words.listen}</p>
      <CodeBlock name={words.command} {...listenOf({ baseUrl: location.origin, session })} />
      <p>{words.where}</p>
      <p>{words.address}</p>
    </>
  )
}
