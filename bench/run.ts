import { measureRules } from './rules.ts';

console.log(measureRules(Number(process.argv[2] ?? 2000)));
