/* Loaded into a child of the stand-in before anything else: the parent's port as a utility process of Electron has it. */

import type * as Electron from 'electron';

type Port = Pick<Electron.ParentPort, 'postMessage'> & {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
};

Object.assign(process, {
  parentPort: {
    on: (_event, listener) => void process.on('message', (data) => listener({ data })),
    postMessage: (message) => void process.send?.(message),
  } satisfies Port,
});
