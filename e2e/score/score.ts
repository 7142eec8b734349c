/*
 * `npm run score [-- --check] [NAME...]`: what the parser makes of dumps whose gold is known.
 */

import { parseArgs } from 'node:util';
import { checkMarked } from './check.ts';
import { readMarkedFiles } from './dumps.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false } },
});

const isAsked = (file: string) => positionals.length === 0 || positionals.some((name) => file.includes(name));

if (values.check) process.exitCode = checkMarked(readMarkedFiles().filter(({ file }) => isAsked(file))) === 0 ? 0 : 1;
