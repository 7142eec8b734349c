import { ClipboardPaste, FolderOpen } from 'lucide-react';
import { useCommand } from '../commands/use-command.ts';
import { useApp } from '../state/app.ts';
import { importSample } from '../state/imports.ts';
import { Icon } from '../ui/icon.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import './empty-library.css';

/** The first page: one sentence, one large target, three ways in. */
export function EmptyLibrary() {
  const app = useApp();
  const files = useCommand('importFiles');
  const folder = useCommand('importFolder');
  const paste = useCommand('importText');
  return (
    <main className="empty scroll" aria-label="Empty library" data-pane="article">
      <div className="target">
        <div className="oxford" />
        <div className="box">
          <h1>Drop news text here</h1>
          <p className="deck">Files and folders become articles you can read, mark and tag.</p>
          <div className="acts">
            <button type="button" className="button main big" onClick={files.run}>
              <Icon of={FolderOpen} />
              Choose files…
            </button>
            <button type="button" className="button big" onClick={folder.run}>
              Choose a folder…
            </button>
            <button type="button" className="button big" onClick={paste.run}>
              <Icon of={ClipboardPaste} />
              Paste text <KeyCap>{paste.keyLabel}</KeyCap>
            </button>
          </div>
          <p className="sample">
            Nothing at hand?{' '}
            <button type="button" className="link" onClick={() => importSample(app)}>
              Open the sample dump
            </button>
            , written for this purpose.
          </p>
        </div>
        <div className="kinds">
          <div>
            <h2>What it reads</h2>
            Plain text, in any common encoding, with one article or many in a file
          </div>
          <div>
            <h2>What it keeps</h2>
            Your original, unchanged, and every line that was left out, with the reason
          </div>
          <div>
            <h2>Where it goes</h2>
            Nowhere. The library is a folder on this computer; no request is made
          </div>
        </div>
      </div>
    </main>
  );
}
