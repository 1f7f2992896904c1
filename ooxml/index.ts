// The door of the container that .xlsx and .docx share: a zip of XML parts, read with bounds and written again.

export * from './element.ts';
export { type DecodedText, decodeText, encodeText } from './encoding.ts';
export * from './fileError.ts';
export * from './package.ts';
export { partKey } from './partStore.ts';
export { firstOf, isAt, isSoundAround, lastOf, markup, plainText, textWithMarkup } from './plainXml.ts';
export { Recent } from './recent.ts';
export { sameBytes } from './sameBytes.ts';
export { isOle2, isZip, ole2Names } from './signature.ts';
export { XmlReader } from './xml.ts';
export { escapeXml } from './xmlText.ts';
export {
  type Archive,
  type Entry,
  INFLATE,
  type Output,
  type Packed,
  readArchive,
  type Unpackers,
  writeArchive,
} from './zip.ts';
