/* What a person must know about the library's folder: bars above the panes, and the page in place of them. */

import { Check, HardDrive, Lock, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ErrorReply } from '../../shared/errors.ts';
import type { Place, Recovery, Waiting } from '../../shared/place.ts';
import { useApp } from '../state/app.ts';
import { askPlace, usePlace } from '../state/place.ts';
import { Icon } from '../ui/icon.tsx';
import { countLost, endSentence, wordRecovery, wordWaiting } from './words.ts';
import './notices.css';

/** The bars. The region is always there, so that screen readers hear what comes into it. */
export function Notices() {
  const { place } = usePlace();
  return (
    <section aria-label="About this library" className="notices" data-pane="notices">
      <div role="alert">{place !== undefined && <LostNotice place={place} />}</div>
      <div role="status">{place !== undefined && <QuietNotices place={place} />}</div>
    </section>
  );
}

type PlaceProps = { readonly place: Place };

function LostNotice({ place: { state, recovery } }: PlaceProps) {
  if (state === 'closed' || recovery === null || countLost(recovery) === 0) return null;
  return <RecoveryNotice recovery={recovery} />;
}

function QuietNotices({ place: { state, reason, recovery, waiting } }: PlaceProps) {
  if (state === 'closed') return null;
  return (
    <>
      {recovery !== null && countLost(recovery) === 0 && <RecoveryNotice recovery={recovery} />}
      {waiting !== null && <WaitingNotice waiting={waiting} />}
      {state === 'read-only' && <ReadOnlyNotice reason={reason} />}
    </>
  );
}

type RecoveryNoticeProps = { readonly recovery: Recovery };

function RecoveryNotice({ recovery }: RecoveryNoticeProps) {
  const app = useApp();
  const isWhole = countLost(recovery) === 0;
  return (
    <Notice icon={isWhole ? Check : TriangleAlert} kind={isWhole ? 'sure' : 'doubt'} words={wordRecovery(recovery)}>
      <button type="button" className="button" onClick={() => app.dialog.set(() => ({ kind: 'repairs' }))}>
        Details
      </button>
      <button type="button" className="button" onClick={() => void askPlace(app, 'place.acknowledge')}>
        Dismiss
      </button>
    </Notice>
  );
}

type WaitingNoticeProps = { readonly waiting: Waiting };

function WaitingNotice({ waiting: { changes, message } }: WaitingNoticeProps) {
  const app = useApp();
  const [before, after] = wordWaiting(changes);
  const words = (
    <>
      {before}
      <bdi>{endSentence(message)}</bdi>
      {after}
    </>
  );
  return (
    <Notice icon={HardDrive} kind="doubt" words={words}>
      <button type="button" className="button" onClick={() => void askPlace(app, 'place.retry')}>
        Try now
      </button>
    </Notice>
  );
}

type ReadOnlyNoticeProps = { readonly reason: ErrorReply | null };

/** A later version's library stays what it is; anything else may be over by now. */
function ReadOnlyNotice({ reason }: ReadOnlyNoticeProps) {
  const app = useApp();
  const words = (
    <>
      This library is open to read only. <bdi>{reason?.message ?? 'Nothing can be changed.'}</bdi>
    </>
  );
  return (
    <Notice icon={Lock} kind="quiet" words={words}>
      {reason?.code !== 'newer-format' && (
        <button type="button" className="button" onClick={() => void askPlace(app, 'place.retry')}>
          Try again
        </button>
      )}
    </Notice>
  );
}

type NoticeProps = {
  readonly icon: LucideIcon;
  readonly kind: 'sure' | 'doubt' | 'quiet';
  readonly words: ReactNode;
  /** What can be done about it. */
  readonly children: ReactNode;
};

function Notice({ icon, kind, words, children }: NoticeProps) {
  return (
    <div className={`notice ${kind}`}>
      <Icon of={icon} />
      <p>{words}</p>
      <span className="acts">{children}</span>
    </div>
  );
}
