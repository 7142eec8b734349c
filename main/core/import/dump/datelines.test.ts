import { describe, expect, test } from 'vitest';
import { findDateline } from './datelines.ts';

describe('a dateline', () => {
  test.each([
    ['PARIS, 3 mai (AFP) - Le gouvernement', 'PARIS, 3 mai', 'PARIS', 'AFP'],
    ['Paris (AFP) – Le gouvernement', 'Paris', 'Paris', 'AFP'],
    ['Genève, 3 mai (ats) - Le gouvernement', 'Genève, 3 mai', 'Genève', 'ats'],
    ['Madrid, 3 may (EFE).- El Gobierno', 'Madrid, 3 may', 'Madrid', 'EFE'],
    ['MADRID, 3 May. (EUROPA PRESS) - El Gobierno', 'MADRID, 3 May', 'MADRID', 'EUROPA PRESS'],
    ['BUENOS AIRES.- El Gobierno', 'BUENOS AIRES', 'BUENOS AIRES', null],
    ['Lisboa, 03 mai 2024 (Lusa) - O Governo', 'Lisboa, 03 mai 2024', 'Lisboa', 'Lusa'],
    ['(ANSA) - ROMA, 3 MAG - Il governo', 'ROMA, 3 MAG', 'ROMA', 'ANSA'],
    ['Roma, 3 mag. (askanews) – Il governo', 'Roma, 3 mag', 'Roma', 'askanews'],
    ['Hamburg/Berlin (dpa/lno) - Die Stadt', 'Hamburg/Berlin', 'Hamburg/Berlin', 'dpa/lno'],
    ['Berlin, 3. Mai (Reuters) - Die Regierung', 'Berlin, 3. Mai', 'Berlin', 'Reuters'],
    ['Berlin. (epd) Die Kirche', 'Berlin', 'Berlin', 'epd'],
    ['Stockholm (TT) Regeringen vill', 'Stockholm', 'Stockholm', 'TT'],
    ['AMSTERDAM (ANP) - Het kabinet', 'AMSTERDAM', 'AMSTERDAM', 'ANP'],
    ['Warszawa (PAP) - Rząd', 'Warszawa', 'Warszawa', 'PAP'],
    ['ANKARA (AA) - Bakan', 'ANKARA', 'ANKARA', 'AA'],
    ['Jakarta (ANTARA) - Pemerintah', 'Jakarta', 'Jakarta', 'ANTARA'],
    ['JAKARTA, KOMPAS.com - Pemerintah', 'JAKARTA, KOMPAS.com', 'JAKARTA', null],
    ['МОСКВА, 3 мая - РИА Новости. Правительство', 'МОСКВА, 3 мая', 'МОСКВА', 'РИА Новости'],
    ['МОСКВА, 3 мая. /ТАСС/. Правительство', 'МОСКВА, 3 мая', 'МОСКВА', 'ТАСС'],
    ['Москва. 3 мая. INTERFAX.RU - Правительство', 'Москва. 3 мая. INTERFAX.RU', 'Москва', 'INTERFAX.RU'],
    ['NEW YORK, May 3, 2024 /PRNewswire/ -- The firm', 'NEW YORK, May 3, 2024', 'NEW YORK', 'PRNewswire'],
    ['ASHGROVE, Minn. — The dog', 'ASHGROVE, Minn.', 'ASHGROVE, Minn.', null],
    ['القاهرة - رويترز - أنقذت', 'القاهرة', 'القاهرة', 'رويترز'],
    ['عمّان (أ ف ب) - زار وفد', 'عمّان', 'عمّان', 'أ ف ب'],
    ['عمان 3 مايو (بترا) - زار وفد', 'عمان 3 مايو', 'عمان', 'بترا'],
    ['مسقط: نشرت الهيئة', 'مسقط', 'مسقط', null],
    ['नई दिल्ली, 26 अगस्त (भाषा)। सरकार ने', 'नई दिल्ली, 26 अगस्त', 'नई दिल्ली', 'भाषा'],
    ['中新社上海10月8日电 (记者 陈晓)上海市', '中新社上海10月8日电', '上海', '中新社'],
    ['【ロンドン共同】英政府は', 'ロンドン', 'ロンドン', '共同'],
    ['［ロンドン ３日 ロイター］ 英政府は', 'ロンドン', 'ロンドン', 'ロイター'],
    ['【AFP＝時事】英政府は', null, null, 'AFP＝時事'],
  ])('opens %j', (text, dateline, place, agency) =>
    expect(findDateline(text)).toEqual({ dateline, place, agency, byline: text.includes('陈晓') ? '陈晓' : null }),
  );

  test.each([
    ['新华社北京8月26日电（记者李建、王悦）记者', '李建、王悦'],
    ['本报讯（记者 张伟）昨日', '张伟'],
    ['（中央社記者王小明台北26日電）行政院', '王小明'],
    ['〔記者王小明／台北報導〕行政院', '王小明'],
    ['(서울=연합뉴스) 홍길동 기자 = 도심을', '홍길동'],
    ['[인천=뉴시스] 정다은 기자 = 여자배구', '정다은'],
    ['【ニューヨーク＝斉藤雄太】米国の', '斉藤雄太'],
  ])('names who wrote it: %j', (text, byline) => expect(findDateline(text)?.byline).toBe(byline));

  test.each([
    'Eight people (AP members) - all of them - stayed away',
    'The union (TT) wants more',
    'Bayern: Das Spiel',
    'القانون: ما الذي يتغير؟',
    'गाँव: एक कहानी',
    'Division 2 (AP) - the table',
    'Harriers 3-2 Rovers - the goals',
    'АНАЛИЗ - что дальше',
    '【速報】首相が辞任',
    '[단독] 마을버스 1만 2천 번의 정차',
    '本报讯 昨日上午',
  ])('does not open %j', (text) => expect(findDateline(text)).toBeUndefined());
});
