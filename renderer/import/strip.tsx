import { Download } from 'lucide-react';
import { countOf } from '../../shared/words.ts';
import { useApp } from '../state/app.ts';
import type { Progress } from '../state/import-progress.ts';
import { cancelImport } from '../state/imports.ts';
import { useStore } from '../state/store.ts';
import { FileName } from '../ui/file-name.tsx';
import { formatLeft, formatNumber } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import './strip.css';

/** What is being imported; nothing where nothing is. The first of several drops is shown, the others are counted. */
export function ImportStrip() {
  const { imports } = useApp();
  const { running, sending } = useStore(imports);
  const [first] = running;
  if (first !== undefined) return <Running progress={first} waiting={running.length - 1} />;
  if (sending === 0) return null;
  return (
    <section className="strip" aria-label="Import">
      <Icon of={Download} />
      <span className="what cut">Handing over what was chosen</span>
    </section>
  );
}

type RunningProps = { readonly progress: Progress; readonly waiting: number };

function Running({ progress, waiting }: RunningProps) {
  const app = useApp();
  const { id, name, file, done, files, found, refused, msLeft } = progress;
  const left = formatLeft(msLeft);
  const share = files === null || files === 0 ? 0 : done / files;
  return (
    <section className="strip" aria-label="Import">
      <i className="done" style={{ inlineSize: `${share * 100}%` }} />
      <Icon of={Download} />
      <span
        className="what cut"
        role="progressbar"
        aria-label="Files imported"
        aria-valuemin={0}
        aria-valuemax={files ?? undefined}
        aria-valuenow={files === null ? undefined : done}
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
      {waiting > 0 && <span className="muted num">{countOf(waiting, 'more import')}</span>}
      <button type="button" className="button" onClick={() => cancelImport(app, id)}>
        Cancel
      </button>
    </section>
  );
}
