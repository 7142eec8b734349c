/* Kinds of text that have a form of their own. Read as free text they would become articles full of marks. */

type Kind = { readonly words: string; readonly begins: RegExp; readonly endings: readonly string[] };

/** Sure by its first characters alone, whatever the file is called. */
const markup: readonly Omit<Kind, 'endings'>[] = [
  { words: 'An HTML page', begins: /^(?:<!--[^]{0,200}?-->\s*)?<(?:!doctype html|html[\s>]|head[\s>])/i },
  { words: 'An XML file', begins: /^<(?:\?xml\s|rss[\s>]|feed[\s>]|!doctype\s)/i },
];

/** A text may begin so too: the name must say the same. */
const named: readonly Kind[] = [
  { words: 'A JSON file', begins: /^[[{]/, endings: ['.json', '.jsonl', '.ndjson'] },
  { words: 'A table', begins: /^[^\n]*[,;\t|]/, endings: ['.csv', '.tsv'] },
  { words: 'An e-mail', begins: /^[A-Za-z-]+(?::|\s)/, endings: ['.eml', '.mbox', '.mht', '.mhtml'] },
  { words: 'An HTML page', begins: /^</, endings: ['.html', '.htm', '.xhtml'] },
  {
    words: 'An XML file',
    begins: /^</,
    endings: ['.xml', '.nitf', '.newsml', '.rss', '.atom', '.sgm', '.enex', '.opml'],
  },
];

/**
 * The kind of a text that Broadsheet has no reader for yet, as the opening of a sentence ("An HTML page"). `start` is
 * the beginning of the text, a few hundred characters; `file` its name. Undefined: free text.
 */
export function findTextKind(start: string, file: string): string | undefined {
  const text = start.trimStart();
  const name = file.toLowerCase();
  return (
    markup.find(({ begins }) => begins.test(text))?.words ??
    named.find(({ begins, endings }) => endings.some((ending) => name.endsWith(ending)) && begins.test(text))?.words
  );
}
