/* What a person set once and expects to find again. Kept on this device, beside the library. */

import { z } from 'zod';
import { sorts } from './query.ts';

export const settingsSchema = z.strictObject({
  /** Widths of the first two panes in CSS pixels; the bounds are those of the design. */
  sidebarWidth: z.number().int().min(168).max(320).catch(216),
  listWidth: z.number().int().min(280).max(560).catch(368),
  sidebarFolded: z.boolean().catch(false),
  density: z.enum(['standard', 'compact']).catch('standard'),
  sort: z.enum(sorts).catch('newest'),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  sidebarWidth: 216,
  listWidth: 368,
  sidebarFolded: false,
  density: 'standard',
  sort: 'newest',
};
