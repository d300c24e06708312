/// <reference lib="esnext.intl" />

/** A country as phone numbers need it. */
export interface Country {
  /** ISO 3166-1, two letters. */
  readonly region: string
  /** ISO 3166-1, three letters: CYP. */
  readonly code: string
  /** Digits after the plus: 357. */
  readonly callingCode: string
  /** What is dialled before a number within the country and is no part of it abroad. */
  readonly trunk: string
}

// Two letters, three letters, calling code.
const TABLE = `
  ADAND376 AEARE971 AFAFG93 AGATG1 AIAIA1 ALALB355 AMARM374 AOAGO244 ARARG54 ASASM1 ATAUT43 AUAUS61
  AWABW297 AXALA358 AZAZE994 BABIH387 BBBRB1 BDBGD880 BEBEL32 BFBFA226 BGBGR359 BHBHR973 BIBDI257 BJBEN229
  BLBLM590 BMBMU1 BNBRN673 BOBOL591 BQBES599 BRBRA55 BSBHS1 BTBTN975 BWBWA267 BYBLR375 BZBLZ501 CACAN1
  CCCCK61 CDCOD243 CFCAF236 CGCOG242 CHCHE41 CICIV225 CKCOK682 CLCHL56 CMCMR237 CNCHN86 COCOL57 CRCRI506
  CUCUB53 CVCPV238 CWCUW599 CXCXR61 CYCYP357 CZCZE420 DEDEU49 DJDJI253 DKDNK45 DMDMA1 DODOM1 DZDZA213
  ECECU593 EEEST372 EGEGY20 EHESH212 ERERI291 ESESP34 ETETH251 FIFIN358 FJFJI679 FKFLK500 FMFSM691
  FOFRO298 FRFRA33 GAGAB241 GBGBR44 GDGRD1 GEGEO995 GFGUF594 GGGGY44 GHGHA233 GIGIB350 GLGRL299 GMGMB220
  GNGIN224 GPGLP590 GQGNQ240 GRGRC30 GTGTM502 GUGUM1 GWGNB245 GYGUY592 HKHKG852 HNHND504 HRHRV385 HTHTI509
  HUHUN36 IDIDN62 IEIRL353 ILISR972 IMIMN44 ININD91 IOIOT246 IQIRQ964 IRIRN98 ISISL354 ITITA39 JEJEY44
  JMJAM1 JOJOR962 JPJPN81 KEKEN254 KGKGZ996 KHKHM855 KIKIR686 KMCOM269 KNKNA1 KPPRK850 KRKOR82 KWKWT965
  KYCYM1 KZKAZ7 LALAO856 LBLBN961 LCLCA1 LILIE423 LKLKA94 LRLBR231 LSLSO266 LTLTU370 LULUX352 LVLVA371
  LYLBY218 MAMAR212 MCMCO377 MDMDA373 MEMNE382 MFMAF590 MGMDG261 MHMHL692 MKMKD389 MLMLI223 MMMMR95
  MNMNG976 MOMAC853 MPMNP1 MQMTQ596 MRMRT222 MSMSR1 MTMLT356 MUMUS230 MVMDV960 MWMWI265 MXMEX52 MYMYS60
  MZMOZ258 NANAM264 NCNCL687 NENER227 NFNFK672 NGNGA234 NINIC505 NLNLD31 NONOR47 NPNPL977 NRNRU674
  NUNIU683 NZNZL64 OMOMN968 PAPAN507 PEPER51 PFPYF689 PGPNG675 PHPHL63 PKPAK92 PLPOL48 PMSPM508 PRPRI1
  PSPSE970 PTPRT351 PWPLW680 PYPRY595 QAQAT974 REREU262 ROROU40 RSSRB381 RURUS7 RWRWA250 SASAU966 SBSLB677
  SCSYC248 SDSDN249 SESWE46 SGSGP65 SHSHN290 SISVN386 SJSJM47 SKSVK421 SLSLE232 SMSMR378 SNSEN221 SOSOM252
  SRSUR597 SSSSD211 STSTP239 SVSLV503 SXSXM1 SYSYR963 SZSWZ268 TCTCA1 TDTCD235 TGTGO228 THTHA66 TJTJK992
  TKTKL690 TLTLS670 TMTKM993 TNTUN216 TOTON676 TRTUR90 TTTTO1 TVTUV688 TWTWN886 TZTZA255 UAUKR380 UGUGA256
  USUSA1 UYURY598 UZUZB998 VAVAT39 VCVCT1 VEVEN58 VGVGB1 VIVIR1 VNVNM84 VUVUT678 WFWLF681 WSWSM685
  XKXKX383 YEYEM967 YTMYT262 ZAZAF27 ZMZMB260 ZWZWE263
`

// A zero at the start is dialled in front of the number almost everywhere; in these countries it is a part
// of it.
const KEEP_THE_ZERO = new Set(['ITA', 'SMR', 'VAT', 'CIV', 'GAB', 'COG', 'BEN', 'BFA'])
const OTHER_TRUNKS = new Map([
  ['RUS', '8'],
  ['KAZ', '8'],
  ['TKM', '8'],
  ['BLR', '80'],
  ['HUN', '06'],
])

const countries = TABLE.trim().split(/\s+/).map(countryOfEntry)
const byCode = new Map(countries.map((country) => [country.code, country]))
const byRegion = new Map(countries.map((country) => [country.region, country]))

function countryOfEntry(entry: string): Country {
  const code = entry.slice(2, 5)
  const callingCode = entry.slice(5)
  const usual = callingCode === '1' ? '1' : '0'
  const trunk = KEEP_THE_ZERO.has(code) ? '' : (OTHER_TRUNKS.get(code) ?? usual)
  return { region: entry.slice(0, 2), code, callingCode, trunk }
}

/**
 * By three letters as the guide's generation writes countries, by two, or by the calling code: CYP, CY,
 * +357.
 */
export function countryNamed(text: string): Country | undefined {
  const upper = text.trim().toUpperCase()
  const named = byCode.get(upper) ?? byRegion.get(upper)
  if (named) return named
  const digits = upper.replace(/^(\+|00)/, '')
  return countries.find(({ callingCode }) => callingCode === digits)
}

interface WithZones {
  getTimeZones?(): string[] | undefined
  // The name of the same in Node 22.
  readonly timeZones?: string[]
}

let byZone: ReadonlyMap<string, Country> | undefined
const known = new Map<string, Country | undefined>()

/**
 * The country whose clocks show the zone: Europe/Nicosia is Cyprus. undefined for zones of no country, such
 * as UTC.
 */
export function countryOfZone(zone: string): Country | undefined {
  if (known.has(zone)) return known.get(zone)
  byZone ??= zonesOfCountries()
  const canonical = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  const country = byZone.get(canonical)
  known.set(zone, country)
  return country
}

function zonesOfCountries(): ReadonlyMap<string, Country> {
  return new Map(
    countries.flatMap((country) => {
      const locale: WithZones = new Intl.Locale(`und-${country.region}`)
      const zones = locale.getTimeZones?.() ?? locale.timeZones ?? []
      return zones.map((zone) => [zone, country] as const)
    }),
  )
}
