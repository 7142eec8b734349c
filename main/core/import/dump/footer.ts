/* What stands below the last article of a dump and belongs to none: terms of use, an address, the links of a site. */

import type { DropReason } from '../../../../shared/model.ts';
import type { Outside } from './contents.ts';
import { keyOf } from './lines.ts';
import type { Piece } from './pieces.ts';
import type { Segment } from './segments.ts';

const most = 6;
const longest = 240;

/** Links at the foot of a site, by language. */
const links = new Set(
  `Home|Home page|Contact|Contact us|About us|Site map|Sitemap|Privacy policy|Terms of use|Imprint|
   Startseite|Zur Startseite|Kontakt|Impressum|Datenschutz|Retour à l'accueil|Accueil|Plan du site|Mentions légales|
   Inicio|Contacto|Aviso legal|Mapa del sitio|Início|Contato|Mapa do site|Contatti|Mappa del sito|Voorpagina|Colofon|
   Till startsidan|Om oss|Strona główna|Redakcja|Главная|Контакты|Карта сайта|Головна|Контакти|Anasayfa|Ana sayfa|Künye|
   İletişim|الرئيسية|اتصل بنا|من نحن|خريطة الموقع|صفحه اصلی|تماس با ما|درباره ما|דף הבית|צור קשר|אודות|Beranda|
   Hubungi kami|Tentang kami|होम|संपर्क करें|首页|联系我们|关于我们|网站地图|ホーム|お問い合わせ|サイトマップ|홈|회사소개`
    .split('|')
    .map((line) => keyOf(line.trim())),
);

/** The words with which an export ends, by language. */
const ending =
  /^(?:end of (?:the )?(?:documents?|file|export|report|list|issue|dossier)|ende (?:der|des) (?:ausgabe|dokuments?|exports?|dossiers?)|fin du (?:dossier|document)|fin de l[’']export|fin del (?:documento|informe)|fim do (?:documento|arquivo)|fine del (?:documento|dossier)|einde van|slut på|koniec (?:dokumentu|wydania)|конец (?:документа|файла|выпуска)|кінець|نهاية (?:الملف|الوثيقة|المستند)|پایان (?:سند|پرونده)|סוף (?:הקובץ|המסמך)|belge sonu|akhir dokumen|文件结束|文档结束|以上で|문서 끝)/iu;

/** A correction below a rule belongs to the article. */
const note =
  /^(?:correction|clarification|editor[’']s note|note|update|with |reporting by|writing by|korrektur|berichtigung|anmerkung|rectificatif|précision|correction|corrección|fe de errores|correzione|correção|correctie|rättelse|sprostowanie|поправка|уточнение|تصحيح|تنويه|تصحیح|תיקון|düzeltme|koreksi|सुधार|更正|編集部注|訂正|정정)/iu;

/** Takes the footer off the last segment of a file with several articles; a single article keeps all it has. */
export function cutFooter(segments: readonly Segment[]): {
  readonly last: Segment | undefined;
  readonly footer: readonly Outside[];
} {
  const last = segments.at(-1);
  if (last === undefined || segments.length < 2) return { last, footer: [] };
  const start = Math.min(findRuled(segments, last.pieces), findKnown(last.pieces));
  if (start >= last.pieces.length) return { last, footer: [] };
  const footer = last.pieces.slice(start).map((piece) => ({ piece, reason: reasonOf(piece) }));
  return { last: { ...last, pieces: last.pieces.slice(0, start) }, footer };
}

/** Below the last rule of a file whose articles are parted by rules, a few lines that no headline opens. */
function findRuled(segments: readonly Segment[], pieces: readonly Piece[]): number {
  const parted = segments.slice(1).filter(({ pieces: [first] }) => (first?.marks.length ?? 0) > 0).length;
  const rule = pieces.findLastIndex((piece, index) => index > 0 && piece.marks.length > 0);
  if (parted < (segments.length - 1) * 0.5 || rule === -1 || pieces.length - rule > most) return pieces.length;
  const below = pieces.slice(rule);
  const isFooter = below.every(({ unit }) => unit.text.length <= longest) && !note.test(pieces[rule]?.unit.text ?? '');
  return isFooter && pieces.slice(0, rule).some(({ traits }) => traits.long) ? rule : pieces.length;
}

/** Links and closing words at the very end, below a gap. */
function findKnown(pieces: readonly Piece[]): number {
  let start = pieces.length;
  for (const piece of pieces.slice(-most).toReversed()) {
    if (start === 1 || !(isKnown(piece) || piece.traits.copyright)) break;
    start -= 1;
  }
  const first = pieces[start];
  // A copyright line between the text and the links is the article's, unless room parts it from the text.
  const isApart = first !== undefined && (first.gap > 0 || first.marks.length > 0);
  return isApart && pieces.slice(start).some(isKnown) ? start : pieces.length;
}

function isKnown(piece: Piece | undefined): boolean {
  return piece !== undefined && (links.has(piece.traits.key) || ending.test(piece.unit.text));
}

function reasonOf({ traits }: Piece): DropReason {
  if (traits.copyright) return 'copyright';
  return links.has(traits.key) ? 'navigation' : 'boilerplate';
}
