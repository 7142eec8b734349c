import { Check, Redo2, Undo2, X } from 'lucide-react';
import { useCommand } from '../commands/use-command.ts';
import { labelKey } from '../commands/key-label.ts';
import { isMac } from '../commands/use-keys.ts';
import { FileName } from '../ui/file-name.tsx';
import { formatCount } from '../ui/format-count.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { History } from './history.ts';
import type { BenchAction } from './keys.ts';
import { isDoubtful } from './rows.ts';
import { Remember } from './remember.tsx';
import type { Spot } from './spot.ts';

type BenchHeadProps = {
  readonly spot: Spot;
  /** Lines of the file; null until they are counted. */
  readonly total: number | null;
  readonly history: History;
  readonly isAccepting: boolean;
  readonly isRemembered: boolean;
  readonly onRemember: (isRemembered: boolean) => void;
  readonly onAct: (action: BenchAction) => void;
};

/** Which file it is, what it gives, and the way out with it or without. */
export function BenchHead({ spot, total, history, isAccepting, isRemembered, onRemember, onAct }: BenchHeadProps) {
  const close = useCommand('close');
  const { articles, file, span } = spot.view;
  const count = formatCount(articles.length, 'article');
  return (
    <div className="bar bench-head">
      <IconButton icon={X} name="Close without keeping" keyLabel={close.keyLabel} onPress={close.run} />
      <h1 className="cut">
        <FileName name={file} part={span?.number} />
      </h1>
      <span className="muted num cut bench-facts">
        <bdi>{wordFacts(spot, total)}</bdi>
      </span>
      <span className="grow" />
      <IconButton
        icon={Undo2}
        flip
        name="Undo"
        keyLabel={labelKey('Mod+z', isMac)}
        isDisabled={history.past.length === 0}
        onPress={() => onAct({ kind: 'undo' })}
      />
      <IconButton
        icon={Redo2}
        flip
        name="Redo"
        keyLabel={labelKey('Mod+Shift+z', isMac)}
        isDisabled={history.future.length === 0}
        onPress={() => onAct({ kind: 'redo' })}
      />
      <i className="gap" />
      <Remember view={spot.view} isChecked={isRemembered} onChange={onRemember} />
      <button type="button" className="button" onClick={close.run}>
        Cancel
      </button>
      <button
        type="button"
        className="button main"
        aria-disabled={isAccepting}
        aria-keyshortcuts={isMac ? 'Meta+Enter' : 'Control+Enter'}
        onClick={() => onAct({ kind: 'accept' })}
      >
        <Icon of={Check} />
        Accept {count}
      </button>
    </div>
  );
}

function wordFacts({ view, borders }: Spot, total: number | null): string {
  const doubts = borders.filter(isDoubtful).length;
  return [
    formatCount(view.ledger.bytes, 'byte'),
    ...(total === null ? [] : [formatCount(total, 'line')]),
    formatCount(view.articles.length, 'article'),
    ...(doubts === 0 ? [] : [`${formatCount(doubts, 'border')} in doubt`]),
  ].join(', ');
}
