// What a document's styles say of the font and of hidden text; all else of a style does not change what is read.
import { isLegacyFontName } from '../core/index.ts';
import { XmlReader } from '../ooxml/index.ts';

/** What a run is known by; undefined where nothing is said, so that the style beneath it decides. */
export interface RunLook {
  readonly font?: string | undefined;
  readonly hidden?: boolean | undefined;
}

interface Style extends RunLook {
  readonly basedOn: string | null;
}

export interface WordStyles {
  /** The look of a run by its own properties, its character style and its paragraph's style. */
  readonly look: (own: RunLook, character: string | null, paragraph: string | null) => RunLook;
}

const PLAIN: WordStyles = { look: (own) => own };

/** Styles that matter name an old font or hide text. Most documents have none, and then nothing is resolved. */
const MATTERS = /"\.Vn|"VNI-|:(?:specV|v)anish\b/i;

/** Reads the styles part. Throws FileError when it is not well formed. */
export function readStyles(xml: string | null): WordStyles {
  if (xml === null || !MATTERS.test(xml)) return PLAIN;
  const styles = new Map<string, Style>();
  const defaults = { paragraph: null as string | null, look: {} as RunLook };
  for (const reader = new XmlReader(xml); reader.next(); ) {
    if (reader.begins('rPrDefault')) defaults.look = readDefault(reader);
    else if (reader.begins('style')) {
      const id = reader.prefixedAttribute('styleId') ?? '';
      const isDefault = /^(?:1|true|on)$/.test(reader.prefixedAttribute('default') ?? '');
      if (isDefault && reader.prefixedAttribute('type') === 'paragraph') defaults.paragraph = id;
      styles.set(id, readStyle(reader));
    }
  }
  return resolver(styles, defaults);
}

function resolver(
  styles: ReadonlyMap<string, Style>,
  defaults: { readonly paragraph: string | null; readonly look: RunLook },
): WordStyles {
  const known = new Map<string, RunLook>();
  const lookOf = (id: string): RunLook => {
    const found = known.get(id) ?? inherited(styles, id);
    known.set(id, found);
    return found;
  };
  return {
    look: (own, character, paragraph) => {
      const inParagraph = lookOf(paragraph !== null && styles.has(paragraph) ? paragraph : (defaults.paragraph ?? ''));
      return over(own, over(character === null ? {} : lookOf(character), over(inParagraph, defaults.look)));
    },
  };
}

/** What is said above, and where nothing is, what is said beneath. */
function over(above: RunLook, beneath: RunLook): RunLook {
  return { font: above.font ?? beneath.font, hidden: above.hidden ?? beneath.hidden };
}

/** Longer chains of styles are rings. */
const LONGEST_CHAIN = 20;

function inherited(styles: ReadonlyMap<string, Style>, id: string): RunLook {
  let look: RunLook = {};
  let at: string | null = id;
  for (let i = 0; at !== null && i < LONGEST_CHAIN; i++) {
    const style: Style | undefined = styles.get(at);
    if (!style) break;
    look = over(look, style);
    at = style.basedOn;
  }
  return look;
}

function readDefault(reader: XmlReader): RunLook {
  const { depth } = reader;
  let look: RunLook = {};
  if (reader.kind === 'empty') return look;
  while (reader.next() && reader.depth > depth) if (reader.begins('rPr')) look = readRunProperties(reader).look;
  return look;
}

function readStyle(reader: XmlReader): Style {
  const { depth } = reader;
  let basedOn: string | null = null;
  let look: RunLook = {};
  if (reader.kind === 'empty') return { basedOn };
  while (reader.next() && reader.depth > depth) {
    if (reader.begins('basedOn')) basedOn = reader.prefixedAttribute('val');
    else if (reader.begins('rPr')) look = readRunProperties(reader).look;
    else if (reader.begins('pPr') || reader.begins('tblStylePr')) reader.skip();
  }
  return { ...look, basedOn };
}

export interface RunProperties {
  readonly look: RunLook;
  readonly style: string | null;
  /** Of a paragraph's mark: it is deleted or moved away, so that the next paragraph follows on the same line. */
  readonly removed: boolean;
}

/** Stands on the opening tag of rPr; moves to its end. */
export function readRunProperties(reader: XmlReader): RunProperties {
  const { depth } = reader;
  let font: string | undefined;
  let hidden: boolean | undefined;
  let style: string | null = null;
  let removed = false;
  if (reader.kind === 'empty') return { look: {}, style, removed };
  while (reader.next() && reader.depth > depth) {
    if (reader.kind === 'close') continue;
    if (reader.is('rFonts')) font = readFont(reader);
    else if (reader.is('vanish')) hidden = !/^(?:0|false|off)$/.test(reader.prefixedAttribute('val') ?? '');
    else if (reader.is('rStyle')) style = reader.prefixedAttribute('val');
    else if (reader.is('del') || reader.is('moveFrom')) removed = true;
    // The properties as they were before a tracked change.
    else if (reader.is('rPrChange')) reader.skip();
  }
  return { look: { font, hidden }, style, removed };
}

/** Old codes are letters of Latin-1, which Word draws in the "hAnsi" font; some programs name the other one only. */
function readFont(reader: XmlReader): string | undefined {
  const [high, plain] = [reader.prefixedAttribute('hAnsi'), reader.prefixedAttribute('ascii')];
  return high ?? plain ?? undefined;
}

/** The font's name if it draws an old code, else null. */
export function legacyFont(look: RunLook): string | null {
  return look.font !== undefined && isLegacyFontName(look.font) ? look.font : null;
}
