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
