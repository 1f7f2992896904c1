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

/** The views that are loaded when they are first seen. */
export const loadView = {
  missing: async () => (await import('./missingView.tsx')).MissingView,
  narrative: async () => (await import('./narrativeView.tsx')).NarrativeView,
  compare: async () => (await import('./compareView.tsx')).CompareView,
  consolidation: async () => (await import('./consolidationView.tsx')).ConsolidationView,
};

export function loadMenuBody() {
  return import('./menuBody.tsx');
}

export function loadDetail() {
  return import('./findingDetail.tsx');
}

export function loadPrevious() {
  return import('./previous.ts');
}

export function loadPreviousBox() {
  return import('./previousBox.tsx');
}

export function loadRatesList() {
  return import('./ratesList.tsx');
}

export function loadReasons() {
  return import('./reasons.ts');
}

export function loadReasonForm() {
  return import('./reasonForm.tsx');
}

export function loadRefusals() {
  return import('./refusals.ts');
}
