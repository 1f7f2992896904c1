// The bridge that Google gives a sidebar's page, as far as it is used here.

/** One call: handlers first, then the function of the script by name. Nothing but plain values may be given. */
interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  rpc(method: string, json: string): void;
}

declare global {
  const google: { readonly script: { readonly run: Runner } };
}

/** Asks the script's one entry. Fails with what Google, not the script, had against it. */
export function ask(method: string, json: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    google.script.run
      .withSuccessHandler(resolve)
      .withFailureHandler((error) => reject(error instanceof Error ? error : new Error(String(error))))
      .rpc(method, json);
  });
}
