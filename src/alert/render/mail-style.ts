import type { Tone } from '../../model/plan/alert.ts';

/** Word, which draws mail in Outlook for Windows, inherits no font and knows `px`, widths and padding of cells alone. */
export const FONT = 'font-family:Arial,Helvetica,sans-serif';
/** Of the sheet, in pixels. */
export const WIDTH = 600;

/** The edge of an item, beside the words that say the same; each in contrast for weak sight on the sheet. */
export const TONE_COLOURS: Readonly<Record<Tone, string>> = {
  met: '#1f7a4d',
  'not-met': '#b3261e',
  neutral: '#5b6673',
};

/** The style of a cell of text. Colours have classes too, which a mail program in the dark reads anew. */
export const CELL = {
  text: `${FONT};font-size:16px;line-height:24px;color:#1b1f24;padding:0 0 8px 0`,
  title: `${FONT};font-size:18px;line-height:25px;font-weight:bold;color:#1b1f24;padding:0 0 4px 0`,
  headline: `${FONT};font-size:16px;line-height:24px;font-weight:bold;padding:0 0 8px 0`,
  label: `${FONT};font-size:14px;line-height:21px;color:#3d4650;font-weight:normal;text-align:left;padding:1px 14px 1px 0`,
  value: `${FONT};font-size:14px;line-height:21px;color:#3d4650;padding:1px 0 1px 0`,
  small: `${FONT};font-size:14px;line-height:21px;color:#4d5661;padding:16px 0 0 0`,
} as const;

/** For mail programs that read a style sheet and show mail in the dark; those that do not lose nothing. */
export const DARK_STYLE =
  ':root{color-scheme:light dark;supported-color-schemes:light dark}' +
  '@media (prefers-color-scheme:dark){' +
  '.page{background-color:#16191d!important}.sheet{background-color:#1f2429!important}.item{background-color:#272d34!important}' +
  '.ink{color:#eef1f4!important}.soft{color:#c3cbd3!important}a{color:#8fc1ff!important}' +
  '.met{color:#7fd6a6!important}.not-met{color:#ff9d94!important}.neutral{color:#c3cbd3!important}}';
