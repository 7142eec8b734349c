import type { SplitView } from '../../shared/split.ts';
import { isMac } from '../commands/use-keys.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { wordLedger } from './words.ts';

type FootProps = { readonly view: SplitView };

/** The ledger, and the keys of the text. */
export function Foot({ view }: FootProps) {
  const [sum = '', parts = ''] = wordLedger(view).split(' = ');
  return (
    <div className="bench-foot num">
      <p role="note" aria-label="Ledger" className="grow">
        <bdi>
          <b>{sum}</b> = {parts}
        </bdi>
      </p>
      <dl className="bench-keys">
        {hints.map(({ keys, words }) => (
          <div key={words}>
            <dt>
              <KeyCap>
                <bdi dir="ltr">{keys}</bdi>
              </KeyCap>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const hints = [
  { keys: '↑ ↓', words: 'line' },
  { keys: isMac ? '⇧↑ ↓' : 'Shift ↑ ↓', words: 'move border' },
  { keys: isMac ? '⌥↑ ↓' : 'Alt ↑ ↓', words: 'border' },
  { keys: 'n p', words: 'in doubt' },
  { keys: isMac ? '⌘↩' : 'Ctrl Enter', words: 'accept' },
];
