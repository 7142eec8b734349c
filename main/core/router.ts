/*
 * The trust boundary: what comes from a renderer is unknown until its schema has parsed it. Never throws; whatever goes
 * wrong becomes a reply.
 */

import { z } from 'zod';
import { contract, type MethodName, type Output, type Parsed, type Reply } from '../../shared/contract.ts';
import { ReaderError, type ErrorReply } from '../../shared/errors.ts';

export type Handlers = {
  readonly [Name in MethodName]: (input: Parsed<Name>) => Output<Name> | Promise<Output<Name>>;
};

/** Calls that are answered where no library is open too. */
export type PlaceMethod = Extract<MethodName, `place.${string}`>;
export type PlaceHandlers = Pick<Handlers, PlaceMethod>;
export type ReaderHandlers = Omit<Handlers, PlaceMethod>;

export type Router = (method: string, input: unknown) => Promise<Reply<unknown>>;
type Log = (line: string, error?: unknown) => void;

/** Routes to the handlers it is given, all of the contract or some; a call that has none is not known. */
export function createRouter(handlers: Partial<Handlers>, log: Log): Router {
  return async (method, input) => {
    // The schema of this very name parses the input; TypeScript cannot tie the two together.
    const handle = isMethod(method) ? (handlers[method] as ((value: unknown) => unknown) | undefined) : undefined;
    if (!isMethod(method) || handle === undefined) {
      return refuse({ code: 'unknown-method', message: `There is no call named ${method}.` });
    }
    try {
      const parsed = contract[method].input.safeParse(input);
      if (!parsed.success) return refuse({ code: 'invalid-input', message: wordIssues(method, parsed.error) });
      return { ok: true, value: await handle(parsed.data) };
    } catch (error) {
      return refuse(toErrorReply(error, log));
    }
  };
}

/** An error as a caller may see it. What is not expected is logged with its stack and answered as `internal`. */
export function toErrorReply(error: unknown, log: Log): ErrorReply {
  if (error instanceof ReaderError) return { code: error.code, message: error.message };
  log('Something failed that should not.', error);
  return { code: 'internal', message: 'Something went wrong inside Broadsheet. Nothing was lost; the log says more.' };
}

function isMethod(method: string): method is MethodName {
  return Object.hasOwn(contract, method);
}

/** An error as a reply. */
export function refuse(error: ErrorReply): Reply<never> {
  return { ok: false, error };
}

function wordIssues(method: string, error: z.ZodError): string {
  const issues = error.issues
    .slice(0, 3)
    .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  return `The call ${method} was not understood. ${issues.join('; ')}`;
}
