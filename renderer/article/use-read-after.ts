import { useEffect, useState } from 'react';
import type { ArticleId } from '../../shared/model.ts';
import { useApp } from '../state/app.ts';
import { markArticles } from '../state/marks.ts';

const readAfterMs = 1000;

/** Marks an article read when it has been in view for a second; once for each opening, so that `u` holds. */
export function useReadAfter(id: ArticleId, isRead: boolean): void {
  const app = useApp();
  const [wasRead] = useState(isRead);
  useEffect(() => {
    if (wasRead) return;
    const timer = setTimeout(() => {
      void markArticles(app, { ids: [id], patch: { read: true }, past: null });
    }, readAfterMs);
    return () => {
      clearTimeout(timer);
    };
  }, [app, id, wasRead]);
}
