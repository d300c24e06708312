/** How large the measured business is. */
export const MERCHANTS = 20
export const VENUES = 200
export const SKUS = 5_000
export const FAMILIES = 50
