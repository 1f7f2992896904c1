// Text on a terminal: wrapped to its width, in colour where it has any.
import { styleText } from 'node:util';

export interface TextOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Breaks at spaces so that lines stay within the terminal; words are never cut. */
export function wrap(text: string, indent: number, options: TextOptions): string {
  const room = Math.max(40, Math.min(options.width, 110) - indent);
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(' ')) {
    if (line !== '' && line.length + 1 + part.length > room) {
      lines.push(line);
      line = part;
    } else line = line === '' ? part : `${line} ${part}`;
  }
  return [...lines, line].map((one) => ' '.repeat(indent) + one).join('\n');
}

export function bold(text: string, options: TextOptions): string {
  return options.colour ? styleText('bold', text) : text;
}

export function paint(text: string, colour: 'red' | 'yellow' | 'blue' | 'green', options: TextOptions): string {
  return options.colour ? styleText(colour, text) : text;
}

const STEERING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters that steer a terminal
  /\u001b(?!\[\d{1,2}m)|\r(?!\n)|[\0-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Names of files and sheets, labels and figures may hold what steers a terminal: shown as "\ufffd"; colours pass. */
export function legible(text: string): string {
  return text.replace(STEERING, '\ufffd');
}

/** Says something on standard error. */
export function say(text: string): void {
  process.stderr.write(legible(text));
}
