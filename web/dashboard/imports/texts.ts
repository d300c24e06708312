import { chosenLanguage, spokenIn } from '../texts/language.ts'
import type { Told } from '../texts/told.ts'
import { greek } from './texts/el.ts'
import { english } from './texts/en.ts'

const ground: Told<typeof english> = english

/** What an import says. */
export const words = spokenIn(chosenLanguage(), ground, greek)
