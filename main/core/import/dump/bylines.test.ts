import { describe, expect, test } from 'vitest';
import { findBareByline, findByline, toNames } from './bylines.ts';

describe('a byline', () => {
  test.each([
    ['By Ann Roe in London', 'Ann Roe'],
    ['By Ann Roe, Berlin', 'Ann Roe'],
    ['By Ann Roe, Jon Peri and Mia Sand', 'Ann Roe, Jon Peri and Mia Sand'],
    ['By Ann Roe (now) and Jon Peri (earlier)', 'Ann Roe and Jon Peri'],
    ['By Ann Roe ann.roe@post.example', 'Ann Roe'],
    ['By Ann Roe / AFP', 'Ann Roe'],
    ['Words: Ann Roe', 'Ann Roe'],
    ['Interview by Ann Roe', 'Ann Roe'],
    ['By the Staff', ''],
    ['Staff Writer', ''],
    ['Von Karla Weiß und Jan Beck, Berlin', 'Karla Weiß und Jan Beck'],
    ['Von unserem Korrespondenten', ''],
    ['Par Émile Roux, envoyé spécial à Kiev', 'Émile Roux'],
    ['Propos recueillis par Émile Roux', 'Émile Roux'],
    ['Por Ana Díaz, corresponsal en París', 'Ana Díaz'],
    ['Di Marco Bassi', 'Marco Bassi'],
    ['Door Jan de Vries', 'Jan de Vries'],
    ['Av Eva Lind', 'Eva Lind'],
    ['Oleh: Dewi Anggraini, Kontributor', 'Dewi Anggraini'],
    ['Текст: Иван Петров', 'Иван Петров'],
    ['Автор: Иван Петров, корреспондент', 'Иван Петров'],
    ['كتب ـ محمد السيابي', 'محمد السيابي'],
    ['كتبت: ليلى عز الدين', 'ليلى عز الدين'],
    ['نویسنده: نرگس کاویانی', 'نرگس کاویانی'],
    ['מאת: ד"ר איתי מור', 'ד"ר איתי מור'],
    ['लेखक: राजेश वर्मा, संवाददाता', 'राजेश वर्मा'],
    ['记者 王蕾', '王蕾'],
    ['本报记者 张伟', '张伟'],
    ['记者王蕾、李明 报道', '王蕾、李明'],
    ['文/许立群', '许立群'],
    ['記者蔡宜君／東嶼專訪', '蔡宜君'],
    ['記者 井口紗枝', '井口紗枝'],
    ['文・高梨美緒', '高梨美緒'],
    ['윤가람 기자', '윤가람'],
    ['이서준 기자 seojun@handeul.example', '이서준'],
    ['كتب محمد أنه سيعود', undefined],
    ['تقرير: ارتفاع الأسعار في مصر', undefined],
    ['By Design: How a Town Was Made', undefined],
    ['Interview: Odile Brandt', undefined],
    ['记者在现场看到大批居民返回家园', undefined],
    ['Di notte la città cambia', undefined],
    ['Por la noche', undefined],
  ])('in %j is %j', (line, names) => expect(findByline(line)).toBe(names));

  test.each([
    ['Callum Strand, Arts Correspondent', false, 'Callum Strand'],
    ['Rita Solano | Columnist', false, 'Rita Solano'],
    ['Ed Colley at Millfield', false, 'Ed Colley'],
    ['- डॉ. मीनाक्षी दुबे', false, 'डॉ. मीनाक्षी दुबे'],
    ['Omar Dane', true, 'Omar Dane'],
    ['Omar Dane', false, undefined],
    ['New York', true, undefined],
    ['Bridges Reopen as the Water Falls', true, undefined],
    ['The Harbour Post', true, undefined],
    ['- गाँव की बेटी ने जीता', false, undefined],
  ])('right below a headline, in %j (date below: %j) is %j', (line, dated, names) =>
    expect(findBareByline(line, dated)).toBe(names),
  );

  test.each([
    ['Hannah Ito, Staff Writer', 'Hannah Ito'],
    ['The Editors', 'The Editors'],
    ['赵敏 周海峰', '赵敏 周海峰'],
    ['By Ann Roe', 'Ann Roe'],
  ])('of a label with %j is %j', (value, names) => expect(toNames(value)).toBe(names));
});
