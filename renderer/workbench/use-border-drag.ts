import { useEffect, useState, type PointerEvent, type RefObject } from 'react';
import type { Wish } from './bench.ts';
import { findLineAt } from './lines-in-view.ts';

/** A border that is dragged, and the line that it would go before. */
export type Drag = { readonly from: number; readonly to: number };

/** So near to an edge the text scrolls while a border is dragged, and so far in a step. */
const edge = 28;
const stepPixels = 10;

/** Drags a border by the pointer; Esc lets go of it where it was. */
export function useBorderDrag(text: RefObject<HTMLDivElement | null>, onWish: (wish: Wish) => void) {
  const [at, setAt] = useState<Drag | null>(null);
  const [y, setY] = useState(0);
  const isDragging = at !== null;

  function follow(clientY: number): void {
    const to = text.current === null ? null : findLineAt(text.current, clientY);
    setY(clientY);
    if (to !== null) setAt((drag) => (drag === null || drag.to === to ? drag : { ...drag, to }));
  }

  useEffect(() => {
    if (!isDragging) return;
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      setAt(null);
    };
    window.addEventListener('keydown', handleKeyDown, true);
    return () => window.removeEventListener('keydown', handleKeyDown, true);
  }, [isDragging]);

  useEffect(() => {
    if (!isDragging) return;
    const timer = setInterval(() => {
      const box = text.current?.getBoundingClientRect();
      if (box === undefined) return;
      const by = y < box.top + edge ? -stepPixels : y > box.bottom - edge ? stepPixels : 0;
      if (by !== 0) text.current?.scrollBy({ top: by, behavior: 'instant' });
    }, 16);
    return () => clearInterval(timer);
  }, [isDragging, text, y]);

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      const from = findBorderLine(event);
      if (from === null) return;
      // The border itself may be scrolled out of what is laid out: the text holds the pointer.
      event.currentTarget.setPointerCapture(event.pointerId);
      event.preventDefault();
      event.currentTarget.focus({ preventScroll: true });
      setY(event.clientY);
      setAt({ from, to: from });
    },
    onPointerMove: (event: PointerEvent) => {
      if (isDragging) follow(event.clientY);
    },
    onScroll: () => {
      if (isDragging) follow(y);
    },
    onPointerUp: () => {
      if (at !== null && at.to !== at.from) onWish({ kind: 'move', ...at });
      setAt(null);
    },
    onPointerCancel: () => setAt(null),
  };
  return { at, handlers };
}

function findBorderLine({ target, button, isPrimary }: PointerEvent): number | null {
  if (button !== 0 || !isPrimary || !(target instanceof Element) || target.closest('button') !== null) return null;
  const line = target.closest<HTMLElement>('[data-border]')?.dataset['border'];
  return line === undefined ? null : Number(line);
}
