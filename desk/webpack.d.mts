// The desk's build, for tests that build pages of their own the same way.
import type { Configuration } from 'webpack';

declare const desk: Configuration;
export default desk;
