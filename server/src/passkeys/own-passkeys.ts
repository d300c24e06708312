import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import type { Passkey, SubjectOf } from './passkey.ts'
import { deletePasskey, passkeysOf, saveName } from './passkeys.store.ts'

export async function renamePasskey(
  work: Work,
  of: SubjectOf,
  { passkey, name }: { readonly passkey: string; readonly name: string },
): Promise<Passkey> {
  const found = await ownPasskey(work, of, passkey)
  await saveName(work, found.id, name)
  return { ...found, name }
}

/** Nobody signs in with it any more; who is signed in stays so. */
export async function removePasskey(work: Work, of: SubjectOf, passkey: string): Promise<string> {
  const { id } = await ownPasskey(work, of, passkey)
  await deletePasskey(work, id)
  return id
}

async function ownPasskey(work: Work, of: SubjectOf, name: string): Promise<Passkey> {
  const id = parseGuid(name)
  const found = (await passkeysOf(work, of)).find((each) => each.id === id)
  if (!found) throw notFound('passkey', name)
  return found
}
