import { Fact } from '../../kit/facts.tsx'
import { maskedCode, maskedEmail, maskedPhone } from '../../kit/masked.ts'
import { Masked } from '../../kit/person.tsx'
import type { Contact } from '../queries.ts'
import { texts } from '../texts.ts'
import type { Reveal, Revealable } from './use-reveal.ts'

const words = texts.contact

/** What the contact is recognised by: how it ends, and whole once somebody who may asks for it. */
export function Identifiers({ contact, reveal }: { readonly contact: Contact; readonly reveal: Reveal }) {
  const { whole, turn, isAsked } = reveal
  const rows = [
    ...rowsOf(
      'phones',
      words.phone,
      contact.phones.map(({ number }) => number),
      {
        mask: maskedPhone,
        told: whole.phones?.map(({ number }) => number),
      },
    ),
    ...rowsOf(
      'emails',
      words.email,
      contact.emails.map(({ email_address }) => email_address),
      {
        mask: maskedEmail,
        told: whole.emails?.map(({ email_address }) => email_address),
      },
    ),
    ...rowsOf(
      'loyalty_identifiers',
      words.card,
      contact.loyalty_identifiers.map(({ identifier }) => identifier),
      {
        mask: maskedCode,
        told: whole.loyalty_identifiers?.map(({ identifier }) => identifier),
      },
    ),
  ]
  return (
    <>
      {rows.map(({ key, field, name, masked, value }) => (
        <Fact key={key} name={name}>
          <Masked
            masked={masked}
            whole={value}
            of={name}
            act={value === undefined ? words.reveal.show : words.reveal.hide}
            isAsked={isAsked}
            told={words.reveal.told(name)}
            onTurn={() => turn(field)}
          />
        </Fact>
      ))}
    </>
  )
}

interface Values {
  readonly mask: (value: string) => string
  /** All of them whole, in the same order. */
  readonly told: readonly string[] | undefined
}

function rowsOf(field: Revealable, name: string, shown: readonly string[], { mask, told }: Values) {
  return (told ?? shown).map((value, place) => ({
    key: `${field} ${place}`,
    field,
    name,
    masked: mask(value),
    value: told?.[place],
  }))
}
