import { Download, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Place, PlacePurpose, Task, TaskKind } from '../../shared/place.ts';
import { useApp } from '../state/app.ts';
import { choosePlace, usePlace } from '../state/place.ts';
import { FolderPath } from '../ui/folder-path.tsx';
import { Icon } from '../ui/icon.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { SelfCheck } from './self-check.tsx';
import { Setting } from './setting.tsx';
import { wordTask } from './words.ts';

/** Where the library lies, its copies and backups, and whether all of it is as it was written. */
export function LibraryFolder() {
  const { place, isAsked } = usePlace();
  const task = place?.task ?? null;
  return (
    <>
      <Setting label="Folder" line="Everything Broadsheet keeps lies in it">
        {place !== undefined && <Where place={place} />}
        {place === undefined && !isAsked && <p className="muted">Broadsheet cannot tell where the library lies.</p>}
        <Elsewhere isBusy={task !== null} />
        <Progress task={task} of={['move', 'copy']} />
      </Setting>
      <Setting label="Backup" line="All of it in one file">
        <Backups isBusy={task !== null} />
        <Progress task={task} of={['backup', 'restore']} />
      </Setting>
      <SelfCheck isReadOnly={place?.state === 'read-only'} />
    </>
  );
}

type ProgressProps = { readonly task: Task | null; readonly of: readonly TaskKind[] };

/** How far a long piece of work is, beside the buttons that begin it. */
function Progress({ task, of }: ProgressProps) {
  if (task === null || !of.includes(task.kind)) return null;
  return <ProgressBar words={wordTask(task)} name="Bytes done" done={task.done} total={task.total} />;
}

type WhereProps = { readonly place: Place };

function Where({ place: { folder, portable, note } }: WhereProps) {
  return (
    <>
      <p>
        <FolderPath path={folder} />
      </p>
      {portable && <p className="muted small">Portable: it lies beside the program and travels with it.</p>}
      {note !== null && (
        <p className="setting-note">
          <Icon of={TriangleAlert} />
          <bdi>{note}</bdi>
        </p>
      )}
    </>
  );
}

type ActsProps = { readonly isBusy: boolean };

function Elsewhere({ isBusy }: ActsProps) {
  const { transport } = useApp();
  if (transport.choosePlace === null) {
    return (
      <p className="muted small">
        To open another folder, stop Broadsheet and start it with <code>npm start -- --library FOLDER</code>. To move or
        copy this one, stop Broadsheet first; then the folder may be moved or copied as any other.
      </p>
    );
  }
  return (
    <div className="acts">
      <Choose purpose="open" label="Open another folder…" isBusy={isBusy} />
      <Choose purpose="move" label="Move…" isBusy={isBusy} />
      <Choose purpose="copy" label="Copy…" isBusy={isBusy} />
    </div>
  );
}

function Backups({ isBusy }: ActsProps) {
  const { transport } = useApp();
  if (transport.backup === null) {
    return (
      <div className="acts">
        <Choose purpose="backup" label="Back up…" isBusy={isBusy} />
        <Choose purpose="restore" label="Restore…" isBusy={isBusy} />
      </div>
    );
  }
  return (
    <>
      <div className="acts">
        <a className="button" href={transport.backup} download>
          <Icon of={Download} />
          Download a backup
        </a>
      </div>
      <p className="muted small">
        <code>npm run broadsheet -- restore FILE --library FOLDER</code> brings it back into a new folder. When
        Broadsheet is stopped, <code>npm run broadsheet -- backup FILE</code> writes one as well.
      </p>
    </>
  );
}

type ChooseProps = ActsProps & { readonly purpose: PlacePurpose; readonly label: string };

/** Opens the system's dialog. Stays where it is while it is at work: a button that is gone would lose the focus. */
function Choose({ purpose, label, isBusy }: ChooseProps) {
  const app = useApp();
  const [isAsking, setAsking] = useState(false);
  const isIdle = !isBusy && !isAsking;
  return (
    <button
      type="button"
      className="button"
      aria-disabled={!isIdle}
      onClick={() => {
        if (!isIdle) return;
        setAsking(true);
        void choosePlace(app, purpose).then(() => setAsking(false));
      }}
    >
      {label}
    </button>
  );
}
