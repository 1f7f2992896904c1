// The version of the tool, as package.json has it; put in when the program is built.
declare const CCHC_VERSION: string | undefined;

export const VERSION: string = typeof CCHC_VERSION === 'string' ? CCHC_VERSION : '0.0.0';
