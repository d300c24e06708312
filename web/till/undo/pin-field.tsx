import { useId } from 'react'
import { useStanding } from '../api/client.ts'
import { amountOf, type Minor } from '../sale/minor.ts'
import { texts } from '../texts.ts'
import { checkPin, managerRule, needsManager } from './manager-pin.ts'

const words = texts.manager
const NAME = 'pin'

/** Where a form asks for the manager's PIN; nothing where this till has no limit. */
export function PinField() {
  const id = useId()
  const { digits, currency } = useStanding().venue
  const rule = managerRule()
  if (!rule) return null
  return (
    <>
      <label htmlFor={id}>{words.ask(texts.money(amountOf(rule.above, digits), currency))}</label>
      <input id={id} name={NAME} type="password" inputMode="numeric" autoComplete="off" />
    </>
  )
}

/** Why so much may not be undone with what stands in the form; undefined: it may. */
export async function refusedByManager(amount: Minor, given: FormData): Promise<string | undefined> {
  if (!needsManager(amount)) return undefined
  const verdict = await checkPin(String(given.get(NAME) ?? ''))
  if (verdict === 'RIGHT') return undefined
  return verdict === 'LOCKED' ? words.locked : words.wrong
}
