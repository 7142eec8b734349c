/* Errors that are expected. The screen words the message from the code; the command line prints `message`. */

export type ErrorCode =
  | 'invalid-input'
  | 'unknown-method'
  | 'not-found'
  | 'locked'
  | 'damaged'
  | 'newer-format'
  | 'unwritable'
  | 'read-only'
  | 'busy'
  | 'closed'
  | 'internal';

/** An expected failure of the reader. `message` is a plain sentence for the person who reads it. */
export class ReaderError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReaderError';
    this.code = code;
  }
}

/** An error as it crosses the boundary between core and renderer. */
export type ErrorReply = { readonly code: ErrorCode; readonly message: string };
