import { measurePane } from './pane.ts';
import { printTable } from './table.ts';
printTable('pane', await measurePane('examples/hoang-hop-2024-h1.xlsx'));
