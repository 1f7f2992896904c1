// Writes a report as .docx: the template's places filled in, everything else of the template kept byte for byte.
import Docxtemplater from 'docxtemplater';
import type { ReportDocument } from '../core/index.ts';
import {
  CONTENT_TYPES,
  DOCUMENTS,
  escapeXml,
  INFLATE,
  Package,
  refusing,
  type Unpackers,
  XmlReader,
} from '../ooxml/index.ts';
import { DEFAULT_TEMPLATE } from './defaultTemplate.ts';
import { explainErrors, MISPLACED } from './explain.ts';
import { colourLabels } from './labels.ts';
import { toData } from './reportData.ts';
import { checkTags } from './templateCheck.ts';
import { TextParts } from './textParts.ts';
import { findText, openWordFile, type WordFile } from './wordFile.ts';

export type WriteResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** All that is wrong with the template, a Vietnamese sentence each, with what to do. */
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * The report as .docx, by the official's own template or else the default one (Nghị định 30/2020/NĐ-CP). The same
 * report and template give the same bytes. A wrong template is refused; nothing is thrown.
 */
export function writeWord(report: ReportDocument, template?: Uint8Array, unpackers: Unpackers = INFLATE): WriteResult {
  const result = refusing((): WriteResult => {
    const file = template ? openTemplate(template, unpackers) : findText(Package.create(DEFAULT_TEMPLATE));
    const problems = [...kindProblems(file), ...checkTags(file.pack, file.part)];
    if (problems.length > 0) return { ok: false, problems };
    return fill(file.pack, report);
  }, DOCUMENTS);
  return 'code' in result ? { ok: false, problems: [result.message.replace(/^Tệp/, 'Tệp mẫu')] } : result;
}

/** What is copied into every report must be sound, also where no place is. */
function openTemplate(bytes: Uint8Array, unpackers: Unpackers): WordFile {
  const file = openWordFile(bytes, unpackers);
  for (const text of textOf(file.pack).values()) for (const reader = new XmlReader(text); reader.next(); );
  return file;
}

function kindProblems({ contentType }: WordFile): readonly string[] {
  const kind = /macroEnabled/i.test(contentType) ? 'có macro (.docm, .dotm)' : 'mẫu của Word (.dotx)';
  if (/\.document\.main\+xml$/i.test(contentType)) return [];
  return [`Tệp mẫu ở dạng ${kind}; hãy mở bằng Word, chọn Lưu thành… dạng .docx rồi thử lại.`];
}

function fill(pack: Package, report: ReportDocument): WriteResult {
  const parts = textOf(pack);
  const lists = listsOf(pack);
  const filled = new TextParts(new Map([...parts, ...lists]));
  try {
    const engine = new Docxtemplater(filled, { paragraphLoop: true, linebreaks: true, errorLogging: false, parser });
    engine.render(toData(report));
  } catch (error) {
    return { ok: false, problems: explainErrors(error) };
  }
  for (const [name, text] of parts) {
    if (lists.has(name)) continue;
    const now = filled.text(name) ?? text;
    if (now === text) continue;
    if (!isWellFormed(now)) return { ok: false, problems: [`Có chỗ điền ${MISPLACED}`] };
    pack.setText(name, report.draft ? colourLabels(now) : now);
  }
  return { ok: true, bytes: pack.save() };
}

const ROOT_LINKS = '_rels/.rels';

/**
 * What the engine reads with a parser of its own, which throws and complains on the terminal where ours does not:
 * it is given the same lists in our own writing.
 */
function listsOf(pack: Package): ReadonlyMap<string, string> {
  const types = { Default: ['Extension', 'ContentType'], Override: ['PartName', 'ContentType'] };
  return new Map([
    [CONTENT_TYPES, rewritten(pack, CONTENT_TYPES, 'Types', types)],
    [ROOT_LINKS, rewritten(pack, ROOT_LINKS, 'Relationships', { Relationship: ['Id', 'Type', 'Target'] })],
  ]);
}

/** The elements of a list with the attributes that count, without prefixes and whatever else stands there. */
function rewritten(pack: Package, part: string, root: string, elements: Readonly<Record<string, readonly string[]>>) {
  const written: string[] = [];
  for (const reader = new XmlReader(pack.text(part)); reader.next(); ) {
    const names =
      reader.kind === 'close' || !Object.hasOwn(elements, reader.local) ? undefined : elements[reader.local];
    if (!names) continue;
    const attributes = names.map((name) => ` ${name}="${escapeXml(reader.attribute(name) ?? '')}"`);
    written.push(`<${reader.local}${attributes.join('')}/>`);
  }
  return `<${root}>${written.join('')}</${root}>`;
}

/** The engine leaves out or repeats what stands between two braces, also half a picture or half a list. */
function isWellFormed(xml: string): boolean {
  const read = () => {
    for (const reader = new XmlReader(xml); reader.next(); );
    return true;
  };
  return refusing(read, DOCUMENTS) === true;
}

/** A place is a name, never an expression to be run. What a repeated piece does not have is looked for around it. */
function parser(tag: string) {
  const name = tag.trim();
  return {
    get: (scope: unknown): unknown =>
      typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name) ? Reflect.get(scope, name) : undefined,
  };
}

/** The XML of the package; pictures and the like are no business of the template engine. */
function textOf(pack: Package): ReadonlyMap<string, string> {
  const names = pack.partNames().filter((name) => /\.(?:xml|rels)$/i.test(name));
  return new Map(names.map((name) => [name, pack.text(name)]));
}
