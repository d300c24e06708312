import { remembered } from '../kit/remembered.ts'

/** For texts of which there are few, such as channels and types of tender: every purchase is asked for them. */
export const inCapitals = remembered((text) => text.toUpperCase())
