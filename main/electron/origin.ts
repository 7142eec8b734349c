/* The one address the window may show, and the one channel each way. No Node here: the preload reads it too. */

export const scheme = 'app';
export const pageOrigin = 'app://broadsheet';
export const pageUrl = `${pageOrigin}/`;

export const channels = {
  /** Renderer to main, answered. */
  ask: 'broadsheet:ask',
  /** Main to renderer: a ReaderEvent. */
  event: 'broadsheet:event',
  /** Main to renderer: a CommandId from the native menu. */
  command: 'broadsheet:command',
} as const;
