/* File names as they may be shown: a name is data and may hold line breaks, escape codes or marks that turn text round. */

const controls = /[\u0000-\u001F\u007F]/g;
const hidden = /[\u0080-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

/**
 * Makes a file name safe to show. Control characters become their pictures (a line break is shown as U+240A),
 * bidi controls and other invisible characters become `\u202e` text. Other letters stay as they are.
 */
export function displayName(file: string): string {
  return file.replace(controls, toPicture).replace(hidden, toEscape);
}

function toPicture(character: string): string {
  const code = character.charCodeAt(0);
  return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
