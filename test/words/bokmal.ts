/**
 * Words of bokmål that are not nynorsk, among those a text of this program may come to use. What is right in both
 * (`kolonnen`, `blitt`, `ingen`), and what is another word in nynorsk, is not here.
 */
const WORDS = `
  ikke fra hva hvor hvem hvis hvordan hvorfor hvilken hvilket hvilke hver hvert noen noe mer mens nå ennå også bare
  en et ett én de dem jeg selv samme uten utenfor innenfor innen foran siden fortsatt annen annet flere
  være vært ble gjøre gjort gikk lå sto økte øker økt vokste mangler venter ventes gjelder kommer sier trenger skifter
  regner regnes hentes måles leses vises brukes vurderes sammenliknes sammenlignes utelates avvises begynner begynt
  inneholder likner ligger nevner følger tar tatt holdt skrevet satt fastsatt vedtatt godtatt valgt brutt åpne funnet
  endret endrede uendret uendrede rettet oppdiktet oppdiktede erstattet avsluttet forbedret samlet ønsket merket lagret
  hentet regnet forsinket dempet sammenliknet sammenlignet sammenlikne sammenlikning sammenlikningsgruppe
  sammenlikningsgruppen tall tallet tallene kilde kilden kilder kildene kildens endringen endringene endringer økning
  økningen filen siden gruppen grensen målingen vurderingen vurderinger utviklingen innstillingene undersøkelse
  undersøkelsen rettelse rettelsen rettelser påminnelse begrunnelse forespørsel størrelse forskjell forskjellen
  plasseringen fordelingen ambisjonene indikatorer indikatorene kravene fylkene regionene sted stedet steder årene måned
  måneden måneder uke uka uker dager ganger kvartaler perioder periodene verdier kategorier kategoriene dimensjoner
  kolonner kolonnene desimaler kommuner hendelser navn navnet enhet enheten linjen klokken kjøring kjøringen driften
  oversikten innholdet brudd foreløpig foreløpige høyere høyest høyeste høyst lavere lavest laveste nyere nyeste raskere
  raskest raskeste saktere saktest svakere likeste dårlig dårligst årlig vanlig tidligere gjennomsnittlige finnes norge
  foretak sysselsatte innbyggere virksomheter vei veien jevn hilsen videre hensyn kommunens planens tillatt
  utslippskilden bør gjøres kjør tusenskille anførselstegn tegn
`
  .trim()
  .split(/\s+/);

const KNOWN: ReadonlySet<string> = new Set(WORDS);

/** The words of bokmål in a text that is meant to be nynorsk, each once, in small letters. */
export function bokmalIn(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return [...new Set(words.filter((word) => KNOWN.has(word)))];
}
