// What checks figures: the larger half of what the pane starts with, loaded once its frame is painted.
export { analyzeFigures, fingerprintOf, readinessOf } from '../core/index.ts';
