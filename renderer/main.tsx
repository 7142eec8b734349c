/*
 * The window. `app.tsx` lays out the panes; each pane has its folder and uses `state/` (what is shown), `commands/`
 * (what can be done) and `ui/` (what it is made of). Only `transport/` knows how the core is reached.
 */

// The tokens and the common parts come first, so that a pane's own sheet has the last word.
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Window } from './app.tsx';
import { AppContext, createApp } from './state/app.ts';
import { openTransport } from './transport/transport.ts';
import { Boundary } from './ui/boundary.tsx';
import { Trouble } from './ui/trouble.tsx';
// What the system's own colours need stands behind all of it.
import './ui/forced-colours.css';

async function start(): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no place for the window.');
  const root = createRoot(element);
  try {
    const app = createApp(await openTransport());
    root.render(
      <StrictMode>
        <Boundary what="window">
          <AppContext value={app}>
            <QueryClientProvider client={app.cache}>
              <Window />
            </QueryClientProvider>
          </AppContext>
        </Boundary>
      </StrictMode>,
    );
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    root.render(<Trouble title="Broadsheet could not open" words={words} onRetry={reload} />);
  }
}

function reload(): void {
  location.reload();
}

await start();
