// What scripts/serve.mjs gives, for the tests.

export function serve(folder: string, port: number): Promise<{ readonly address: string; close(): Promise<void> }>;
