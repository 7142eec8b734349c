import type { Overview } from '../../shared/model.ts';

type Tag = Overview['tags'][number];
export type NestedTag = { readonly tag: Tag; readonly depth: number; readonly shortName: string };

/** Sorts tags by name and sets `harbour/pilots` below `harbour` where that tag exists; otherwise its name stays whole. */
export function nestTags(tags: readonly Tag[]): readonly NestedTag[] {
  const names = new Set(tags.map((tag) => tag.name));
  return [...tags]
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
    .map((tag) => {
      const parents = findParents(tag.name).filter((parent) => names.has(parent));
      const nearest = parents.at(-1);
      return {
        tag,
        depth: parents.length,
        shortName: nearest === undefined ? tag.name : tag.name.slice(nearest.length + 1),
      };
    });
}

function findParents(name: string): readonly string[] {
  const parts = name.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
