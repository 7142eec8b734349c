/* Host A: the preload's bridge does the work; this gives it the shape the rest of the renderer knows. */

import type { Bridge } from '../../shared/contract.ts';
import { createEmitter } from './emitter.ts';
import { takeStart } from './take-start.ts';
import type { Connection, Transport } from './transport.ts';

const stopped = 'The reader behind this window does not answer. What you did until now is on disk.';

export function createElectronTransport(bridge: Bridge<File>): Transport {
  const connection = createEmitter<Connection>();
  const resync = createEmitter<undefined>();
  return {
    host: 'electron',
    opensOn: takeStart().opensOn,
    async call(method, input) {
      try {
        return await bridge.call(method, input);
      } catch (error) {
        connection.emit({ state: 'lost', words: stopped });
        throw error;
      }
    },
    onEvent: bridge.onEvent,
    onResync: (listener) =>
      resync.on(() => {
        listener();
      }),
    onConnection: connection.on,
    onCommand: bridge.onCommand,
    importDropped: (data) => bridge.importFiles([...data.files]),
    choose: async (what) => (bridge.chooseFiles === null ? { ok: true, value: null } : bridge.chooseFiles(what)),
    choosePlace: bridge.choosePlace,
    backup: null,
    retry() {
      connection.emit({ state: 'open' });
      resync.emit(undefined);
    },
  };
}
