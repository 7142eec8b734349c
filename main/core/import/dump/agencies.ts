/* News agencies and outlets that stand in credits and datelines, and words that mark a credit. */

/** Names as they are written in brackets after a place or a caption. */
const agencies = [
  'AP',
  'A.P.',
  'Associated Press',
  'The Associated Press',
  'AFP',
  'Agence France-Presse',
  'Reuters',
  'REUTERS',
  'Thomson Reuters',
  'dpa',
  'DPA',
  'EPA',
  'EPA-EFE',
  'EFE',
  'ANSA',
  'AGI',
  'PA',
  'PA Media',
  'Press Association',
  'UPI',
  'TASS',
  'Tass',
  'TT',
  'NTB',
  'Ritzau',
  'STT',
  'ANP',
  'Belga',
  'APA',
  'SDA',
  'Keystone-SDA',
  'sda',
  'KNA',
  'epd',
  'sid',
  'SID',
  'Lusa',
  'CTK',
  'ČTK',
  'PAP',
  'MTI',
  'Xinhua',
  'Kyodo',
  'Jiji',
  'Yonhap',
  'PTI',
  'ANI',
  'IANS',
  'Bernama',
  'Antara',
  'Anadolu',
  'Anadolu Agency',
  'AA',
  'SPA',
  'WAM',
  'KUNA',
  'QNA',
  'MENA',
  'Petra',
  'SANA',
  'INA',
  'NNA',
  'WAFA',
  'IRNA',
  'ISNA',
  'Interfax',
  'RIA',
  'RIA Novosti',
  'Ukrinform',
  'Bloomberg',
  'CNN',
  'BBC',
  'IPS',
  'APP',
  'BSS',
  'CP',
  'The Canadian Press',
  'AAP',
  'Notimex',
  'Télam',
  'Agência Brasil',
  'News Agencies',
  'Agencies',
  'أ ف ب',
  'أ.ف.ب',
  'ا ف ب',
  'فرانس برس',
  'وكالة الصحافة الفرنسية',
  'رويترز',
  'أ ب',
  'أ.ب',
  'أسوشييتد برس',
  'د ب أ',
  'د.ب.أ',
  'إ ب أ',
  'إ.ب.أ',
  'الأناضول',
  'واس',
  'وام',
  'سانا',
  'وكالات',
  'شينخوا',
  'тасс',
  'ТАСС',
  'РИА Новости',
  'Интерфакс',
  '新华社',
  '中新社',
  '法新社',
  '路透社',
  '共同',
  '共同通信',
  '時事',
  'ロイター',
  'ایسنا',
  'ایرنا',
  'رویترز',
  'فارس',
  'רויטרס',
  'אי-פי',
];
const known = new Set(agencies.map((name) => name.toLowerCase()));

/** True for a name that is an agency and nothing else. */
export function isAgency(name: string): boolean {
  return known.has(name.trim().toLowerCase());
}

/** Outlets are recognised by such a word in their name; people and parliaments have none. */
const outletWord =
  /(?:^|\s|-)(?:Al-?Awsat|Times|Post|News|Herald|Tribune|Guardian|Telegraph|Gazette|Jazeera|Arabiya|Ahram|Observer|Independent|Chronicle|Mirror|Mail|Standard|Inquirer|Examiner|Monitor|Journal|Weekly|Radio|Television|TV|BBC|CNN|NPR|NBC|CBS|ABC|MSNBC|CNBC|Bloomberg|Spiegel|Haaretz|Monde|Figaro|Rudaw|Newsweek|Politico|Axios|Economist|Dawn|Zeitung|Nachrichten|País|Mundo)$/;

/** True for a name that reads like a newspaper, broadcaster or site. */
export function isOutlet(name: string): boolean {
  return outletWord.test(name);
}

const creditWord =
  /(?:^|[^\p{L}])(?:photo(?:graph)?s?|foto|fotos|picture|image|images|bild|archiv(?:e|es|o)?|archive[sd]?|file|handout|courtesy|getty|shutterstock|istock|alamy|pool|supplied|provided|screengrab|screenshot|social media|via|reuters|ap|afp|epa|dpa|tass|xinhua|anadolu|bloomberg|фото|архив|أرشيفية|أرشيف|صورة|تصوير|资料图|摄|图)(?:$|[^\p{L}])/iu;

/** True for the inside of a bracket that names where a picture is from. */
export function isCredit(inside: string): boolean {
  if (inside.length > 80) return false;
  return isAgency(inside) || creditWord.test(inside) || isOutlet(inside) || /(?:^|[\s/])@\w/.test(inside);
}
