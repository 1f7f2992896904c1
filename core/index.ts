// The door of the core: hosts and front ends import nothing else of it.
export * from './change.ts';
export * from './grid.ts';
export * from './host.ts';
