import { Check, FileStack, Scissors, ScrollText, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { FileReport, FoundArticle, ImportId } from '../../shared/model.ts';
import { wordProfile } from '../../shared/words.ts';
import { useApp } from '../state/app.ts';
import { enterList, openWorkbench } from '../state/navigate.ts';
import { readWithoutProfile } from '../state/profiles.ts';
import type { SplitFile } from '../state/split.ts';
import { formatLines } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { isSure } from '../ui/split-words.ts';
import { Dropped } from './dropped.tsx';
import { LedgerTable } from './ledger.tsx';
import { More } from './more.tsx';

const page = 100;

type FileDetailProps = { readonly place: SplitFile; readonly report: FileReport };

export function FileDetail({ place, report }: FileDetailProps) {
  const app = useApp();
  const [shown, setShown] = useState(page);
  const { sha256, span, file } = report;
  return (
    <div className="sheet">
      <div>{report.ledger !== null && <LedgerTable report={report} ledger={report.ledger} />}</div>
      <div>
        {report.profile !== undefined && <ReadWith place={place} name={report.profile.name} />}
        {report.warnings.map(({ code, message }) => (
          <div className="note-line" key={code}>
            <Icon of={TriangleAlert} />
            <p>{message}</p>
          </div>
        ))}
        <ul className="found">
          {report.articles.slice(0, shown).map((article) => (
            <FoundLine key={`${article.id} ${article.lines?.[0] ?? ''}`} importId={place.importId} article={article} />
          ))}
        </ul>
        <More shown={shown} of={report.articles.length} what="article" onMore={() => setShown(shown + page)} />
        {sha256 !== null && (
          <>
            <button type="button" className="button quiet" onClick={() => openWorkbench(app, place)}>
              <Icon of={Scissors} />
              Review the split
            </button>
            <button
              type="button"
              className="button quiet"
              onClick={() =>
                app.dialog.set(() => ({ kind: 'original', text: { sha256, part: span?.number }, file, lines: null }))
              }
            >
              <Icon of={ScrollText} />
              Show the original
            </button>
          </>
        )}
        {report.dropped.length > 0 && <Dropped lines={report.dropped} />}
      </div>
    </div>
  );
}

type ReadWithProps = { readonly place: SplitFile; readonly name: string };

/** Which dump profile the file was read with, and the way back. */
function ReadWith({ place, name }: ReadWithProps) {
  const app = useApp();
  return (
    <div className="note-line used">
      <Icon of={FileStack} />
      <p>{wordProfile(name)}</p>
      <button type="button" className="button quiet" onClick={() => void readWithoutProfile(app, place)}>
        Read without it
      </button>
    </div>
  );
}

type FoundLineProps = { readonly importId: ImportId; readonly article: FoundArticle };

function FoundLine({ importId, article }: FoundLineProps) {
  const app = useApp();
  const { id, title, lines, confidence, known } = article;
  const sure = isSure(confidence);
  return (
    <li>
      <span className="num muted">{lines === null ? '' : formatLines(lines)}</span>
      <button
        type="button"
        className="found-title cut"
        dir="auto"
        onClick={() => enterList(app, { kind: 'import', id: importId }, id)}
      >
        {title}
      </button>
      <span className={`state ${sure ? 'sure' : 'doubt'}`}>
        <Icon of={sure ? Check : TriangleAlert} small />
        {known ? 'here already' : sure ? 'sure' : 'doubtful'}
      </span>
    </li>
  );
}
