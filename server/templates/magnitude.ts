// An amount in euro and a currency → an amount of the same order in that currency, as people write it.

/** How many units make up about one euro, as a power of ten; what is not named takes one. */
const powers: readonly (readonly [power: number, codes: string])[] = [
  [
    1,
    `BOB BRL BWP CNY CUP CZK DKK ERN GHS GTQ HKD HNL LSL MAD MDL MOP MVR MXN NAD NOK SCR SEK SLE STN
     SZL TJS TTD ZAR ZMW ZWG`,
  ],
  [
    2,
    `AFN ALL BDT BTN CVE DJF DOP DZD EGP ETB GMD GYD HTG INR ISK JMD JPY KES KGS LRD MKD MRU MUR MZN
     NIO NPR PHP RSD RUB SRD THB TRY TWD UAH UYU VED VUV XPF YER`,
  ],
  [3, `AMD AOA ARS CDF CLP CRC HUF IQD KMF KPW KRW KZT LKR MMK MWK NGN PKR RWF SDG TZS XAF XOF`],
  [4, "BIF COP GNF IDR KHR LAK MGA MNT PYG SSP SYP UGX UZS VND"],
  [5, "IRR LBP"],
];

const powerOf: ReadonlyMap<string, number> = new Map(
  powers.flatMap(([power, codes]) => codes.split(/\s+/).map((code) => [code, power] as const)),
);

const suffixes: readonly (readonly [at: number, suffix: string])[] = [
  [1_000_000_000, "B"],
  [1_000_000, "M"],
  [1_000, "k"],
];

/** `250k` for 250000 in EUR, `25M` in JPY. */
export function amountIn(currency: string, euro: number): string {
  const amount = euro * 10 ** (powerOf.get(currency) ?? 0);
  const [at, suffix] = suffixes.find(([from]) => amount >= from) ?? [1, ""];
  // The amounts of templates have few digits, so nothing is lost to the fraction.
  return `${Number((amount / at).toPrecision(12))}${suffix}`;
}
