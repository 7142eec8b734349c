import type { ReactNode } from 'react';

type InferredProps = { readonly isInferred: boolean; readonly what: string; readonly children: ReactNode };

/** A value that was concluded and not read looks like it: a dotted line, and the reason in the tooltip. */
export function Inferred({ isInferred, what, children }: InferredProps) {
  if (!isInferred) return <span>{children}</span>;
  return (
    <span className="guess" title={`The ${what} is inferred from the dump; the article itself does not state it.`}>
      {children}
      <span className="sr"> (inferred from the dump)</span>
    </span>
  );
}
