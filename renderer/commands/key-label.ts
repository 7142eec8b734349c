/** A key of the command table as it is printed on keys: `Mod+Shift+z` is "Ctrl Shift Z" or "⇧⌘Z". */
export function labelKey(key: string, mac: boolean): string {
  return key
    .split(' ')
    .map((press) => labelPress(press, mac))
    .join(' then ');
}

const names: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

function labelPress(press: string, mac: boolean): string {
  const parts = press.split('+');
  const last = parts.at(-1) ?? '';
  const hasModifier = parts.length > 1;
  const label = names[last] ?? (hasModifier ? last.toUpperCase() : last);
  const modifiers = parts.slice(0, -1).map((part) => labelModifier(part, mac));
  const end = last === 'Space' ? 'Space' : label;
  // Apple prints Shift before Cmd.
  return mac ? [...modifiers.toReversed(), end].join('') : [...modifiers, end].join(' ');
}

function labelModifier(part: string, mac: boolean): string {
  if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
  return mac ? '⇧' : 'Shift';
}
