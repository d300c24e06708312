import { z } from 'zod'

/** Amounts inside stored terms: minor units as decimal digits, exact in JSON. */
export const minorText = z.string().regex(/^\d{1,15}$/)

/** Quantities inside stored terms: ten-thousandths as decimal digits. */
export const quantityDigits = z.string().regex(/^\d{1,15}$/)
