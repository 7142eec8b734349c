import { isolated } from '../state/word-import.ts';

/** First words of a toast; the number of articles follows. */
export function addedWords(tag: string): string {
  return `Tagged ${isolated(tag)}:`;
}

export function removedWords(tag: string): string {
  return `Removed the tag ${isolated(tag)}:`;
}
