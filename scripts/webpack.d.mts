import type { Configuration, RuleSetRule } from 'webpack';

export const version: string;
export const output: string;
export const opening: string;
export const smallest: NonNullable<Configuration['optimization']>;
export function typescript(target: string | readonly string[]): RuleSetRule;
