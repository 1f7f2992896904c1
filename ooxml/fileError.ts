// What can be wrong with a file, and the one sentence that tells an official what to do about it.

export type FileErrorCode =
  | 'not-a-spreadsheet'
  | 'not-a-document'
  | 'encrypted'
  | 'corrupt'
  | 'too-large'
  | 'unsupported';

/** A file that cannot be read: `message` is one sentence, ready to be shown. */
export interface FileFailure {
  readonly ok: false;
  readonly code: FileErrorCode;
  readonly message: string;
}

/** What the files of a door are called in its sentences: the container does not know whose it is. */
export interface Family {
  readonly program: string;
  readonly extension: string;
  /** What an honest file is, and what of it to take along when it is too large. */
  readonly content: string;
  readonly excerpt: string;
}

export const WORKBOOKS: Family = {
  program: 'Excel',
  extension: '.xlsx',
  content: 'một bảng báo cáo',
  excerpt: 'trang tính cần kiểm tra',
};

export const DOCUMENTS: Family = {
  program: 'Word',
  extension: '.docx',
  content: 'một văn bản báo cáo',
  excerpt: 'phần lời văn cần dùng',
};

type Sentence = string | ((family: Family) => string);

/** Thrown behind the doors only; `refusing` turns it into a `FileFailure`. */
export class FileError extends Error {
  readonly code: FileErrorCode;
  readonly sentence: Sentence;

  constructor(code: FileErrorCode, sentence: Sentence) {
    super(code);
    this.code = code;
    this.sentence = sentence;
  }
}

/** A package that breaks a rule of zip, XML or OOXML; `what` says which, in Vietnamese. */
export function corrupt(what: string): FileError {
  return new FileError(
    'corrupt',
    ({ program, extension }) =>
      `Tệp bị hỏng (${what}); hãy mở tệp bằng ${program}, lưu lại thành một tệp ${extension} mới rồi thử lại, hoặc xin bản khác từ nơi gửi.`,
  );
}

/** A package beyond an honest file's size; `what` says which limit. */
export function tooLarge(what: string): FileError {
  return new FileError(
    'too-large',
    ({ content, excerpt }) =>
      `Tệp quá lớn so với ${content} (${what}), nên công cụ không mở; hãy chép riêng ${excerpt} sang tệp mới.`,
  );
}

/** A package written in a way that is not read; `what` says which. */
export function unsupported(what: string): FileError {
  return new FileError(
    'unsupported',
    ({ program, extension }) => `Tệp dùng ${what}; hãy mở bằng ${program} và lưu lại thành ${extension} rồi thử lại.`,
  );
}

/** Runs `work`; what is wrong with the file comes back as data. Anything unforeseen in a hostile file is "corrupt". */
export function refusing<T>(work: () => T, family: Family = WORKBOOKS): T | FileFailure {
  try {
    return work();
  } catch (error) {
    const { code, sentence } = error instanceof FileError ? error : corrupt('không đọc được cấu trúc bên trong');
    return { ok: false, code, message: typeof sentence === 'string' ? sentence : sentence(family) };
  }
}
