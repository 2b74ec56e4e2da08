// A locale, or what a terminal says of it → the currency that is paid with there.
import countryToCurrency from "country-to-currency";

/** What is taken where nobody can tell. */
const otherwise = "EUR";

const currencies: Readonly<Record<string, string>> = countryToCurrency;

/** `CHF` for `de-CH`, `USD` for `en`, whose likeliest region counts; the euro where there is none. */
function currencyOfLocale(locale: string | undefined): string {
  try {
    const region = new Intl.Locale(locale ?? "").maximize().region ?? "";
    return (Object.hasOwn(currencies, region) && currencies[region]) || otherwise;
  } catch {
    return otherwise;
  }
}

/** What of the environment of a terminal tells of money, the strongest first. */
const tellsOfMoney = ["LC_ALL", "LC_MONETARY", "LANG"] as const;

/** The same where the environment names a locale as POSIX writes it, `de_CH.UTF-8`; else by `usual`. */
export function currencyOfTerminal(
  environment: Readonly<Record<string, string | undefined>>,
  usual: string,
): string {
  const said = tellsOfMoney.map((name) => environment[name]).find((text) => text);
  return currencyOfLocale(said === undefined ? usual : localeIn(said));
}

/** The locale of portable programs, `C`, is that of no country. */
function localeIn(posix: string): string | undefined {
  const [name = ""] = posix.split(/[.@]/);
  return /^(?:C|POSIX)$/i.test(name) ? undefined : name.replaceAll("_", "-");
}
