// What scripts/browser.mjs gives, for the tests.

export function findBrowser(): string | null;
