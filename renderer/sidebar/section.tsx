import { useId, useState, type ReactNode } from 'react';
import { formatNumber } from '../ui/format.ts';

type SectionProps<Each> = {
  readonly title: string;
  readonly entries: readonly Each[];
  readonly children: (entry: Each) => ReactNode;
};

/** More than this is unfolded on demand: a year of drops must not make the sidebar slow. */
const few = 60;

/** A named group of entries; an empty one is not there. */
export function Section<Each>({ title, entries, children }: SectionProps<Each>) {
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  if (entries.length === 0) return null;
  const shown = isWhole ? entries : entries.slice(0, few);
  return (
    <>
      <h2 className="label" id={id}>
        {title}
      </h2>
      <ul aria-labelledby={id}>{shown.map(children)}</ul>
      {shown.length < entries.length && (
        <button type="button" className="nav more" data-entry="" tabIndex={-1} onClick={() => setWhole(true)}>
          Show all {formatNumber(entries.length)}
        </button>
      )}
    </>
  );
}
