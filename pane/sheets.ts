// What makes whole sheets: loaded when one is asked for, not with the pane.
export { planCheckReport, planIndicatorTable, planNewAnnex } from '../core/index.ts';
