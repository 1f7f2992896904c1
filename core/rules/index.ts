// The catalogue in its order: findings of one row are listed in this order.
import type { Rule } from '../rule.ts';
import type { BetweenRuleId } from './between.ts';
import * as breakdowns from './breakdowns.ts';
import * as codes from './codes.ts';
import * as plausibility from './plausibility.ts';
import { STRUCTURE, type StructureRule, type StructureRuleId } from './structure.ts';
import * as subsets from './subsets.ts';
import type { STALE, TextRuleId } from './text.ts';

/** Changes whenever a verdict may change; it is printed on the check report. */
export const RULES_VERSION = '2026.11';

export const CONTENT = [
  breakdowns.headingDiffers,
  breakdowns.receivedParts,
  breakdowns.ontimeParts,
  subsets.ontimeAboveReceived,
  subsets.channelOntime,
  subsets.fieldOntime,
  subsets.planDone,
  subsets.assignedDone,
  subsets.issuesResolved,
  subsets.documentsProposed,
  subsets.documentsResolved,
  subsets.newProcedures,
  subsets.onestopAboveStock,
  breakdowns.onestopSplit,
  subsets.boundaryFree,
  subsets.publishedAboveSolved,
  subsets.paymentAboveStock,
  subsets.onlineServices,
  codes.onlineWithoutService,
  subsets.apologiesWithoutLate,
  subsets.apologiesDiffer,
  subsets.staffAboveQuota,
  subsets.cutsAboveQuota,
  subsets.disciplinedAboveStaff,
  plausibility.sharesAbove100,
  codes.shareWithoutDocuments,
  plausibility.shareNotReachable,
  codes.surveyForm,
  breakdowns.closingBalance,
  codes.inspectionWithoutPlan,
  codes.documentsWithoutLink,
  codes.onlineWithoutLink,
  codes.isoWithoutSystem,
  codes.meetingLevels,
  codes.regulationNotIssued,
  plausibility.planAndAssigned,
  plausibility.wholeStockNew,
  plausibility.channelsCopied,
  plausibility.resultsNotPublished,
  plausibility.noOnlineDossiers,
  plausibility.surveyTooSmall,
  plausibility.progressBehind,
  codes.inspectionCount,
  codes.issuesWithoutInspection,
  plausibility.nothingSolved,
  plausibility.servicesEqualDossiers,
  codes.zeroNotPlausible,
  subsets.openDossiersAboveRemaining,
  codes.workflowNotApproved,
  subsets.directivesAboveOutgoing,
  plausibility.sharesBelow100,
] as const satisfies readonly Rule[];

export type ContentRuleId = (typeof CONTENT)[number]['id'];
export type RuleId = StructureRuleId | ContentRuleId | BetweenRuleId | TextRuleId | (typeof STALE)['id'];

/** Those between periods by name only: they are loaded with what reads an earlier period (between.ts). */
const BETWEEN_PERIODS: readonly BetweenRuleId[] = [
  'cumulative-fell',
  'stock-roll-forward-broken',
  'stock-jumped',
  'carry-over-differs',
  'section-copied-from-previous',
  'out-of-line-with-previous',
];

/** Those on prose by name only: their words are loaded with what reads prose (text.ts). */
const ON_TEXT: readonly (TextRuleId | (typeof STALE)['id'])[] = [
  'text-differs-from-annex',
  'text-rate-not-reproducible',
  'text-rate-without-base',
  'text-parts-differ-from-total',
  'text-shares-differ-from-100',
  'text-counts-wrong-thing',
  'text-claims-against-zero',
  'text-change-not-reproducible',
  'text-outdated-term',
  'text-stale',
];

/** Where each rule stands in the catalogue. */
export const RULE_ORDER: ReadonlyMap<string, number> = new Map(
  [...STRUCTURE.map(({ id }) => id), ...CONTENT.map(({ id }) => id), ...BETWEEN_PERIODS, ...ON_TEXT].map(
    (id, index) => [id, index],
  ),
);

export type { BetweenRuleId };
export { STRUCTURE, type StructureRule, type StructureRuleId };
