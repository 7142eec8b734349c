import { Camera } from 'lucide-react';
import type { Block, Media } from '../../shared/model.ts';
import { Icon } from '../ui/icon.tsx';
import { LongText } from './long-text.tsx';
import { splitDateline, splitList, type PagePart as Part } from './page-order.ts';
import './text.css';

type PagePartProps = { readonly part: Part; readonly dateline: string | null };

export function PagePart({ part, dateline }: PagePartProps) {
  if (part.kind === 'media') return <Caption media={part.media} />;
  return <TextBlock block={part.block} dateline={part.index === 0 ? dateline : null} />;
}

type TextBlockProps = { readonly block: Block; readonly dateline: string | null };

function TextBlock({ block, dateline }: TextBlockProps) {
  switch (block.kind) {
    case 'heading':
      return (
        <h2>
          <LongText text={block.text} />
        </h2>
      );
    case 'quote':
      return (
        <blockquote>
          <p>
            <LongText text={block.text} />
          </p>
        </blockquote>
      );
    case 'pre':
      return (
        <pre>
          <LongText text={block.text} />
        </pre>
      );
    case 'list':
      return <ListBlock text={block.text} />;
    case 'paragraph':
      return <Paragraph text={block.text} dateline={dateline} />;
  }
}

type ListBlockProps = { readonly text: string };

/** The lines of a list are text and may repeat: their place is what tells them apart. */
function ListBlock({ text }: ListBlockProps) {
  return (
    <ul>
      {splitList(text).map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <LongText text={line} />
        </li>
      ))}
    </ul>
  );
}

type ParagraphProps = { readonly text: string; readonly dateline: string | null };

function Paragraph({ text, dateline }: ParagraphProps) {
  const split = splitDateline(text, dateline);
  if (split === null) {
    return (
      <p>
        <LongText text={text} />
      </p>
    );
  }
  return (
    <p>
      <span className="place">{split[0]}</span>
      <LongText text={split[1]} />
    </p>
  );
}

type CaptionProps = { readonly media: Media };

/** The dump holds a caption, not the picture; a grey box in its place would be a lie. */
function Caption({ media }: CaptionProps) {
  const { caption, credit, qualifier } = media;
  return (
    <figure className="cap">
      <Icon of={Camera} />
      <figcaption>
        {caption}
        {(credit !== null || qualifier !== null) && (
          <span className="credit">
            {credit}
            {qualifier !== null && <span className="qualifier">{credit === null ? qualifier : ` (${qualifier})`}</span>}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
