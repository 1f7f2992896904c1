// The page around the pane and the pane share one document: a rule of the page must not reach into the pane.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

function classesIn(path: string): ReadonlySet<string> {
  const rules = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return new Set([...rules.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].flatMap(([, name]) => name ?? []));
}

it('the desk names no element as the pane does', () => {
  const pane = classesIn('pane/pane.css');
  expect(pane.size).toBeGreaterThan(50);
  expect([...classesIn('desk/desk.css')].filter((name) => pane.has(name))).toEqual([]);
});
