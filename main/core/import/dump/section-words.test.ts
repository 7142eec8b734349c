import { expect, test } from 'vitest';
import { isSectionName } from './section-words.ts';

test.each([
  'Football',
  'POLITICS',
  'Gesellschaft',
  '【经济】',
  '[Sport]',
  'ثقافة وفنون',
  'Репортаж',
  'Desporto',
  '국제',
])('%s is the name of a section', (text) => expect(isSectionName(text)).toBe(true));

test.each(['', '[]', 'Football Returns', 'Politics as Usual', 'The Harbour Courier', '经济增长', '2024'])(
  '%s is none',
  (text) => expect(isSectionName(text)).toBe(false),
);
