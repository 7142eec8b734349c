/* The one door between window and core: each message's sender and shape are checked, then it goes to the reader. */

import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import type { Reply } from '../../shared/contract.ts';
import { ReaderError, type ErrorReply } from '../../shared/errors.ts';
import type { ImportId } from '../../shared/model.ts';
import type { Place, PlacePurpose } from '../../shared/place.ts';
import { channels, pageOrigin } from './origin.ts';

const purposes = ['open', 'backup', 'restore', 'move', 'copy'] as const satisfies readonly PlacePurpose[];

/** What the preload sends. `import` is made by the preload from dropped files; an empty path is a file without one. */
export const askSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('call'), method: z.string().max(100), input: z.unknown() }),
  z.strictObject({
    kind: z.literal('import'),
    files: z.array(z.strictObject({ name: z.string().max(1000), path: z.string().max(32_768) })).max(1_000_000),
  }),
  z.strictObject({ kind: z.literal('choose'), what: z.enum(['files', 'folder']) }),
  z.strictObject({ kind: z.literal('choose-place'), purpose: z.enum(purposes) }),
]);
export type Ask = z.infer<typeof askSchema>;
export type DroppedFile = Extract<Ask, { kind: 'import' }>['files'][number];

export type IpcParts = {
  readonly call: (method: string, input: unknown) => Promise<Reply<unknown>>;
  readonly importFiles: (files: readonly DroppedFile[]) => ImportId | null;
  readonly chooseFiles: (what: 'files' | 'folder') => Promise<ImportId | null>;
  readonly choosePlace: (purpose: PlacePurpose) => Promise<Place | null>;
  readonly isOwnWindow: (contents: WebContents) => boolean;
  readonly log: (line: string, error?: unknown) => void;
};

/** Answers the window's questions; anything that fails is answered, never thrown. */
export function answerIpc(parts: IpcParts): void {
  ipcMain.handle(channels.ask, async (event, message: unknown): Promise<Reply<unknown>> => {
    try {
      return await answer(event, message, parts);
    } catch (error) {
      if (!(error instanceof ReaderError)) parts.log('A message of the window failed', error);
      return { ok: false, error: toErrorReply(error) };
    }
  });
}

async function answer(event: IpcMainInvokeEvent, message: unknown, parts: IpcParts): Promise<Reply<unknown>> {
  if (!isOwnPage(event, parts)) throw new ReaderError('invalid-input', 'Only the window of Broadsheet may ask this.');
  const { success, data: ask } = askSchema.safeParse(message);
  if (!success) throw new ReaderError('invalid-input', 'The window asked for something that Broadsheet does not know.');
  switch (ask.kind) {
    case 'call':
      return parts.call(ask.method, ask.input);
    case 'import':
      return { ok: true, value: parts.importFiles(ask.files) };
    case 'choose':
      return { ok: true, value: await parts.chooseFiles(ask.what) };
    case 'choose-place':
      return { ok: true, value: await parts.choosePlace(ask.purpose) };
  }
}

/** The main frame of our window, as long as it shows our page. A frame that is gone already is null. */
function isOwnPage({ sender, senderFrame }: IpcMainInvokeEvent, { isOwnWindow }: IpcParts): boolean {
  return (
    senderFrame !== null && senderFrame.parent === null && senderFrame.origin === pageOrigin && isOwnWindow(sender)
  );
}

function toErrorReply(error: unknown): ErrorReply {
  if (error instanceof ReaderError) return { code: error.code, message: error.message };
  return { code: 'internal', message: 'Something went wrong inside Broadsheet. Nothing was lost.' };
}
