import { Card } from '../../kit/card.tsx'
import { CodeBlock } from '../../kit/code-block.tsx'
import type { Purchase } from '../queries.ts'
import { texts } from '../texts.ts'

const words = texts.purchase

/** The same purchase for whoever writes the client: what to ask, and what is answered. */
export function AsTold({ purchase }: { readonly purchase: Purchase }) {
  return (
    <Card title={words.api}>
      <CodeBlock name={words.request} shown={`GET /backoffice/v2/purchases/${purchase.id}`} />
      <details>
        <summary>{words.showAnswer}</summary>
        <CodeBlock name={words.answer} shown={JSON.stringify(purchase, null, 2)} />
      </details>
    </Card>
  )
}
