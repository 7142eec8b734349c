/* Names of news agencies as they are written in credits and datelines, and words of outlets and credits, by language. */

export const agencyNames: Readonly<Record<string, string>> = {
  en: `AP, Associated Press, The Associated Press, Reuters, Thomson Reuters, AFP, UPI, PA, PA Media, Press Association, Bloomberg, CNN, BBC, CP,
    The Canadian Press, Canadian Press, AAP, Australian Associated Press, IPS, Inter Press Service, News Agencies, Agencies, Wire services, PRNewswire,
    PR Newswire, Business Wire, GlobeNewswire, KUNA, QNA, MENA, WAM, SPA, Petra, SANA, INA, NNA, WAFA, IRNA, ISNA, Fars, Tasnim, Mehr, PTI, ANI, IANS, UNI, APP,
    BSS, UNB, Bernama, Antara, Anadolu, Anadolu Agency, Xinhua, Kyodo, Kyodo News, Jiji, Jiji Press, Yonhap, KCNA, CNA, VNA, TASS, Interfax, RIA,
    RIA Novosti, Ukrinform, Getty, Getty Images, SWNS, NurPhoto, Zuma, Sipa, Shutterstock, Alamy, iStock, Unsplash, Pexels, Pixabay`,
  fr: 'Agence France-Presse, ATS, Keystone-ATS, Belga, APS, MAP, TAP, PANA, Hans Lucas',
  de: 'dpa, epd, KNA, sid, APA, sda, Keystone-SDA, Keystone, AFP-SID, ddp, dapd, ots, dts, imago, imago images, picture alliance, dpa-AFX, dpa/picture alliance',
  es: 'EFE, EPA, EPA-EFE, Europa Press, Notimex, Télam, Andina, ANDINA, Prensa Latina, Agencias, Colpisa',
  it: 'ANSA, AGI, Adnkronos, askanews, LaPresse, La Presse, Italpress, Agenzie',
  pt: 'Lusa, Agência Brasil, Agência Lusa, Estadão Conteúdo, Folhapress, Agências, ABr',
  nl: 'ANP, Novum, GPD',
  nordic: 'TT, NTB, Ritzau, STT, FNB, Scanpix, NTB Scanpix',
  pl: 'PAP, IAR, KAI, ČTK, CTK, MTI, SITA, TASR, Agerpres, Mediafax, BTA, Tanjug, HINA, FENA',
  tr: 'AA, DHA, İHA, ANKA, ANKA Haber Ajansı, Anadolu Ajansı, Demirören, Depo Photos',
  ru: 'ТАСС, РИА Новости, РИА, Интерфакс, INTERFAX.RU, Рейтер, АП, АФП, Синьхуа, БелТА, Казинформ, РБК, Росбалт, Регнум, REGNUM, ИА Регнум, Спутник, Sputnik, Прайм',
  uk: 'Укрінформ, УКРІНФОРМ, УНІАН, УНН, Інтерфакс-Україна, Рейтерс',
  id: 'ANTARA, ANTARA FOTO, Antara Foto',
  ar: `أ ف ب, ا ف ب, أف ب, أ.ف.ب, ا.ف.ب, فرانس برس, وكالة الصحافة الفرنسية, وكالة فرانس برس, رويترز, أ ب, ا ب, أ.ب, ا.ب, أ. ب, أسوشييتد برس, أسوشيتد برس,
    د ب أ, د.ب.أ, د.ب.ا, إ ب أ, إ.ب.أ, الأناضول, واس, وام, سانا, وكالات, شينخوا, بترا, كونا, قنا, وفا, بنا, العمانية, أ ش أ, أ.ش.أ, ومع, وات, واج, إفي, سبأ,
    تاس, سبوتنيك, غيتي, جيتي`,
  fa: 'ایسنا, ایرنا, ایلنا, ایکنا, رویترز, فارس, خبرگزاری فارس, مهر, خبرگزاری مهر, تسنیم, خبرگزاری فرانسه, آسوشیتدپرس, فرانس‌پرس',
  he: 'רויטרס, אי-פי, איי.פי, AFP, סוכנויות הידיעות, סוכנויות, פלאש 90, פלאש90',
  hi: 'भाषा, पीटीआई, एएनआई, आईएएनएस, वार्ता, यूनीवार्ता, एएफपी, रॉयटर्स, एपी, हिन्दुस्थान समाचार, एजेंसी',
  zh: '新华社, 新華社, 中新社, 中新网, 中新網, 法新社, 路透社, 路透, 美联社, 美聯社, 中央社, 塔斯社, 共同社, 韩联社, 韓聯社, 彭博社, 新华网, 视觉中国, 德新社, 埃菲社',
  ja: '共同, 共同通信, 共同通信社, 時事, 時事通信, 時事通信社, ロイター, AFP時事, AFP＝時事, AP, ＡＰ, ＡＦＰ, AFP=時事, ＡＦＰ時事, EPA時事, タス通信, 新華社, 聯合ニュース, ブルームバーグ, ＡＦＰ＝時事, ゲッティ',
  ko: '연합뉴스, 뉴시스, 뉴스1, 연합, 로이터, AP연합뉴스, EPA연합뉴스, AFP연합뉴스, 로이터연합뉴스, 로이터/연합뉴스, 신화통신, 교도통신, 타스통신, 노컷뉴스, 게티이미지뱅크, 게티이미지, 블룸버그',
};

/** What makes a name an outlet's, for patterns. */
export const outletWords = {
  /** Last word of a name that is an outlet's with hardly another meaning. */
  end: `Al-?Awsat|Times|Post|News|Herald|Tribune|Guardian|Telegraph|Gazette|Jazeera|Arabiya|Ahram|Observer|Independent|Chronicle|Mirror|Mail|Standard|
    Inquirer|Examiner|Monitor|Journal|Weekly|Radio|Television|TV|BBC|CNN|NPR|NBC|CBS|ABC|MSNBC|CNBC|Bloomberg|Spiegel|Haaretz|Monde|Figaro|Rudaw|
    Newsweek|Politico|Axios|Economist|Dawn|Courier|Sentinel|Advertiser|Argus|Post-Dispatch|
    [\\p{L}-]*[Zz]eitung|[\\p{L}-]*[Nn]achrichten|[\\p{L}-]*[Aa]nzeiger|[\\p{L}-]*[Kk]urier|[\\p{L}-]*[Tt]age?blatt|[\\p{L}-]*[Rr]undschau|
    [\\p{L}-]*[Aa]bendblatt|[\\p{L}-]*[Ww]ochenblatt|Libération|País|Mundo|Vanguardia|Periódico|Noticias|Heraldo|Repubblica|Gazzetta|Giornale|
    Messaggero|Corriere|Notícias|Jornal|Dagblad|[\\p{L}-]*dagblad|Volkskrant|Telegraaf|Handelsblad|Courant|Nyheter|[\\p{L}-]*tidningen|
    [\\p{L}-]*bladet|[\\p{L}-]+-Posten|Allehanda|[\\p{L}-]*[Kk]uriren|Wyborcza|Rzeczpospolita|Dziennik|Gazetesi|Haberleri|Postası|Hürriyet|Milliyet|
    Cumhuriyet|газета|Известия|Ведомости|ведомости|Комсомольская правда|Коммерсантъ|Kompas`.replace(/\s*\n\s*/g, ''),
  /** Last words that mean something else as well: only "The Northern Quarterly" and "Norrington Evening Star". */
  plain:
    'Star|Bulletin|Dispatch|Echo|Record|Register|Daily|Quarterly|Review|Ledger|Mercury|Citizen|Reporter|Beacon|Enterprise|Press|Magazine|Sun|World|Globe|Leader|Democrat|Republican|Spectator|Banner',
  edition: 'Evening|Morning|Daily|Sunday|Saturday|Weekly|Free|National',
  /** First words of a short name. */
  front:
    'صحيفة|جريدة|وكالة أنباء|روزنامه|روزنامهٔ|خبرگزاری|هفته‌نامه|ידיעות|עיתון|סוכנות הידיעות|Газета|Harian|दैनिक|Corriere d[ei]|La Gazzetta|La Voix d|Le Courrier|Diario de|Heraldo de|Jornal d|Correio d|Diário d|Gazeta|Kurier|Głos',
  /** Ends of names in Chinese, Japanese and Korean. */
  glued:
    '[日晚早时時商青周週农農]报|[日晚早時商週]報|时报|時報|新闻|新聞|新聞社|新报|周刊|週刊|通讯社|通訊社|电视台|電視台|观察报|日報社|タイムス|タイムズ|일보|신문|타임스',
} as const;

/** Words that say a bracket or the end of a line is about a picture. */
export const creditWords: Readonly<Record<string, string>> = {
  en: `photo, photos, photograph, photographs, picture, pictures, image, images, file, handout, courtesy, pool, supplied, provided, screengrab, screenshot,
    social media, via, getty, shutterstock, istock, alamy, reuters, ap, afp, epa, dpa, tass, xinhua, anadolu, bloomberg, illustration, graphic, archive, archives, archived, credit`,
  de: 'foto, fotos, bild, bilder, archiv, archivbild, archivfoto, symbolbild, symbolfoto, grafik, illustration, aufnahme',
  fr: 'photo d archives, photo d’archives, crédit, cliché, archives, dr, illustration, capture d’écran, infographie',
  es: 'foto, fotografía, imagen, archivo, cortesía, captura, crédito, cedida, ilustración',
  it: 'foto, immagine, archivio, per gentile concessione, repertorio',
  pt: 'foto, imagem, arquivo, divulgação, reprodução, crédito, ilustração, fotografia',
  nl: 'foto, beeld, archief, archieffoto, archiefbeeld, illustratie',
  sv: 'foto, bild, arkiv, arkivbild, illustration, pressbild, genrebild',
  pl: 'fot, foto, zdjęcie, fotografia, archiwum, arch, grafika, ilustracja',
  tr: 'fotoğraf, foto, görsel, arşiv, temsili, kaynak',
  ru: 'фото, снимок, архив, фотография, иллюстрация, скриншот, кадр, изображение, предоставлено',
  uk: 'світлина, архів, ілюстрація, скриншот, фото з архіву',
  id: 'gambar, dok, dokumentasi, arsip, ilustrasi, istimewa, dok pribadi',
  ar: 'أرشيفية, أرشيف, ارشيف, ارشيفية, صورة, تصوير, الصورة, عدسة, من الأرشيف, متداولة, توضيحية, تعبيرية, إكس, فيسبوك',
  fa: 'عکس, تصویر, عکاس, آرشیو, آرشیوی, بایگانی',
  he: 'צילום, צילומים, תמונה, ארכיון, באדיבות, איור, צילום מסך, קרדיט',
  hi: 'फोटो, फ़ोटो, चित्र, तस्वीर, साभार, फाइल, फ़ाइल, छायाचित्र, सौजन्य',
  zh: '资料图, 資料圖, 资料图片, 資料圖片, 摄, 攝, 图, 圖, 资料照片, 資料照, 图片来源, 圖片來源, 翻攝, 供图, 示意图, 示意圖',
  ja: '写真, 撮影, 提供, 資料, 資料写真, 代表撮影, イメージ',
  ko: '사진, 자료사진, 자료, 제공, 촬영, 그래픽, 캡처',
};
