// What makes whole sheets: loaded when one is asked for, not with the pane.
export { pl01b2024, planAnnexForm, planCheckReport, planIndicatorTable, planInfoForm } from '../core/index.ts';
