/*
 * From the id of an article to its slot: a hash table that keeps no id, because ids lie in the racks already. With open
 * addressing and linear probing (Knuth, TAOCP 6.4, algorithm L), at most half full.
 */

export type IdIndex<Id extends string> = {
  readonly size: () => number;
  readonly get: (id: Id) => number | undefined;
  /** False, and nothing is changed, where the id has a slot already. The id is made only where its hash is there. */
  readonly add: (slot: number, hash: number, toId: () => Id) => boolean;
  /** The slot must still hold the id. */
  readonly delete: (id: Id) => void;
};

const FREE = -1;
const GONE = -2;
const FIRST_CAPACITY = 1024;

/** `isAt` says whether a slot holds an id. Slots are whole numbers from 0 to 2 ** 31 - 1. */
export function createIdIndex<Id extends string>(isAt: (slot: number, id: Id) => boolean): IdIndex<Id> {
  let slots = new Int32Array(FIRST_CAPACITY).fill(FREE);
  let hashes = new Int32Array(FIRST_CAPACITY);
  let size = 0;
  /** Places that were ever used: those of ids that are gone lengthen a search too. */
  let used = 0;

  /** The first place, from one on, whose id has this hash, or that is free. */
  function seek(hash: number, from: number): number {
    const mask = slots.length - 1;
    for (let place = from & mask; ; place = (place + 1) & mask) {
      const slot = slots[place] ?? FREE;
      if (slot === FREE || (slot !== GONE && hashes[place] === hash)) return place;
    }
  }

  function find(hash: number, toId: () => Id): number {
    for (let place = seek(hash, hash); ; place = seek(hash, place + 1)) {
      const slot = slots[place] ?? FREE;
      if (slot === FREE || isAt(slot, toId())) return place;
    }
  }

  function grow(): void {
    const [oldSlots, oldHashes] = [slots, hashes];
    // Where most of what was used is gone, there is room enough.
    const capacity = size * 4 > oldSlots.length ? oldSlots.length * 4 : oldSlots.length;
    slots = new Int32Array(capacity).fill(FREE);
    hashes = new Int32Array(capacity);
    used = size;
    const mask = capacity - 1;
    for (let old = 0; old < oldSlots.length; old += 1) {
      const slot = oldSlots[old] ?? FREE;
      if (slot < 0) continue;
      const hash = oldHashes[old] ?? 0;
      let place = hash & mask;
      while (slots[place] !== FREE) place = (place + 1) & mask;
      slots[place] = slot;
      hashes[place] = hash;
    }
  }

  return {
    size: () => size,
    get(id) {
      const slot = slots[find(hashOf(id), () => id)] ?? FREE;
      return slot === FREE ? undefined : slot;
    },
    add(slot, hash, toId) {
      if (used * 2 >= slots.length) grow();
      const place = find(hash, toId);
      if (slots[place] !== FREE) return false;
      slots[place] = slot;
      hashes[place] = hash;
      size += 1;
      used += 1;
      return true;
    },
    delete(id) {
      const place = find(hashOf(id), () => id);
      if (slots[place] === FREE) return;
      slots[place] = GONE;
      size -= 1;
    },
  };
}

/** FNV-1a over code units, 32 bits, its bits mixed once more because only the low ones choose the place. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
