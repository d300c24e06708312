export type PrinterProblemKind = 'UNSUPPORTED' | 'NOT_CHOSEN' | 'NOT_THERE' | 'REFUSED'

/** Why nothing came out of a printer; the till has the words for each. */
export class PrinterProblem extends Error {
  readonly kind: PrinterProblemKind

  constructor(kind: PrinterProblemKind, cause?: unknown) {
    super(`printer: ${kind}`, { cause })
    this.name = 'PrinterProblem'
    this.kind = kind
  }
}
