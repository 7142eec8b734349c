/*
 * What the page may do, the same in both hosts. `style-src` carries a nonce because React Aria and
 * react-resizable-panels put <style> elements into the page. Trusted types hold as long as nobody assigns HTML: of our
 * libraries only React Aria's spin buttons do (`innerHTML = ''` in their announcer), so number fields need another part.
 */

import { randomBytes } from 'node:crypto';

/** The literal in index.html that each load replaces by its own nonce. */
export const noncePlace = '__CSP_NONCE__';

/** 128 random bits, as CSP Level 3 asks of a nonce. */
export function createNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** Headers of every answer. Only a page has a nonce; for all else the policy allows no <style> element. */
export function securityHeaders(nonce?: string): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
      "font-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}
