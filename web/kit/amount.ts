export interface AmountText {
  readonly sign: '' | '+' | '−'
  readonly figures: string
  readonly currency: string
}

export interface AmountStyle {
  readonly currency: string
  readonly locale: string
  /** Whether what is above zero says so. */
  readonly signed?: boolean
}

/** An amount for people: all digits of its currency, its sign apart so that it is never told by colour alone. */
export function amountText(amount: number, { currency, locale, signed = false }: AmountStyle): AmountText {
  const above = signed ? '+' : ''
  const sign = amount === 0 ? '' : amount < 0 ? '−' : above
  return { sign, figures: figuresOf(currency, locale).format(Math.abs(amount)), currency }
}

const formats = new Map<string, Intl.NumberFormat>()

function figuresOf(currency: string, locale: string): Intl.NumberFormat {
  const name = `${locale} ${currency}`
  const known = formats.get(name)
  if (known) return known
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
  }).resolvedOptions()
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: maximumFractionDigits,
    maximumFractionDigits,
  })
  formats.set(name, format)
  return format
}
