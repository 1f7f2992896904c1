// `--template FILE.json`: a province's own variant of the annex.
import { type Key, readTemplate, type Template } from '../core/index.ts';
import { readJson } from './files.ts';
import { UsageError } from './usage.ts';

/** For `AnalyzeOptions`: nothing where no template was named. Throws UsageError, naming what is wrong by its row. */
export function templateOption(path: string | null): { readonly template?: Template<Key> } {
  if (path === null) return {};
  const read = readTemplate(readJson(path));
  if (read.ok) return { template: read.template };
  throw new UsageError(
    `Mẫu biểu “${path}” có ${read.problems.length} chỗ chưa đúng:\n  - ${read.problems.join('\n  - ')}`,
  );
}
