import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { FirstUse } from '../developers/first-use.tsx'
import { ShownOnce } from '../developers/shown-once.tsx'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'

const words = texts.orders.empty

/** The link by which customers open the shop, and its QR code: with a key of their app that is made for it. */
export function ShareShop() {
  const [secret, setSecret] = useState<string>()
  const create = useCommand({
    run: async (client) => {
      const { key } = await client.apiKeys.create({ name: words.key, kind: 'PUBLISHABLE' })
      setSecret(key ?? undefined)
    },
    changes: [['keys']],
  })
  return (
    <>
      <p>{words.shareMeans}</p>
      <Button kind="primary" disabled={create.isPending} onClick={() => create.mutate()}>
        {words.share}
      </Button>
      {secret !== undefined && (
        <ShownOnce name={words.share} secret={secret} isPublic onClose={() => setSecret(undefined)}>
          <FirstUse of={{ secret, isOfApp: true }} />
        </ShownOnce>
      )}
    </>
  )
}
