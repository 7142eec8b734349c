import { describe, expect, it } from 'vitest';
import { makeArticles, makeDumps } from './corpus.ts';

describe('the seeded corpus', () => {
  it('gives the same dumps for the same seed and others for another', () => {
    expect([...makeDumps(7, 3, 5)]).toEqual([...makeDumps(7, 3, 5)]);
    expect([...makeDumps(7, 3, 5)]).not.toEqual([...makeDumps(7, 3, 6)]);
  });

  it('makes as many articles as asked, none twice', () => {
    const titles = [...makeArticles(500)].map(({ title }) => title);
    expect(new Set(titles).size).toBe(500);
    expect([...makeDumps(500, 60)]).toHaveLength(9);
  });

  it('makes articles of the length of news', () => {
    const words = [...makeArticles(300)].map(({ paragraphs }) => paragraphs.join(' ').split(' ').length);
    const median = words.toSorted((one, other) => one - other)[150] ?? 0;
    expect(median).toBeGreaterThan(380);
    expect(median).toBeLessThan(480);
    expect(Math.max(...words)).toBeLessThan(760);
  });
});
