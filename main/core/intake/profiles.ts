/*
 * Dump profiles as a person handles them: what they said of one file is remembered for others, renamed, removed, and
 * handed on as a file. Nothing that is kept is overwritten: rules that differ are another profile.
 */

import { createHash } from 'node:crypto';
import { ReaderError } from '../../../shared/errors.ts';
import {
  mostProfiles,
  profileFileFormat,
  profileFileSchema,
  type DumpProfile,
  type KeptProfile,
  type ProfileFile,
  type ProfileId,
  type ProfilesTaken,
} from '../../../shared/profile.ts';
import type { ImportId } from '../../../shared/model.ts';
import { completeCorrections } from '../../../shared/split.ts';
import { countOf } from '../../../shared/words.ts';
import type { Learned } from '../import/parsed.ts';
import type { Library } from '../library/library.ts';
import { listProfiles } from '../library/profiles.ts';
import type { ImportedFile } from '../library/state.ts';
import { findProfileId, type ParseAgain } from './read-original.ts';

export type Profiles = {
  /** The newest first. */
  readonly list: () => readonly DumpProfile[];
  /**
   * Remembers what was said of a file, as it is split now. A file that was read with a profile gives one that says both,
   * in its place. Refuses with `not-found`, and with `invalid-input` where there is nothing to remember or no room.
   */
  readonly save: (request: SaveRequest) => Promise<ProfileId>;
  /** These answer how many profiles changed. They refuse with `not-found`. */
  readonly rename: (id: ProfileId, name: string) => Promise<number>;
  readonly remove: (id: ProfileId) => Promise<number>;
  /** One profile, or all, as the text of a file. */
  readonly toFile: (id: ProfileId | null) => string;
  /** Takes in what `toFile` gave; anyone may have written it. Refuses with `invalid-input`. */
  readonly takeFile: (text: string) => Promise<ProfilesTaken>;
};

export type SaveRequest = { readonly importId: ImportId; readonly fileNumber: number; readonly name: string };

export type ProfilesOptions = {
  readonly library: Pick<Library, 'catalogue' | 'setProfiles'>;
  readonly parseAgain: ParseAgain;
  readonly clock: () => number;
};

export function createProfiles({ library, parseAgain, clock }: ProfilesOptions): Profiles {
  const { catalogue } = library;
  const list = () => listProfiles(catalogue);

  function find(id: ProfileId): KeptProfile {
    const kept = catalogue.profiles.get(id);
    if (kept === undefined || kept.removed) throw new ReaderError('not-found', 'There is no such dump profile.');
    return kept;
  }

  async function save({ importId, fileNumber, name }: SaveRequest): Promise<ProfileId> {
    const imported = catalogue.imports.get(importId)?.files[fileNumber];
    if (imported === undefined || imported.original === null) {
      throw new ReaderError('not-found', 'The library does not hold this file.');
    }
    const learned = await learn(imported);
    const id = toId(learned);
    const used = findProfileId(imported, imported.corrections);
    const before = list().find((profile) => profile.id === used && profile.id !== id);
    const others = list().filter((profile) => profile !== before && profile.id !== id);
    refuseTooMany(others.length + 1);
    const saved = { id, name: toFreeName(name, others), createdAt: clock(), ...learned, removed: false };
    const replaced = before === undefined ? [] : [{ ...before, removed: true }];
    await library.setProfiles([saved, ...replaced], `remember ${saved.name}`);
    return id;
  }

  async function learn(imported: ImportedFile): Promise<Learned> {
    const result = await parseAgain(imported, completeCorrections(imported.corrections), { learns: true });
    if ('refused' in result.outcome) throw new ReaderError('invalid-input', result.outcome.refused.message);
    const { learned } = result.outcome;
    if (learned === undefined || isEmpty(learned)) {
      const message = 'Nothing was said of this file that could be done with others like it.';
      throw new ReaderError('invalid-input', message);
    }
    return learned;
  }

  async function takeFile(text: string): Promise<ProfilesTaken> {
    const held = list();
    const known: string[] = [];
    const added: KeptProfile[] = [];
    for (const { name, createdAt, fingerprint, rules } of parseFile(text)) {
      const id = toId({ fingerprint, rules });
      const same = [...held, ...added].find((profile) => profile.id === id);
      if (same !== undefined) known.push(same.name);
      else
        added.push({ id, name: toFreeName(name, [...held, ...added]), createdAt, fingerprint, rules, removed: false });
    }
    refuseTooMany(held.length + added.length);
    await library.setProfiles(added, `import ${countOf(added.length, 'dump profile')}`);
    return { added: added.map(({ name }) => name), known };
  }

  return {
    list,
    save,
    async rename(id, name) {
      const kept = find(id);
      const others = list().filter((profile) => profile.id !== id);
      return library.setProfiles([{ ...kept, name: toFreeName(name, others) }], `rename ${kept.name}`);
    },
    async remove(id) {
      const kept = find(id);
      return library.setProfiles([{ ...kept, removed: true }], `delete ${kept.name}`);
    },
    toFile(id) {
      const chosen = id === null ? list() : [find(id)];
      const profiles = chosen.map(({ name, createdAt, fingerprint, rules }) => ({
        name,
        createdAt,
        fingerprint,
        rules,
      }));
      const file: ProfileFile = { format: profileFileFormat, version: 1, profiles };
      return `${JSON.stringify(file, null, 1)}\n`;
    },
    takeFile,
  };
}

function isEmpty({ rules: { encoding, ...lists } }: Learned): boolean {
  return encoding === null && Object.values(lists).every((list) => list.length === 0);
}

/** What says the same is the same profile, wherever it was made. */
function toId({ fingerprint: { texts, shapes }, rules }: Learned): ProfileId {
  const { encoding, borders, lines, places, restore, fields } = rules;
  const content = JSON.stringify([texts, shapes, encoding, borders, lines, places, restore, fields]);
  return createHash('sha256').update(content).digest('hex').slice(0, 32) as ProfileId;
}

/** "Monitor (2)" where there is a "Monitor". */
function toFreeName(name: string, others: readonly DumpProfile[]): string {
  const taken = new Set(others.map((profile) => profile.name));
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name.slice(0, 90)} (${number})`;
    if (!taken.has(free)) return free;
  }
}

function refuseTooMany(count: number): void {
  if (count <= mostProfiles) return;
  throw new ReaderError('invalid-input', `A library holds at most ${mostProfiles} dump profiles. Delete some first.`);
}

function parseFile(text: string): ProfileFile['profiles'] {
  const parsed = profileFileSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new ReaderError('invalid-input', 'This is not a file of dump profiles that can be read.');
  return parsed.data.profiles;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
