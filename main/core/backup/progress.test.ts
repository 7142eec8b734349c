import { describe, expect, it } from 'vitest';
import { createMeter } from './progress.ts';

describe('progress', () => {
  it('is told at most ten times a second, and to its end', () => {
    let time = 0;
    const told: { readonly bytes: number; readonly time: number }[] = [];
    const meter = createMeter({
      step: 'writing',
      total: 3000,
      now: () => time,
      onProgress: ({ bytes }) => void told.push({ bytes, time }),
    });
    for (let count = 0; count < 3000; count += 1) {
      time += 1;
      meter.add(1);
    }
    meter.finish();
    expect(told.at(-1)?.bytes).toBe(3000);
    for (let from = 0; from <= 2000; from += 1) {
      expect(told.filter((one) => one.time > from && one.time <= from + 1000).length).toBeLessThanOrEqual(10);
    }
    expect(told.length).toBeGreaterThan(15);
  });
});
