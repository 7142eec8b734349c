/* Typed calls over a transport. */

import type { Input, MethodName, Output } from '../../shared/contract.ts';
import { ReaderError } from '../../shared/errors.ts';
import type { Transport } from './transport.ts';

/** Calls one method. Rejects with a ReaderError when the core refuses or cannot be reached. */
export type Call = <Name extends MethodName>(method: Name, input: Input<Name>) => Promise<Output<Name>>;

export function createCall(transport: Pick<Transport, 'call'>): Call {
  return async (method, input) => {
    const reply = await transport.call(method, input).catch((cause: unknown) => {
      throw new ReaderError('closed', 'The reader does not answer.', { cause });
    });
    if (!reply.ok) throw new ReaderError(reply.error.code, reply.error.message);
    return reply.value as Output<typeof method>;
  };
}
