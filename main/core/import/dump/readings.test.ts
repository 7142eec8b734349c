import { describe, expect, test } from 'vitest';
import { findByline } from './bylines.ts';
import { findCityLine } from './city-lines.ts';
import { findCaption } from './credits.ts';
import { findDateline } from './datelines.ts';
import { findDate, findDateLine, findDayOrder } from './dates.ts';
import { findLabel } from './labels.ts';
import { findCounter, findHeading, findNumbered } from './numbers.ts';
import { isTitleLike } from './traits.ts';

const is = (caption: string, credit: string | null, qualifier: string | null = null) => ({
  caption,
  credit,
  qualifier,
});

describe('a byline', () => {
  test.each([
    ['By Ann Roe', 'Ann Roe'],
    ['BY ANN ROE', 'ANN ROE'],
    ['By Ann Roe and Jon Peri', 'Ann Roe and Jon Peri'],
    ['By Ann Roe, Science Editor', 'Ann Roe'],
    ['By Ann Roe, Associated Press', 'Ann Roe'],
    ['By Ann Roe | 10:30', 'Ann Roe'],
    ['By Ann Roe, 26 August 2024', 'Ann Roe'],
    ['By J. R. Smith Jr.', 'J. R. Smith Jr.'],
    ['Von Karla Weiß', 'Karla Weiß'],
    ['Par Émile de la Tour', 'Émile de la Tour'],
    ['Por María del Valle', 'María del Valle'],
    ['Автор: Иван Петров', 'Иван Петров'],
    ['بقلم سمير عوض', 'سمير عوض'],
    ['كتب: سمير عوض', 'سمير عوض'],
    ['作者：王小明', '王小明'],
    ['本报记者 王小明', '王小明'],
    ['By Monday the water had gone', undefined],
    ['By the time they came, it was over', undefined],
    ['By 2030 the line will be open', undefined],
    ['By Ann Roe said nothing at all.', undefined],
    ['Byron returns to the stage', undefined],
    ['Von der Leyen besucht Kiew', undefined],
  ])('in %j is %j', (line, names) => expect(findByline(line)).toBe(names));
});

describe('a line of a city and a name', () => {
  test.each([
    ['London: Ghida Asfour', { place: 'London', byline: 'Ghida Asfour' }],
    ['Riyadh: Asharq Al-Awsat', { place: 'Riyadh', source: 'Asharq Al-Awsat' }],
    ['Cairo: AFP', { place: 'Cairo', agency: 'AFP' }],
    ['لندن: غيدا عسفور', { place: 'لندن', byline: 'غيدا عسفور' }],
    ['الرياض: «الشرق الأوسط»', { place: 'الرياض', source: 'الشرق الأوسط' }],
    ['Gaza: Aid Lorries Wait for a Second Week', undefined],
    ['Gaza: hundreds return', undefined],
    ['غزة: مقتل ثلاثة جنود', undefined],
    ['Olin: No Return', undefined],
  ])('in %j', (line, found) => expect(findCityLine(line)).toEqual(found));
});

describe('a dateline', () => {
  test.each([
    ['KHARTOUM (Reuters) - The army said', { dateline: 'KHARTOUM', place: 'KHARTOUM', agency: 'Reuters' }],
    ['BEIRUT, Aug 26 (Reuters) - The army said', { dateline: 'BEIRUT, Aug 26', place: 'BEIRUT', agency: 'Reuters' }],
    ['GROSSETO, Italy (AP) -- The captain', { dateline: 'GROSSETO, Italy', place: 'GROSSETO, Italy', agency: 'AP' }],
    ['(CNN) -- The captain', { dateline: null, place: null, agency: 'CNN' }],
    ['DUBAI: The airport said', { dateline: 'DUBAI', place: 'DUBAI', agency: null }],
    ['WASHINGTON — The senate', { dateline: 'WASHINGTON', place: 'WASHINGTON', agency: null }],
    ['Bern. – Der Bundesrat', { dateline: 'Bern', place: 'Bern', agency: null }],
    ['Berlin (dpa) - Die Bahn', { dateline: 'Berlin', place: 'Berlin', agency: 'dpa' }],
    ['دمشق، سوريا (CNN) -- أكدت جهات', { dateline: 'دمشق، سوريا', place: 'دمشق، سوريا', agency: 'CNN' }],
    ['القاهرة - رويترز: قال الوزير', { dateline: 'القاهرة', place: 'القاهرة', agency: 'رويترز' }],
    ['PORT ANSEL (Meridian) - The pilots', { dateline: 'PORT ANSEL', place: 'PORT ANSEL', agency: 'Meridian' }],
    [
      'PORT ANSEL, Meridia (Meridian Press) — The pilots',
      { dateline: 'PORT ANSEL, Meridia', place: 'PORT ANSEL, Meridia', agency: 'Meridian Press' },
    ],
    ['OSTREL, Aug 26 (MNA) -- The pilots', { dateline: 'OSTREL, Aug 26', place: 'OSTREL', agency: 'MNA' }],
    ['KELSO/OSTREL (Reuters) - The pilots', { dateline: 'KELSO/OSTREL', place: 'KELSO/OSTREL', agency: 'Reuters' }],
    ['新华社北京8月26日电（记者王小明）', { dateline: '新华社北京8月26日电', place: '北京', agency: '新华社' }],
  ])('opens %j', (text, found) => expect(findDateline(text)).toMatchObject(found));

  test.each([
    'The Rapid Support Forces (RSF) has resumed its work - slowly',
    'Officials — many of them new — stayed away',
    'UPDATE: The bridge is open again',
    'EXCLUSIVE — The bridge is open again',
    'BERLIN (Germany) - The minister said',
    'WASHINGTON (D.C.) - The minister said',
    'Kelso (Meridian) - The pilots',
    'He said: “No.”',
    'Prices rose by a third - more than ever',
  ])('does not open %j', (text) => expect(findDateline(text)).toBeUndefined());
});

describe('a date', () => {
  test.each([
    ['2024-08-26', '2024-08-26'],
    ['2024-08-26T10:30:00Z', '2024-08-26T10:30Z'],
    ['2024-08-26T10:30:00+0200', '2024-08-26T10:30+02:00'],
    ['26 August 2024', '2024-08-26'],
    ['Monday, August 26, 2024', '2024-08-26'],
    ['Sept. 3, 2024', '2024-09-03'],
    ['January 11, 2010 Monday', '2010-01-11'],
    ['Updated: Monday, August 26, 2024 8:30 pm', '2024-08-26T20:30'],
    ['26. August 2024, 12:05 Uhr', '2024-08-26T12:05'],
    ['26.08.2024', '2024-08-26'],
    ['lundi 13 mars 2006', '2006-03-13'],
    ['13 de marzo de 2006', '2006-03-13'],
    ['26 августа 2024 г.', '2024-08-26'],
    ['26 أغسطس 2024', '2024-08-26'],
    ['٢٦ أغسطس ٢٠٢٤', '2024-08-26'],
    ['26 آب 2024', '2024-08-26'],
    ['2024年8月26日', '2024-08-26'],
    ['26/08/2024', '2024-08-26'],
    ['08/26/2024', '2024-08-26'],
    ['20:30-26 August 2024 AD ـ 22 Safar 1446 AH', '2024-08-26T20:30'],
    ['20:30-26 أغسطس 2024 م ـ 22 صَفر 1446 هـ', '2024-08-26T20:30'],
    ['03/04/2024', undefined],
    ['26 August', undefined],
    ['31 February 2024', undefined],
    ['August 2024', undefined],
    ['In August 26, 2024 was the hottest day', undefined],
  ])('line %j is %j', (line, iso) => expect(findDateLine(line)).toBe(iso));

  test('is read in the order that the file shows', () => {
    const order = findDayOrder(['Posted 27/04/2024', '03/04/2024']);
    expect(order).toBe('day-first');
    expect(findDate('03/04/2024', order)?.iso).toBe('2024-04-03');
    expect(findDate('03/04/2024', findDayOrder(['04/27/2024']))?.iso).toBe('2024-03-04');
  });

  test('stays unread where the file shows both orders', () => {
    expect(findDayOrder(['27/04/2024', '04/27/2024'])).toBeNull();
  });
});

describe('a caption', () => {
  test.each([
    ['The minister at work (AP)', is('The minister at work', 'AP')],
    ['A unit in the capital (archive - AFP)', is('A unit in the capital', 'AFP', 'archive')],
    ['A unit in the capital (AFP/File)', is('A unit in the capital', 'AFP', 'file')],
    ['A unit in the capital (File photo: Reuters)', is('A unit in the capital', 'Reuters', 'file')],
    ['The pier (Photo: Ann Roe)', is('The pier', 'Ann Roe')],
    ['The pier (AP Photo/Ann Roe)', is('The pier', 'AP Photo/Ann Roe')],
    ['The pier (X/@harbour)', is('The pier', 'X/@harbour')],
    ['The pier after the storm. Photo by Ann Roe / AFP', is('The pier after the storm', 'Ann Roe / AFP')],
    ['The pier after the storm. REUTERS/Ann Roe', is('The pier after the storm', 'REUTERS/Ann Roe')],
    ['The pier (AFP via Getty Images)', is('The pier', 'AFP via Getty Images')],
    ['北码头（新华社）', is('北码头', '新华社')],
    ['The pier (AFP) / === RESTRICTED TO EDITORIAL USE ===', is('The pier', 'AFP')],
    ['الوزير في جولة (أرشيفية - رويترز)', is('الوزير في جولة', 'رويترز', 'archive')],
    ['الوزير في جولة (أ.ف.ب)', is('الوزير في جولة', 'أ.ف.ب')],
    ['Photo: The pier at night. Credit: Ann Roe', is('The pier at night', 'Ann Roe')],
    ['The pier (archive)', is('The pier', null, 'archive')],
  ])('%j has its credit', (line, found) => expect(findCaption(line)).toEqual(found));

  test.each([
    'Clashes between the army and the Rapid Support Forces (RSF)',
    'Council wins (again)',
    'Fighting (in the north) went on',
    'He photographed the pier.',
    'Smoke over the harbour. Reuters',
  ])('%j has none', (line) => expect(findCaption(line)).toBeUndefined());

  test.each([
    ['Smoke over the harbour of Port Ellery. Reuters', is('Smoke over the harbour of Port Ellery', 'Reuters')],
    ['Smoke over the harbour, Asharq Al-Awsat', is('Smoke over the harbour', 'Asharq Al-Awsat')],
    ['Ruth Calder (Northern Wire)', is('Ruth Calder', 'Northern Wire')],
  ])('%j has one where the page repeats it', (line, found) => expect(findCaption(line, true)).toEqual(found));
});

describe('a label', () => {
  test.each([
    ['Title: A bridge', { field: 'title', value: 'A bridge' }],
    ['العنوان: جسر', { field: 'title', value: 'جسر' }],
    ['标题：大桥', { field: 'title', value: '大桥' }],
    ['Datum: 3.4.2024', { field: 'date', value: '3.4.2024' }],
    ['LOAD-DATE: January 11, 2010', { field: 'other', value: 'January 11, 2010' }],
    ['Iraqi Foreign Minister: US Forces Are Not Occupiers', undefined],
    ['Answer: no', undefined],
  ])('in %j', (line, label) => expect(findLabel(line)).toEqual(label));
});

describe('a number', () => {
  test.each([
    ['Document 3 of 120', 3, 120],
    ['3 of 10 DOCUMENTS', 3, 10],
    ['Dokument 2 von 9', 2, 9],
    ['Article n° 4 sur 12', 4, 12],
    ['Artikel 3 av 12', 3, 12],
    ['Статья 3 из 12', 3, 12],
    ['وثيقة ٣ من ١٢', 3, 12],
    ['خبر رقم 3 من 12', 3, 12],
    ['سند ۳ از ۱۲', 3, 12],
    ['מסמך 3 מתוך 12', 3, 12],
    ['दस्तावेज़ ३ / १२', 3, 12],
    ['12 में से 3', 3, 12],
    ['Belge 3 / 12', 3, 12],
    ['Dokumen 3 dari 12', 3, 12],
    ['Dokument 3 z 12', 3, 12],
    ['문서 3 / 12', 3, 12],
    ['12건 중 3번째', 3, 12],
    ['12件中3件目', 3, 12],
    ['第3篇/共12篇', 3, 12],
    ['第十二条（共三十条）', 12, 30],
    ['第3篇', 3, null],
    ['[3/10]', 3, 10],
    ['（３／１０）', 3, 10],
    ['----- Document 3 of 12 -----', 3, 12],
    ['=== 3 ===', 3, null],
    ['--- Article 3 ---', 3, null],
  ])('counts in %j', (line, number, of) => expect(findCounter(line)).toEqual({ number, of, sure: true }));

  test.each(['3/10', 'Article 5', '第三条', '- 3 -', '[3]', '(2024)'])('may count in %j', (line) =>
    expect(findCounter(line)?.sure).toBe(false),
  );

  test.each(['1990', '21:05', '3 of 10 houses stand empty', 'Article 5 was dropped', 'Page 3 of 12', '7/3', '三'])(
    'counts nothing in %j',
    (line) => expect(findCounter(line)).toBeUndefined(),
  );

  test.each([
    ['12. Harbour reopens', { number: 12, of: null, rest: 'Harbour reopens' }],
    ['[3/10] Harbour reopens', { number: 3, of: 10, rest: 'Harbour reopens' }],
    ['#4 Harbour reopens', { number: 4, of: null, rest: 'Harbour reopens' }],
    ['№ 4 Пристань открыта', { number: 4, of: null, rest: 'Пристань открыта' }],
    ['١٢. الميناء يعود', { number: 12, of: null, rest: 'الميناء يعود' }],
    ['十二、港口重开', { number: 12, of: null, rest: '港口重开' }],
    ['【3/10】港口重开', { number: 3, of: 10, rest: '港口重开' }],
    ['2024 was dry', undefined],
    ['3.5 million people', undefined],
  ])('leads %j', (line, found) => expect(findNumbered(line)).toEqual(found));

  test.each([
    ['# Harbour reopens', 'Harbour reopens'],
    ['=== Harbour reopens ===', 'Harbour reopens'],
    ['#harbour', undefined],
    ['=====', undefined],
  ])('decorates %j', (line, heading) => expect(findHeading(line)).toBe(heading));
});

test.each([
  ['Harbour Master: Night Ferries Return', true],
  ['Will the ferries return?', true],
  ['Envoy arrives in the U.S.', true],
  ['山あいの駅に図書室が開館', true],
  ['The ferries will return.', false],
  ['the ferries', false],
  ['He counted them:', false],
  ['- a kettle', false],
  ['Q: Why?', false],
  ['12,430', false],
])('%j is like a headline: %j', (line, expected) => expect(isTitleLike(line)).toBe(expected));
