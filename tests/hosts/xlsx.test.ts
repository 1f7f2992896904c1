import { expect } from 'vitest';
import type { SpreadsheetHost, Workbook } from '../../core/index.ts';
import { checkIntegrity, openWorkbook, xlsxHost } from '../../xlsx/index.ts';
import { bytesOfWorkbook } from '../xlsx/parts.ts';
import { hostContract } from './contract.ts';

function open(workbook: Workbook): SpreadsheetHost {
  const result = openWorkbook(bytesOfWorkbook(workbook));
  if (!result.ok) throw new Error(result.message);
  return xlsxHost(result.file);
}

/** The same host, but every batch is saved and opened again: what counts is what stands in the file. */
function reopening(workbook: Workbook): SpreadsheetHost {
  let bytes = bytesOfWorkbook(workbook);
  const reopen = () => {
    const result = openWorkbook(bytes);
    if (!result.ok) throw new Error(result.message);
    return result.file;
  };
  return {
    name: 'xlsx, saved',
    readWorkbook: () => reopen().readWorkbook(),
    apply(changes) {
      const file = reopen();
      const outcome = file.apply(changes);
      bytes = file.save();
      expect(checkIntegrity(bytes)).toEqual([]);
      return outcome;
    },
    reveal: () => undefined,
  };
}

hostContract('xlsx', open);
hostContract('xlsx, saved and opened again', reopening);
