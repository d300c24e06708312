export { judgeCode, type SentCode } from './judge-code.ts'
export { cancelToken, getToken } from './own-token.ts'
export {
  type AutomaticRule,
  automaticRule,
  type NotAutomatic,
  type SpendPreference,
  whyNot,
} from './preference.ts'
export * as preferencesApi from './preferences.api.ts'
export { hasPreferences, readPreferences, switchOff } from './preferences.store.ts'
export { readPreference } from './set-preferences.ts'
export { ownWalletCode, recogniseWalletCode, withOwnCode } from './show-wallet-code.ts'
export type { SpendToken } from './token.ts'
export { codeHasher, type HashCode } from './token-code.ts'
export * as tokensApi from './tokens.api.ts'
export { TokenAlreadyUsed, TokenExpired, TooManyAttempts, tokenProblem } from './tokens.errors.ts'
export { type TokensWiring, tokensRoutes } from './tokens.routes.ts'
export { endTokensOf, readTokens, useTokens } from './tokens.store.ts'
export { openWalletCodes, type WalletCodes } from './wallet-code.ts'
export * as walletCodesApi from './wallet-codes.api.ts'
