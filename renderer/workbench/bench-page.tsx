import { useMemo, useRef, useState } from 'react';
import type { Corrections } from '../../shared/split.ts';
import { useOriginalLines } from '../state/original-lines.ts';
import { useStore } from '../state/store.ts';
import type { Bench } from './bench.ts';
import { toBenchKeys } from './bench-keys.ts';
import { Cards } from './cards.tsx';
import { findShown } from './encodings.ts';
import { FieldDialog } from './field-dialog.tsx';
import { Foot } from './foot.tsx';
import { BenchHead } from './bench-head.tsx';
import { findBorders, isDoubtful } from './rows.ts';
import { ReadWith } from './remember.tsx';
import { TextPane } from './text-pane.tsx';
import { BenchTools } from './bench-tools.tsx';
import { useBenchActions } from './use-bench-actions.ts';

type BenchPageProps = {
  readonly bench: Bench;
  /** Those that the file is kept with. */
  readonly stored: Corrections;
  /** Where to begin; null: at the first border that wants a look. */
  readonly start: number | null;
};

export function BenchPage({ bench, stored, start }: BenchPageProps) {
  const { view, history, isBusy, said } = useStore(bench.store);
  const borders = useMemo(() => findBorders(view), [view]);
  const [wanted, setLine] = useState(() => start ?? borders.find(isDoubtful)?.line ?? borders[0]?.line ?? 1);
  const lines = useOriginalLines({ sha256: view.sha256, part: view.span?.number }, wanted, findShown(view, stored));
  const { total } = lines;
  // Another encoding may give a text of fewer lines.
  const line = Math.max(1, Math.min(wanted, total ?? wanted));
  const text = useRef<HTMLDivElement>(null);
  const spot = { view, borders, line };
  const { run, wish, isAccepting, isEditing, closeEditor, isRemembered, setRemembered } = useBenchActions({
    bench,
    line,
    total,
    borders,
    text,
    onLine: setLine,
  });
  return (
    // Its keys work from the cards and the bars as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main className="bench" aria-label="Split" aria-busy={isBusy || isAccepting} onKeyDown={toBenchKeys(run)}>
      <BenchHead
        spot={spot}
        total={total}
        history={history}
        isAccepting={isAccepting}
        isRemembered={isRemembered}
        onRemember={setRemembered}
        onAct={run}
      />
      <BenchTools spot={spot} total={total} said={said} onAct={run} onWish={wish} />
      <ReadWith view={view} onWish={wish} />
      <div className="bench-cols">
        <TextPane spot={spot} lines={lines} text={text} onLine={setLine} onWish={wish} />
        <Cards spot={spot} onLine={setLine} onWish={wish} onAct={run} />
      </div>
      <Foot view={view} />
      {isEditing && <FieldDialog spot={spot} onClose={closeEditor} onWish={wish} />}
    </main>
  );
}
