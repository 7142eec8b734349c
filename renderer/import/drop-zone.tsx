/* Files dropped anywhere on the window, and files or text pasted outside of a text field. */

import { useEffect, useState } from 'react';
import { isField } from '../commands/use-keys.ts';
import { useApp } from '../state/app.ts';
import { importDropped, importText } from '../state/imports.ts';
import './drop-zone.css';

export function DropZone() {
  const app = useApp();
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    // Enter and leave come for each element under the pointer: only the balance says whether the window was left.
    let depth = 0;
    const over = (change: number): void => {
      depth = Math.max(0, depth + change);
      setOver(depth > 0);
    };
    const handlers = {
      dragenter: (event: DragEvent) => hasFiles(event) && over(1),
      dragleave: (event: DragEvent) => hasFiles(event) && over(-1),
      dragover: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      },
      drop: (event: DragEvent) => {
        over(-depth);
        if (!hasFiles(event) || event.dataTransfer === null) return;
        event.preventDefault();
        importDropped(app, event.dataTransfer);
      },
    };
    const controller = new AbortController();
    const { signal } = controller;
    window.addEventListener('dragenter', handlers.dragenter, { signal });
    window.addEventListener('dragleave', handlers.dragleave, { signal });
    window.addEventListener('dragover', handlers.dragover, { signal });
    window.addEventListener('drop', handlers.drop, { signal });
    window.addEventListener('paste', (event) => handlePaste(event), { signal });

    function handlePaste(event: ClipboardEvent): void {
      const { target, clipboardData } = event;
      if (clipboardData === null || (target instanceof Element && isField(target))) return;
      event.preventDefault();
      if (clipboardData.files.length > 0) importDropped(app, clipboardData);
      else importText(app, clipboardData.getData('text/plain'));
    }
    return () => {
      controller.abort();
    };
  }, [app]);

  if (!isOver) return null;
  return (
    <div className="drop-over" role="status">
      <div className="drop-words">
        <div className="oxford" />
        <p>Drop to import</p>
      </div>
    </div>
  );
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}
