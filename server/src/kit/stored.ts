import { z } from 'zod'

/** Amounts inside stored terms: minor units as decimal digits, exact in JSON. */
export const minorText = z.string().regex(/^\d{1,15}$/)

/** Quantities inside stored terms: ten-thousandths as decimal digits. */
export const quantityDigits = z.string().regex(/^\d{1,15}$/)

/** Amounts or quantities by which a rule counts or divides: never zero. */
export const positiveDigits = z.string().regex(/^[1-9]\d{0,14}$/)
