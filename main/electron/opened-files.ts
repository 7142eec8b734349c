/* Files that come before the host is open, or from a second start of Broadsheet. */

import { app } from 'electron';
import { z } from 'zod';

const secondInstance = z.object({ files: z.array(z.string().max(32_768)) });

/** The files a second process was started with; none where it sent something else. */
export function readSecondInstance(data: unknown): readonly string[] {
  const { success, data: read } = secondInstance.safeParse(data);
  return success ? read.files : [];
}

export type OpenedFiles = {
  /** What has come until now, for the window to open on; asked once. */
  readonly take: () => readonly string[];
  /** Hands on whatever comes from now on. */
  readonly deliver: (open: (files: readonly string[]) => void) => void;
};

/** Collects files of the command line and of macOS's `open-file`, which comes early, until they are asked for. */
export function collectOpenedFiles(first: readonly string[]): OpenedFiles {
  const waiting: string[] = [...first];
  let receiver: ((files: readonly string[]) => void) | undefined;
  app.on('open-file', (event, file) => {
    event.preventDefault();
    if (receiver === undefined) waiting.push(file);
    else receiver([file]);
  });
  return {
    take: () => waiting.splice(0),
    deliver: (open) => {
      receiver = open;
      if (waiting.length > 0) open(waiting.splice(0));
    },
  };
}
