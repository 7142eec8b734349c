/*
 * Which names of a library's folder go into a backup, and which may come out of one. A zip from elsewhere may name
 * anything, so that nothing here trusts a name because it was in a zip.
 */

/** Written into each backup beside the library's own files; never files of a library themselves. */
export const README_NAME = 'README.txt';
export const MANIFEST_NAME = 'MANIFEST.json';

/** The lock with the files that SQLite may lay beside it, how far a check is, what can be made again, and backups. */
const leftOutAtTop = /^(?:lock(?:[.-].*)?|check\.json|index|backups)$/i;
const ofTheBackup = new Set([README_NAME, MANIFEST_NAME].map((name) => name.toLowerCase()));
const temporary = /\.tmp$/i;

/** "Naming Files, Paths, and Namespaces", Microsoft: these open a device, whatever ending follows. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/i;
/** A colon names a drive or a hidden stream on Windows. */
const unsafe = /[\u0000-\u001F\u007F\\:]/;

/**
 * Whether a file, by its path relative to the library's folder with `/` between, goes into a backup: all but the lock,
 * `index/`, `backups/`, temporary files, and the README and manifest that unpacking a backup by hand leaves there.
 */
export function isBackedUp(path: string): boolean {
  const [top = '', ...rest] = path.split('/');
  if (leftOutAtTop.test(top) || (rest.length === 0 && ofTheBackup.has(top.toLowerCase()))) return false;
  return !temporary.test(path);
}

/** Whether a relative path with `/` between stays within its folder and means the same file on every system. */
export function isSafePath(path: string): boolean {
  return path.isWellFormed() && !unsafe.test(path) && path.split('/').every(isSafeName);
}

function isSafeName(name: string): boolean {
  return name !== '' && !/[. ]$/.test(name) && !device.test(name);
}
