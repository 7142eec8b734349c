import { expect, test } from 'vitest';
import type { ArticleId, ImportId } from '../../../shared/model.ts';
import { applyChange } from './change.ts';
import { createCatalogue, type Found, type Head, type ImportRecord } from './state.ts';

const importId = '000000001-0000000a' as ImportId;
const id = 'a'.repeat(24) as ArticleId;
const at = (place: number): Found => ({ importId, file: 0, place, lines: null });
const body = { pack: 'a', offset: 0, length: 1, sum: '00000000' };

function makeHead(title: string, found: readonly Found[]): Head {
  return {
    id,
    title,
    source: null,
    sourceInferred: false,
    date: null,
    language: null,
    direction: 'ltr',
    words: title.length,
    body,
    found,
  };
}

function makeRecord(): ImportRecord {
  const summary = {
    id: importId,
    name: 'one',
    importedAt: 1,
    tookMs: 1,
    files: 1,
    found: 1,
    new: 1,
    known: 0,
    refused: 0,
    finished: true,
    cancelled: false,
  };
  return { summary, files: [], reports: [body] };
}

test('a head that is taken over says what it says, and keeps all finds of both', () => {
  const catalogue = createCatalogue();
  applyChange(catalogue, { kind: 'taken-over', heads: [makeHead('wrong', [at(1), at(2)])] }, 1);
  applyChange(catalogue, { kind: 'taken-over', heads: [makeHead('right', [at(0), at(2)])] }, 2);
  expect(catalogue.heads.get(id)).toEqual(makeHead('right', [at(0), at(1), at(2)]));
});

test('reports move for an import that was undone as well, and are there when it is brought back', () => {
  const catalogue = createCatalogue();
  applyChange(catalogue, { kind: 'taken-over', imports: [makeRecord()] }, 1);
  applyChange(catalogue, { kind: 'import-removed', id: importId }, 2);
  const reports = [{ ...body, pack: 'b' }];
  applyChange(catalogue, { kind: 'reports-moved', id: importId, reports }, 3);
  expect(catalogue.removed.get(importId)?.record.reports).toEqual(reports);
  applyChange(catalogue, { kind: 'import-restored', id: importId }, 4);
  expect(catalogue.imports.get(importId)?.reports).toEqual(reports);
});
