import { expect, test } from 'vitest';
import { loadLanguageFinder } from './language.ts';

test.each([
  ['en', 'A pair of barn owls has moved into the disused signal box, and the railway has put off its demolition.'],
  ['en', 'Residents said that they would have been there from the start, with or without the council, which said no.'],
  ['de', 'Die Fähre zwischen Hörnum und der Hallig fährt vom kommenden Winter an auch bei Eis.'],
  ['fr', 'Le phare de la pointe restera habité, a annoncé mercredi la préfecture, qui renonce à ses plans.'],
  ['es', 'El faro de la punta seguirá habitado, anunció el miércoles el gobierno, que renuncia a sus planes.'],
  ['nl', 'De veerboot tussen het eiland en de vaste wal vaart vanaf komende winter ook bij ijsgang.'],
  ['ru', 'Паром между островом и материком будет ходить и зимой, сообщила во вторник компания.'],
  ['ar', 'أعلن وزير النقل يوم الثلاثاء أن القطار الجبلي سيعود إلى العمل قبل الشتاء'],
  ['fa', 'وزیر راه روز سه‌شنبه گفت که قطار کوهستانی پیش از زمستان به کار باز می‌گردد'],
  ['ur', 'وزیر نے منگل کو کہا کہ پہاڑی ریل گاڑی سردیوں سے پہلے دوبارہ چلے گی اور ٹکٹ نہیں بڑھے گا'],
  ['zh', '交通部长星期二宣布，山区铁路将在冬天之前恢复运行。'],
  ['ja', '山あいの無人駅に小さな図書室が火曜日に開館した。'],
  ['ko', '산골 무인역에 작은 도서실이 화요일에 문을 열었다.'],
  ['he', 'שר התחבורה הודיע ביום שלישי כי רכבת ההרים תחזור לפעול לפני החורף'],
  [null, '12,430 / 88 %'],
  [null, 'TT'],
])('concludes %s', async (language, text) => {
  const findLanguage = await loadLanguageFinder();
  expect(findLanguage(text)).toBe(language);
});
