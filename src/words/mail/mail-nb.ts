import type { MailTexts } from './mail-texts.ts';

const RELAY = 'eller skriv en e-posttjener i kommunen som sender videre, i SMTP_URL';
const SERVER = 'Se etter at tjenerens navn og port i SMTP_URL er riktige';

/** Plain bokmål. */
export const mailNb: MailTexts = {
  answered: 'svar',
  faults: {
    'unknown-host': (host, code) => ({
      message: `${host} ble ikke nådd: navnetjeneren kjenner ikke navnet${code}.`,
      hint: 'Se etter at tjenerens navn i SMTP_URL er riktig, og at maskinens navnetjener virker.',
    }),
    'name-server-silent': (host, code) => ({
      message: `${host} ble ikke nådd: navnetjeneren svarte ikke${code}.`,
      hint: 'Se etter maskinens nettverk og navnetjener.',
    }),
    'connection-refused': (host, code) => ({
      message: `${host} ble ikke nådd: forbindelsen ble avvist${code}.`,
      hint: `${SERVER}, og at tjeneren er i gang.`,
    }),
    'no-connection': (host, code) => ({
      message: `${host} ble ikke nådd: det ble ingen forbindelse i tide${code}.`,
      hint: `${SERVER}, og at brannmuren slipper denne maskinen fram til den.`,
    }),
    'waits-for-tls': (host, code) => ({
      message: `${host} tok imot forbindelsen og sa ingenting, slik en tjener gjør som venter kryptering med en gang${code}.`,
      hint: 'Skriv smtps:// i SMTP_URL hvis porten er 465, eller behold smtp:// og skriv port 587.',
    }),
    'no-answer': (host, code) => ({
      message: `${host} tok imot forbindelsen, men svarte ikke i tide${code}.`,
      hint: `${SERVER}; den kan også ha for mye å gjøre.`,
    }),
    closed: (host, code) => ({
      message: `${host} brøt forbindelsen før meldingen var tatt imot${code}.`,
      hint: `${SERVER} (smtps:// med 465, smtp:// med 587), og at den lar denne maskinen sende.`,
    }),
    'no-tls': (host, code) => ({
      message: `${host} tilbyr ingen kryptert forbindelse, og navn og passord sendes ikke over noen annen${code}.`,
      hint: 'Skriv smtps:// med port 465 eller smtp:// med port 587 i SMTP_URL, eller få STARTTLS slått på der.',
    }),
    'speaks-plain-first': (host, code) => ({
      message: `${host} begynner ikke med kryptering, slik smtps:// ber om${code}.`,
      hint: 'Skriv smtp:// med port 587 i SMTP_URL (det krypteres med STARTTLS), eller smtps:// med port 465.',
    }),
    'tls-failed': (host, code) => ({
      message: `${host} og denne maskinen blir ikke enige om kryptering${code}.`,
      hint: 'Få tjeneren til å tilby TLS 1.2 eller 1.3, og se etter at ingenting på veien åpner kryptert trafikk.',
    }),
    'own-issuer': (host, code) => ({
      message: `${host} har et sertifikat fra en utsteder som denne maskinen ikke kjenner${code}.`,
      hint: 'Skriv filen (PEM) med utstederens sertifikat i NODE_EXTRA_CA_CERTS, blant tjenestens variabler.',
    }),
    'other-name': (host, code) => ({
      message: `${host} har et sertifikat for et annet navn${code}.`,
      hint: 'Skriv navnet som står i sertifikatet, i SMTP_URL, eller få laget et sertifikat for dette.',
    }),
    expired: (host, code) => ({
      message: `${host} har et sertifikat som er gått ut${code}.`,
      hint: 'Få tjenerens sertifikat fornyet. Se også på klokken til denne maskinen.',
    }),
    'not-yet-valid': (host, code) => ({
      message: `${host} har et sertifikat som ikke gjelder ennå${code}.`,
      hint: 'Se på klokken til denne maskinen, og så på tjenerens sertifikat.',
    }),
    'smtp-auth-off': (host, code) => ({
      message: `${host} har slått av godkjent SMTP («Authenticated SMTP») for organisasjonen eller postkassen${code}.`,
      hint: `Få det slått på i administrasjonssenteret for Microsoft 365 (brukeren, E-post, Behandle e-postapper), ${RELAY}.`,
    }),
    'basic-auth-off': (host, code) => ({
      message: `${host} tar ikke imot navn og passord: grunnleggende godkjenning er slått av${code}.`,
      hint: `Dette programmet logger ikke på med noe annet. Få det tillatt for postkassen, ${RELAY}.`,
    }),
    'sign-in-blocked': (host, code) => ({
      message: `${host} avviste påloggingen etter en regel i organisasjonen${code}.`,
      hint: `Finn den i påloggingsloggen i Microsoft Entra (sikkerhetsstandarder, betinget tilgang, en sperret bruker) og gjør unntak for kontoen, ${RELAY}.`,
    }),
    'login-refused': (host, code) => ({
      message: `${host} avviste navnet eller passordet${code}.`,
      hint: 'Rett dem i SMTP_URL; tegn i et passord som betyr noe i en adresse, skrives som %25 (%), %23 (#), %2F (/), %3F (?), %40 (@) og %3A (:).',
    }),
    'login-refused-exchange': (host, code) => ({
      message: `${host} avviste navnet eller passordet, eller postkassen får ikke sende med SMTP${code}.`,
      hint: `Rett dem i SMTP_URL. Se så etter at «Authenticated SMTP» er på for postkassen i Microsoft 365, ${RELAY}.`,
    }),
    'login-asked': (host, code) => ({
      message: `${host} tar bare imot e-post fra dem som logger på${code}.`,
      hint: 'Skriv navn og passord i SMTP_URL: smtp://navn:passord@tjener:587.',
    }),
    'send-as-refused': (host, code) => ({
      message: `${host} lar ikke denne kontoen sende som adressen i «from»${code}.`,
      hint: 'Skriv kontoens adresse i «from» i config/alerts.yaml, eller gi kontoen rett til å «sende som» den («Send as»).',
    }),
    'sender-refused': (host, code) => ({
      message: `${host} avviste avsenderen${code}.`,
      hint: 'Skriv en adresse i «from» i config/alerts.yaml som tjeneren lar denne maskinen sende fra.',
    }),
    'sender-blocked': (host, code) => ({
      message: `${host} har sperret denne avsenderen eller organisasjonen for sending${code}.`,
      hint: 'Finn grunnen, og få sperren opphevet (Microsoft Defender, «Restricted entities»).',
    }),
    'address-blocked': (host, code) => ({
      message: `${host} tar ikke imot trafikk fra denne maskinens nettadresse${code}.`,
      hint: `Få Microsofts brukerstøtte til å slippe adressen gjennom, ${RELAY}.`,
    }),
    'relay-refused': (host, code) => ({
      message: `${host} sender ikke videre e-post fra denne maskinen til disse mottakerne${code}.`,
      hint: 'Få maskinen sluppet gjennom (i Microsoft 365 en kobling, «connector», for adressen dens), eller skriv navn og passord i SMTP_URL.',
    }),
    'recipients-refused': (host, code) => ({
      message: `${host} avviste alle mottakerne${code}.`,
      hint: 'Rett adressene under «to» i config/alerts.yaml, eller få tjeneren til å ta imot e-post til dem fra denne maskinen.',
    }),
    'too-large': (host, code) => ({
      message: `${host} avviste meldingen fordi den er for stor${code}.`,
      hint: 'Få hevet tjenerens grense, eller gi kanalen færre «indicators» i config/alerts.yaml.',
    }),
    'try-later': (host, code) => ({
      message: `${host} avviste meldingen for nå${code}.`,
      hint: 'Ingenting må gjøres: den er tatt vare på og sendes igjen. Varer det, spør dem som driver tjeneren.',
    }),
    refused: (host, code) => ({
      message: `${host} avviste meldingen${code}.`,
      hint: 'Spør dem som driver tjeneren, hva svaret betyr der; se etter «from» og «to» i config/alerts.yaml.',
    }),
  },
};
