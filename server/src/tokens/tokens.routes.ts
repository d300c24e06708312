import { type Route, route } from '../http/index.ts'
import { createToken } from './create-token.ts'
import { listTokens, showToken } from './list-tokens.ts'
import * as preferences from './preferences.api.ts'
import { setPreferences, showPreferences } from './set-preferences.ts'
import { showWalletCode } from './show-wallet-code.ts'
import type { HashCode } from './token-code.ts'
import * as api from './tokens.api.ts'
import type { WalletCodes } from './wallet-code.ts'
import { getWalletCode } from './wallet-codes.api.ts'

export interface TokensWiring {
  readonly hashCode: HashCode
  readonly walletCodes: WalletCodes
}

export function tokensRoutes({ hashCode: hash, walletCodes }: TokensWiring): readonly Route[] {
  return [
    route(api.createToken, async (work, { params, body }) => {
      const { token, code, alternative } = await createToken(work, params.id, { body, hash })
      return showToken(token, { value: code, alternative_token: alternative })
    }),
    route(api.listTokens, (work, { params }) => listTokens(work, params.id)),
    route(getWalletCode, (work, { params }) => showWalletCode(work, params.id, walletCodes)),
    route(preferences.getPreferences, (work, { params }) => showPreferences(work, params.id)),
    route(preferences.setPreferences, (work, { params, body }) => setPreferences(work, params.id, body)),
  ]
}
