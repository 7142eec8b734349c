/* What newspapers call their sections, as it stands above a headline: "Sport", "Gesellschaft", "ثقافة وفنون". */

import { keyOf } from './lines.ts';

const words: Readonly<Record<string, string>> = {
  en: 'news, politics, world, world news, international, national, local, local news, business, economy, finance, markets, money, sport, sports, football, cricket, rugby, tennis, culture, arts, books, film, music, theatre, opinion, comment, editorial, analysis, letters, features, feature, interview, life, lifestyle, style, travel, food, health, science, technology, tech, environment, climate, education, media, society, obituaries, obituary, weather, regional, region, crime, energy, transport, property, motoring, religion, in brief',
  fr: 'politique, monde, international, france, économie, entreprises, sport, sports, football, culture, livres, cinéma, musique, opinion, opinions, idées, débats, tribune, éditorial, société, santé, sciences, environnement, planète, planete, éducation, médias, faits divers, région, régions, régional, local, en bref, enquête, reportage, portrait, entretien, justice, météo',
  de: 'politik, ausland, inland, welt, wirtschaft, finanzen, sport, fußball, fussball, kultur, feuilleton, literatur, film, musik, meinung, kommentar, leitartikel, gesellschaft, gesundheit, wissen, wissenschaft, umwelt, klima, bildung, medien, panorama, vermischtes, lokales, region, regionales, reise, reportage, porträt, interview, leserbriefe, verkehr, kurz notiert, wetter',
  es: 'política, mundo, internacional, nacional, españa, economía, empresas, deportes, deporte, fútbol, cultura, libros, cine, música, opinión, editorial, sociedad, salud, ciencia, medio ambiente, educación, medios, sucesos, local, comunidad, reportaje, entrevista, tecnología, breves',
  pt: 'política, mundo, internacional, nacional, país, economia, empresas, desporto, esporte, esportes, futebol, cultura, livros, cinema, música, opinião, editorial, sociedade, saúde, ciência, ambiente, educação, media, local, reportagem, entrevista, tecnologia, breves',
  it: 'politica, esteri, interni, mondo, cronaca, economia, imprese, sport, calcio, cultura, libri, cinema, musica, opinioni, editoriale, commento, società, salute, scienza, scienze, ambiente, scuola, spettacoli, locale, reportage, intervista, tecnologia, in breve',
  nl: 'politiek, buitenland, binnenland, wereld, economie, sport, voetbal, cultuur, boeken, film, muziek, opinie, commentaar, samenleving, gezondheid, wetenschap, milieu, klimaat, onderwijs, media, regio, reportage, interview, techniek, kort nieuws',
  sv: 'politik, utrikes, inrikes, världen, ekonomi, sport, fotboll, kultur, böcker, film, musik, ledare, opinion, debatt, samhälle, hälsa, vetenskap, miljö, klimat, skola, nöje, lokalt, reportage, intervju, teknik, kort',
  pl: 'polityka, świat, kraj, gospodarka, biznes, sport, piłka nożna, kultura, książki, film, muzyka, opinie, komentarz, społeczeństwo, zdrowie, nauka, środowisko, edukacja, media, region, wiadomości, reportaż, wywiad, technologia',
  ru: 'политика, в мире, мир, россия, экономика, бизнес, финансы, спорт, футбол, культура, книги, кино, музыка, мнение, мнения, комментарий, общество, здоровье, наука, экология, образование, происшествия, регион, регионы, репортаж, интервью, технологии, коротко',
  uk: 'політика, світ, україна, економіка, бізнес, фінанси, спорт, футбол, культура, книги, кіно, музика, думка, погляд, коментар, суспільство, здоров’я, наука, довкілля, екологія, освіта, події, регіон, регіони, репортаж, інтерв’ю, технології, коротко',
  tr: 'gündem, siyaset, politika, dünya, ekonomi, finans, iş dünyası, spor, futbol, kültür, kültür sanat, sanat, kitap, sinema, müzik, görüş, yorum, yazarlar, yaşam, toplum, sağlık, bilim, çevre, eğitim, medya, yerel, röportaj, teknoloji',
  ar: 'سياسة, السياسة, أخبار, العالم, عالم, عربي, محلي, محليات, اقتصاد, الاقتصاد, مال وأعمال, رياضة, الرياضة, كرة القدم, ثقافة, الثقافة, ثقافة وفنون, ثقافة وفن, فنون, فن, كتب, سينما, رأي, الرأي, آراء, مقالات, افتتاحية, مجتمع, المجتمع, صحة, الصحة, علوم, بيئة, البيئة, تعليم, منوعات, حوادث, تقرير, تحقيق, حوار, تكنولوجيا, تقنية',
  fa: 'سیاسی, سیاست, جهان, بین الملل, بین‌الملل, ایران, اقتصاد, اقتصادی, ورزش, ورزشی, فوتبال, فرهنگ, فرهنگی, فرهنگ و هنر, هنر, کتاب, سینما, دیدگاه, یادداشت, سرمقاله, جامعه, اجتماعی, سلامت, علم, دانش, محیط زیست, آموزش, حوادث, گزارش, گفت‌وگو, فناوری',
  he: 'חדשות, פוליטיקה, מדיני, עולם, בעולם, בארץ, כלכלה, כסף, עסקים, ספורט, כדורגל, תרבות, ספרים, קולנוע, מוזיקה, דעות, דעה, מאמר מערכת, חברה, בריאות, מדע, סביבה, חינוך, תקשורת, מקומי, כתבה, ראיון, טכנולוגיה, משפט',
  hi: 'राजनीति, देश, दुनिया, विदेश, अंतरराष्ट्रीय, राष्ट्रीय, राज्य, अर्थव्यवस्था, अर्थजगत, कारोबार, व्यापार, खेल, क्रिकेट, संस्कृति, कला, साहित्य, सिनेमा, मनोरंजन, विचार, राय, संपादकीय, समाज, स्वास्थ्य, विज्ञान, पर्यावरण, शिक्षा, अपराध, स्थानीय, साक्षात्कार, तकनीक',
  id: 'politik, dunia, internasional, nasional, daerah, ekonomi, bisnis, olahraga, sepak bola, budaya, seni, buku, film, musik, opini, tajuk, masyarakat, kesehatan, sains, lingkungan, pendidikan, media, hukum, wawancara, teknologi',
  zh: '时政, 政治, 国际, 國際, 国内, 國內, 中国, 要闻, 要聞, 经济, 經濟, 财经, 財經, 体育, 體育, 文化, 读书, 娱乐, 娛樂, 评论, 評論, 社论, 社論, 观点, 觀點, 社会, 社會, 健康, 科技, 科学, 環境, 环境, 教育, 法治, 地方, 民生, 生活, 专访, 專訪, 两岸, 兩岸',
  ja: '政治, 国際, 社会, 経済, スポーツ, サッカー, 野球, 文化, 読書, 書評, 芸能, 映画, 音楽, 社説, オピニオン, コラム, 論説, 暮らし, くらし, 生活, 医療, 健康, 科学, 環境, 教育, 地域, 地方, 連載, 特集, 技術, 天気',
  ko: '정치, 국제, 사회, 경제, 금융, 산업, 스포츠, 축구, 야구, 문화, 책, 영화, 음악, 연예, 오피니언, 사설, 칼럼, 생활, 건강, 의학, 과학, 환경, 교육, 지역, 전국, 인터뷰, 기술',
};

const sections: ReadonlySet<string> = new Set(Object.values(words).flatMap((list) => list.split(', ').map(keyOf)));

/** Whether a line is the name of a section, in brackets or not. */
export function isSectionName(text: string): boolean {
  return text.length <= 40 && sections.has(keyOf(text.replace(/^[[【［（(]|[\]】］）)]$/g, '')));
}
