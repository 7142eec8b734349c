/* Histories of a disk for tests: operations that can be made up at random and done on any disk, with what each gave. */

import { errorCode, type Disk, type DiskFile } from '../disk.ts';

export type Step =
  | { readonly kind: 'make' | 'change' | 'read'; readonly path: string; readonly writes?: 'durably' | undefined }
  | { readonly kind: 'write' | 'writeDurably'; readonly at: number; readonly length: number }
  | { readonly kind: 'truncate'; readonly length: number }
  | { readonly kind: 'readBack'; readonly at: number; readonly length: number }
  | { readonly kind: 'sync' | 'datasync' | 'size' | 'close' }
  | { readonly kind: 'readFile' | 'list' | 'find' | 'makeFolder' | 'remove' | 'syncFolder'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

type StepByPath = Extract<Step, { readonly path: string }>;

/** Does the steps below a folder of a disk, and answers what each gave: its value, or the code of its refusal. */
export async function doSteps(disk: Disk, folder: string, steps: readonly Step[]): Promise<readonly unknown[]> {
  const outcomes: unknown[] = [];
  /** The one file that is open, as the steps know it. */
  let held: DiskFile | undefined;

  async function doStep(step: Step, index: number): Promise<unknown> {
    if ('path' in step) return doByPath(step);
    if (held === undefined) return 'nothing is open';
    if (step.kind === 'write' || step.kind === 'writeDurably') {
      return held[step.kind](Buffer.alloc(step.length, 1 + (index % 255)), step.at);
    }
    if (step.kind === 'truncate') return held.truncate(step.length);
    if (step.kind === 'readBack') return readBack(held, step);
    return held[step.kind]();
  }

  async function doByPath(step: StepByPath): Promise<unknown> {
    const path = `${folder}${step.path}`;
    if (step.kind === 'rename') return disk.rename(path, `${folder}${step.to}`);
    if (step.kind === 'make' || step.kind === 'change' || step.kind === 'read') {
      await held?.close();
      held = undefined;
      held = await refuseFolder(await disk.open(path, step.kind, step.writes));
      return 'open';
    }
    if (step.kind === 'list') return (await disk.list(path)).toSorted();
    const value = await disk[step.kind](path);
    return value !== undefined && 'kind' in value && value.kind === 'folder' ? 'folder' : value;
  }

  for (const [index, step] of steps.entries()) {
    try {
      outcomes.push(await doStep(step, index));
    } catch (error) {
      outcomes.push(errorCode(error));
    }
  }
  await held?.close();
  return outcomes;
}

/** A system may open a folder and refuse only what is done with it. */
async function refuseFolder(file: DiskFile): Promise<DiskFile> {
  try {
    await file.read(Buffer.alloc(1), 0);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readBack(file: DiskFile, { at, length }: { readonly at: number; readonly length: number }) {
  const into = Buffer.alloc(length);
  const count = await file.read(into, at);
  return [count, into];
}
