import { Download } from 'lucide-react';
import { countOf } from '../../shared/words.ts';
import { useApp } from '../state/app.ts';
import type { Progress, Sending } from '../state/import-progress.ts';
import { cancelImport } from '../state/imports.ts';
import { useStore } from '../state/store.ts';
import { FileName } from '../ui/file-name.tsx';
import { formatLeft, formatNumber } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import './strip.css';

/** What is being imported; nothing where nothing is. The first of several drops is shown, the others are counted. */
export function ImportStrip() {
  const { imports } = useApp();
  const { running, queued, sending } = useStore(imports);
  const [first] = running;
  const [next] = sending;
  const waiting = running.length + queued.length + sending.length - 1;
  if (first !== undefined) return <Running progress={first} waiting={waiting} />;
  if (next !== undefined) return <HandingOver sending={next} waiting={waiting} />;
  return null;
}

type HandingOverProps = { readonly sending: Sending; readonly waiting: number };

/** How many files there are is not known before the last folder was walked. */
function HandingOver({ sending, waiting }: HandingOverProps) {
  const { file, done, cancel } = sending;
  return (
    <section className="strip" aria-label="Import">
      <Icon of={Download} />
      <span className="what cut">
        <b>Handing over</b> <FileName name={file} />
      </span>
      <span className="num">{countOf(done, 'file')} handed over</span>
      <Waiting count={waiting} />
      <button type="button" className="button" onClick={cancel}>
        Cancel
      </button>
    </section>
  );
}

type WaitingProps = { readonly count: number };

function Waiting({ count }: WaitingProps) {
  return count > 0 && <span className="muted num">{countOf(count, 'more import')} to come</span>;
}

type RunningProps = { readonly progress: Progress; readonly waiting: number };

function Running({ progress, waiting }: RunningProps) {
  const app = useApp();
  const { id, name, file, done, files, share, found, refused, msLeft } = progress;
  const left = formatLeft(msLeft);
  const finished = files === null || files === 0 ? 0 : (done + share) / files;
  return (
    <section className="strip" aria-label="Import">
      <i className="done" style={{ inlineSize: `${finished * 100}%` }} />
      <Icon of={Download} />
      <span
        className="what cut"
        role="progressbar"
        aria-label="Files imported"
        aria-valuemin={0}
        aria-valuemax={files ?? undefined}
        aria-valuenow={files === null ? undefined : done + share}
      >
        <b>
          {files === null
            ? 'Looking through folders'
            : `File ${formatNumber(Math.min(done + 1, files))} of ${formatNumber(files)}`}
        </b>{' '}
        <FileName name={file === '' ? name : file} />
      </span>
      <span className="num">{countOf(found, 'article')} found</span>
      {refused > 0 && <span className="muted num">{countOf(refused, 'file')} refused</span>}
      {left !== null && <span className="muted num">{left}</span>}
      <Waiting count={waiting} />
      <button type="button" className="button" onClick={() => cancelImport(app, id)}>
        Cancel
      </button>
    </section>
  );
}
