// Sentences as officials write them, family by family: every number bound as the tables say, and nothing guessed.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outcomesIn, rowsOf } from './table.ts';

const FOLDER = new URL('./', import.meta.url);
const pages = readdirSync(FOLDER).filter((file) => file.endsWith('.md') && file !== 'hoang-hop.md');

describe.each(pages)('%s', (file) => {
  const rows = rowsOf(readFileSync(new URL(file, FOLDER), 'utf8'));
  it('has at least thirty sentences', () => {
    expect(rows.length).toBeGreaterThanOrEqual(30);
  });
  it.each(rows)('$text', (row) => {
    expect(outcomesIn(row)).toBe(row.expected);
  });
});
