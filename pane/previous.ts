// What holds the annex against an earlier period: loaded with the first workbook that may have one.
export { comparePrevious, previousPlace } from '../core/index.ts';
