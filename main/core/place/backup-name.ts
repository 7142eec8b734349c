/* What a backup is called unless a person says otherwise. */

/** "Broadsheet 2026-11-25.zip", by the calendar of this machine. */
export function nameBackup(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `Broadsheet ${now.getFullYear()}-${month}-${day}.zip`;
}
