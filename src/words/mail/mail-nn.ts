import type { MailTexts } from './mail-texts.ts';

const RELAY = 'eller skriv ein e-posttenar i kommunen som sender vidare, i SMTP_URL';
const SERVER = 'Sjå etter at namnet og porten til tenaren i SMTP_URL er rette';

/** Plain nynorsk. */
export const mailNn: MailTexts = {
  answered: 'svar',
  faults: {
    'unknown-host': (host, code) => ({
      message: `${host} vart ikkje nådd: namnetenaren kjenner ikkje namnet${code}.`,
      hint: 'Sjå etter at namnet til tenaren i SMTP_URL er rett, og at namnetenaren til maskina verkar.',
    }),
    'name-server-silent': (host, code) => ({
      message: `${host} vart ikkje nådd: namnetenaren svara ikkje${code}.`,
      hint: 'Sjå etter nettverket og namnetenaren til maskina.',
    }),
    'connection-refused': (host, code) => ({
      message: `${host} vart ikkje nådd: sambandet vart avvist${code}.`,
      hint: `${SERVER}, og at tenaren er i gang.`,
    }),
    'no-connection': (host, code) => ({
      message: `${host} vart ikkje nådd: det vart ikkje noko samband i tide${code}.`,
      hint: `${SERVER}, og at brannmuren slepper denne maskina fram til han.`,
    }),
    'waits-for-tls': (host, code) => ({
      message: `${host} tok imot sambandet og sa ingenting, slik ein tenar gjer som ventar kryptering med ein gong${code}.`,
      hint: 'Skriv smtps:// i SMTP_URL dersom porten er 465, eller hald på smtp:// og skriv port 587.',
    }),
    'no-answer': (host, code) => ({
      message: `${host} tok imot sambandet, men svara ikkje i tide${code}.`,
      hint: `${SERVER}; han kan òg ha for mykje å gjere.`,
    }),
    closed: (host, code) => ({
      message: `${host} braut sambandet før meldinga var teken imot${code}.`,
      hint: `${SERVER} (smtps:// med 465, smtp:// med 587), og at han lèt denne maskina sende.`,
    }),
    'no-tls': (host, code) => ({
      message: `${host} tilbyr ikkje noko kryptert samband, og namn og passord blir ikkje sende over noko anna${code}.`,
      hint: 'Skriv smtps:// med port 465 eller smtp:// med port 587 i SMTP_URL, eller få STARTTLS slått på der.',
    }),
    'speaks-plain-first': (host, code) => ({
      message: `${host} byrjar ikkje med kryptering, slik smtps:// bed om${code}.`,
      hint: 'Skriv smtp:// med port 587 i SMTP_URL (det blir kryptert med STARTTLS), eller smtps:// med port 465.',
    }),
    'tls-failed': (host, code) => ({
      message: `${host} og denne maskina blir ikkje samde om kryptering${code}.`,
      hint: 'Få tenaren til å tilby TLS 1.2 eller 1.3, og sjå etter at ingenting på vegen opnar kryptert trafikk.',
    }),
    'own-issuer': (host, code) => ({
      message: `${host} har eit sertifikat frå ein utskrivar som denne maskina ikkje kjenner${code}.`,
      hint: 'Skriv fila (PEM) med sertifikatet til utskrivaren i NODE_EXTRA_CA_CERTS, blant variablane til tenesta.',
    }),
    'other-name': (host, code) => ({
      message: `${host} har eit sertifikat for eit anna namn${code}.`,
      hint: 'Skriv namnet som står i sertifikatet, i SMTP_URL, eller få laga eit sertifikat for dette.',
    }),
    expired: (host, code) => ({
      message: `${host} har eit sertifikat som er gått ut${code}.`,
      hint: 'Få sertifikatet til tenaren fornya. Sjå òg på klokka til denne maskina.',
    }),
    'not-yet-valid': (host, code) => ({
      message: `${host} har eit sertifikat som ikkje gjeld enno${code}.`,
      hint: 'Sjå på klokka til denne maskina, og så på sertifikatet til tenaren.',
    }),
    'smtp-auth-off': (host, code) => ({
      message: `${host} har slått av godkjend SMTP («Authenticated SMTP») for organisasjonen eller postkassa${code}.`,
      hint: `Få det slått på i administrasjonssenteret for Microsoft 365 (brukaren, E-post, Behandle e-postappar), ${RELAY}.`,
    }),
    'basic-auth-off': (host, code) => ({
      message: `${host} tek ikkje imot namn og passord: grunnleggjande godkjenning er slått av${code}.`,
      hint: `Dette programmet loggar ikkje på med noko anna. Få det tillate for postkassa, ${RELAY}.`,
    }),
    'sign-in-blocked': (host, code) => ({
      message: `${host} avviste pålogginga etter ein regel i organisasjonen${code}.`,
      hint: `Finn han i påloggingsloggen i Microsoft Entra (tryggleiksstandardar, vilkårsstyrt tilgang, ein sperra brukar) og gjer unntak for kontoen, ${RELAY}.`,
    }),
    'login-refused': (host, code) => ({
      message: `${host} avviste namnet eller passordet${code}.`,
      hint: 'Rett dei i SMTP_URL; teikn i eit passord som tyder noko i ei adresse, skriv ein som %25 (%), %23 (#), %2F (/), %3F (?), %40 (@) og %3A (:).',
    }),
    'login-refused-exchange': (host, code) => ({
      message: `${host} avviste namnet eller passordet, eller postkassa får ikkje sende med SMTP${code}.`,
      hint: `Rett dei i SMTP_URL. Sjå så etter at «Authenticated SMTP» er på for postkassa i Microsoft 365, ${RELAY}.`,
    }),
    'login-asked': (host, code) => ({
      message: `${host} tek berre imot e-post frå dei som loggar på${code}.`,
      hint: 'Skriv namn og passord i SMTP_URL: smtp://namn:passord@tenar:587.',
    }),
    'send-as-refused': (host, code) => ({
      message: `${host} lèt ikkje denne kontoen sende som adressa i «from»${code}.`,
      hint: 'Skriv adressa til kontoen i «from» i config/alerts.yaml, eller gje kontoen rett til å «sende som» henne («Send as»).',
    }),
    'sender-refused': (host, code) => ({
      message: `${host} avviste avsendaren${code}.`,
      hint: 'Skriv ei adresse i «from» i config/alerts.yaml som tenaren lèt denne maskina sende frå.',
    }),
    'sender-blocked': (host, code) => ({
      message: `${host} har sperra denne avsendaren eller organisasjonen for sending${code}.`,
      hint: 'Finn grunnen, og få sperra oppheva (Microsoft Defender, «Restricted entities»).',
    }),
    'address-blocked': (host, code) => ({
      message: `${host} tek ikkje imot trafikk frå nettadressa til denne maskina${code}.`,
      hint: `Få brukarstøtta til Microsoft til å sleppe adressa gjennom, ${RELAY}.`,
    }),
    'relay-refused': (host, code) => ({
      message: `${host} sender ikkje vidare e-post frå denne maskina til desse mottakarane${code}.`,
      hint: 'Få maskina sleppt gjennom (i Microsoft 365 ei kopling, «connector», for adressa hennar), eller skriv namn og passord i SMTP_URL.',
    }),
    'recipients-refused': (host, code) => ({
      message: `${host} avviste alle mottakarane${code}.`,
      hint: 'Rett adressene under «to» i config/alerts.yaml, eller få tenaren til å ta imot e-post til dei frå denne maskina.',
    }),
    'too-large': (host, code) => ({
      message: `${host} avviste meldinga fordi ho er for stor${code}.`,
      hint: 'Få heva grensa til tenaren, eller gje kanalen færre «indicators» i config/alerts.yaml.',
    }),
    'try-later': (host, code) => ({
      message: `${host} avviste meldinga for no${code}.`,
      hint: 'Ingenting må gjerast: ho er teken vare på og blir send igjen. Varer det, spør dei som driv tenaren.',
    }),
    refused: (host, code) => ({
      message: `${host} avviste meldinga${code}.`,
      hint: 'Spør dei som driv tenaren, kva svaret tyder der; sjå etter «from» og «to» i config/alerts.yaml.',
    }),
  },
};
