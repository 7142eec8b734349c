/* What a person sets once: the sections at the side, the page of one of them beside it. */

import { ArrowLeft, Folder } from 'lucide-react';
import { useEffect } from 'react';
import { focusPane } from '../commands/panes.ts';
import { useApp } from '../state/app.ts';
import { closeSettings } from '../state/navigate.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { LibraryFolder } from './library-folder.tsx';
import './settings.css';

export function SettingsPage() {
  const app = useApp();
  useEffect(() => {
    focusPane('sidebar');
  }, []);
  return (
    <div className="settings">
      <aside className="sidebar" aria-label="Sidebar">
        <div className="bar">
          <IconButton
            icon={ArrowLeft}
            flip
            name="Back to the library"
            keyLabel="Esc"
            onPress={() => closeSettings(app)}
          />
          <span className="wordmark grow">Settings</span>
        </div>
        <div className="under oxford" />
        <nav aria-label="Settings" className="scroll" data-pane="sidebar">
          <ul>
            <li>
              <button type="button" className="nav at" aria-current="page" data-pane-start="">
                <span className="slot" aria-hidden>
                  <Icon of={Folder} />
                </span>
                <span className="name cut">Library folder</span>
              </button>
            </li>
          </ul>
        </nav>
      </aside>
      <main className="settings-main" aria-label="Library folder">
        {/* A scrolling region must be reachable by keys. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="settings-scroll scroll" data-pane="article" role="group" aria-label="Settings" tabIndex={0}>
          <div className="settings-in">
            <h1>Library folder</h1>
            <LibraryFolder />
          </div>
        </div>
      </main>
    </div>
  );
}
