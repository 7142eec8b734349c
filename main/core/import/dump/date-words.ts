/* Words that stand beside a date on a line that says nothing else, by language, and what tells morning from evening. */

export const besideWords: Readonly<Record<string, string>> = {
  en: `published updated posted created modified last first on at date t the of and from time local edition issue am pm ad ah ce gmt utc est edt cst cdt pst
    pdt bst cet cest ist msk aest hrs h publication release released st nd rd th updates originally o'clock noon z`,
  de: 'uhr veröffentlicht aktualisiert erschienen stand am um vom den der zuletzt letzte aktualisierung datum ausgabe und',
  fr: 'publié publiée publie mis mise à a jour le la modifié modifiée actualisé dernière et h min mn heures paru du édition date er',
  es: 'actualizado actualizada publicado publicada el del de la las a última actualización hs horas hora fecha y edición creado',
  it: 'pubblicato pubblicata aggiornato aggiornata il alle ore ultima modifica di data ultimo aggiornamento e',
  pt: 'publicado publicada atualizado atualizada em às as de há última atualização h min data e',
  nl: 'gepubliceerd bijgewerkt geplaatst op om uur laatste update laatst gewijzigd datum aangepast',
  sv: 'publicerad publicerat uppdaterad uppdaterat kl den senast klo',
  pl: 'opublikowano aktualizacja dodano godz r roku utworzono data publikacji dnia ostatnia o',
  tr: 'yayınlanma yayınlandı güncelleme güncellendi güncellenme tarihi tarih saat son giriş oluşturulma eklenme yayın',
  ru: 'опубликовано обновлено в г года дата время мск последнее обновление от час ч мин размещено создано',
  uk: 'опубліковано оновлено о об р року дата час оновлення год',
  id: 'diterbitkan terbit tayang diperbarui pukul wib wita wit tanggal pada dipublikasikan dibuat jam',
  ar: 'نشر نشرت آخر تحديث في بتاريخ م هـ ه الموافق الساعة تاريخ النشر التحديث يوم صباحا مساء ظهرا عصرا بتوقيت غرينتش غرينيتش مكة ميلادي ميلادية هجري هجرية القاهرة ص أضيف أضيفت حرر',
  fa: 'انتشار تاریخ زمان ساعت در به روز رسانی به‌روزرسانی منتشر شده شد میلادی شمسی خورشیدی قمری برابر با و بروزرسانی',
  he: 'פורסם עודכן בשעה תאריך יום ב עדכון אחרון ה',
  hi: 'प्रकाशित अपडेटेड अपडेट दिनांक बजे को पर समय अद्यतन अंतिम प्रकाशन तिथि ist रात शाम सुबह दोपहर',
  zh: '发布 更新 于 於 時間 时间 发布时间 發布 發佈 發布時間 更新时间 更新時間 日期 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日 上午 下午 发表 发表于 发表时间 出版 刊登 北京时间 中華民國 民國 农历 一 二 三 四 五 六 日 年 月',
  ja: '更新 公開 配信 掲載 日時 付 朝刊 夕刊 午前 午後 月 火 水 木 金 土 日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 曜日 時点 最終更新 発行 投稿 公開日 更新日 年 令和 平成 昭和 初版',
  ko: '입력 수정 등록 기사입력 최종수정 오전 오후 승인 발행일 게재 업데이트 송고 월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 화 수 목 금 토 일 작성 최종 기사 시간 보도',
};

/** Before or after a time of twelve hours. */
export const evening = /^(?:p\.?m\.?|مساءً?|مساء|下午|晚上|晚间|오후|午後|شام|रात|ب\.ظ|בערב)$/iu;
export const morning = /^(?:a\.?m\.?|صباحاً?|صباحا|上午|早上|凌晨|오전|午前|सुबह|ق\.ظ|בבוקר)$/iu;
