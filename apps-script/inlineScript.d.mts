export declare const FORBIDDEN: readonly string[];
/** The same script, safe to stand inside an HTML file of Apps Script. */
export declare function safeScript(code: string): string;
