import type { z } from 'zod'
import { type Endpoint, endpoint, Forbidden, type Input, type Route, route } from '../http/index.ts'
import { AmbiguousIdentifier, type RefusalMaker } from '../kit/error.ts'
import type { BackOffice } from './ask-back-office.ts'
import { ownContact, ownWallet } from './own.ts'

export const tag = 'Self-service'
export const base = '/self-service/v2'

// What is named twice may be of others, and is not found; and a contact is no key of a part of the business.
const NOT_OF_CONTACTS: readonly RefusalMaker[] = [AmbiguousIdentifier, Forbidden]

type OwnNames = Pick<Endpoint, 'name' | 'path' | 'summary'> &
  Partial<Pick<Endpoint, 'status' | 'description'>>

/** An endpoint of the back office as contacts have it, below their own address: same schemas, same answer. */
export function asOwn<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  { description: _, ...of }: Endpoint<P, Q, B, R>,
  { path, ...own }: OwnNames,
  access: 'contact' | 'app' = 'contact',
): Endpoint<P, Q, B, R> {
  const errors = of.errors.filter((refusal) => !NOT_OF_CONTACTS.includes(refusal))
  return endpoint({ ...of, ...own, path: `${base}/${path}`, tag, access, errors })
}

type WithId = z.ZodType<{ readonly id: string }>

/** Answered by the endpoint of the back office, where the id of the path is the contact's own. */
export function contactRoute<P extends WithId, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  office: BackOffice,
  declared: Endpoint<P, Q, B, R>,
  of: Endpoint<P, Q, B, R>,
): Route {
  return ownRoute(office, { declared, of, find: ownContact })
}

/** The same for a wallet. */
export function walletRoute<P extends WithId, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  office: BackOffice,
  declared: Endpoint<P, Q, B, R>,
  of: Endpoint<P, Q, B, R>,
): Route {
  return ownRoute(office, { declared, of, find: ownWallet })
}

interface Own<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  readonly declared: Endpoint<P, Q, B, R>
  readonly of: Endpoint<P, Q, B, R>
  readonly find: (work: Parameters<typeof ownContact>[0], name: string) => Promise<{ readonly id: string }>
}

function ownRoute<P extends WithId, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  office: BackOffice,
  { declared, of, find }: Own<P, Q, B, R>,
): Route {
  return route(declared, async (work, input: Input<P, Q, B>) => {
    const { id } = await find(work, input.params.id)
    const told = await office.forward(work, of, { ...input, params: { ...input.params, id } })
    return told as z.input<R>
  })
}
