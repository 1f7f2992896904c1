// The contract on Excel, through Microsoft's own client: at the oldest and at the newest API it is written for.
import { excelHost } from '../../excel-addin/index.ts';
import { bookOf } from '../office/book.ts';
import { excelModel } from '../office/excelModel.ts';
import { connectExcel } from '../office/nodeClient.ts';
import { hostContract } from './contract.ts';

for (const api of ['1.9', '1.15']) {
  hostContract(`Excel, ExcelApi ${api}`, (workbook) => {
    connectExcel(excelModel(bookOf(workbook)), api);
    return excelHost();
  });
}
