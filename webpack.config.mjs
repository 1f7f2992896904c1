// Builds what is handed out, one configuration a front end. TypeScript is stripped by esbuild and checked by `tsc -b`.
import appsScript from './apps-script/webpack.mjs';
import cli from './cli/webpack.mjs';
import desk from './desk/webpack.mjs';
import excelAddin from './excel-addin/webpack.mjs';

export default [cli, excelAddin, desk, ...appsScript];
