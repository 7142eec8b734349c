/*
 * "London: Ghida Asfour", "الرياض: «الشرق الأوسط»": the line under which Arabic newspapers print who wrote a story and
 * where. A line with a colon is often a second headline, so the place must be a city that has bureaus.
 */

import { isAgency, isOutlet } from './agencies.ts';
import { findByline } from './bylines.ts';

export type CityLine = { readonly place: string } & (
  { readonly byline: string } | { readonly source: string } | { readonly agency: string }
);

const cities = new Set(
  `Abu Dhabi|Addis Ababa|Aden|Aleppo|Algiers|Amman|Amsterdam|Ankara|Athens|Baghdad|Bahrain|Basra|Beijing|Beirut|Berlin|
   Brussels|Cairo|Casablanca|Damascus|Delhi|Doha|Dubai|Erbil|Gaza|Geneva|Islamabad|Istanbul|Jakarta|Jeddah|Jerusalem|
   Juba|Kabul|Khartoum|Kuwait|Kyiv|London|Madrid|Makkah|Manama|Marrakesh|Mecca|Milan|Moscow|Muscat|New Delhi|New York|
   Nouakchott|Paris|Port Sudan|Rabat|Ramallah|Riyadh|Rome|Sanaa|Stockholm|Sulaimaniyah|Tehran|Tel Aviv|Tokyo|Tripoli|
   Tunis|Vienna|Washington|
   أبوظبي|أبو ظبي|أديس أبابا|أربيل|أنقرة|إسطنبول|الجزائر|الخرطوم|الدار البيضاء|الدوحة|الرباط|الرياض|القاهرة|القدس|الكويت|
   المنامة|باريس|بروكسل|برلين|بغداد|بكين|بورتسودان|بيروت|تل أبيب|تونس|جدة|جنيف|حلب|دبي|دمشق|رام الله|روما|صنعاء|طرابلس|
   طهران|عدن|عمان|عمّان|الدمام|الشارقة|المدينة المنورة|الموصل|البصرة|نابلس|جنين|صيدا|حمص|اللاذقية|الإسكندرية|أسوان|الخليل|بنغازي|وهران|فاس|مراكش|غزة|فيينا|كابل|كييف|لندن|مدريد|مسقط|مكة|مكة المكرمة|موسكو|نواكشوط|نيودلهي|نيويورك|واشنطن|
   تهران|مشهد|اصفهان|شیراز|تبریز|اهواز|کابل|لندن|پاریس|واشنگتن|نیویورک|
   ירושלים|תל אביב|חיפה|באר שבע|רמאללה|וושינגטון|לונדון|פריז|
   नई दिल्ली|दिल्ली|मुंबई|कोलकाता|चेन्नई|बेंगलुरु|हैदराबाद|लखनऊ|पटना|भोपाल|जयपुर|इंदौर|रांची|रायपुर|देहरादून|चंडीगढ़|वाराणसी|कानपुर|नागपुर|पुणे|
   अहमदाबाद|शिमला|श्रीनगर|गुवाहाटी|भुवनेश्वर|प्रयागराज|वाशिंगटन|लंदन|इस्लामाबाद|काठमांडू`
    .split('|')
    .map((city) => city.trim()),
);

/** True for a town that has bureaus, in English or Arabic and a few other scripts. */
export function isCity(name: string): boolean {
  return cities.has(name);
}

const form = /^([^:：]{3,20})\s?:\s([^:：]{2,60})$/u;
const quoted = /^[«"“]([^«»"“”]+)[»"”]$/u;

/** Reads a line that holds a city and a name; undefined where either is in doubt. */
export function findCityLine(text: string): CityLine | undefined {
  const match = text.length > 80 ? null : form.exec(text);
  const place = match?.[1] ?? '';
  const name = match?.[2] ?? '';
  if (!cities.has(place)) return undefined;
  const paper = quoted.exec(name)?.[1];
  if (isAgency(paper ?? name)) return { place, agency: paper ?? name };
  if (paper !== undefined || isOutlet(name)) return { place, source: paper ?? name };
  return isPerson(name) ? { place, byline: name } : undefined;
}

/** Two to four capitalised words. Arabic has no capitals: two words there, since three may be a sentence. */
function isPerson(name: string): boolean {
  const words = name.split(/\s+/).length;
  if (/^[\p{Script=Arabic}\s]+$/u.test(name)) return words === 2;
  return words >= 2 && words <= 4 && findByline(`By ${name}`) === name;
}
