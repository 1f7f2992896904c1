// Made-up Word documents for tests, put together from their parts.
import { strFromU8, unzipSync } from 'fflate';
import { readWord, writeWord } from '../../word/index.ts';
import { type Parts, zipOf } from '../xlsx/parts.ts';
import { sampleReport } from './sampleReport.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const DOCUMENT = 'word/document.xml';

/** A document part around block-level XML. */
export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${MAIN}" xmlns:r="${RELS}" xmlns:mc="${MC}"><w:body>${body}<w:sectPr/></w:body></w:document>`;
}

/** The parts of a whole document; `more` stands last and replaces parts of the same name. */
export function partsOf(body: string, styles = '', more: Parts = {}): Parts {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELS}/${kind}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': typesXml('document.main'),
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', DOCUMENT)}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'styles', 'styles.xml')}</Relationships>`,
    [DOCUMENT]: documentXml(body),
    'word/styles.xml': `<w:styles xmlns:w="${MAIN}">${styles}</w:styles>`,
    ...more,
  };
}

/** Content types with the main part of the given kind, as "document.main". */
export function typesXml(main: string, prefix = TYPE): string {
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${prefix}.${main}+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;
}

export function docxOf(body: string, styles = '', more: Parts = {}): Uint8Array {
  return zipOf(partsOf(body, styles, more));
}

/** A paragraph of one run; `properties` stand in its rPr. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p>${run(text, properties)}</w:p>`;
}

export function run(text: string, properties = ''): string {
  const head = properties && `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${head}<w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r>`;
}

/** The paragraphs of a document, which must not be refused. */
export function textsOf(bytes: Uint8Array): readonly string[] {
  const read = readWord(bytes);
  if (!read.ok) throw new Error(`${read.code}: ${read.message}`);
  return read.paragraphs;
}

/** The report written, which must not be refused. */
export function written(change: Parameters<typeof sampleReport>[0] = {}, template?: Uint8Array): Uint8Array {
  const result = writeWord(sampleReport(change), template);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.bytes;
}

/** The parts of a package, by name, as text. */
export function unpacked(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** A template of block-level XML, with the stretches that no template may be without. */
export function templateOf(body: string, more: Parts = {}): Uint8Array {
  return docxOf(paragraph('{#ban_nhap}NHÁP{/ban_nhap}') + paragraph('{#noi_dung}{chu}{/noi_dung}') + body, '', more);
}
