/* What a key means in the text of the workbench. Pure; letters count by what they produce. */

export type BenchKey = {
  readonly key: string;
  readonly alt: boolean;
  readonly shift: boolean;
  /** Ctrl, on macOS Cmd. */
  readonly mod: boolean;
};

export type BenchAction =
  | { readonly kind: 'go'; readonly by: number }
  | { readonly kind: 'page'; readonly direction: 1 | -1 }
  | { readonly kind: 'border'; readonly direction: 1 | -1 }
  /** To the next border that wants a look. */
  | { readonly kind: 'doubt'; readonly direction: 1 | -1 }
  | { readonly kind: 'move-border'; readonly direction: 1 | -1 }
  | { readonly kind: 'split' | 'join' | 'field' | 'undo' | 'redo' | 'accept' | 'close' };

/** Null where the key is not the workbench's. Home and End go by infinitely many lines. */
export function findBenchAction({ key, alt, shift, mod }: BenchKey): BenchAction | null {
  if (mod) return alt ? null : findWithMod(key.toLowerCase(), shift);
  const direction = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null;
  if (direction !== null) {
    if (alt) return shift ? null : { kind: 'border', direction };
    return shift ? { kind: 'move-border', direction } : { kind: 'go', by: direction };
  }
  return alt || shift ? null : findPlain(key);
}

function findWithMod(letter: string, shift: boolean): BenchAction | null {
  if (letter === 'z') return { kind: shift ? 'redo' : 'undo' };
  if (shift) return null;
  return letter === 'y' ? { kind: 'redo' } : letter === 'enter' ? { kind: 'accept' } : null;
}

/** Caps Lock makes an S of an s without Shift. */
function findPlain(key: string): BenchAction | null {
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'Home':
      return { kind: 'go', by: -Infinity };
    case 'End':
      return { kind: 'go', by: Infinity };
    case 'PageDown':
      return { kind: 'page', direction: 1 };
    case 'PageUp':
      return { kind: 'page', direction: -1 };
    case 'Enter':
    case 's':
      return { kind: 'split' };
    case 'j':
      return { kind: 'join' };
    case 'n':
      return { kind: 'doubt', direction: 1 };
    case 'p':
      return { kind: 'doubt', direction: -1 };
    case 'f':
      return { kind: 'field' };
    case 'Escape':
      return { kind: 'close' };
    default:
      return null;
  }
}
