/*
 * Words that a web page leaves in copied text: buttons, size controls, advertisements. A word of this table is never
 * removed for its spelling alone ("TT" is a news agency too): the caller also looks at where it stands.
 */

import { keyOf } from './lines.ts';

/** Could be a word of the text, a subheading or an agency: left out only beside a repeated headline or caption. */
const ambiguous = [
  'TT',
  'Share',
  'Tweet',
  'Print',
  'Email',
  'E-mail',
  'Follow',
  'Save',
  'Listen',
  'Comments',
  'Comment',
  'Newsletter',
  'Highlights',
  'Facebook',
  'Twitter',
  'WhatsApp',
  'Telegram',
  'LinkedIn',
  'X',
  'A A',
  'AA',
  'A+',
  'A-',
  'Font size',
  'مشاركة',
  'شارك',
  'طباعة',
  'حفظ',
  'استمع',
  'Partager',
  'Imprimer',
  'Écouter',
  'Commentaires',
  'Compartir',
  'Imprimir',
  'Guardar',
  'Escuchar',
  'Teilen',
  'Drucken',
  'Merken',
  'Anhören',
  'Kommentare',
  'Поделиться',
  'Печать',
  'Слушать',
  '分享',
  '打印',
  '收藏',
  '评论',
];

/** Says of itself that it is no text: left out between complete paragraphs as well. */
const certain = [
  'Advertisement',
  'Advertisements',
  'ADVERTISING',
  'Copy link',
  'Copy URL',
  'Short Url',
  'Story continues below',
  'Story continues below advertisement',
  'Article continues below advertisement',
  'Continue reading',
  'Read more',
  'Keep on reading',
  'Related articles',
  'Related stories',
  'Sign up',
  'Subscribe',
  'Subscribe now',
  'Post a Comment',
  'Leave a Reply',
  'Leave a comment',
  'Previous Post',
  'Next Post',
  'Back to top',
  'Like us on Facebook',
  'Follow us on Twitter',
  'Follow us on X',
  'Share this article',
  'Share this story',
  'Share on Facebook',
  'Share on Twitter',
  'Email this article',
  'Print this article',
  'Our Standards: The Thomson Reuters Trust Principles',
  'إعلان',
  'اقرأ أيضا',
  'اقرأ أيضاً',
  'نسخ الرابط',
  'Publicité',
  'Lire aussi',
  'Lire la suite',
  'Copier le lien',
  'Publicidad',
  'Leer más',
  'Lea también',
  'Copiar enlace',
  'Anzeige',
  'Werbung',
  'Weiterlesen',
  'Lesen Sie auch',
  'Link kopieren',
  'Реклама',
  'Читайте также',
  'Читать далее',
  '广告',
  '相关阅读',
  '延伸阅读',
];

/** `certain` can be nothing but a remnant; `ambiguous` can be a word of the text as well. */
export type Residue = 'ambiguous' | 'certain';

const kinds = new Map<string, Residue>([
  ...ambiguous.map((line) => [keyOf(line), 'ambiguous'] as const),
  ...certain.map((line) => [keyOf(line), 'certain'] as const),
]);

/** Finds a whole line among the known remnants by its key. */
export function findResidue(key: string): Residue | undefined {
  return kinds.get(key);
}

/** "TT" is followed by the text size on a line of its own on some pages: "20". */
export function isSizeNumber(text: string): boolean {
  return /^\d{1,3}$/.test(text);
}
