// What checks figures: the larger half of what the pane starts with, loaded once its frame is painted. Everything that
// is loaded later is loaded from here: so bundlers know that this part is there already, and do not cut it up.
export { analyzeFigures, fingerprintOf, readinessOf } from '../core/index.ts';

export function loadTemplate() {
  return import('./template.tsx');
}

export function loadProse() {
  return import('./prose.ts');
}

export function loadSheets() {
  return import('./sheets.ts');
}

export function loadMissingView() {
  return import('./missingView.tsx');
}

export function loadNarrativeView() {
  return import('./narrativeView.tsx');
}

export function loadCompareView() {
  return import('./compareView.tsx');
}

export function loadMenuBody() {
  return import('./menuBody.tsx');
}

export function loadDetail() {
  return import('./findingDetail.tsx');
}

export function loadReasons() {
  return import('./reasons.ts');
}

export function loadReasonForm() {
  return import('./reasonForm.tsx');
}
