import { useState } from 'react';
import type { FileReport, ImportId } from '../../shared/model.ts';
import { FileRow } from './file-row.tsx';
import { More } from './more.tsx';

/** Rows drawn at once; a folder of ten thousand files is unfolded on demand. */
const page = 200;

type FileTableProps = { readonly importId: ImportId; readonly reports: readonly FileReport[] };

export function FileTable({ importId, reports }: FileTableProps) {
  const [shown, setShown] = useState(page);
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Found</th>
            <th scope="col">New</th>
            <th scope="col">Already</th>
            <th scope="col">Left out</th>
            <th scope="col" className="why">
              In words
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.slice(0, shown).map((report, index) => (
            <FileRow
              // Two files of one drop may have the same name and content.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              place={{ importId, fileNumber: index }}
              report={report}
              isOpenAtFirst={reports.length === 1}
            />
          ))}
        </tbody>
      </table>
      <More shown={shown} of={reports.length} what="file" onMore={() => setShown(shown + page)} />
    </>
  );
}
