/* Words around the names of those who wrote an article, by language. */

/** What stands before the names: "By Ann Roe", "Par: ...". These may be followed by a space alone. */
export const openings: Readonly<Record<string, string>> = {
  en: 'by|written by|story by|text by|words by|analysis by|interview by|report by|review by|column by|as told to|from our correspondent',
  de: 'von|text von|ein bericht von|bericht von|interview von|eine reportage von|ein kommentar von|kommentar von|analyse von',
  fr: 'par|texte de|propos recueillis par|recueilli par|reportage de|entretien réalisé par',
  es: 'por|texto de|entrevista de|un reportaje de|una crónica de',
  it: 'di|testo di|intervista di|a cura di|servizio di',
  pt: 'por|texto de|entrevista de|reportagem de',
  nl: 'door|tekst door|interview door',
  sv: 'av|text av|intervju av',
  da: 'af',
  pl: 'autor tekstu|opracowała|opracował|rozmawiała|rozmawiał',
  tr: 'yazan',
  id: 'oleh|ditulis oleh',
  ar: 'بقلم|كتب|كتبت|كتبه|كتبته|أعده|أعدته|حاوره|حاورته|حاورها',
  fa: 'به قلم|نوشته|نوشته ی|گفت‌وگو از|گفتگو از|گزارش از',
  he: 'מאת',
  hi: 'द्वारा',
};

/** Those that need a colon, a dash or the like behind them, since without it they are words of a sentence. */
export const labelledOpenings: Readonly<Record<string, string>> = {
  en: 'author|words|text|reporter|writer|byline',
  de: 'autor|autorin|autoren|text|protokoll',
  fr: 'auteur|auteure|autrice|texte|propos recueillis',
  es: 'autor|autora|texto',
  it: 'autore|autrice|testo',
  pt: 'autor|autora|texto|reportagem',
  nl: 'auteur|tekst|verslaggever',
  sv: 'text|reporter|skribent',
  pl: 'autor|autorka|tekst|opracowanie',
  tr: 'yazan|yazar|haber|muhabir',
  ru: 'автор|авторы|текст|беседовал|беседовала|записал|записала|подготовил|подготовила|корреспондент',
  uk: 'автор|авторка|автори|текст|розмовляв|розмовляла|підготував|підготувала|записала|записав',
  id: 'penulis|pewarta|reporter|wartawan|laporan',
  ar: 'الكاتب|الكاتبة|المراسل|مراسل|أجرى الحوار|أجرت الحوار|تقرير|إعداد|تحقيق|متابعة|حوار',
  fa: 'نویسنده|خبرنگار|گزارشگر',
  he: 'כתב|כתבת|כתבה|מאת',
  hi: 'लेखक|लेखिका|संवाददाता|रिपोर्टर|प्रस्तुति',
  zh: '作者|文|记者|記者|撰文|采写|採訪|采访|执笔|撰稿|文字|通讯员|采写记者|文/图|文／图|图/文|文图|文、图',
  ja: '文|記者|執筆|取材|著者|筆者|聞き手|取材・文|文・写真|文と写真|写真・文|構成|寄稿',
  ko: '글|기자|취재|글·사진|글쓴이|정리',
};

/** What a writer is; cut off behind a comma, a dash or a bar, and a line of its own below the names. Stems match with what follows. */
export const roleWords: Readonly<Record<string, string>> = {
  en: `correspondents?|editors?|reporters?|writers?|staff|analysts?|columnists?|bureau(?: chief)?|agenc(?:y|ies)|contributors?|contributing|
    journalists?|critics?|freelancers?|freelance|commentators?|producers?|photographers?|fellow|professor|director|author`,
  de: '[\\p{L}-]*korrespondent(?:in|en)?|redakteur(?:in)?|[\\p{L}-]*redaktion|autor(?:in)?|reporter(?:in)?|mitarbeiter(?:in)?|kolumnist(?:in)?|chefredakteur(?:in)?|volontär(?:in)?',
  fr: 'envoyée?s?(?: spéciale?s?)?|correspondante?s?|journalistes?|rédact(?:eur|rice)s?(?: en chef)?|chroniqueu(?:r|se)|reporters?|éditorialiste|rédaction',
  es: 'corresponsal(?:es)?|redactora?(?:es)?|periodistas?|enviad[oa]s?(?: especial(?:es)?)?|columnistas?|reporter[oa]s?|redacción|colaborador(?:a|es)?',
  it: 'inviat[oai](?: special[ei])?|corrispondent[ei]|redattore|redattrice|giornalist[aei]|redazione|dal nostro (?:inviato|corrispondente)',
  pt: 'correspondentes?|repórter(?:es)?|enviad[oa](?: especial)?|jornalistas?|redação|colunistas?|colaborador(?:a)?|editor(?:a)?',
  nl: 'verslaggev(?:er|ster)|redacteur|redactie|correspondente?|journaliste?|columniste?',
  sv: 'reporter|korrespondent|journalist|redaktör|redaktion|ledarskribent|medarbetare|krönikör',
  pl: 'korespondent(?:ka)?|dziennikar(?:z|ka)|redaktor(?:ka)?|redakcja|publicyst(?:a|ka)|reporter(?:ka)?',
  tr: 'muhabiri?|yazarı?|editörü?|temsilcisi|köşe yazarı|gazeteci',
  ru: '(?:спец)?кор(?:респондент|р\\.)?|корреспондент(?:ка)?|обозреватель|журналист(?:ка)?|редактор|колумнист|автор|наш корр\\.?',
  uk: 'кореспондент(?:ка)?|журналіст(?:ка)?|редактор(?:ка)?|оглядач(?:ка)?|власкор',
  id: 'kontributor|wartawan|reporter|jurnalis|koresponden|editor|redaksi|pewarta',
  ar: 'مراسلة?|محررة?|كاتبة?|صحافية?|صحفية?|مدير|رئيس(?: التحرير)?|باحثة?|مراسلنا|موفد',
  fa: 'خبرنگار|روزنامه‌نگار|نویسنده|سردبیر|دبیر',
  he: 'כתבת?|עורכת?|כתבנו|פרשנ(?:ית)?|סופרת?',
  hi: 'संवाददाता|विशेष संवाददाता|संपादक|रिपोर्टर|पत्रकार|ब्यूरो|ब्यूरो प्रमुख|लेखिका|लेखक',
  zh: '记者|記者|编辑|編輯|特约|通讯员|评论员|報導|报道|專訪|专访|综合报道|主笔',
  ja: '記者|編集委員|論説委員|特派員|支局長|ライター|編集者',
  ko: '기자|특파원|논설위원|선임기자|편집위원|객원기자|인턴기자',
};

/** Bylines that name nobody: the line says who wrote it, and there is no name to keep. */
export const namelessBylines: Readonly<Record<string, string>> = {
  en: 'by the staff|by staff|staff|staff writer|staff writers|staff reporter|staff reporters|staff report|by our staff|by our correspondent|from our correspondent|by a staff reporter|by staff reporter|by staff writer|by our own correspondent|by agencies|by our reporter|newsroom|by newsroom',
  de: 'von unserem korrespondenten|von unserer korrespondentin|von unserem redaktionsmitglied|von unserer redaktion|von der redaktion|eigener bericht|redaktion',
  fr: 'par la rédaction|la rédaction|de notre correspondant|de notre envoyé spécial|de notre correspondante|par notre correspondant|avec agences|avec afp',
  es: 'por la redacción|redacción|de nuestro corresponsal|por redacción|de nuestra redacción',
  it: 'di redazione|redazione|dal nostro inviato|dal nostro corrispondente|a cura della redazione|dalla redazione',
  pt: 'da redação|por redação|redação|da reportagem local|do nosso correspondente',
  nl: 'van onze redactie|van onze verslaggever|van onze correspondent|door onze redactie|redactie|van onze redacteur',
  sv: 'av redaktionen|redaktionen',
  pl: 'redakcja|od naszego korespondenta',
  tr: 'haber merkezi|dış haberler servisi|dış haberler|yazı işleri',
  ru: 'от нашего корреспондента|наш корреспондент|соб. корр.|собкор|редакция|от редакции',
  uk: 'редакція|від редакції|від нашого кореспондента|власкор',
  id: 'tim redaksi|redaksi',
  ar: 'كتب المحرر السياسي|كتب مراسلنا|مراسلنا|التحرير|هيئة التحرير|قسم التحرير|كتب المحرر',
  fa: 'گروه گزارش|تحریریه|گروه خبر|سرویس خبر',
  he: 'מערכת|כתבנו|מאת כתבנו|מאת המערכת|סוכנויות הידיעות',
  hi: 'हमारे संवाददाता|निज संवाददाता|विशेष संवाददाता|संवाददाता|कार्यालय संवाददाता|नगर संवाददाता',
  zh: '本报记者|本报讯|本報記者|本報訊|本报综合报道|综合报道|新华社记者|本刊记者',
  ja: '編集部|本紙記者|取材班',
  ko: '온라인뉴스팀|편집부|디지털뉴스팀|취재팀',
};

/** Small words inside names and between them. */
export const smallWords = new Set(
  `and und et y e en i и і та with mit avec con com with in de der den del della dello dei di da do dos das du la le van von vom zu zur ter ten te
   bin bint ibn al el ul ben ve dan og och oraz z ו و با को और af av the of st ap ibnu van't op den d' dela las los af`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** First words that begin a sentence, a time or a place, never a name. */
export const noNames = new Set(
  `the this that these those a an all its his her their our my your then now far contrast comparison law default itself noon night midnight
   january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
   der die das dem den des diesem dieser einem einer ein eine dort hier wegen rund der bis heute morgen
   le les la l' un une ce cette ces exemple contre ailleurs jour mois an
   el los las ese eso esa este esta favor supuesto ahora fin qué que un una otra otro su primera primer ejemplo
   lo gli il nuovo fronte più tanto nuovo fatto
   o os as um uma exemplo isso enquanto causa dia ano
   de het een deze dit die middel
   den det ett en detta
   أن ان الذي التي هذا هذه ما لا في من على عن إلى
   این آن که در از به`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
