// What Google's errors mean for a batch. Their texts follow the user's language, English and Vietnamese here.
import type { RefusalCode } from '../core/index.ts';

export function refusalOf(error: unknown): RefusalCode {
  const message = error instanceof Error ? error.message : String(error);
  if (/protected|bảo vệ/i.test(message)) return 'protected';
  return /timed out|too many|đã hết thời gian|quá nhiều/i.test(message) ? 'busy' : 'failed';
}
