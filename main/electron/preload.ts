/* Gives the page its Bridge and nothing else. Runs sandboxed; the page never sees a path or the channel itself. */

import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { CommandId } from '../../shared/commands.ts';
import type { Bridge, ReaderEvent, Reply } from '../../shared/contract.ts';
import type { ImportId } from '../../shared/model.ts';
import type { Place } from '../../shared/place.ts';
import type { Ask } from './ipc.ts';
import { channels } from './origin.ts';

const bridge: Bridge<File> = {
  host: 'electron',
  call: async (method, input) => ask({ kind: 'call', method, input }),
  onEvent: (listener) => listen(channels.event, (message) => listener(message as ReaderEvent)),
  importFiles: async (files) =>
    ask<ImportId | null>({
      kind: 'import',
      files: files.map((file) => ({ name: file.name.slice(0, 1000), path: webUtils.getPathForFile(file) })),
    }),
  chooseFiles: async (what) => ask<ImportId | null>({ kind: 'choose', what }),
  choosePlace: async (purpose) => ask<Place | null>({ kind: 'choose-place', purpose }),
  onCommand: (listener) => listen(channels.command, (message) => listener(message as CommandId)),
};

contextBridge.exposeInMainWorld('broadsheet', bridge);

async function ask<Value>(message: Ask): Promise<Reply<Value>> {
  return ipcRenderer.invoke(channels.ask, message) as Promise<Reply<Value>>;
}

function listen(channel: string, listener: (message: unknown) => void): () => void {
  const handle = (_event: IpcRendererEvent, message: unknown): void => listener(message);
  ipcRenderer.on(channel, handle);
  return () => {
    ipcRenderer.off(channel, handle);
  };
}
