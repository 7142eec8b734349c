import { expect, test } from 'vitest';
import { createLanguageMemory } from './language-memory.ts';

const german =
  'Die Fähre und der Hafen sind für die Insel das, was die Bahn für das Dorf ist, und mit dem Winter kommt die Zeit, in der sie nicht fährt und in der das Dorf auf der Insel allein ist.';
const otherGerman =
  'Der Rat hat sich mit der Bahn und dem Hafen noch nicht geeinigt, und so bleibt das Schiff auch in der nächsten Woche für die Insel das, was es im Winter immer ist: die Brücke, die nicht fährt.';
const dutch =
  'De veerboot en de haven zijn voor het eiland wat de trein voor het dorp is, en met de winter komt de tijd dat zij niet vaart en het dorp op het eiland een hele tijd alleen is met de wind.';
const spanish =
  'El barco y el puerto son para la isla lo que el tren es para el pueblo, y con el invierno llega el tiempo en que no sale y en que el pueblo de la isla se queda solo con el viento y con el mar.';

/** Counts how often the detector is asked. */
function createCounted(answer: (text: string) => string | null) {
  const asked: string[] = [];
  const find = createLanguageMemory((text) => {
    asked.push(text);
    return answer(text);
  });
  return { find, asked };
}

test('does not ask again about a text with the words of those before', () => {
  const { find, asked } = createCounted(() => 'de');
  expect([german, otherGerman, german, otherGerman].map(find)).toEqual(['de', 'de', 'de', 'de']);
  expect(asked).toHaveLength(2);
});

test('asks about a text in another language', () => {
  const { find, asked } = createCounted((text) => (text === dutch ? 'nl' : 'de'));
  expect([german, otherGerman, dutch].map(find)).toEqual(['de', 'de', 'nl']);
  expect(asked).toContain(dutch);
});

test('always asks where a sister language has the same small words', () => {
  const { find, asked } = createCounted(() => 'es');
  expect([spanish, spanish, spanish].map(find)).toEqual(['es', 'es', 'es']);
  expect(asked).toHaveLength(3);
});

test('does not ask again about texts that no language was found for', () => {
  const { find, asked } = createCounted(() => null);
  expect([german, otherGerman, german].map(find)).toEqual([null, null, null]);
  expect(asked).toHaveLength(2);
});

test('asks about every short text', () => {
  const { find, asked } = createCounted(() => 'de');
  for (let time = 0; time < 3; time += 1) find('Die Fähre und der Hafen');
  expect(asked).toHaveLength(3);
});
