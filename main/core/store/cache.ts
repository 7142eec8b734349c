/* The values used last, up to a number of bytes. */

export type Cache = {
  readonly get: (key: string) => unknown;
  /** `bytes` is what the value takes, roughly. A value that would push out most others is not kept. */
  readonly set: (key: string, value: unknown, bytes: number) => void;
};

export function createCache(most: number): Cache {
  const held = new Map<string, { readonly value: unknown; readonly bytes: number }>();
  let total = 0;
  return {
    get(key) {
      const found = held.get(key);
      if (found === undefined) return undefined;
      held.delete(key);
      held.set(key, found);
      return found.value;
    },
    set(key, value, bytes) {
      if (bytes > most / 4 || held.has(key)) return;
      held.set(key, { value, bytes });
      total += bytes;
      for (const [oldest, entry] of held) {
        if (total <= most) break;
        held.delete(oldest);
        total -= entry.bytes;
      }
    },
  };
}
