// The door of Word: writes a report by a template, reads the text of a document.
export type { FileErrorCode, FileFailure, Unpackers } from '../ooxml/index.ts';
export { PLACES, type Place, STRETCHES, type Stretch } from './placeholders.ts';
export { type ProseResult, readProse } from './readProse.ts';
export { type ReadResult, readWord } from './readWord.ts';
export { type WriteResult, writeWord } from './writeWord.ts';
