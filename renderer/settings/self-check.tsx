import { Check, TriangleAlert } from 'lucide-react';
import type { CheckStatus } from '../../shared/place.ts';
import { useApp } from '../state/app.ts';
import { startCheck, stopCheck, useCheck } from '../state/check.ts';
import { formatCount } from '../ui/format-count.ts';
import { Icon } from '../ui/icon.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { ProblemList } from './problem-list.tsx';
import { Setting } from './setting.tsx';
import { wordCheck, wordProblems } from './words.ts';

type SelfCheckProps = { readonly isReadOnly: boolean };

export function SelfCheck({ isReadOnly }: SelfCheckProps) {
  const { status, failure } = useCheck();
  return (
    <>
      <Setting label="Self-check" line="Reads every file again and compares it with its checksum">
        {failure !== null && <p className="muted">How the library is could not be asked. {failure}</p>}
        {status !== undefined && <Words status={status} />}
        <Acts isRunning={status?.running === true} isReadOnly={isReadOnly} />
      </Setting>
      {status !== undefined && status.problems.length > 0 && <ProblemList problems={status.problems} />}
    </>
  );
}

type WordsProps = { readonly status: CheckStatus };

function Words({ status }: WordsProps) {
  const { running, done, total, finishedAt, problems } = status;
  if (running) {
    return (
      <>
        <ProgressBar words={wordCheck(status)} name="Files checked" done={done} total={total} />
        {problems.length > 0 && <p className="muted">{formatCount(problems.length, 'problem')} so far</p>}
      </>
    );
  }
  const isEnded = finishedAt !== null && (done === 0 || done >= total);
  const isWell = problems.every(({ repaired }) => repaired);
  return (
    <div role="status">
      <p className="checked">
        {isEnded && (
          <span className={`state ${isWell ? 'sure' : 'doubt'}`}>
            <Icon of={isWell ? Check : TriangleAlert} />
          </span>
        )}
        <span className="num">{wordCheck(status)}</span>
      </p>
      {!isEnded && problems.length > 0 && <p className="muted">Until then: {wordProblems(problems)}</p>}
    </div>
  );
}

type ActsProps = { readonly isRunning: boolean; readonly isReadOnly: boolean };

/** The first button is there whatever happens, so that the focus stays on it. */
function Acts({ isRunning, isReadOnly }: ActsProps) {
  const app = useApp();
  return (
    <div className="acts">
      <button
        type="button"
        className="button"
        onClick={() => void (isRunning ? stopCheck(app) : startCheck(app, false))}
      >
        {isRunning ? 'Stop' : 'Check now'}
      </button>
      {!isRunning && !isReadOnly && (
        <button type="button" className="button" onClick={() => void startCheck(app, true)}>
          Check and repair
        </button>
      )}
    </div>
  );
}
