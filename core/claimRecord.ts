// What a claim pattern is: the words that bind a number of the prose to rows of the annex, and what it must equal.
import type { Unit } from './claims/words.ts';
import type { Form } from './rule.ts';
import type { Situation } from './situation.ts';

/** What dossiers or tasks are spoken of; found in the number's own words, else in what governs it. */
export type Scope = 'received' | 'solved' | 'open' | 'plan' | 'assigned';

export interface ScopeRecord {
  readonly is: Scope;
  readonly says: readonly string[];
  /** Where both are said, this one wins. */
  readonly over?: readonly Scope[];
}

export interface ScopeFamily {
  readonly units: readonly Unit[];
  /** A heading above may say it too. */
  readonly headings: boolean;
  readonly scopes: readonly ScopeRecord[];
}

/** A sentence that runs as a test and stands in docs/claims.md. */
export interface ClaimExample {
  readonly text: string;
  readonly value: number;
  readonly outcome: 'agrees' | 'differs' | 'not-compared';
  readonly situation?: Situation;
}

/** A rate: the numerator and the bases that its name allows, the natural one first. */
export interface RateForm {
  readonly of: Form;
  readonly over: readonly Form[];
  /** Words that state the first base: then the rate is held to it. */
  readonly stated?: readonly string[];
}

export interface ClaimRecord {
  readonly id: string;
  /** What the number is said to be, for docs and messages. */
  readonly name: string;
  readonly units: readonly Unit[];
  readonly percent?: true;
  /** One phrase of each group must stand in the number's own words. */
  readonly needs: readonly (readonly string[])[];
  /** `none`: nothing near says which. */
  readonly scope?: Scope | 'mixed' | 'none';
  /** Must be said in what governs the number, or in the number's own words. */
  readonly under?: readonly string[];
  readonly not?: readonly string[];
  /** Must not be said in what governs it. */
  readonly notAbove?: readonly string[];
  /** Must be said in the text right before the number: the one that "gồm" closes. */
  readonly nearest?: readonly string[];
  /** More words that say nothing beside this claim. */
  readonly allows?: readonly string[];
  /** Any words may stand beside it: only for patterns too loose to differ. */
  readonly anyWords?: true;
  /** A field named in an earlier sentence does not restrict it. */
  readonly pastFields?: true;
  /** What the number must be; the first is named in messages. Empty: no row of the annex tells. */
  readonly equals: readonly Form[];
  /** Other sums that are right as well. */
  readonly mayBe?: readonly Form[];
  /** The prose's own figure that may be in it: carried over, or late. */
  readonly mayHold?: { readonly claim: string; readonly sign: 1 | -1 };
  /** With the prose's only figure of another claim it must give this: early ones and on-time ones. */
  readonly together?: { readonly claim: string; readonly equals: Form };
  /** Differs only where the label says all: under no other words, or beside another count of its kind. */
  readonly bare?: true;
  /** Too loosely worded to differ: it agrees or is not compared. */
  readonly lenient?: true;
  /** A number below this form cannot be right, whatever else is unknown. */
  readonly atLeast?: Form;
  readonly rate?: RateForm;
  /** The indicator, as the claim's key. */
  readonly indicator?: string;
  /** What a share of this number is taken of: "trực tuyến 1.100 (đạt 89,14%)", and the second number of a fraction. */
  readonly bases?: readonly Form[];
  /** The same number under another noun: dossiers called services. */
  readonly confusedWith?: Form;
  /** The prose tells of an activity; where all these are 0, that is the finding. */
  readonly activity?: Form;
  readonly examples: readonly ClaimExample[];
}

/** A whole and the parts that make it, as prose lists them. */
export interface Partition {
  readonly total: string;
  readonly parts: readonly string[];
}

/** An activity told without a number. */
export interface ActivityRecord {
  readonly id: string;
  readonly name: string;
  readonly needs: readonly (readonly string[])[];
  readonly not: readonly string[];
  readonly rows: Form;
  readonly examples: readonly ClaimExample[];
}
