import { useEffect, useRef, useState } from 'react';
import type { Place } from '../../shared/place.ts';
import { useApp } from '../state/app.ts';
import { askPlace, choosePlace } from '../state/place.ts';
import { FolderPath } from '../ui/folder-path.tsx';
import { canOpenReadable, titleClosed } from './words.ts';
import './closed-page.css';

type ClosedPageProps = { readonly place: Place };

/** In place of everything: the library is not open. Why, where it lies, and what can be done. */
export function ClosedPage({ place: { folder, reason } }: ClosedPageProps) {
  const app = useApp();
  const first = useRef<HTMLButtonElement>(null);
  const { tried, attempt } = useAttempts();
  useEffect(() => first.current?.focus(), []);
  const title = titleClosed(reason?.code);
  return (
    <main className="closed scroll" aria-label={title}>
      <div className="oxford" />
      <div role="alert">
        <h1>{title}</h1>
        {reason !== null && (
          <p className="why">
            <bdi>{reason.message}</bdi>
          </p>
        )}
      </div>
      <p className="where">
        <span className="label">Folder</span> <FolderPath path={folder} />
      </p>
      <div className="acts">
        <button
          ref={first}
          type="button"
          className="button big main"
          onClick={() => attempt(() => askPlace(app, 'place.retry'))}
        >
          Retry
        </button>
        {app.transport.choosePlace !== null && (
          <button type="button" className="button big" onClick={() => attempt(() => choosePlace(app, 'open'))}>
            Choose another folder…
          </button>
        )}
        {canOpenReadable(reason?.code) && (
          <button
            type="button"
            className="button big"
            onClick={() => attempt(() => askPlace(app, 'place.openReadable'))}
          >
            Open a read-only copy of what is readable
          </button>
        )}
      </div>
      <p role="status" className="muted">
        {tried > 0 && `Tried again${tried > 1 ? `, ${tried} times` : ''}: the library is still closed.`}
      </p>
      {app.transport.choosePlace === null && (
        <p className="muted">
          To read another folder, stop Broadsheet and start it with <code>npm start -- --library FOLDER</code>.
        </p>
      )}
    </main>
  );
}

/** One attempt at a time; how many the core answered while this page still stands. */
function useAttempts(): { readonly tried: number; readonly attempt: (run: () => Promise<unknown>) => void } {
  const [tried, setTried] = useState(0);
  const isUnderWay = useRef(false);
  async function follow(attempt: Promise<unknown>): Promise<void> {
    const isAnswered = await attempt;
    isUnderWay.current = false;
    if (isAnswered === true) setTried((before) => before + 1);
  }
  return {
    tried,
    attempt: (run) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      void follow(run());
    },
  };
}
