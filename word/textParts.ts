// The texts of a document by their names, as the template engine wants to be given a package. It packs nothing: files are
// read and written by ooxml/.
import { decodeText } from '../ooxml/index.ts';

interface TextPart {
  readonly name: string;
  readonly asText: () => string;
}

export class TextParts {
  /** Without a prototype: parts may have any name. */
  readonly files: { [name: string]: TextPart } = Object.create(null);

  constructor(texts: ReadonlyMap<string, string>) {
    for (const [name, text] of texts) this.put(name, text);
  }

  text(name: string): string | null {
    return this.files[name]?.asText() ?? null;
  }

  /** The engine's one name for three things: puts a part, gives one, or gives all whose names match. */
  file(which: string | RegExp, content?: string | Uint8Array): TextPart | readonly TextPart[] | null {
    if (typeof which !== 'string') return Object.values(this.files).filter(({ name }) => which.test(name));
    if (content !== undefined) this.put(which, typeof content === 'string' ? content : decodeText(content).text);
    return this.files[which] ?? null;
  }

  remove(name: string): void {
    delete this.files[name];
  }

  private put(name: string, text: string): void {
    this.files[name] = { name, asText: () => text };
  }
}
