import type { ReactNode } from 'react'
import { Announcement } from './announcement.tsx'
import { Button } from './button.tsx'
import { Id } from './id.tsx'
import { maskedEmail, maskedPhone } from './masked.ts'
import styles from './person.module.css'

/** A shopper as answers of the API tell them: some by their name alone, some with what they are recognised by. */
export interface Known {
  readonly code?: string | undefined
  readonly name?: string | null | undefined
  readonly phones?: readonly { readonly number: string }[] | undefined
  readonly emails?: readonly { readonly email_address: string }[] | undefined
}

/** What of a shopper is known that may stand on any screen: the end of the phone, or else of the address. */
export function recognisedBy({ phones = [], emails = [] }: Known): string | undefined {
  const [phone] = phones
  const [email] = emails
  if (phone) return maskedPhone(phone.number)
  return email && maskedEmail(email.email_address)
}

/** The same in one line, where there is room for a text only. */
export function personText(of: Known): string {
  const by = recognisedBy(of)
  const name = of.name ?? of.code
  return [name, by].filter((part) => part !== undefined).join(' · ')
}

export interface PersonProps {
  readonly of: Known
  /** Where the phone has a place of its own beside it. */
  readonly isName?: boolean
}

/** It stays behind at the end of a line, where a margin would go along into the next. */
const GAP = '\u2002'

/** Whom it is about: the name, or what else is known, and by what they are recognised. */
export function Person({ of, isName = false }: PersonProps) {
  const by = isName ? undefined : recognisedBy(of)
  const name = of.name ?? of.code
  return (
    <bdi className={styles.person}>
      {name ?? by}
      {name !== undefined && by !== undefined && (
        <>
          {GAP}
          <span className={styles.by}>{by}</span>
        </>
      )}
    </bdi>
  )
}

export interface MaskedProps {
  readonly masked: ReactNode
  /** Once it was revealed. */
  readonly whole?: string | undefined
  /** What it is: the phone of somebody. */
  readonly of: string
  /** What the key says that asks for it, or takes it away again. */
  readonly act: string
  readonly isAsked: boolean
  readonly told: string
  readonly onTurn: () => void
}

/** A value of which only the end is shown, until somebody who may asks for the whole. */
export function Masked({ masked, whole, of, act, isAsked, told, onTurn }: MaskedProps) {
  return (
    <span className={styles.masked}>
      {whole === undefined ? <bdi>{masked}</bdi> : <Id value={whole} of={of} isWhole />}
      <Button kind="quiet" aria-label={`${act}: ${of}`} disabled={isAsked} onClick={onTurn}>
        {act}
      </Button>
      <Announcement>{whole === undefined ? '' : told}</Announcement>
    </span>
  )
}
