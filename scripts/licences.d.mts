import type { Compiler } from 'webpack';

export class Licences {
  constructor(file: string);
  apply(compiler: Compiler): void;
}
export function packagesIn(licences: string): string[];
