import { useEffect } from 'react';
import { useApp } from '../state/app.ts';
import { useStore } from '../state/store.ts';

/** In a browser the tab asks before it is closed over corrections. Electron would stay open without a word instead. */
export function useLeaveWarning(): void {
  const app = useApp();
  const isAsking = useStore(app.view).workbench?.isChanged === true && app.transport.host === 'browser';
  useEffect(() => {
    if (!isAsking) return;
    const handleLeave = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', handleLeave);
    return () => window.removeEventListener('beforeunload', handleLeave);
  }, [isAsking]);
}
