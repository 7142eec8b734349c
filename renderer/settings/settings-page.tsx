/* What a person sets once: the sections at the side, the page of one of them beside it. */

import { ArrowLeft, FileStack, Folder, type LucideIcon } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { focusPane } from '../commands/panes.ts';
import { useApp } from '../state/app.ts';
import { closeSettings } from '../state/navigate.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { DumpProfiles } from './dump-profiles.tsx';
import { LibraryFolder } from './library-folder.tsx';
import './settings.css';

type Page = { readonly name: string; readonly icon: LucideIcon; readonly Page: () => ReactNode };

const pages: readonly [Page, ...Page[]] = [
  { name: 'Library folder', icon: Folder, Page: LibraryFolder },
  { name: 'Dump profiles', icon: FileStack, Page: DumpProfiles },
];

export function SettingsPage() {
  const app = useApp();
  const [shown, setShown] = useState(pages[0]);
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
            {pages.map((page, index) => (
              <li key={page.name}>
                <button
                  type="button"
                  className={page === shown ? 'nav at' : 'nav'}
                  aria-current={page === shown ? 'page' : undefined}
                  data-pane-start={index === 0 ? '' : undefined}
                  onClick={() => setShown(page)}
                >
                  <span className="slot" aria-hidden>
                    <Icon of={page.icon} />
                  </span>
                  <span className="name cut">{page.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
      </aside>
      <main className="settings-main" aria-label={shown.name}>
        {/* A scrolling region must be reachable by keys. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="settings-scroll scroll" data-pane="article" role="group" aria-label="Settings" tabIndex={0}>
          <div className="settings-in">
            <h1>{shown.name}</h1>
            <shown.Page />
          </div>
        </div>
      </main>
    </div>
  );
}
