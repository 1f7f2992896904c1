// What can be wrong with a file, and the one sentence that tells an official what to do about it.

export type FileErrorCode = 'not-a-spreadsheet' | 'encrypted' | 'corrupt' | 'too-large' | 'unsupported';

/** A file that cannot be read: `message` is one sentence, ready to be shown. */
export interface FileFailure {
  readonly ok: false;
  readonly code: FileErrorCode;
  readonly message: string;
}

/** Thrown inside this folder only; the functions of the door turn it into a `FileFailure`. */
export class FileError extends Error {
  readonly code: FileErrorCode;

  constructor(code: FileErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const DAMAGED = 'hãy mở tệp bằng Excel, lưu lại thành một tệp .xlsx mới rồi thử lại, hoặc xin bản khác từ nơi gửi.';

/** A package that breaks a rule of zip, XML or OOXML; `what` says which, in Vietnamese. */
export function corrupt(what: string): FileError {
  return new FileError('corrupt', `Tệp bị hỏng (${what}); ${DAMAGED}`);
}

/** A package beyond an honest workbook's size; `what` says which limit. */
export function tooLarge(what: string): FileError {
  return new FileError(
    'too-large',
    `Tệp quá lớn so với một bảng báo cáo (${what}), nên không được mở; hãy chép riêng trang tính cần kiểm tra sang tệp mới.`,
  );
}

/** Runs `work`; what is wrong with the file comes back as data. Anything unforeseen in a hostile file is "corrupt". */
export function refusing<T>(work: () => T): T | FileFailure {
  try {
    return work();
  } catch (error) {
    const known = error instanceof FileError ? error : corrupt('không đọc được cấu trúc bên trong');
    return { ok: false, code: known.code, message: known.message };
  }
}
