/* What a dump profile does, in words. Pure. */

import type { ProfileRules } from '../../shared/profile.ts';
import { countOf, wordCue } from '../../shared/words.ts';
import { wordReason } from '../ui/split-words.ts';

/** "Articles begin at a rule. 2 lines are left out. The source is Delta Monitor." */
export function wordRules(rules: ProfileRules): string {
  return [...wordBorders(rules), ...wordLines(rules), ...wordPlaces(rules), ...wordSet(rules)]
    .map((words) => `${words}.`)
    .join(' ');
}

function wordBorders({ borders }: ProfileRules): readonly string[] {
  const toCues = (take: boolean) => [
    ...new Set(borders.filter((border) => border.take === take).map(({ cue }) => wordCue(cue))),
  ];
  const [taken, left] = [toCues(true), toCues(false)];
  return [
    ...(taken.length > 0 ? [`Articles begin at ${taken.join(', ')}`] : []),
    ...(left.length > 0 ? [`None begins at ${left.join(', ')}`] : []),
  ];
}

function wordLines({ lines, restore }: ProfileRules): readonly string[] {
  const out = lines.filter(({ role }) => role === 'out').length;
  const body = lines.length - out;
  return [
    ...(out > 0 ? [`${countOf(out, 'line')} ${out === 1 ? 'is' : 'are'} left out`] : []),
    ...(body > 0 ? [`${countOf(body, 'line')} ${body === 1 ? 'is' : 'are'} text`] : []),
    ...(restore.length > 0 ? [`Nothing is left out as ${restore.map(wordReason).join(', ')}`] : []),
  ];
}

function wordPlaces({ places }: ProfileRules): readonly string[] {
  const roles = [...new Set(places.map(({ role }) => role))];
  return roles.length > 0 ? [`By its place in the head: ${roles.join(', ')}`] : [];
}

function wordSet({ fields, encoding }: ProfileRules): readonly string[] {
  const set = fields.map(({ name, value }) => (value === null ? `There is no ${name}` : `The ${name} is ${value}`));
  return encoding === null ? set : [...set, `The encoding is ${encoding}`];
}
