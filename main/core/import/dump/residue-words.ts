/* Words that a web page leaves in copied text, by language: buttons, size controls, advertisements, links to other articles. */

/** Could be a word of the text, a subheading or an agency: left out only beside a repeated headline or caption, in a row, or at the end. */
export const ambiguousWords: Readonly<Record<string, string>> = {
  en: `TT|Share|Tweet|Print|Email|E-mail|Follow|Save|Listen|Comments|Comment|Newsletter|Highlights|Facebook|Twitter|WhatsApp|Telegram|LinkedIn|X|A A|AA|A+|A-|Font size|
    Pinterest|Reddit|Instagram|Messenger|Bookmark|Gift|Like|Copy|Text size|Play|More`,
  ar: 'مشاركة|شارك|طباعة|حفظ|استمع|فيسبوك|تويتر|واتساب|تلغرام|تيليجرام|إكس|تعليق|تعليقات|متابعة|لينكد إن|نسخ|إرسال|بريد|حجم الخط',
  fa: 'اشتراک|چاپ|ذخیره|بشنوید|نظرات|تلگرام|واتساپ|توییتر|فیسبوک|اشتراک‌گذاری|ارسال',
  he: 'שתפו|שתף|הדפסה|הדפס|שמור|שמירה|האזינו|תגובות|פייסבוק|טוויטר|ווטסאפ|טלגרם|שיתוף|להאזנה|מייל',
  fr: 'Partager|Imprimer|Écouter|Commentaires|Enregistrer|Réagir|Envoyer|Offrir|Suivre|Sauvegarder',
  es: 'Compartir|Imprimir|Guardar|Escuchar|Comentarios|Comentar|Enviar|Seguir|Tuitear',
  de: 'Teilen|Drucken|Merken|Anhören|Kommentare|Speichern|Vorlesen|Twittern|Mailen|Weiterleiten|Zuhören|Folgen',
  it: 'Condividi|Stampa|Salva|Ascolta|Commenti|Commenta|Invia|Segui',
  pt: 'Compartilhar|Partilhar|Imprimir|Salvar|Guardar|Ouvir|Comentários|Enviar|Compartilhe|Tweetar',
  nl: 'Delen|Deel|Printen|Bewaren|Luisteren|Reacties|Mailen|Opslaan|Bewaar|Luister',
  sv: 'Dela|Skriv ut|Spara|Lyssna|Kommentarer|Tipsa|Följ',
  pl: 'Udostępnij|Drukuj|Zapisz|Posłuchaj|Komentarze|Skomentuj|Wyślij|Obserwuj',
  tr: 'Paylaş|Yazdır|Kaydet|Dinle|Yorumlar|Yorum|Yorum yap|Abone ol|Takip et|Tweetle',
  ru: 'Поделиться|Печать|Слушать|Комментарии|Сохранить|Распечатать|ВКонтакте|Телеграм|Одноклассники|В закладки|Подписаться',
  uk: 'Поділитися|Друк|Слухати|Коментарі|Зберегти|Роздрукувати|Фейсбук|Телеграм|Підписатися',
  id: 'Bagikan|Cetak|Simpan|Dengarkan|Komentar|Salin|Kirim',
  hi: 'शेयर|शेयर करें|प्रिंट|सेव|सुनें|टिप्पणी|टिप्पणियाँ|फेसबुक|ट्विटर|व्हाट्सऐप|साझा करें',
  zh: '分享|打印|收藏|评论|評論|微信|微博|点赞|转发|复制|QQ空间|列印|收聽|朋友圈|留言|推文|臉書|字号|分享到|举报',
  ja: 'シェア|ツイート|印刷|ポスト|保存|コメント|ブックマーク|はてなブックマーク|LINE|ライン|いいね|送る|フォロー|音声で聞く|メール|共有|文字サイズ',
  ko: '공유|공유하기|인쇄|스크랩|댓글|저장|좋아요|카카오톡|페이스북|트위터|글자크기|글자크기 설정|글자 크기|프린트|메일|듣기|URL복사|본문듣기',
};

/** Says of itself that it is no text: left out between complete paragraphs as well. */
export const certainWords: Readonly<Record<string, string>> = {
  en: `Advertisement|Advertisements|ADVERTISING|Copy link|Copy URL|Short Url|Story continues below|Story continues below advertisement|Article continues below advertisement|
    Continue reading|Read more|Keep on reading|Related articles|Related stories|Sign up|Subscribe|Subscribe now|Post a Comment|Leave a Reply|Leave a comment|Previous Post|
    Next Post|Back to top|Like us on Facebook|Follow us on Twitter|Follow us on X|Share this article|Share this story|Share on Facebook|Share on Twitter|Email this article|
    Print this article|Our Standards: The Thomson Reuters Trust Principles|Sign up for our newsletter|Skip advertisement|Skip to content|Read also|Most read|Most popular|
    Recommended|Recommended stories|You may also like|Related topics|More on this story|Listen to this article|Share this|Sponsored content|Sponsored|Go back|Back to homepage|
    Scroll to continue|View comments|Show comments|Follow us|Share via|Save article|Save for later|Gift this article|Report an error|Remove ads`,
  ar: 'إعلان|إعلانات|اقرأ أيضا|اقرأ أيضاً|نسخ الرابط|مشاركة عبر|شاهد المزيد|اقرأ المزيد|المزيد|أخبار ذات صلة|مواضيع ذات صلة|شاهد أيضاً|شاهد أيضا|تابعونا|للمزيد|الأكثر قراءة|اشترك في النشرة|اشترك الآن|تابعنا على|شارك المقال|شارك الخبر|انسخ الرابط|رابط مختصر|مقالات ذات صلة',
  fa: 'آگهی|تبلیغات|بیشتر بخوانید|مطالب مرتبط|اخبار مرتبط|همچنین بخوانید|ادامه مطلب|لینک کوتاه|کپی لینک|پیشنهاد ما|خبرهای مرتبط|نظر شما چیست|ارسال نظر|پربازدیدها',
  he: 'פרסומת|קראו עוד|קראו גם|לקריאה נוספת|כתבות נוספות|כתבות קשורות|העתק קישור|עוד בנושא|הירשמו לניוזלטר|לכתבה המלאה|המשך קריאה|עוד באתר|תוכן שיווקי|חזרה למעלה',
  fr: "Publicité|Lire aussi|Lire la suite|Copier le lien|À lire aussi|A lire aussi|Lire également|La suite après la publicité|La suite après cette publicité|Sur le même sujet|Article réservé aux abonnés|Réservé aux abonnés|S'abonner|Abonnez-vous|Je m'abonne|Partager sur Facebook|Partager l'article|Partager cet article|Retour en haut|Retour en haut de page|Voir les commentaires|Newsletter|Ajouter à vos favoris|Voir aussi|Lire plus tard|Offrir l'article",
  es: 'Publicidad|Leer más|Lea también|Copiar enlace|Lee también|Te puede interesar|Le puede interesar|Más información|Suscríbete|Suscríbase|Noticias relacionadas|Seguir leyendo|Volver arriba|Contenido patrocinado|Compartir en Facebook|Compartir en Twitter|Ver comentarios|Suscríbete a nuestro boletín|Regístrate|Leer también|Temas relacionados|Archivado en',
  de: 'Anzeige|Werbung|Weiterlesen|Lesen Sie auch|Link kopieren|Mehr zum Thema|Zum Thema|Artikel teilen|Artikel drucken|Artikel merken|Newsletter abonnieren|Jetzt abonnieren|Kommentare anzeigen|Kommentar schreiben|Auch interessant|Das könnte Sie auch interessieren|Nach oben|Zurück zur Startseite|Zur Startseite|Seite drucken|Lesen Sie mehr|Jetzt lesen|Empfohlener redaktioneller Inhalt|Mehr lesen|Feedback|Beitrag teilen|Auf Facebook teilen',
  it: 'Pubblicità|Leggi anche|Leggi tutto|Continua a leggere|Copia link|Copia il link|Articoli correlati|Iscriviti|Iscriviti alla newsletter|Abbonati|Torna su|Ti potrebbe interessare|Potrebbe interessarti|Riproduzione riservata|© Riproduzione riservata|Contenuto sponsorizzato|Condividi articolo|Leggi i commenti|Annuncio pubblicitario|Altre notizie|Vai ai commenti',
  pt: 'Publicidade|Leia também|Leia mais|Copiar link|Continua após a publicidade|Continua depois da publicidade|Veja também|Assine|Assine já|Notícias relacionadas|Saiba mais|Voltar ao topo|Newsletter|Mais lidas|Ler mais|Artigo exclusivo para assinantes|Conteúdo patrocinado|Relacionadas',
  nl: 'Advertentie|Lees ook|Lees meer|Lees verder|Kopieer link|Link kopiëren|Meer over dit onderwerp|Deel dit artikel|Abonneer|Neem een abonnement|Terug naar boven|Bekijk reacties|Tekst gaat verder onder de foto|Tekst gaat door onder de foto|Het artikel gaat verder onder de advertentie|Gerelateerde artikelen|Meest gelezen',
  sv: 'Annons|Läs också|Läs mer|Läs även|Kopiera länk|Dela artikeln|Dela artikel|Prenumerera|Till toppen|Artikeln fortsätter under annonsen|Artikeln fortsätter efter annonsen|Mest läst|Logga in|Bli prenumerant|Nyhetsbrev|Relaterat',
  da: 'Annonce|Læs også|Les også|Annonse|Artikkelen fortsetter under annonsen|Artiklen fortsætter under annoncen',
  pl: 'Reklama|Czytaj też|Czytaj także|Czytaj więcej|Czytaj również|Zobacz też|Zobacz także|Kopiuj link|Skopiuj link|Przeczytaj też|Przeczytaj także|Dalsza część artykułu pod reklamą|Dalszy ciąg materiału pod wideo|Powiązane artykuły|Subskrybuj|Zapisz się na newsletter|Polecane|Najczęściej czytane',
  tr: 'Reklam|İlgili haberler|İlgili haber|Ayrıca okuyun|Devamını oku|Bağlantıyı kopyala|Linki kopyala|Haberin devamı|Haberin devamı için tıklayın|İlginizi çekebilir|Bülten|Önerilen|En çok okunanlar|Paylaşın|Editörün seçtikleri|Bunları da okuyun',
  ru: 'Реклама|Читайте также|Читать далее|Читайте ещё|Читать еще|Материалы по теме|По теме|Смотрите также|Подписывайтесь на нас|Скопировать ссылку|Подпишитесь на рассылку|Новости по теме|Самое читаемое|Наверх|Оставить комментарий|Показать комментарии|Ещё по теме|На правах рекламы|Подписывайтесь на наш канал|Другие новости',
  uk: 'Читайте також|Читати далі|Матеріали за темою|За темою|Дивіться також|Скопіювати посилання|Копіювати посилання|Підписуйтесь на нас|Реклама партнерів|Новини за темою|Вгору|Залишити коментар',
  id: 'Iklan|Baca juga|Baca selengkapnya|Selengkapnya|Salin tautan|Artikel terkait|Berita terkait|Scroll untuk lanjut membaca|Gulir untuk lanjut baca|Lanjutkan membaca|Simak juga|Lihat juga|Berlangganan|Advertisement Scroll to continue|Terpopuler|Komentar Anda',
  hi: 'विज्ञापन|यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|संबंधित खबरें|संबंधित समाचार|लिंक कॉपी करें|इसे भी पढ़ें|पढ़ें पूरी खबर|सब्सक्राइब करें|ताज़ा ख़बरें|सदस्यता लें|इन्हें भी पढ़ें|टिप्पणी करें|खबर शेयर करें',
  zh: '广告|廣告|相关阅读|相關閱讀|延伸阅读|延伸閱讀|相关新闻|相關新聞|推荐阅读|推薦閱讀|点击查看更多精彩内容|点击查看更多|查看更多|更多精彩内容|复制链接|複製連結|分享至|扫码关注|返回顶部|回到頂部|展开全文|阅读全文|閱讀全文|热门推荐|猜你喜欢|我要评论|查看评论|关注我们|打开APP阅读全文|更多新聞|繼續閱讀|責任編輯|为您推荐',
  ja: '広告|関連記事|あわせて読みたい|続きを読む|この記事は会員限定です|有料会員限定|会員限定記事|リンクをコピー|おすすめ記事|関連ニュース|こちらもおすすめ|この記事をシェア|PR|ページトップへ|トップに戻る|会員登録|ログイン|もっと見る|この記事を印刷|無料会員登録|関連リンク|この記事は有料会員限定です|スポンサーリンク|記事を保存|ランキング',
  ko: '광고|관련기사|관련 기사|더보기|더 보기|이 기사를 공유합니다|링크복사|링크 복사|기사보내기|구독|구독하기|추천기사|많이 본 뉴스|네이버에서 구독|기사제보|맨위로|이 시각 주요뉴스|댓글 보기|함께 볼 만한 기사|연관기사|페이지 상단으로|기사 저장',
};

/** What opens a line that only points to another article: "Read more: Ten instruments that were left on trains". */
export const pointers: Readonly<Record<string, string>> = {
  en: 'Read more|Read also|Also read|Keep reading|See also|Related article|Related story|Recommended reading',
  ar: 'اقرأ أيضاً|اقرأ أيضا|اقرأ المزيد|شاهد أيضاً|شاهد أيضا|طالع أيضاً|اقرأ أيضًا|للمزيد',
  fa: 'بیشتر بخوانید|همچنین بخوانید|مطلب مرتبط|خبر مرتبط',
  he: 'קראו עוד|קראו גם|לקריאה נוספת|עוד בנושא|ראו גם',
  fr: 'Lire aussi|À lire aussi|A lire aussi|Lire également|À lire également|À voir aussi|Voir aussi|Sur le même sujet',
  es: 'Lea también|Lee también|Leer más|Te puede interesar|Le puede interesar|Leer también|Vea también|Más información',
  de: 'Lesen Sie auch|Lesen Sie hier|Mehr zum Thema|Auch interessant|Zum Thema|Lesen Sie mehr|Weiterlesen|Siehe auch',
  it: 'Leggi anche|Approfondisci|Potrebbe interessarti|Vedi anche|Ti potrebbe interessare',
  pt: 'Leia também|Leia mais|Veja também|Saiba mais|Ler também|Ler mais',
  nl: 'Lees ook|Lees meer|Bekijk ook|Zie ook|Luister ook',
  sv: 'Läs också|Läs mer|Läs även|Se även|Se också',
  da: 'Læs også|Les også',
  pl: 'Czytaj też|Czytaj także|Czytaj więcej|Zobacz też|Zobacz także|Przeczytaj też|Przeczytaj także|Czytaj również|Zobacz również',
  tr: 'İlgili haber|Ayrıca okuyun|Bunu da okuyun|Haberin devamı|İlginizi çekebilir',
  ru: 'Читайте также|Смотрите также|По теме|Читайте ещё|Читайте по теме|Материал по теме',
  uk: 'Читайте також|Дивіться також|За темою|Читайте ще',
  id: 'Baca juga|Baca Juga|Simak juga|Lihat juga|Baca selengkapnya',
  hi: 'यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें',
  zh: '相关阅读|相關閱讀|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|更多新聞|阅读更多|相關新聞',
  ja: '関連記事|あわせて読みたい|関連ニュース',
  ko: '관련기사|관련 기사|함께 볼 기사|더 보기',
};
