/*
 * The renderer's one way out. Host A puts a bridge on `window.broadsheet`; in a browser (host B) the same bridge is
 * built over HTTP. What lies behind is the same core, and no pane knows which host it has.
 */

import type { CommandId } from '../../shared/commands.ts';
import type { Bridge, ReaderEvent, Reply } from '../../shared/contract.ts';
import type { ImportId } from '../../shared/model.ts';
import { createElectronTransport } from './electron.ts';
import { createHttpTransport } from './http.ts';

/** Whether the core answers. `words` is the sentence to show when it does not. */
export type Connection = { readonly state: 'open' } | { readonly state: 'lost'; readonly words: string };

/**
 * Files on their way from this window to the core. A host that hands over paths is done at once and never says anything;
 * one that sends bytes calls `onFile` before each file, with how many went before it, and stops when the signal says so.
 */
export type Handover = {
  readonly signal: AbortSignal;
  readonly onFile: (name: string, done: number) => void;
};

export type Transport = {
  readonly host: 'electron' | 'browser';
  /** The import this window was opened for: the files named on the command line. */
  readonly opensOn: ImportId | null;
  /** Rejects only when the core cannot be reached; everything the core says is in the reply. */
  readonly call: (method: string, input: unknown) => Promise<Reply<unknown>>;
  readonly onEvent: (listener: (event: ReaderEvent) => void) => () => void;
  /** Events were missed: everything shown must be fetched again. */
  readonly onResync: (listener: () => void) => () => void;
  readonly onConnection: (listener: (connection: Connection) => void) => () => void;
  /** Clicks in the native menu; never in a browser. */
  readonly onCommand: (listener: (command: CommandId) => void) => () => void;
  /** Files and folders of a drop or a paste. Must be called inside the event, before anything is awaited. */
  readonly importDropped: (data: DataTransfer, handover: Handover) => Promise<Reply<ImportId | null>>;
  /** Lets the person choose. Null when nothing was chosen. */
  readonly choose: (what: 'files' | 'folder', handover: Handover) => Promise<Reply<ImportId | null>>;
  /** The system's dialog for a folder or a backup file, and then what was asked for. Null where the host has none. */
  readonly choosePlace: Bridge<File>['choosePlace'];
  /** Where a backup is downloaded from; null where the system's dialog writes one. */
  readonly backup: string | null;
  /** Tries again after the connection was lost. */
  readonly retry: () => void;
};

declare global {
  // Declaration merging is the one thing a type alias cannot do.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Window {
    readonly broadsheet?: Bridge<File>;
  }
}

/**
 * Opens the transport of the host this page runs in.
 *
 * @throws Error with a sentence for the screen when the page has no session (host B, link already used).
 */
export async function openTransport(): Promise<Transport> {
  const bridge = window.broadsheet;
  return bridge === undefined ? createHttpTransport() : createElectronTransport(bridge);
}
