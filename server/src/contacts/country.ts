/// <reference lib="esnext.intl" />

import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
} from 'libphonenumber-js/max'
import metadata from 'libphonenumber-js/max/metadata'

/** As the library of phone numbers knows it: ISO 3166-1, two letters. */
export type Country = CountryCode

// The guide's generation writes three letters, which neither the library nor Intl knows. Two, then three.
const LETTERS = `
  ACASC ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH
  BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BWBWA
  BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV
  CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH
  FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN
  GPGLP GQGNQ GRGRC GTGTM GUGUM GWGNB GYGUY HKHKG HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD
  IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR
  KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA
  MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI
  MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN
  PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS
  RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD
  STSTP SVSLV SXSXM SYSYR SZSWZ TATAA TCTCA TDTCD TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR
  TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF
  WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE
`

const pairs = LETTERS.trim()
  .split(/\s+/)
  .map((pair) => [pair.slice(0, 2), pair.slice(2)] as const)
const ofTwo = new Map<string, string>(pairs)
const ofThree = new Map(pairs.map(([two, three]) => [three, two]))

/** ISO 3166-1, three letters: CYP. */
export function threeLettersOf(country: Country): string {
  return ofTwo.get(country) ?? country
}

/** By three letters, by two, or by the calling code: CYP, CY, +357. */
export function countryNamed(text: string): Country | undefined {
  const upper = text.trim().toUpperCase()
  const letters = ofThree.get(upper) ?? upper
  if (isSupportedCountry(letters)) return letters
  // Where countries share a calling code, the library names the main one first: US for 1.
  return metadata.country_calling_codes[upper.replace(/^(\+|00)/, '')]?.[0]
}

/** What is dialled before a number of the country, without the plus: 357. */
export function callingCodeOf(country: Country): string {
  return getCountryCallingCode(country)
}

const known = new Map<string, Country | undefined>()

/**
 * The country whose clocks show the zone: Europe/Nicosia is Cyprus. undefined for zones of no country, such
 * as UTC.
 */
export function countryOfZone(zone: string): Country | undefined {
  if (known.has(zone)) return known.get(zone)
  // Intl lists each zone under one of its names.
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions()
  const country = getCountries().find((each) => zonesOf(each).includes(timeZone))
  known.set(zone, country)
  return country
}

interface WithZones {
  getTimeZones?(): string[] | undefined
  // The name of the same in Node 22.
  readonly timeZones?: string[]
}

function zonesOf(country: Country): readonly string[] {
  const locale: WithZones = new Intl.Locale(`und-${country}`)
  return locale.getTimeZones?.() ?? locale.timeZones ?? []
}
