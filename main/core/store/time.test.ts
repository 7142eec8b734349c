import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginning, compareTimes, laterTime, nextTime, type HybridTime } from './time.ts';

const time: fc.Arbitrary<HybridTime> = fc.tuple(fc.nat(50), fc.nat(5));

test('never goes back or stands still, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -10, max: 1000 })), (clock) => {
      let last = beginning;
      for (const now of clock) {
        const next = nextTime(last, now);
        expect(compareTimes(last, next)).toBeLessThan(0);
        expect(next[0]).toBe(Math.max(last[0], now));
        last = next;
      }
    }),
  );
});

test('is ordered: times are equal or one is later, and the later of two is neither before the other', () => {
  fc.assert(
    fc.property(time, time, (a, b) => {
      expect(Math.sign(compareTimes(a, b))).toBe(0 - Math.sign(compareTimes(b, a)));
      expect(compareTimes(a, b) === 0).toBe(a[0] === b[0] && a[1] === b[1]);
      const later = laterTime(a, b);
      expect(compareTimes(later, a)).toBeGreaterThanOrEqual(0);
      expect(compareTimes(later, b)).toBeGreaterThanOrEqual(0);
      expect([a, b]).toContain(later);
    }),
  );
});
