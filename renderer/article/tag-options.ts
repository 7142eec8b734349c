/* What the tag field offers for what was typed. Pure. */

import type { Overview } from '../../shared/model.ts';

export type TagOption = {
  readonly name: string;
  readonly colour: number;
  readonly total: number;
  readonly isNew: boolean;
  /** The name in three: before the match, the match, after it. */
  readonly parts: readonly [before: string, match: string, after: string];
};

const most = 8;

/**
 * Tags that hold the typed text: first the one that is it, then those where it begins a part of the name, and at the
 * end the new tag, unless it is there already. With nothing typed the most used tags are offered.
 */
export function findTagOptions(tags: Overview['tags'], typed: string): readonly TagOption[] {
  const text = typed.trim();
  const wanted = text.toLocaleLowerCase();
  const matches = tags
    .map((tag) => ({ tag, at: tag.name.toLocaleLowerCase().indexOf(wanted) }))
    .filter(({ at }) => at !== -1)
    .sort(
      (a, b) =>
        Number(b.tag.name === text) - Number(a.tag.name === text) ||
        Number(beginsPart(b.tag.name, b.at)) - Number(beginsPart(a.tag.name, a.at)) ||
        b.tag.total - a.tag.total,
    )
    .slice(0, most)
    .map(({ tag, at }) => toOption(tag, at, text.length));
  if (text === '' || tags.some((tag) => tag.name === text)) return matches;
  return [...matches, { name: text, colour: 8, total: 0, isNew: true, parts: ['', text, ''] }];
}

function toOption({ name, colour, total }: Overview['tags'][number], at: number, length: number): TagOption {
  return {
    name,
    colour,
    total,
    isNew: false,
    parts: [name.slice(0, at), name.slice(at, at + length), name.slice(at + length)],
  };
}

/** `har` begins a part of `coast/harbour`, but not of `charts`. */
function beginsPart(name: string, at: number): boolean {
  return at === 0 || /[/\s_-]/.test(name.charAt(at - 1));
}
